"""The report's tables: the same on the page and in the PDF, out of the same figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from cohort.codes import LegalStatus, StatusBefore
from reporting.percent import percent
from reporting.written import counted, day, fewest, month, number, rate, year
from statute.ages import BANDS
from statute.participation import CODES

Cell = str | None


@dataclass(frozen=True)
class Table:
    """What parts/table.html prints: one header row, cells already written."""

    id: str
    caption: str
    columns: Sequence[tuple[str, str, bool]]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell] | None = None
    note: str = ""


def column(label: str, *, numeric: bool = True) -> tuple[str, str, bool]:
    """A column with its heading."""
    return (label, label, numeric)


def timeliness_by_month(timeliness: dict) -> Table:
    """Reviews held, in timescale and the share, by month over three years."""
    years = timeliness["by_year"]
    columns = [column("Month", numeric=False)]
    for one in years:
        columns += [column(f"{year(one['year'])} {what}") for what in ("held", "in time", "%")]
    rows = []
    for n, first in enumerate(years[-1]["by_month"]):
        cells: list[Cell] = [month(first["month"]).split()[0]]
        for one in years:
            cells += _held(one["by_month"][n])
        rows.append(cells)
    total: list[Cell] = ["Whole year"]
    for one in years:
        total += _held(one)
    published = [year(one["year"]) for one in years if one["basis"] == "published"]
    note = f"{' and '.join(published)}: as published at the time." if published else ""
    return Table(
        "reviews-by-month", "Reviews held and in timescale, by month", columns, rows, total, note
    )


def _held(row: dict) -> list[Cell]:
    share = rate(percent(row["in_timescale"], row["reviews"]))
    return [number(row["reviews"]), number(row["in_timescale"]), share]


def late_reasons(timeliness: dict) -> Table | None:
    """Late reviews by reason."""
    rows = timeliness["late_reasons"]
    if not rows:
        return None
    late = sum(row["reviews"] for row in rows)
    return Table(
        "late-reasons",
        "Why reviews were held late",
        [column("Reason", numeric=False), column("Reviews"), column("Share")],
        [
            [row["reason"], number(row["reviews"]), rate(percent(row["reviews"], late))]
            for row in rows
        ],
        ["All late reviews", number(late), "100.0%"],
    )


def by_kind(timeliness: dict) -> Table | None:
    """First, second and later reviews."""
    rows = timeliness["by_kind"]
    if not rows:
        return None
    return Table(
        "reviews-by-kind",
        "Reviews held and in timescale, by kind of review",
        [
            column("Kind", numeric=False), column("Held"), column("In timescale"), column("Share"),
        ],
        [
            [row["kind"], number(row["reviews"]), number(row["in_timescale"]), rate(row["percent"])]
            for row in rows
        ],
    )  # fmt: skip


def participation_by_year(participation: dict) -> Table:
    """The three states with both rates, over three years."""
    return Table(
        "participation-by-year",
        "Participation in reviews of children aged 4 and over",
        [
            column("Year", numeric=False), column("Reviews"), column("Took part"),
            column("Did not"), column("Not recorded"), column("Took part, of all"),
            column("Took part, of those recorded"), column("Not recorded, of all"),
            column("Attended, of all"),
        ],
        [
            [
                year(row["year"]),
                number(row["reviews_aged_4_and_over"]),
                number(row["participated"]),
                number(row["not_participated"]),
                number(row["not_recorded"]),
                rate(row["participated_percent"]),
                rate(row["participated_percent_of_recorded"]),
                rate(row["not_recorded_percent"]),
                rate(row["attended_percent"]),
            ]
            for row in participation["by_year"]
        ],
        note="Attendance was not published before the records began.",
    )  # fmt: skip


def participation_codes(participation: dict) -> Table | None:
    """Reviews by PN code, with the words of each code."""
    counts = participation["by_code"]
    if None in counts.values():
        return None
    rows = [
        [code.code, code.meaning, _counts_as(code.code, participation), number(counts[code.code])]
        for code in CODES.values()
    ]
    rows.append(["None", "Not recorded, child aged 4 or over", "Not known",
                 number(counts["not_recorded"])])  # fmt: skip
    return Table(
        "participation-codes",
        "Reviews by participation code",
        [
            column("Code", numeric=False), column("Meaning", numeric=False),
            column("Took part", numeric=False), column("Reviews"),
        ],
        rows,
        ["All", "", "", number(sum(counts.values()))],
    )  # fmt: skip


def _counts_as(code: str, participation: dict) -> str:
    if code == "PN0":
        return "Left out"
    return "Yes" if code in participation["participated_codes"] else "No"


def outcome_forms(forms: dict) -> Table:
    """Forms within 24 hours, late, outstanding."""
    return _of_whole(
        "outcome-forms",
        "Outcome forms of the year's reviews",
        {
            "Within 24 hours": forms["within_24_hours"],
            "Late": forms["late"],
            "Outstanding": forms["outstanding"],
        },
        forms["due"],
        what="Forms",
        everything="Owed",
    )


def records(records: dict) -> Table:
    """Records completed in time, late, outstanding."""
    table = _of_whole(
        "records-of-discussion",
        "Records of discussion of the year's reviews",
        {
            "Completed within 20 working days": records["completed_in_time"],
            "Completed late": records["completed_late"],
            "Outstanding": records["outstanding"],
        },
        records["due"],
        what="Records",
        everything="Owed",
    )
    return table


def districts_by_sex(cohort: dict) -> Table | None:
    """Children by the district they lived in before, and sex."""
    keys = {"male": "Male", "female": "Female", "sex_not_known": "Not known"}
    if cohort["by_sex"] and not cohort["by_sex"]["sex_not_known"]:
        del keys["sex_not_known"]
    return _districts("district-by-sex", "by district and sex", keys, cohort)


def districts_by_age(cohort: dict) -> Table | None:
    """Children by the district they lived in before, and age band."""
    return _districts("district-by-age", "by district and age", BANDS, cohort)


def _districts(id: str, what: str, keys: dict[str, str], cohort: dict) -> Table | None:
    rows = cohort["by_district"]
    if rows is None:
        return None
    shown = [*keys, "total"]
    return Table(
        id,
        f"Children looked after on {day(cohort['as_at'])}, {what}",
        [column("District", numeric=False), *map(column, [*keys.values(), "Total"])],
        [[row["district"], *(number(row[key]) for key in shown)] for row in rows],
        ["Total", *(number(sum(row[key] for row in rows)) for key in shown)],
        "The district is the one the child lived in before being looked after.",
    )


def ethnicity(cohort: dict) -> Table | None:
    """Children by ethnic group."""
    return _made_up("ethnicity", "by ethnic group", "Ethnic group", "by_ethnic_group", cohort)


def placement(cohort: dict) -> Table | None:
    """Children by where they live."""
    return _made_up("placement", "by placement", "Placement", "by_placement_group", cohort)


def legal_status(cohort: dict) -> Table | None:
    """Children by legal status."""
    words = {**dict(LegalStatus.choices), "not_recorded": "Not recorded"}
    return _made_up(
        "legal-status", "by legal status", "Legal status", "by_legal_status", cohort, words
    )


def age(cohort: dict) -> Table | None:
    """Children by age band."""
    return _made_up("age", "by age", "Age", "by_age", cohort, BANDS)


def _made_up(id, what, heading, key, cohort, words=None) -> Table | None:
    if cohort[key] is None:
        return None
    counts = {(words or {}).get(code, code): n for code, n in cohort[key].items()}
    caption = f"Children looked after on {day(cohort['as_at'])}, {what}"
    return _of_whole(id, caption, counts, cohort["total"], what="Children", heading=heading)


def status_before(cohort: dict) -> Table | None:
    """Those who started in the year by what they were to the council before."""
    if cohort["starts"] is None:
        return None
    words = dict(StatusBefore.choices)
    counts = {words[status]: n for status, n in cohort["status_before"].items()}
    return _of_whole(
        "status-before",
        "Status before coming into care, of starts in the year",
        counts,
        cohort["starts"],
        what="Starts",
        heading="Status",
    )


def caseloads(caseload: dict) -> Table | None:
    """Each IRO by number, heaviest first: the public edition names nobody."""
    if not caseload["by_iro"]:
        return None
    rows = [
        [
            f"IRO {n}",
            fewest(row["fte"]),
            number(row["children"]),
            number(row["per_full_time_post"]),
        ]
        for n, row in enumerate(caseload["by_iro"], 1)
    ]
    return Table(
        "caseload-by-iro",
        f"Caseloads on {day(caseload['as_at'])}",
        [
            column("IRO", numeric=False), column("Full-time equivalent"), column("Children"),
            column("Children for each full-time post"),
        ],
        rows,
        [
            "Whole team", fewest(caseload["fte_in_post"]), number(caseload["allocated"]),
            number(caseload["average"]),
        ],
        note=_unallocated_note(caseload["unallocated"]),
    )  # fmt: skip


def _unallocated_note(unallocated: int) -> str:
    if not unallocated:
        return "IROs are numbered and not named, because this report is a public document."
    return (
        "IROs are numbered and not named, because this report is a public document. "
        f"{counted(unallocated, 'child', 'children')} without an IRO "
        f"{'is' if unallocated == 1 else 'are'} in the team's rate and in no row."
    )


def _of_whole(id, caption, counts, whole, *, what, heading="State", everything="Total") -> Table:
    """A column of counts with their share of the whole."""
    return Table(
        id,
        caption,
        [column(heading, numeric=False), column(what), column("Share")],
        [[words, number(n), rate(percent(n, whole))] for words, n in counts.items()],
        [everything, number(whole), "100.0%" if whole else None],
    )
