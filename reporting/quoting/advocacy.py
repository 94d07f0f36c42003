"""Advocates and independent visitors, in sentences."""

from reporting import sentences
from reporting.quoting.shape import Quotable, at, sentence
from reporting.written import fewest, number

HERE = "advocacy"
SERVICES = {"advocate": "advocates", "visitor": "visitors"}
COUNTS = {
    "referred": "referred in the year",
    "matched": "found in the year",
    "waiting": "waited for at the end",
}
KEYS = {"waiting": "waiting_at_end"}


def _of(service: str, plural: str) -> list[Quotable]:
    """The counts of one of the two."""
    return [
        *(
            Quotable(
                f"{plural}-{what}", f"{plural.capitalize()} {words}", HERE,
                at(f"support.{service}.{KEYS.get(what, what)}"), number,
            )
            for what, words in COUNTS.items()
        ),
        Quotable(
            f"{plural}-working-days", f"{plural.capitalize()}: working days to a match", HERE,
            at(f"support.{service}.median_working_days_to_match"), fewest,
        ),
        sentence(
            plural, f"{plural.capitalize()} in the year", HERE,
            lambda figures: sentences.advocacy(figures["support"], service),
        ),
    ]  # fmt: skip


QUOTABLE = [one for service, plural in SERVICES.items() for one in _of(service, plural)]
