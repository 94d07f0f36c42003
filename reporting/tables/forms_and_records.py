"""The tables of outcome forms, of decisions and of records of discussion."""

from reporting.tables.shape import Table, column, of_whole
from reporting.written import month, number, rate, span

KINDS = {"Forms": "outcome_forms", "Decisions": "decisions", "Records": "records"}


def outcome_forms(forms: dict) -> Table:
    """Forms within 24 hours, late, outstanding."""
    return of_whole(
        "outcome-forms",
        f"Outcome forms of the reviews of the {span(forms.get('year'))}",
        {
            "Within 24 hours": forms["within_24_hours"],
            "Late": forms["late"],
            "Outstanding": forms["outstanding"],
        },
        forms["due"],
        what="Forms",
        everything="Owed",
    )


def decisions(decisions: dict) -> Table | None:
    """Reviews whose decisions were sent in time, late, not yet."""
    if not decisions["due"]:
        return None
    return of_whole(
        "decisions-sent",
        f"Decisions of the reviews of the {span(decisions.get('year'))}",
        {
            "Sent within 5 working days": decisions["in_time"],
            "Sent late": decisions["late"],
            "Not sent": decisions["outstanding"],
        },
        decisions["due"],
        what="Reviews",
        everything="Owed",
    )


def records(records: dict) -> Table:
    """Records completed in time, late, outstanding."""
    return of_whole(
        "records-of-discussion",
        f"Records of discussion of the reviews of the {span(records.get('year'))}",
        {
            "Completed within 20 working days": records["completed_in_time"],
            "Completed late": records["completed_late"],
            "Outstanding": records["outstanding"],
        },
        records["due"],
        what="Records",
        everything="Owed",
    )


def records_sent(records: dict) -> Table:
    """Records sent to those they are for in time, late, not yet."""
    return of_whole(
        "records-sent",
        f"Records of the reviews of the {span(records.get('year'))}, sent to those they are for",
        {
            "Sent within 20 working days": records["distributed_in_time"],
            "Sent late": records["distributed_late"],
            "Not sent": records["not_distributed"],
        },
        records["due"],
        what="Records",
        everything="Owed",
    )


def written_by_month(figures: dict) -> Table | None:
    """Forms, decisions and records done in time, by the month of the review."""
    blocks = {words: figures[name] for words, name in KINDS.items() if figures[name]["due"]}
    if not blocks:
        return None
    columns = [column("Month", numeric=False)]
    for what in blocks:
        columns += [column(f"{what} owed"), column(f"{what} in time"), column(f"{what}, %")]
    kinds = [block["by_month"] for block in blocks.values()]
    rows = [
        [month(together[0]["month"]), *(cell for row in together for cell in _in_time(row))]
        for together in zip(*kinds, strict=True)
    ]
    return Table(
        "written-by-month",
        "Outcome forms, decisions and records done in time, by month of the review",
        columns,
        rows,
        note=(
            "In time: forms within 24 hours, decisions sent within 5 working days, records "
            "completed within 20 working days."
        ),
    )


def _in_time(row: dict) -> list[str | None]:
    return [number(row["due"]), number(row["in_time"]), rate(row["percent"])]
