"""The tables of quality audits: grades, themes, years."""

from reporting.tables.shape import Table, column, of_whole
from reporting.written import number, rate, year
from reviews.models import QualityAudit


def grades(audits: dict) -> Table | None:
    """Audits by grade, the best first."""
    if not audits["audits"]:
        return None
    words = dict(QualityAudit.Grade.choices)
    return of_whole(
        "audit-grades",
        "Audits by grade",
        {words[grade]: n for grade, n in audits["by_grade"].items()},
        audits["audits"],
        what="Audits",
        heading="Grade",
    )


def themes(audits: dict) -> Table | None:
    """What the audits found strong and weak."""
    if not audits["audits"]:
        return None
    words = dict(QualityAudit.Theme.choices)
    return Table(
        "audit-themes",
        "What the audits found strong and weak",
        [column("Theme", numeric=False), column("Strong"), column("Weak")],
        [
            [words[theme], number(found["strong"]), number(found["weak"])]
            for theme, found in audits["by_theme"].items()
        ],
        note="An audit names several themes, or none.",
    )


def audits_by_year(figures: dict) -> Table | None:
    """Audits over the years, where they were recorded."""
    years = [*figures["earlier"], {"year": figures["year"], "audits": figures["audits"]}]
    known = [one for one in years if one["audits"]["audits"]]
    if len(known) < 2:
        return None
    return Table(
        "audits-by-year",
        "Audits over the years",
        [
            column("Year", numeric=False), column("Audits"), column("Good or outstanding"),
            column("Reviews audited, of all held"),
        ],
        [
            [
                year(one["year"]), number(one["audits"]["audits"]),
                rate(one["audits"]["good_or_better_percent"]),
                rate(one["audits"]["reviews_audited_percent"]),
            ]
            for one in known
        ],
    )  # fmt: skip
