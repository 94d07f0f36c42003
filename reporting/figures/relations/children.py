"""The children looked after, by everything they are counted by, and who came and left."""

from cohort.groups import ETHNICITY, PLACEMENT
from reporting.figures.cohort.among import RESIDENTIAL
from statute.ages import BANDS

_MADE_UP = (
    *("by_age", "by_sex", "by_ethnicity", "by_ethnic_group", "by_legal_status", "by_placement"),
    *("by_placement_group", "by_provider", "by_need", "by_status_before", "by_length"),
)
_PLACE = "by_district.{d}"


def _in_groups(group: str, code: str, groups: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(
        f"{group}.{name} = " + " + ".join(f"{code}.{one}" for one in codes)
        for name, codes in groups.items()
    )


def _among(group: str, by: str) -> tuple[str, ...]:
    """Those of a group by something, and the others who are the same."""
    return (
        f"{group} = of_{group}.{by}.*",
        f"{by}.{{k}} = of_{group}.{by}.{{k}} + ?of_{group}.{by}.others.{{k}}",
    )


COHORT = (
    *(f"total = {one}.*" for one in _MADE_UP),
    "total = by_district.*.total",
    f"{_PLACE}.total = {_PLACE}.male + {_PLACE}.female + {_PLACE}.sex_not_known",
    f"{_PLACE}.total = " + " + ".join(f"{_PLACE}.{band}" for band in BANDS),
    "by_sex.{sex} = by_district.*.{sex}",
    "by_age.{band} = by_district.*.{band}",
    *_in_groups("by_ethnic_group", "by_ethnicity", ETHNICITY),
    *_in_groups("by_placement_group", "by_placement", PLACEMENT),
    "total = disabled + ?not_disabled",
    "total = uasc + ?not_uasc",
    *(
        line
        for group in ("disabled", "uasc")
        for by in ("by_age", "by_sex", "by_placement_group", "by_legal_status")
        for line in _among(group, by)
    ),
    "residential.children = residential.own + ?residential.others",
    f"residential.children = by_placement_group.{RESIDENTIAL}",
    "by_provider.PR1 = residential.own + ?residential.own_elsewhere",
    "residential.percent from residential.own, residential.children",
    "starts = status_before.*",
    "ends = ends_by_reason.*",
    # Over a whole year those of a year before and those who came are those of now and who left.
    "?at_some_time = previous_total + starts",
    "?at_some_time = total + ends",
    "change_percent from total, previous_total",
)
