"""What the service is for, in words that stay."""

from reporting.sections.shape import Section


def section(_figures: dict) -> Section:
    """The law and the duties."""
    return Section(
        "service",
        "The service and its duties",
        prose="reporting/prose/service.html",
        new_page=True,
    )
