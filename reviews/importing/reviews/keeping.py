"""What the rows of one child's reviews come to together, and with what the records hold."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import islice

from django.db import IntegrityError, transaction

from cohort.models import PeriodOfCare
from iro_service.templatetags.house import day as in_words
from reviews.codes import AS_GIVEN, NOT_KNOWN, LateReason
from reviews.importing.reviews.reading import Given
from reviews.importing.rows import NotTaken
from reviews.importing.tally import NOT_TOGETHER, Tally
from reviews.models import Review

CHILDREN_AT_ONCE = 500
STRUCK = "{} told of a review that was found here to be recorded in error: it stays out"
RECORDED_HERE = "{} gave another code than a review recorded here has, which stays"
CANCELLED = "Cancelled, as another system says"


class Keeping:
    """Keeps what was read, a few hundred children at a time."""

    def __init__(self, tally: Tally, by_child: dict[int, list[Given]]):
        self.tally, self.by_child = tally, by_child
        self.planned: list[Given] = []  # to be counted when the law has planned
        self.had_a_plan: set[int] = set()  # the children of whom a review was planned before

    def keep(self) -> None:
        """Add the reviews that are new, and change what the rows say anew of imported ones."""
        children = iter(self.by_child)
        while chunk := list(islice(children, CHILDREN_AT_ONCE)):
            known: dict[int, list[Review]] = defaultdict(list)
            for review in Review.objects.filter(child__in=chunk).order_by("pk"):
                known[review.child_id].append(review)
                if review.held_on is None and review.cancelled_on is None:
                    self.had_a_plan.add(review.child_id)
            new: list[tuple[Given, Review]] = []
            for child in chunk:
                new += self._of_child(self.by_child[child], known[child])
            self._add(new)

    def _of_child(self, given: list[Given], known: list[Review]) -> Iterator[tuple[Given, Review]]:
        held = {one.held_on: one for one in known if one.held_on and not one.struck_on}
        days = defaultdict(set)  # by the period, the days on which a review was held
        for day, review in held.items():
            days[review.period_id].add(day)
        good = self._without_doubles(given, known, held)
        for one in good:
            if one.held_on:
                days[one.period.pk].add(one.held_on)
        for one in good:
            try:
                yield from self._keep(one, known, held, days[one.period.pk])
            except NotTaken as why:
                self.tally.hand_back(one.row, why)
        self._count_anew(held.values(), days)

    def _without_doubles(self, given, known, held) -> list[Given]:
        """Those that stand once in the file, and do not bring back what was an error here."""
        struck = {one.held_on for one in known if one.struck_on} - set(held)
        lines: dict = {}
        good = []
        for one in given:
            what = (one.held_on, one.cancelled_on, one.due_on if not one.held_on else None)
            if one.held_on is None and one.cancelled_on is None:
                what = (None, None, None)  # a child has one planned review at a time
            if line := lines.get(what):
                sentence = (
                    f"Line {line} has a review of this child on the same day."
                    if any(what)
                    else f"Line {line} has the planned review of this child already."
                )
                self.tally.hand_back(one.row, NotTaken(sentence))
            elif one.held_on in struck and one.held_on:
                self.tally.note(STRUCK, f"{one.child.reference}, {in_words(one.held_on)}")
                self.tally.took("unchanged")
            else:
                lines[what] = one.row.line
                good.append(one)
        return good

    def _keep(self, one: Given, known, held, days: set[date]) -> Iterator[tuple[Given, Review]]:
        if one.held_on is None and one.cancelled_on is None:
            last = max(days, default=None)
            if one.due_on and last and one.due_on < last:
                raise NotTaken(
                    f"A review was held after that, on {in_words(last)}: this one is no longer "
                    "planned.",
                    "due_on",
                )
            self.planned.append(one)
        elif one.held_on is None:
            if any(_same_cancelled(one, review) for review in known):
                self.tally.took("unchanged")
            else:
                base_on = _base(one.period, one.due_on, one.cancelled_on, days)
                yield one, _review(one, base_on, cancelled_reason=CANCELLED)
        elif review := held.get(one.held_on):
            self._put_right(one, review, days)
        else:
            yield one, _review(one, _base(one.period, one.due_on, one.held_on, days))

    def _put_right(self, one: Given, review: Review, days: set[date]) -> None:
        """Give an imported review what the row says anew; one recorded here stays as it is."""
        if not review.imported:
            if one.code and one.code != review.participation_code:
                here = review.participation_code or "no code"
                self.tally.note(RECORDED_HERE, f"{one.child.reference}, {one.code} and here {here}")
            self.tally.took("unchanged")
            return
        new: dict = {}
        if one.code and one.code != review.participation_code:
            new["participation_code"] = one.code
        if one.chair and one.chair.pk != review.chair_id:
            new["chair"] = one.chair
        if one.due_on and one.due_on != review.due_on:
            new |= _due(one, _base(one.period, one.due_on, one.held_on, days))
        if new:
            Review.objects.filter(pk=review.pk).update(**new)
        self.tally.took("changed" if new else "unchanged")

    def _count_anew(self, held, days) -> None:
        """Between two reviews there may be one now, from which the later one counts."""
        for review in held:
            if review.imported and review.rule == AS_GIVEN:
                before = {day for day in days[review.period_id] if day < review.held_on}
                base_on = max((day for day in before if day <= review.due_on), default=None)
                if base_on and base_on > review.base_on:
                    Review.objects.filter(pk=review.pk, rule=AS_GIVEN, due_on=review.due_on).update(
                        base_on=base_on
                    )

    def _add(self, new: list[tuple[Given, Review]]) -> None:
        try:
            with transaction.atomic():
                Review.objects.bulk_create([review for _, review in new], batch_size=1000)
        except IntegrityError:
            new = [one for one in new if self._add_one(*one)]
        for _ in new:
            self.tally.took("added")

    def _add_one(self, one: Given, review: Review) -> bool:
        try:
            with transaction.atomic():
                review.pk = None
                review.save(force_insert=True)
        except IntegrityError:
            self.tally.hand_back(one.row, NotTaken(NOT_TOGETHER))
            return False
        return True


def _review(one: Given, base_on: date | None, **more) -> Review:
    return Review(
        child=one.child,
        period=one.period,
        held_on=one.held_on,
        cancelled_on=one.cancelled_on,
        participation_code=one.code,
        chair=one.chair,
        imported=True,
        **_due(one, base_on),
        **more,
    )


def _due(one: Given, base_on: date | None) -> dict:
    """The due day another system gave, and what follows from it."""
    if one.due_on is None:
        return {"due_on": None, "base_on": None, "rule": NOT_KNOWN}
    late = one.held_on is not None and one.held_on > one.due_on
    reason = LateReason.NOT_RECORDED if late else ""
    return {"due_on": one.due_on, "base_on": base_on, "rule": AS_GIVEN, "late_reason": reason}


def _base(period: PeriodOfCare, due_on, done_on, days: set[date]) -> date | None:
    """The day a given due day counts from: the review before it, or the beginning of care."""
    if due_on is None:
        return None
    before = [day for day in days if day < done_on and day <= due_on]
    if before:
        return max(before)
    if due_on < period.started_on and not period.began_before:
        began = in_words(period.started_on)
        raise NotTaken(f"It cannot have been due before care began on {began}.", "due_on")
    return min(due_on, period.started_on)


def _same_cancelled(one: Given, review: Review) -> bool:
    same_day = one.only_yes or review.cancelled_on == one.cancelled_on
    return review.cancelled_on is not None and review.due_on == one.due_on and same_day
