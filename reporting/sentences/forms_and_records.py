"""Sentences of outcome forms, of decisions and of records of discussion."""

from reporting.written import counted, number, rate, span


def outcome_forms(forms: dict) -> str:
    """Forms in 24 hours, late and outstanding."""
    if forms["due"] is None:
        return f"Outcome forms of this {span(forms.get('year'))} are not known."
    if not forms["due"]:
        return f"No outcome form was owed for the {span(forms.get('year'))}."
    return (
        f"{counted(forms['due'], 'outcome form was', 'outcome forms were')} owed. "
        f"{number(forms['within_24_hours'])} ({rate(forms['percent'])}) came within 24 hours of "
        f"the review, {number(forms['late'])} came late, and "
        f"{counted(forms['outstanding'], 'is', 'are')} outstanding."
    )


def decisions_sent(decisions: dict) -> str:
    """Decisions sent to the team manager in time, late and not yet."""
    if decisions["due"] is None:
        return f"When decisions of this {span(decisions.get('year'))} were sent is not known."
    if not decisions["due"]:
        return "No decisions were to be sent."
    due = counted(decisions["due"], "review was", "reviews were")
    return (
        f"The decisions of {due} to be sent. {number(decisions['in_time'])} "
        f"({rate(decisions['percent'])}) went within 5 working days, "
        f"{number(decisions['late'])} went late, and "
        f"{counted(decisions['outstanding'], 'is', 'are')} still to be sent."
    )


def records(records: dict) -> str:
    """Records completed in time, late and outstanding."""
    if records["due"] is None:
        return f"Records of discussion of this {span(records.get('year'))} are not known."
    if not records["due"]:
        return f"No record of discussion was owed for the {span(records.get('year'))}."
    return (
        f"{counted(records['due'], 'record of discussion was', 'records of discussion were')} "
        f"owed. {number(records['completed_in_time'])} "
        f"({rate(records['completed_in_time_percent'])}) were completed within 20 working days, "
        f"{number(records['completed_late'])} were completed late, and "
        f"{counted(records['outstanding'], 'is', 'are')} outstanding."
    )


def records_sent(records: dict) -> str:
    """Records sent out in time."""
    if not records["due"]:
        return ""
    return (
        f"{number(records['distributed_in_time'])} "
        f"({rate(records['distributed_in_time_percent'])}) were also sent to those they are for "
        "within 20 working days of the review."
    )
