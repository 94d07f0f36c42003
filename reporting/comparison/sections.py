"""The page's sections in their order: how many, who they are, where from, where they live, why."""

from cohort.groups import ETHNICITY, PLACEMENT
from cohort.make_up.words import CODES
from iro_service.templatetags.house import counted
from reporting.comparison import moving
from reporting.comparison.by_fact import bars_of, by_code, by_group, columns_of, table
from reporting.comparison.cells import change, of_day
from reporting.comparison.crossed import district_by
from reporting.comparison.seen import Seen
from reporting.opening import Cell, Section, Table
from statute.ages import BANDS

SEXES = ("M", "F")  # told even where there is no child of them


def sections(seen: Seen) -> list[Section]:
    """Every table of the page, each with the children behind its numbers."""
    return [
        Section(
            "how-many",
            "How many",
            [
                moving.from_day_to_day(seen),
                moving.over_the_years(seen),
                moving.starts_by_status(seen),
                moving.ends_by_reason(seen),
            ],
        ),
        Section("who", "Who they are", _who(seen)),
        Section("where-from", "Where they lived before", _where_from(seen)),
        Section("care", "Legal status and placement", _care(seen)),
        Section("why", "Need, and how long", _why(seen)),
    ]


def _who(seen: Seen) -> list[Table]:
    ethnicities = by_code(seen, "ethnicity", CODES["ethnicity"])
    show_codes = f"Show {counted(len(ethnicities), 'ethnicity,ethnicities')}"
    return [
        table(seen, "age", "Age", "Age", "age", by_code(seen, "age", BANDS, always=BANDS)),
        table(seen, "sex", "Sex", "Sex", "sex", by_code(seen, "sex", CODES["sex"], always=SEXES)),
        table(
            seen, "ethnic-group", "Ethnic group", "Ethnic group", "ethnicity",
            by_group(seen, "ethnicity", ETHNICITY),
        ),
        table(
            seen, "ethnicity", "Ethnicity by code", "Ethnicity", "ethnicity", ethnicities,
            folded=show_codes,
        ),
        _groups(seen),
    ]  # fmt: skip


def _groups(seen: Seen) -> Table:
    rows = []
    for words, fact in (("Disabled", "disabled"), ("Unaccompanied", "unaccompanied")):
        on, other = (seen.count(day, fact, ("yes",)) for day in seen.days.both)
        cells = zip(seen.days.both, (on, other), strict=True)
        numbers = [of_day(number, words, day, **{fact: "yes"}) for day, number in cells]
        rows.append([Cell(words), *numbers, change(on, other)])
    on, other = (seen.short_breaks(day) for day in seen.days.both)
    cells = zip(seen.days.both, (on, other), strict=True)
    breaks = [of_day(n, "in short breaks only", day, short_breaks="yes") for day, n in cells]
    rows.append([Cell("In short breaks only"), *breaks, change(on, other)])
    caption = "Disabled, unaccompanied, short breaks"
    return Table(
        "groups",
        caption,
        columns_of(seen, "Group"),
        rows,
        chart=bars_of(seen, "groups", caption, rows),
        note="Children in short breaks only (V3, V4) are not among those looked after.",
    )


def _where_from(seen: Seen) -> list[Table]:
    districts = by_code(seen, "district", seen.districts, always=seen.districts)
    return [
        table(
            seen, "district", "District before care", "District", "district", districts
        ),
        district_by(seen, "sex", "sex", CODES["sex"]),
        district_by(seen, "age", "age", BANDS),
        table(
            seen, "status-before", "Status before care", "Status", "status_before",
            by_code(seen, "status_before", CODES["status_before"]),
        ),
    ]  # fmt: skip


def _care(seen: Seen) -> list[Table]:
    placements = by_code(seen, "placement", CODES["placement"])
    show_codes = f"Show {counted(len(placements), 'kind of placement,kinds of placement')}"
    return [
        table(
            seen, "legal-status", "Legal status", "Legal status", "legal_status",
            by_code(seen, "legal_status", CODES["legal_status"]),
        ),
        table(
            seen, "placement-group", "Placement", "Placement", "placement",
            by_group(seen, "placement", PLACEMENT),
        ),
        table(
            seen, "placement", "Placement by code", "Placement", "placement", placements,
            folded=show_codes,
        ),
        table(
            seen, "provider", "Provider of the placement", "Provider", "provider",
            by_code(seen, "provider", CODES["provider"]),
        ),
    ]  # fmt: skip


def _why(seen: Seen) -> list[Table]:
    return [
        table(
            seen, "need", "Category of need", "Need", "need", by_code(seen, "need", CODES["need"])
        ),
        table(
            seen, "length", "Length of this period of care", "Length", "length",
            by_code(seen, "length", CODES["length"], always=CODES["length"]),
        ),
    ]  # fmt: skip
