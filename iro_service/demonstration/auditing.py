"""Loads the quality audits: two years of reviews looked at again, and what came of it."""

import json
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from accounts.models import Role, User
from iro_service.demonstration.days import TODAY, working_day_after, working_days
from iro_service.demonstration.dice import dice
from iro_service.demonstration.names import WORDS
from iro_service.demonstration.office import Office
from iro_service.demonstration.people import FIRST
from reviews.models import AuditAction, QualityAudit, Review

# From and to which day reviews were looked at again, and how many.
ROUNDS = (
    (date(2015, 9, 1), date(2016, 3, 31), 10),
    (date(2016, 5, 1), date(2017, 2, 28), 14),
    (date(2017, 3, 13), date(2017, 3, 31), 6),
    (date(2017, 4, 3), date(2017, 7, 12), 10),
)
GRADES = {"outstanding": 2, "good": 9, "improve": 8, "inadequate": 2}
THEMES = {"outstanding": (3, 0), "good": (3, 1), "improve": (1, 3), "inadequate": (0, 4)}
PRACTICE_MANAGER_SINCE = date(2017, 3, 13)
AUDITORS_BEFORE = ("An IRO of a neighbouring council", "Interim group manager")
WEEKS_TO_DO = (4, 6, 8)
NEVER_DONE = 0.2  # of the actions of the last year whose day is past


@lru_cache(maxsize=1)
def texts() -> dict:
    """What audits found and asked for."""
    return json.loads((WORDS / "audits.json").read_text(encoding="utf-8"))


def load_audits(office: Office) -> None:
    """About forty, with their actions: most are done, some are overdue, some have time left."""
    chance = dice("audits")
    enters = office.users[FIRST[Role.PRACTICE_MANAGER]]
    audits: list[QualityAudit] = []
    for first, last, number in ROUNDS:
        for day in sorted(chance.sample(working_days(first, last), number)):
            taken = [one.review_id for one in audits]
            held = Review.objects.held_between(day - timedelta(days=70), day - timedelta(days=14))
            reviews = held.exclude(pk__in=taken).order_by("pk").values_list("pk", flat=True)
            audits.append(_audit(chance.choice(reviews), day, enters, chance))
    QualityAudit.objects.bulk_create(audits)
    AuditAction.objects.bulk_create(
        [action for audit in audits for action in _actions(audit, enters, chance)]
    )


def _audit(review: int, day: date, enters: User, chance: Random) -> QualityAudit:
    grade = chance.choices(list(GRADES), list(GRADES.values()))[0]
    themes = chance.sample(QualityAudit.Theme.values, sum(THEMES[grade]))
    strong, weak = themes[: THEMES[grade][0]], themes[THEMES[grade][0] :]
    found = [chance.choice(texts()["strong"][theme]) for theme in strong]
    found += [chance.choice(texts()["weak"][theme]) for theme in weak]
    manager = str(enters) if day >= PRACTICE_MANAGER_SINCE else chance.choice(AUDITORS_BEFORE)
    return QualityAudit(
        review_id=review,
        audited_on=day,
        auditor=manager,
        grade=grade,
        strong=strong,
        weak=weak,
        found=" ".join([*found, texts()["closing"][grade]]),
        entered_by=enters,
    )


def _actions(audit: QualityAudit, enters: User, chance: Random) -> list[AuditAction]:
    return [_action(audit, theme, enters, chance) for theme in audit.weak]


def _action(audit: QualityAudit, theme: str, enters: User, chance: Random) -> AuditAction:
    text, owner = texts()["actions"][theme]
    weeks = chance.choice(WEEKS_TO_DO)
    due_on = working_day_after(audit.audited_on + timedelta(weeks=weeks))
    action = AuditAction(audit=audit, text=text, owner=owner, due_on=due_on)
    done_on = working_day_after(audit.audited_on + timedelta(days=chance.randint(5, weeks * 8)))
    lately = audit.audited_on > TODAY - timedelta(days=365)
    if done_on <= TODAY and not (lately and chance.random() < NEVER_DONE):
        action.done_on, action.done_by = done_on, enters
    return action
