"""The caseload weighed by the reviews to come, and those reviews week by week."""

from reviews.caseloads.to_hold import HORIZON, to_hold, to_hold_by_iro
from reviews.caseloads.weeks import Weeks, weeks_ahead
from reviews.caseloads.weighted import WEIGHTED, weighted

__all__ = [
    "HORIZON",
    "WEIGHTED",
    "Weeks",
    "to_hold",
    "to_hold_by_iro",
    "weeks_ahead",
    "weighted",
]
