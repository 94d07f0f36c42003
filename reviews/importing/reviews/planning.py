"""What follows from imported reviews: due days that are known now, and the next review of each."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import connection

from cohort.models import Council
from cohort.ssda903.storing.copying import copy_rows
from iro_service.templatetags.house import day as in_words
from reviews.importing.reviews.reading import Given
from reviews.importing.rows import NotTaken
from reviews.importing.tally import Tally
from reviews.models import Review
from reviews.ssda903.importing import due_days
from reviews.ssda903.importing.planning import plan_next_reviews
from reviews.ssda903.importing.reviews import law_of

BY_LAW = "{} gave a review another due day than the law; it stands as it was given"
OTHER_DAY = "{} gave a planned review another due day than the law, by which it stands"
NOT_PLANNED = "The next review cannot be planned: the bank holidays of those years are not known."


def follow_up(
    children: Iterable[int], given: list[Given], tally: Tally, *, on: date, at: datetime, by
) -> list[str]:
    """Work out what the law says for these children, and plan; gives sentences to note."""
    council = Council.objects.first()
    with connection.cursor() as cursor:
        due_days.make_room(cursor)
        copy_rows(cursor, "touched", ("child_id",), [(pk,) for pk in sorted(children)])
        law = law_of(cursor, [], on=on, council=council)
        _tell_of_other_due_days(cursor, given, law, tally)
        due_days.work_out_due_days(cursor, law)
        due_days.change_due_days(cursor)
        return plan_next_reviews(cursor, on=on, at=at, by=by, council=council, years=[])


def _tell_of_other_due_days(cursor, given: list[Given], law, tally: Tally) -> None:
    asked = {(one.period.pk, one.held_on): one for one in given if one.held_on and one.due_on}
    for history in due_days.histories(cursor):
        for number, held_on in enumerate(history.held):
            one = asked.get((history.care.period_id, held_on))
            if one is None:
                continue
            lawful, *_ = due_days.due_day_of(history.care, history.held[:number], held_on, law)
            if lawful and lawful != one.due_on:
                tally.note(
                    BY_LAW,
                    f"{one.child.reference}, held on {in_words(held_on)}, was due on "
                    f"{in_words(one.due_on)} and by the law on {in_words(lawful)}",
                )


def count_planned(planned: list[Given], had_a_plan: set[int], tally: Tally) -> None:
    """Count the rows of reviews to come: the law has planned them, or there was one planned."""
    plans = Review.objects.planned().filter(child__in=[one.child.pk for one in planned])
    due = dict(plans.values_list("child", "due_on"))
    for one in planned:
        due_on = due.get(one.child.pk)
        if due_on is None:
            tally.hand_back(one.row, NotTaken(NOT_PLANNED))
            continue
        tally.took("unchanged" if one.child.pk in had_a_plan else "added")
        if due_on != one.due_on:
            tally.note(OTHER_DAY, f"{one.child.reference}, {in_words(due_on)}")
