"""The children of one day beside those of another: each number with the way to its children."""

from reporting.comparison.days import Compared, quick_choices
from reporting.comparison.sections import sections
from reporting.comparison.seen import Seen, look
from reporting.comparison.strip import strip

__all__ = ["Compared", "Seen", "look", "quick_choices", "sections", "strip"]
