"""The questions of the cohort's pages."""

from cohort.forms.allocation import AllocationForm
from cohort.forms.child import ChildForm
from cohort.forms.first_run import FirstRunForm

__all__ = ["AllocationForm", "ChildForm", "FirstRunForm"]
