"""What the page of patterns shows: each number with the way to exactly the disputes it counts."""

from reporting.patterns.asked import Asked
from reporting.patterns.seen import Seen, look
from reporting.patterns.strip import strip
from reporting.patterns.tables import sections

__all__ = ["Asked", "Seen", "look", "sections", "strip"]
