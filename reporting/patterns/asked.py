"""Which disputes are looked at, and the way to the lists that hold them."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from accounts.models import User
from disputes.forms.filters import filtered_disputes, filtered_good_practice
from disputes.patterns import Window


@dataclass(frozen=True)
class Asked:
    """The days, what narrows the disputes, who looks and on which day."""

    window: Window
    choices: dict[str, str]
    user: User
    on: date

    @property
    def raised(self) -> dict[str, str]:
        """What the list is narrowed to for those raised in the window."""
        return self.within("raised", self.window)

    @property
    def settled(self) -> dict[str, str]:
        """What the list is narrowed to for those settled in the window."""
        return self.within("settled", self.window)

    @staticmethod
    def within(what: str, window: Window) -> dict[str, str]:
        """The days of a window as the list of disputes has them in its address."""
        first, last = window.first.isoformat(), window.last.isoformat()
        return {f"{what}_from": first, f"{what}_to": last}

    def disputes(self, **more):
        """The disputes that the list shows under these choices."""
        return filtered_disputes(self.choices | more, user=self.user, on=self.on).qs

    def good_practice(self, **more):
        """The good practice that its list shows under these choices."""
        return filtered_good_practice(self.choices | more, user=self.user, on=self.on).qs

    def href(self, to: str = "disputes", **more) -> str:
        """The address of that list."""
        return f"{reverse(to)}?{urlencode(self.choices | more)}"
