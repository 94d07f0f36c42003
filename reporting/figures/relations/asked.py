"""What children answered, and what audits of reviews found."""

_QUESTION = "questions.{q}"
VOICE = (
    "offered = answered + ?not_answered",
    "percent from answered, offered",
    "beforehand.offered = beforehand.answered + ?beforehand.not_answered",
    "beforehand.percent from beforehand.answered, beforehand.offered",
    f"{_QUESTION}.answered = {_QUESTION}.answers.*.pages",
    f"{_QUESTION}.answered = {_QUESTION}.answers.*.pages + ?{_QUESTION}.only_wrote",
    f"answered = {_QUESTION}.answered + ?{_QUESTION}.left_out",
    # Of one answer its share tells how many answered in all.
    f"{_QUESTION}.answers.{{a}}.percent from {_QUESTION}.answers.*.pages",
)

AUDITS = (
    "audits = by_grade.*",
    "good_or_better = by_grade.outstanding + by_grade.good",
    "audits = good_or_better + ?not_good",
    "good_or_better_percent from good_or_better, audits",
    "reviews_held = reviews_audited + ?not_audited",
    "reviews_audited_percent from reviews_audited, reviews_held",
    "actions = actions_done + actions_to_do + actions_overdue",
)

TEAM = (
    "continuity.children = continuity.same_iro + ?continuity.another_iro",
    "continuity.same_iro_percent from continuity.same_iro, continuity.children",
    "iros = by_ethnic_group.*",
)
