"""How children took part by age, ethnic group and disability, and whether they were seen alone."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Count

from cohort.models import Council
from reporting.figures.groups import NOT_RECORDED as NO_GROUP
from reporting.figures.year import ReportingYear
from reporting.percent import percent
from reviews.models import Review
from reviews.taking_part import BANDS, GROUPS, NOT_RECORDED, asked, with_child

GROUP_WORDS = {name: NO_GROUP if name == NOT_RECORDED else name for name in GROUPS}
DISABILITY = {"yes": "Disabled", "no": "Not disabled"}
KEYS = ("by_age", "by_ethnic_group", "by_disability", "seen_alone")


def by_child(year: ReportingYear, on: date, council: Council) -> dict:
    """The year's reviews of children aged 4 and over, by who the child was.

    Unit: reviews. Source: DEFINITIONS. The child's age is that of the day the review was held.
    """
    held = Review.objects.held_between(year.first, year.as_at(on)).order_by()
    facts = ("age_band", "ethnic_group", "child__disabled", "participation_code")
    counted = with_child(held).values_list(*facts).annotate(reviews=Count("pk"))
    ages, groups, disabled = Counter(), Counter(), Counter()  # type: ignore[var-annotated]
    for band, group, is_disabled, code, n in counted:
        state = _state(code, council.participated_codes)
        ages[band, state] += n
        groups[group, state] += n
        disabled["yes" if is_disabled else "no", state] += n
    return {
        "by_age": _rows(BANDS.items(), ages),
        "by_ethnic_group": [row for row in _rows(GROUP_WORDS.items(), groups) if row["reviews"]],
        "by_disability": _rows(DISABILITY.items(), disabled),
        "seen_alone": _seen_alone(held),
    }


def not_by_child() -> dict:
    """The same keys where there are no records to tell it."""
    return dict.fromkeys(KEYS)


def _state(code: str, participated: list[str]) -> str:
    if not code:
        return NOT_RECORDED
    return "participated" if code in participated else "not_participated"


def _rows(names: Iterable[tuple[str, str]], counts: Counter) -> list[dict]:
    return [_row(key, words, counts) for key, words in names]


def _row(key: str, words: str, counts: Counter) -> dict:
    took_part, did_not, unknown = (
        counts[key, state] for state in ("participated", "not_participated", NOT_RECORDED)
    )
    return {
        "key": key,
        "words": words,
        "reviews": took_part + did_not + unknown,
        "participated": took_part,
        "not_participated": did_not,
        "not_recorded": unknown,
        "participated_percent": percent(took_part, took_part + did_not + unknown),
        "participated_percent_of_recorded": percent(took_part, took_part + did_not),
    }


def _seen_alone(held) -> dict:
    rows = asked(held).values_list("outcome_form__seen_alone").annotate(reviews=Count("pk"))
    found = dict(rows)
    yes, no, unknown = (found.get(answer, 0) for answer in (True, False, None))
    return {
        "yes": yes,
        "no": no,
        "not_recorded": unknown,
        "percent": percent(yes, yes + no + unknown),
        "percent_of_recorded": percent(yes, yes + no),
    }
