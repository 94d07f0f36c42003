"""What lists can be narrowed to."""

from reviews.filters.decisions import filtered_decisions
from reviews.filters.iros import NOBODY, iro_choices
from reviews.filters.reviews import filtered_reviews

__all__ = ["NOBODY", "filtered_decisions", "filtered_reviews", "iro_choices"]
