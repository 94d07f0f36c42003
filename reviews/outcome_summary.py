"""An outcome form in words: before it is submitted, and afterwards on the review's page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils import timezone

from reviews.actions.planning import deadline_by_episodes, due_day
from reviews.codes import Attendee, LateReason, Method, Permanence, Plan, TookPart
from reviews.deadlines import Deadlines, Shown
from reviews.forms.participation import in_plain_words
from reviews.models import Decision, OutcomeForm, Record, Review
from reviews.permanence import why_flagged

JUDGED = (
    "advocate_offered",
    "parents_took_part",
    "carers_took_part",
    "placement_right",
    "placement_note",
    "permanence_plan",
    "plans_out_of_date",
)


class Told(NamedTuple):
    """An answer in words; `field` is the question on the form, `flag` what is wrong with it."""

    label: str
    words: str
    field: str = ""
    flag: str = ""


@dataclass(frozen=True)
class Check:
    """What the check page shows: the answers in words, and what follows from them."""

    review: Review
    answers: dict
    held_on: date
    in_time: bool
    method: str
    late_reason: str
    participation: str
    came: str
    judged: list[Told]
    became: list[tuple[Decision, str]]
    record: Shown
    next_review: Shown | None


def check_of(review: Review, answers: dict, deadlines: Deadlines) -> Check:
    """The answers of a valid form, and the due days they lead to."""
    held_on = timezone.localtime(answers["held_at"]).date()
    record = Record(review=review, due_on=due_day("record_completed", held_on))
    return Check(
        review=review,
        answers=answers,
        held_on=held_on,
        in_time=held_on <= review.due_on,
        method=Method(answers["method"]).label,
        late_reason=LateReason(answers["late_reason"]).label if answers["late_reason"] else "",
        participation=in_plain_words(answers["participation_code"], review.child.given_name),
        came=who_came(answers["attendees"], answers["others_attending"]),
        judged=judged(review, answers),
        became=_became(review, answers["became"]),
        record=deadlines.of_record(record, held_on),
        next_review=proposed(review, held_on, deadlines),
    )


def proposed(review: Review, held_on: date, deadlines: Deadlines) -> Shown | None:
    """The next review the law gives when this one is held that day; none after care ended."""
    period = review.period
    if period.ended_on:
        return None
    due = deadline_by_episodes(period, on=held_on, known_on=deadlines.on, held_too=held_on)
    planned = Review(due_on=due.due_on, rule=due.rule, base_on=due.base_on)
    planned.count_months_as = deadlines.count_months_as  # as it will be planned
    return deadlines.of_review(planned)


def judged_of(form: OutcomeForm) -> list[Told]:
    """The same answers of a form that was handed in; those asked only later are left out."""
    kept = {name: getattr(form, name) for name in JUDGED}
    kept["plans_out_of_date"] = form.plans_out_of_date if form.plans_checked else None
    return judged(form.review, kept)


def judged(review: Review, answers: Mapping) -> list[Told]:
    """Who was offered what and took part, and whether the placement and the plans are right."""
    plan = answers["permanence_plan"]
    told = [
        Told("Advocate offered", _yes_no(answers["advocate_offered"]), "advocate_offered"),
        Told("Parents", _took_part(answers["parents_took_part"]), "parents_took_part"),
        Told("Carers", _took_part(answers["carers_took_part"]), "carers_took_part"),
        Told("Placement right", _yes_no(answers["placement_right"]), "placement_right"),
        Told("Why not right", answers["placement_note"], "placement_note"),
        Told(
            "Plan for permanence",
            Permanence(plan).label if plan else "",
            "permanence_plan",
            why_flagged(review, plan),
        ),
        Told("Plans out of date", _plans(answers["plans_out_of_date"]), "plans"),
    ]
    return [one for one in told if one.words]


def _became(review: Review, became: Mapping) -> list[tuple[Decision, str]]:
    """Each decision of the review before, with what is said of it now in words."""
    last = Decision.objects.of_last_review_before(review)
    return [(one, _said(became.get(one.number))) for one in last]


def _said(became) -> str:
    if became is None:
        return ""
    outcome = Decision.Outcome(became.outcome).label
    return f"{outcome}: {became.why}" if became.why else outcome


def _yes_no(answer: bool | None) -> str:
    return "" if answer is None else "Yes" if answer else "No"


def _took_part(answer: str) -> str:
    return TookPart(answer).label if answer else ""


def _plans(plans: list[str] | None) -> str:
    if plans is None:
        return ""
    labels = dict(Plan.choices)
    return ", ".join(labels[plan] for plan in plans) or "None: all are up to date"


def who_came(attendees: list[str], others: str) -> str:
    """Those who came, as a list in words."""
    known = dict(Attendee.choices)
    names = ", ".join(known[one].lower() for one in attendees if one in known)
    return ", ".join(filter(None, (names[:1].upper() + names[1:], others)))
