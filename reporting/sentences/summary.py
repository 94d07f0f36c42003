"""The sentence that warns of a year not over."""

from reporting.written import day, span


def unfinished(figures: dict) -> str:
    """That the year is not over, where it is not."""
    if figures["is_complete"]:
        return ""
    name = span(figures["year"])
    return (
        f"The {name} {'is' if name == 'year' else 'are'} not over: these figures run to "
        f"{day(figures['as_at'])}, and shares may still change a good deal."
    )
