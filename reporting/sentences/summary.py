"""The sentence that warns of a year not over."""

from reporting.written import day


def unfinished(figures: dict) -> str:
    """That the year is not over, where it is not."""
    if figures["is_complete"]:
        return ""
    return (
        f"The year is not over: these figures run to {day(figures['as_at'])}, "
        "and shares may still change a good deal."
    )
