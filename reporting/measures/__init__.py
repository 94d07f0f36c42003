"""The measures a report opens with: what each is, what the council aims at, how far it is."""

from reporting.measures.known import MEASURES
from reporting.measures.shape import Measure
from reporting.measures.targets import targets_for

__all__ = ["MEASURES", "Measure", "targets_for"]
