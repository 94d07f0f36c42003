"""Composes the annual report out of figures: what the page shows and what the PDF prints."""

from dataclasses import dataclass, field

from reporting import drawings, sentences, tables
from reporting.drawings import Chart
from reporting.percent import percent
from reporting.tables import Table
from reporting.written import NOT_KNOWN, day, number, rate, year

TITLE = "Independent Reviewing Officers' annual report"


@dataclass
class Part:
    """Sentences, charts and tables, under a heading of their own where they have one."""

    title: str = ""
    words: list[str] = field(default_factory=list)
    charts: list[Chart | None] = field(default_factory=list)
    tables: list[Table | None] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    id: str = ""
    number: str = ""
    level: int = 3

    def __post_init__(self):
        self.words = [sentence for sentence in self.words if sentence]
        self.charts = [chart for chart in self.charts if chart]
        self.tables = [table for table in self.tables if table]


@dataclass
class Section:
    """A numbered section: prose that stays, tiles, and parts made from the figures."""

    id: str
    title: str
    parts: list[Part] = field(default_factory=list)
    tiles: list[dict] = field(default_factory=list)
    prose: str = ""
    number: str = ""
    level: int = 2
    new_page: bool = False

    @property
    def subsections(self) -> list[Part]:
        """The parts that stand in the contents."""
        return [part for part in self.parts if part.title]


def compose(figures: dict) -> dict:
    """The context of templates/reporting/report.html for the figures of one year.

    Takes what `figures()` gives, or the same read back from JSON. The sections are numbered
    in their order.
    """
    sections = [
        _summary(figures), _service(), _team(figures), _timeliness(figures),
        _participation(figures), _forms_and_records(figures), _children(figures), _notes(figures),
    ]  # fmt: skip
    for n, section in enumerate(sections, 1):
        section.number = str(n)
        for m, part in enumerate(section.subsections, 1):
            part.number, part.id = f"{n}.{m}", f"{section.id}-{m}"
    return {
        "figures": figures,
        "council": figures["council"],
        "report_title": TITLE,
        "subtitle": f"{day(figures['from'])} to {day(figures['to'])}",
        "published_on": f"Made on {day(figures['taken_on'])}. This report is a public document.",
        "language": "en-GB",
        "sections": sections,
    }


def _summary(figures: dict) -> Section:
    cohort, caseload = figures["cohort"], figures["caseload"]
    return Section(
        "summary",
        "Summary",
        tiles=_tiles(figures),
        parts=[
            Part(
                words=[
                    sentences.unfinished(figures),
                    sentences.looked_after(cohort),
                    sentences.in_timescale(figures["timeliness"]),
                    sentences.participated(figures["participation"]),
                    sentences.average_caseload(caseload),
                    sentences.records(figures["records"]),
                ]
            )
        ],
    )


def _tiles(figures: dict) -> list[dict]:
    """The headline measures, each with the two years before it."""
    timeliness = figures["timeliness"]["by_year"]
    participation = figures["participation"]["by_year"]
    cohort = figures["cohort"]["by_year"]
    earlier = [year(row["year"]) for row in timeliness[-2::-1]]
    dates = [day(row["as_at"]) for row in cohort[-2::-1]]
    return [
        _tile("Reviews held in timescale", [rate(row["percent"]) for row in timeliness], earlier),
        _tile("Reviews held", [number(row["reviews"]) for row in timeliness], earlier),
        _tile("Children looked after", [number(row["total"]) for row in cohort], dates),
        _tile(
            "Took part, of all reviews",
            [rate(row["participated_percent"]) for row in participation],
            earlier,
        ),
        _tile(
            "Took part, of those recorded",
            [rate(row["participated_percent_of_recorded"]) for row in participation],
            earlier,
        ),
        {
            "label": "Children for each full-time IRO post",
            "value": number(figures["caseload"]["average"]) or NOT_KNOWN,
            "note": "The Handbook recommends "
            f"{figures['caseload']['lowest']} to {figures['caseload']['highest']}",
        },
    ]


def _tile(label: str, values: list[str | None], earlier: list[str]) -> dict:
    before = zip(earlier, values[-2::-1], strict=True)
    note = "; ".join(f"{when}: {value or NOT_KNOWN}" for when, value in before)
    return {"label": label, "value": values[-1] or NOT_KNOWN, "note": note}


def _service() -> Section:
    return Section(
        "service",
        "The service and its duties",
        prose="reporting/prose/service.html",
        new_page=True,
    )


def _team(figures: dict) -> Section:
    caseload = figures["caseload"]
    return Section(
        "team",
        "Team and caseload",
        [
            Part("Posts", [sentences.posts(caseload)]),
            Part(
                "Caseload",
                [
                    sentences.average_caseload(caseload),
                    sentences.over_limit(caseload),
                    caseload["definition"],
                ],
                [drawings.caseloads(figures)],
                [tables.caseloads(caseload)],
            ),
        ],
    )


def _timeliness(figures: dict) -> Section:
    timeliness = figures["timeliness"]
    return Section(
        "timeliness",
        "Reviews held in timescale",
        [
            Part(
                words=[
                    "A review is in timescale when it was held on or before the day it was due. "
                    "The day held comes from the outcome form, not from the day the minutes "
                    "were finished.",
                    sentences.in_timescale(timeliness),
                    sentences.best_and_worst_month(timeliness["by_month"], percent),
                ]
            ),
            Part(
                "By month over three years",
                charts=[drawings.timeliness(figures)],
                tables=[tables.timeliness_by_month(timeliness)],
            ),
            Part(
                "Late reviews and their reasons",
                [sentences.late_reasons(timeliness), sentences.days_late(timeliness)],
                tables=[tables.late_reasons(timeliness)],
            ),
            Part(
                "By kind of review and by child",
                [sentences.by_child(timeliness)],
                tables=[tables.by_kind(timeliness)],
            ),
        ],
        new_page=True,
    )


def _participation(figures: dict) -> Section:
    participation = figures["participation"]
    return Section(
        "participation",
        "Participation",
        [
            Part(
                words=[
                    "Every review of a child aged 4 or over is counted. A review without a record "
                    "of how the child took part is counted too, and shown apart.",
                    sentences.participated(participation),
                    sentences.of_those_recorded(participation),
                    sentences.attended(participation),
                ],
            ),
            Part(
                "Over three years",
                charts=[drawings.participation(figures)],
                tables=[tables.participation_by_year(participation)],
            ),
            Part("How children took part", tables=[tables.participation_codes(participation)]),
        ],
        new_page=True,
    )


def _forms_and_records(figures: dict) -> Section:
    forms, records = figures["outcome_forms"], figures["records"]
    stand = f"The figures show how things stood on {day(figures['taken_on'])}."
    return Section(
        "records",
        "Outcome forms and records of discussion",
        [
            Part(
                "Outcome forms",
                [
                    "The IRO hands in the outcome form within 24 hours of the review.",
                    sentences.outcome_forms(forms),
                    stand,
                ],
                tables=[tables.outcome_forms(forms)],
            ),
            Part(
                "Records of discussion",
                [
                    "The IRO completes the record of discussion within 20 working days of the "
                    "review, and it is sent to the people it is for.",
                    sentences.records(records),
                    sentences.records_sent(records),
                ],
                tables=[tables.records(records)],
            ),
        ],
        new_page=True,
    )


def _children(figures: dict) -> Section:
    cohort = figures["cohort"]
    counts, starts = cohort["status_before"], cohort["starts"]
    shares = {status: percent(n, starts) for status, n in counts.items()}
    return Section(
        "children",
        "The children",
        [
            Part(
                "How many",
                [sentences.looked_after(cohort), sentences.starts_and_ends(cohort)],
            ),
            Part(
                "District",
                charts=[drawings.districts(figures)],
                tables=[tables.districts_by_sex(cohort), tables.districts_by_age(cohort)],
            ),
            Part("Age", charts=[drawings.ages(figures)], tables=[tables.age(cohort)]),
            Part("Ethnicity", tables=[tables.ethnicity(cohort)]),
            Part("Legal status", tables=[tables.legal_status(cohort)]),
            Part(
                "Placement",
                charts=[drawings.placements(figures)],
                tables=[tables.placement(cohort)],
            ),
            Part(
                "Before coming into care",
                [sentences.status_before(cohort, shares)],
                tables=[tables.status_before(cohort)],
            ),
            Part(
                "Disabled children and unaccompanied asylum-seeking children",
                [sentences.groups_of_children(cohort)],
            ),
        ],
        new_page=True,
    )


def _notes(figures: dict) -> Section:
    return Section(
        "notes",
        "Definitions and notes",
        [
            Part("How each measure is counted", notes=_definitions(figures)),
            Part("Basis, rounding and counting", _notes_in_words(figures)),
        ],
        new_page=True,
    )


def _definitions(figures: dict) -> list[tuple[str, str]]:
    """Each measure with how it is counted: paragraphs, because a long table would be cut."""
    notes = []
    for row in figures["definitions"]:
        what = row["numerator"][0].upper() + row["numerator"][1:]
        of = f", out of {row['denominator']}" if row["denominator"] else ""
        notes.append(
            (
                row["measure"],
                f"{what}{of}. Day: {row['day']}. Unit: {row['unit']}. Source: {row['source']}.",
            )
        )
    return notes


def _notes_in_words(figures: dict) -> list[str]:
    years = figures["timeliness"]["by_year"]
    from_records = [year(row["year"]) for row in years if row["basis"] == "records"]
    published = [year(row["year"]) for row in years if row["basis"] == "published"]
    months = (
        "Three and six months are counted as calendar months."
        if figures["count_months_as"] == "months"
        else "Three and six months are counted as 91 and 183 days."
    )
    return [
        f"Counted from the service's own records: {', '.join(from_records)}. The records began on "
        f"{day(figures['records_from'])}."
        if from_records
        else f"The service's records began on {day(figures['records_from'])}.",
        f"As published at the time, and not counted again: {', '.join(published)}."
        if published
        else "",
        "Percentages are rounded to one decimal, halves up, and may not add up to 100. A dash "
        "means that the figure is not known.",
        months,
        "Disputes are not kept in this service yet, so this edition does not report on them.",
    ]
