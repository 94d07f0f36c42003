"""What became of decisions, and how those of the last weeks went to the team managers."""

import json
from collections import defaultdict
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from cohort.models import CaseHolding
from iro_service.demonstration.children import BATCH
from iro_service.demonstration.days import CALENDAR, TODAY, working_days
from iro_service.demonstration.dice import dice
from iro_service.demonstration.names import WORDS
from iro_service.demonstration.people import AMARA
from reviews.models import Decision, DecisionSheet, Review
from statute.timescales import deadline

SHEETS_FROM = date(2017, 6, 1)  # before, decisions went to the managers by word of mouth
LAST_DAY = date(2017, 7, 19)
CARRIED = 12
KNOWN_BEFORE_THE_NEXT = 0.93  # of those whose day is past
AMARAS_TO_SEND = 3
OUTCOMES = (("done", 80), ("partly", 12), ("not_done", 8))


@lru_cache(maxsize=1)
def texts() -> dict:
    """What was written about oversight and decisions."""
    return json.loads((WORDS / "oversight.json").read_text(encoding="utf-8"))


def load_following_up() -> None:
    """The sheets since June 2017, and what was decided again."""
    _load_sheets()
    _carry_forward()


def _load_sheets() -> None:
    chance = dice("decision sheets")
    managers = _managers()
    held = Review.objects.held().filter(held_on__gte=SHEETS_FROM, decisions__isnull=False)
    reviews = held.distinct().select_related("chair").order_by("held_on", "pk")
    sheets = [_sheet(review, managers, chance) for review in reviews]
    hers = [sheet for sheet in sheets if sheet.review.chair.email == AMARA.email]
    _one_of_everything(hers, [sheet for sheet in sheets if sheet not in hers])
    DecisionSheet.objects.bulk_create(sheets, batch_size=BATCH)


def _one_of_everything(hers: list[DecisionSheet], others: list[DecisionSheet]) -> None:
    """Amara has decisions to send and an objection to settle; another one is settled."""
    for sheet in hers[-AMARAS_TO_SEND:]:
        sheet.sent_on = sheet.sent_by = sheet.answer_due_on = None
        sheet.answer, sheet.answer_text = "", ""
        sheet.answered_on = sheet.answered_by = None
    waits = [sheet for sheet in hers if sheet.answer][-1]
    settled = next(sheet for sheet in others if sheet.answer == DecisionSheet.Answer.COMMENTS)
    for sheet, words in zip((settled, waits), texts()["objections"], strict=True):
        sheet.answer, sheet.answer_text = DecisionSheet.Answer.OBJECTS, words
    settled.settled_on = CALENDAR.add_working_days(settled.answered_on, 2)
    settled.settled_by, settled.settled_note = settled.sent_by, texts()["settled"]


def _managers():
    """The manager of the team that holds a child's case on a day."""
    holdings = defaultdict(list)
    for one in CaseHolding.objects.select_related("team__manager").order_by("started_on"):
        holdings[one.child_id].append(one)

    def manager(review: Review):
        then = [one for one in holdings[review.child_id] if one.started_on <= review.held_on]
        return then[-1].team.manager if then else None

    return manager


def _sheet(review: Review, managers, chance: Random) -> DecisionSheet:
    due_on = deadline("decisions_to_manager", review.held_on, CALENDAR).due_on
    sheet = DecisionSheet(review=review, due_on=due_on, manager=managers(review))
    days = chance.choice([0, 1, 1, 2, 2, 3, 4, 5, 5, 6, 7])
    sent_on = CALENDAR.add_working_days(review.held_on, days) if days else review.held_on
    if sheet.manager is None or sent_on > LAST_DAY:
        return sheet
    sheet.sent_on, sheet.sent_by = sent_on, review.chair
    sheet.answer_due_on = deadline("manager_answer", sent_on, CALENDAR).due_on
    answer = chance.choices(["agrees", "comments", ""], [70, 9, 21])[0]
    days = chance.choice([0, 1, 1, 2, 2, 3, 4, 5, 5, 7])
    answered_on = CALENDAR.add_working_days(sent_on, days) if days else sent_on
    if answer and answered_on <= LAST_DAY:
        sheet.answer, sheet.answered_on, sheet.answered_by = answer, answered_on, sheet.manager
        sheet.answer_text = chance.choice(texts()["comments"]) if answer == "comments" else ""
    return sheet


def give_outcomes(decisions: list[Decision]) -> None:
    """Give decisions not yet in the database what became of them, as the next review told."""
    chance = dice("outcomes")
    following = _next_held()
    for decision in decisions:
        review, later = decision.review, following.get(decision.review.pk)
        if later:
            _became(decision, later.held_on, chance)
        elif decision.by_when < TODAY and chance.random() < KNOWN_BEFORE_THE_NEXT:
            first = max(review.held_on, decision.by_when - timedelta(days=14))
            _became(decision, chance.choice(working_days(first, LAST_DAY)), chance)


def _next_held() -> dict[int, Review]:
    """The review of the same child held next, by the review before."""
    following: dict[int, Review] = {}
    last: dict[int, Review] = {}
    for review in Review.objects.held().order_by("held_on", "pk"):
        if before := last.get(review.child_id):
            following[before.pk] = review
        last[review.child_id] = review
    return following


def _became(decision: Decision, on: date, chance: Random) -> None:
    outcomes, weights = zip(*OUTCOMES, strict=True)
    decision.outcome, decision.outcome_on = chance.choices(outcomes, weights)[0], on
    if decision.outcome != "done":
        decision.outcome_why = chance.choice(texts()[f"why_{decision.outcome}"])


def _carry_forward() -> None:
    """Some of what was not done by the reviews of the last weeks was decided again at them."""
    following = _next_held()
    undone = Decision.objects.filter(outcome__in=["partly", "not_done"]).select_related("review")
    rows: list[Decision] = []
    for decision in undone.order_by("-review__held_on", "pk"):
        later = following.get(decision.review_id)
        if later and later.held_on >= SHEETS_FROM and len(rows) < CARRIED:
            if any(one.review == later for one in rows):
                continue
            rows.append(
                Decision(
                    review=later,
                    number=later.decisions.count() + 1,
                    text=decision.text,
                    owner=decision.owner,
                    by_when=later.held_on + timedelta(days=42),
                    carried_from=decision,
                )
            )
    Decision.objects.bulk_create(rows)
