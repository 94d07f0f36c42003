"""The tables of outcome forms and of records of discussion."""

from reporting.tables.shape import Table, of_whole


def outcome_forms(forms: dict) -> Table:
    """Forms within 24 hours, late, outstanding."""
    return of_whole(
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
    table = of_whole(
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
