"""What outcome forms ask since June 2017, and two forms corrected."""

from datetime import UTC, date, datetime
from random import Random

from iro_service.demonstration.children import BATCH
from iro_service.demonstration.dice import dice
from reviews.actions.correction import correct_outcome_form
from reviews.codes import Attendee, Permanence, Plan, TookPart
from reviews.models import OutcomeForm
from reviews.querysets import BEFORE_PERMANENCE
from statute.ages import age_on

ASKED_FROM = date(2017, 6, 1)
CORRECTED_AT = datetime(2017, 7, 19, 14, 5, tzinfo=UTC)
PARENTS = {Attendee.MOTHER, Attendee.FATHER}
NOT_RIGHT = (
    "Too far from {name}'s school: an hour each way.",
    "The carers can offer a place for two more months only.",
    "{name} shares a room with a much older child.",
)
CONCERNS = (
    "{name} has had no allocated social worker for six weeks.",
    "The assessment agreed at the last review has not begun.",
    "Visits to {name} have been missed twice without a reason.",
)
LEFT_OUT = "The school nurse had come too: left out by mistake"
AGREED_SINCE = "The next step was agreed by telephone after the review"
NEXT_STEP = "A place at the after-school club is asked for."


def load_asked_since() -> None:
    """Fill in the newer questions of the forms handed in since they are asked; correct two."""
    chance = dice("asked since")
    forms = list(
        OutcomeForm.objects.submitted()
        .filter(submitted_at__date__gte=ASKED_FROM)
        .select_related("review__child", "review__period", "submitted_by")
        .prefetch_related("review__period__episodes")
        .order_by("submitted_at", "pk")
    )
    for form in forms:
        _answer(form, chance)
    fields = (
        "parents_took_part",
        "carers_took_part",
        "advocate_offered",
        "placement_right",
        "placement_note",
        "permanence_plan",
        "plans_out_of_date",
        "plans_checked",
        "concern",
    )
    OutcomeForm.objects.bulk_update(forms, fields, batch_size=BATCH)
    _correct(forms)


def _answer(form: OutcomeForm, chance: Random) -> None:
    review, name = form.review, form.review.child.given_name
    came = set(form.attendees)
    code = review.participation_code
    alone = review.child.unaccompanied
    form.parents_took_part = (
        TookPart.CAME
        if came & PARENTS
        else TookPart.NOT_APPROPRIATE
        if alone
        else chance.choices(list(TookPart)[1:], [55, 35, 10])[0]
    )
    form.carers_took_part = TookPart.CAME if Attendee.CARER in came else TookPart.VIEWS
    had_one = Attendee.ADVOCATE in came or code in ("PN2", "PN5")
    form.advocate_offered = had_one or (code != "PN0" and chance.random() < 0.7)
    form.placement_right = chance.random() < 0.95
    form.placement_note = "" if form.placement_right else chance.choice(NOT_RIGHT).format(name=name)
    form.permanence_plan = _plan(form, chance)
    form.plans_checked = True
    possible = [plan for plan in Plan if plan != Plan.PATHWAY or _age(form) >= 16]
    form.plans_out_of_date = [plan for plan in possible if chance.random() < 0.06]
    form.concern = chance.choice(CONCERNS).format(name=name) if chance.random() < 0.03 else ""


def _plan(form: OutcomeForm, chance: Random) -> Permanence:
    """A likely plan for the child's age and order; at a first review often none yet."""
    review = form.review
    without = 0.55 if review.rule in BEFORE_PERMANENCE else 0.05
    if review.rule.startswith("adoption"):
        return Permanence.ADOPTION
    if chance.random() < without:
        return Permanence.NONE_YET
    if _age(form) >= 16:
        return Permanence.INDEPENDENCE
    likely = {
        Permanence.HOME: 25,
        Permanence.FAMILY: 15,
        Permanence.SPECIAL_GUARDIAN: 10,
        Permanence.LONG_TERM_FOSTERING: 45,
        Permanence.RESIDENTIAL: 5 if _age(form) >= 11 else 0,
    }
    return chance.choices(list(likely), list(likely.values()))[0]


def _age(form: OutcomeForm) -> int:
    return age_on(form.review.child.date_of_birth, form.review.held_on)


def _correct(forms: list[OutcomeForm]) -> None:
    """Correct two of July's, by whoever had handed them in."""
    july = [one for one in forms if one.review.held_on >= date(2017, 7, 3)]
    first, second = [one for one in july if Attendee.HEALTH not in one.attendees][:2]
    nurse_too = {"attendees": [*first.attendees, Attendee.HEALTH.value]}
    for form, reason, changes in (
        (first, LEFT_OUT, nurse_too),
        (second, AGREED_SINCE, {"next_steps": NEXT_STEP}),
    ):
        correct_outcome_form(
            form, changes=changes, reason=reason, version=0, at=CORRECTED_AT, by=form.submitted_by
        )
