"""Loads the reviews, held and to come, with their outcome forms, decisions and records."""

from datetime import timedelta
from random import Random

from accounts.models import Role
from iro_service.demonstration.children import BATCH, InCare
from iro_service.demonstration.days import RECORDS_FROM, TODAY
from iro_service.demonstration.diary import Sitting, the_bookings, the_sittings
from iro_service.demonstration.dice import dice
from iro_service.demonstration.following_up import give_outcomes
from iro_service.demonstration.letters import make_letters
from iro_service.demonstration.office import Office
from iro_service.demonstration.paperwork import Papers, the_papers
from iro_service.demonstration.participation import the_codes
from iro_service.demonstration.people import FIRST
from iro_service.demonstration.writing import (
    NOT_ALONE,
    TOO_YOUNG,
    About,
    attendees,
    decisions,
    late_reason,
    sections,
)
from reviews.models import Decision, OutcomeForm, Record, Review
from statute.ages import age_on
from statute.timescales import outcome_form_due_at

METHODS = ("in_person", "phone", "video")
RECIPIENTS = "Child (own copy)\nParents\nCarers\nSocial worker and team manager\nSchool"


def load_reviews(office: Office, children: dict[int, InCare]) -> None:
    """Every review, oldest first, and its papers."""
    chance = dice("reviewing")
    sittings = sorted(the_sittings(), key=lambda s: (s.at, s.course.number))
    held = Review.objects.bulk_create(
        [_held(sitting, office, children, chance) for sitting in sittings], batch_size=BATCH
    )
    reviews = {
        (sitting.course.number, sitting.review.held_on): review
        for sitting, review in zip(sittings, held, strict=True)
    }
    _load_planned(office, children)
    papers = [
        (paper, reviews[paper.sitting.course.number, paper.sitting.review.held_on])
        for paper in the_papers()
    ]
    _load_forms(papers, office, children)
    _load_decisions(papers, children)
    _load_records(papers, office, children)


def _held(sitting: Sitting, office: Office, children, chance: Random) -> Review:
    review, number = sitting.review, sitting.course.number
    reason, detail = late_reason(review.rule, chance) if review.late else ("", "")
    recorded = review.held_on >= RECORDS_FROM
    return Review(
        child=children[number].child,
        period=children[number].period,
        due_on=review.due_on,
        rule=review.rule,
        base_on=review.base_on,
        booked_for=sitting.at if recorded else None,
        place=sitting.place if recorded else "",
        chair=office.users[sitting.chair],
        held_on=review.held_on,
        held_time=sitting.at.time(),
        method=chance.choices(METHODS, [965, 25, 10])[0],
        participation_code=the_codes()[number, review],
        late_reason=reason,
        late_detail=detail,
    )


def _load_planned(office: Office, children: dict[int, InCare]) -> None:
    """One planned review for each child in care; those that are booked owe an outcome form."""
    bookings = the_bookings()
    rows = []
    for number, in_care in children.items():
        course = in_care.profile.course
        if course.in_care(TODAY):
            booking = bookings.get(number)
            rows.append(
                Review(
                    child=in_care.child,
                    period=in_care.period,
                    due_on=course.next.due_on,
                    rule=course.next.rule,
                    base_on=course.next.base_on,
                    booked_for=booking and booking.at,
                    place=booking.place if booking else "",
                    chair=office.users[booking.chair] if booking else None,
                )
            )
    planned = Review.objects.bulk_create(rows, batch_size=BATCH)
    OutcomeForm.objects.bulk_create(
        [
            OutcomeForm(review=review, due_at=outcome_form_due_at(review.booked_for))
            for review in planned
            if review.booked_for
        ]
    )


def _load_forms(papers: list[tuple[Papers, Review]], office: Office, children) -> None:
    chance = dice("forms")
    rows = []
    for paper, review in papers:
        profile = children[paper.sitting.course.number].profile
        code = review.participation_code
        alone = code != "PN0" and chance.random() < (0.5 if code == "PN7" else 0.78)
        why_not = TOO_YOUNG if code == "PN0" else chance.choice(NOT_ALONE)
        rows.append(
            OutcomeForm(
                review=review,
                due_at=outcome_form_due_at(paper.sitting.at),
                submitted_at=paper.submitted_at,
                submitted_by=office.users[paper.sitting.chair],
                attendees=attendees(code, chance, unaccompanied=profile.unaccompanied),
                seen_alone=alone,
                not_alone_reason="" if alone else why_not,
            )
        )
    OutcomeForm.objects.bulk_create(rows, batch_size=BATCH)


def _about(paper: Papers, children: dict[int, InCare]) -> About:
    child = children[paper.sitting.course.number].child
    age = age_on(child.date_of_birth, paper.sitting.review.held_on)
    for_adoption = paper.sitting.course.authorised_on is not None
    return About(child.given_name, age, child.unaccompanied, child.disabled, for_adoption)


def _load_decisions(papers: list[tuple[Papers, Review]], children) -> None:
    chance = dice("decisions")
    rows = [
        Decision(
            review=review,
            number=number,
            text=decision.text,
            owner=decision.owner,
            by_when=review.held_on + timedelta(days=decision.days),
        )
        for paper, review in papers
        for number, decision in enumerate(decisions(_about(paper, children), chance), start=1)
    ]
    give_outcomes(rows)
    Decision.objects.bulk_create(rows, batch_size=BATCH)


def _load_records(papers: list[tuple[Papers, Review]], office: Office, children) -> None:
    chance = dice("records")
    sender = office.users[FIRST[Role.BUSINESS_SUPPORT]]
    rows = []
    for paper, review in papers:
        chair = office.users[paper.sitting.chair]
        text = sections(_about(paper, children), chance)
        version = chance.randint(2, 6)
        if paper.completed_on is None:
            # Some are begun, some not yet.
            version = chance.choice([0, 0, 1, 1, 2])
            text = dict(list(text.items())[:version])
        rows.append(
            Record(
                review=review,
                remind_on=paper.remind_on,
                due_on=paper.due_on,
                distribution_due_on=paper.distribution_due_on,
                version=version,
                completed_on=paper.completed_on,
                completed_by=chair if paper.completed_on else None,
                distributed_on=paper.distributed_on,
                distributed_by=sender if paper.distributed_on else None,
                distributed_to=RECIPIENTS if paper.distributed_on else "",
                **text,
            )
        )
    make_letters(rows)
    Record.objects.bulk_create(rows, batch_size=BATCH)
