"""A row of the register of reviews, read and judged by itself."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from accounts.models import User
from cohort.models import Child, PeriodOfCare
from iro_service.templatetags.house import day as in_words
from reviews.importing.children import Children
from reviews.importing.columns import CHILD, Column
from reviews.importing.people import IROs
from reviews.importing.rows import NO, YES, NotTaken, Row
from reviews.importing.tally import Tally
from statute.participation import CODES, code_is_right

COLUMNS = (
    CHILD,
    Column("due_on", "Day it was due",
           known=("due", "due date", "review due", "review due date", "date due",
                  "clar_cla_review_due_date", "clar_review_due_date")),
    Column("held_on", "Day it was held", "Empty for one that is planned",
           known=("review", "review date", "held", "date held", "held on", "date of review",
                  "meeting date", "actual date", "clar_cla_review_date", "clar_review_date")),
    Column("cancelled_on", "Cancelled", "The day it was cancelled, or yes and no",
           known=("cancelled on", "date cancelled", "cancelled date", "review cancelled",
                  "clar_cla_review_cancelled", "clar_review_cancelled")),
    Column("code", "Participation code", "PN0 to PN7",
           known=("review code", "participation", "pn code", "child participation",
                  "clar_cla_review_participation", "clar_review_participation")),
    Column("chair", "Chair", "The IRO's email address, or the name",
           known=("iro", "chaired by", "chairperson", "iro name", "iro email",
                  "reviewing officer", "independent reviewing officer")),
)  # fmt: skip
ONE_OF = ("due_on", "held_on")
ABOUT = (
    "Past and planned reviews with the day each was due, cancelled ones and who chaired: more than "
    "the return holds. The reviews table of the Standard Safeguarding Dataset is recognised, once "
    "each row has the child's reference."
)
CHAIR_UNKNOWN = "{} named a chair who is no IRO here, and went in without one"
ONLY_YES = (
    "{} said only that a review was cancelled: the day it was to be held stands for the day of that"
)


class Given(NamedTuple):
    """What a row says: a review held, cancelled, or with neither day planned."""

    row: Row
    child: Child
    period: PeriodOfCare
    due_on: date | None
    held_on: date | None
    cancelled_on: date | None
    code: str
    chair: User | None
    only_yes: bool = False  # that it was cancelled, and not when


class Reading:
    """Reads rows against the children, their periods of care and the IROs there are."""

    def __init__(self, tally: Tally, on: date):
        self.tally, self.on = tally, on
        self.children, self.iros = Children(), IROs()
        self.periods: dict[int, list[PeriodOfCare]] = defaultdict(list)
        for period in PeriodOfCare.objects.order_by("started_on"):
            self.periods[period.child_id].append(period)

    def given(self, row: Row) -> Given:
        """What the row says, or the reason it cannot be so."""
        child = self.children.of(row)
        due_on, held_on = row.day("due_on"), row.day("held_on")
        cancelled_on, only_yes = self._cancelled(row, due_on, held_on)
        if cancelled_on:
            held_on = None
            period = self._around(child, due_on, cancelled_on)
        elif held_on:
            period = self._within(child, held_on)
        elif due_on:
            period = self._open(child)
        else:
            raise NotTaken("There is neither the day it was due nor the day it was held.")
        code = self._code(row, child, held_on)
        light = replace(row, cells={})  # there may be a quarter of a million
        return Given(
            light, child, period, due_on, held_on, cancelled_on, code, self._chair(row), only_yes
        )

    def _cancelled(self, row: Row, due_on, held_on) -> tuple[date | None, bool]:
        """The day it was cancelled; where only "yes" is known, the day it was to be held."""
        words = row.words("cancelled_on").lower()
        if not words or words in NO:
            return None, False
        if due_on is None:
            raise NotTaken("A cancelled review needs the day it was due.", "due_on")
        if words in YES:
            self.tally.note(ONLY_YES, f"line {row.line}")
            return min(held_on or due_on, self.on), True
        day = row.day("cancelled_on")
        if held_on:
            raise NotTaken("A review is held or cancelled, and not both.", "cancelled_on")
        if day and day > self.on:
            raise NotTaken(f"{in_words(day)} has not come yet.", "cancelled_on")
        return day, False

    def _within(self, child: Child, held_on: date) -> PeriodOfCare:
        if held_on > self.on:
            raise NotTaken(f"{in_words(held_on)} has not come yet.", "held_on")
        if held_on < child.date_of_birth:
            raise NotTaken(
                f"The child was born after it, on {in_words(child.date_of_birth)}.", "held_on"
            )
        if period := self._period_on(child, held_on):
            return period
        raise NotTaken(f"The child was not looked after on {in_words(held_on)}.", "held_on")

    def _around(self, child: Child, *days: date | None) -> PeriodOfCare:
        for day in days:
            if day and (period := self._period_on(child, day)):
                return period
        raise NotTaken("The child was not looked after on the day it was due.", "due_on")

    def _open(self, child: Child) -> PeriodOfCare:
        for period in self.periods[child.pk]:
            if period.ended_on is None:
                return period
        raise NotTaken("The child is not looked after now, so that no review is due.")

    def _period_on(self, child: Child, day: date) -> PeriodOfCare | None:
        """The period in force; where one ends and another starts, the one that ends."""
        for period in self.periods[child.pk]:
            if period.started_on <= day <= (period.ended_on or date.max):
                return period
        return None

    def _code(self, row: Row, child: Child, held_on: date | None) -> str:
        words = row.words("code").upper()
        if not words or held_on is None:
            return ""
        found = re.match(r"PN ?([0-7])(?!\d)", words)
        if not found:
            raise NotTaken(f"“{words[:40]}” is none of the codes PN0 to PN7.", "code")
        code = f"PN{found[1]}"
        if not code_is_right(code, child.date_of_birth, held_on):
            age = "from the 4th birthday" if code == "PN0" else "before the 4th birthday"
            raise NotTaken(
                f"{code} ({CODES[code].meaning.lower()}) cannot be {age}, and the child was born "
                f"on {in_words(child.date_of_birth)}.",
                "code",
            )
        return code

    def _chair(self, row: Row) -> User | None:
        words = row.words("chair")
        chair = self.iros.found(words) if words else None
        if words and chair is None:
            self.tally.note(CHAIR_UNKNOWN, words)
        return chair
