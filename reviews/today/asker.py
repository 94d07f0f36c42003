"""The lists of reviews a first page counts, for one person at one moment."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import User
from reviews.filters import filtered_reviews


@dataclass
class Asker:
    """Counts lists of reviews for one person at one moment."""

    user: User
    on: date
    at: datetime

    def reviews(self, **choices):
        """The list of reviews with these choices made."""
        return filtered_reviews(choices, user=self.user, on=self.on, at=self.at).qs

    def count(self, **choices) -> int:
        """How many reviews the list shows."""
        return self.reviews(**choices).count()
