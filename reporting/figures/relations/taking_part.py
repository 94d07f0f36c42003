"""How children took part in their reviews."""

_YEAR = "by_year.{y}"
_ASKED = f"{_YEAR}.reviews_aged_4_and_over"
_CHILDREN = ("by_age", "by_ethnic_group", "by_disability")
_STATES = ("participated", "not_participated", "not_recorded")
PARTICIPATION = (
    *(
        f"{by}.{{k}}.reviews = " + " + ".join(f"{by}.{{k}}.{state}" for state in _STATES)
        for by in _CHILDREN
    ),
    *(f"by_year.-1.reviews_aged_4_and_over = {by}.*.reviews" for by in _CHILDREN),
    *(f"by_year.-1.{state} = {by}.*.{state}" for by in _CHILDREN for state in _STATES),
    *(
        f"{by}.{{k}}.participated_percent from {by}.{{k}}.participated, {by}.{{k}}.reviews"
        for by in _CHILDREN
    ),
    *(
        f"{by}.{{k}}.participated_percent_of_recorded from {by}.{{k}}.participated, "
        f"{by}.{{k}}.not_participated"
        for by in _CHILDREN
    ),
    "by_year.-1.reviews_aged_4_and_over = seen_alone.yes + seen_alone.no + seen_alone.not_recorded",
    *(
        f"seen_alone.{share} from seen_alone.yes, seen_alone.no, seen_alone.not_recorded"
        for share in ("percent", "percent_of_recorded")
    ),
    f"{_ASKED} = {_YEAR}.participated + {_YEAR}.not_participated + {_YEAR}.not_recorded",
    f"{_ASKED} = {_YEAR}.attended + {_YEAR}.not_recorded + ?{_YEAR}.otherwise",
    f"{_YEAR}.participated_percent from {_YEAR}.participated, {_ASKED}",
    f"{_YEAR}.participated_percent_of_recorded from {_YEAR}.participated, {_ASKED}, "
    f"{_YEAR}.not_recorded",
    f"{_YEAR}.not_recorded_percent from {_YEAR}.not_recorded, {_ASKED}",
    f"{_YEAR}.attended_percent from {_YEAR}.attended, {_ASKED}",
    f"{_YEAR}.attended_percent_of_recorded from {_YEAR}.attended, {_ASKED}, {_YEAR}.not_recorded",
    "by_year.-1.reviews_aged_4_and_over = "
    + " + ".join(f"by_code.PN{n}" for n in range(1, 8))
    + " + by_code.not_recorded",
    "by_year.-1.not_recorded = by_code.not_recorded",
    "by_year.-1.attended = by_code.PN1 + by_code.PN2 + by_code.PN3 + by_code.PN4",
)


def taking_part(block: dict) -> tuple[str, ...]:
    """Which codes are taking part: the council's choice."""
    codes = " + ".join(f"by_code.{code}" for code in block["participated_codes"])
    return (f"by_year.-1.participated = {codes}",) if codes else ()
