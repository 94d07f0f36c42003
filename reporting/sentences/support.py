"""Sentences of advocates and independent visitors."""

from reporting.tables.withheld import FEWER
from reporting.written import counted, fewest

NOUNS = {
    "advocate": ("an advocate", "advocate"),
    "visitor": ("an independent visitor", "independent visitor"),
}


def advocacy(support: dict, service: str) -> str:
    """How many were referred and matched, how long it took, and how many wait."""
    block, (one, noun) = support[service], NOUNS[service]
    if block["referred"] is None:
        return f"How many children had {one} in this year is not known."
    if not (block["offered"] or block["referred"] or block["matched"] or block["waiting_at_end"]):
        return f"Nobody was offered or waited for {one}."
    middle = block["median_working_days_to_match"]
    took = f", after a median wait of {fewest(middle)} working days" if middle is not None else ""
    return (
        f"{_told(block['referred'], 'child was', 'children were')} referred for {one} and "
        f"{_told(block['matched'], f'{noun} was', f'{noun}s were', start=False)} found{took}. "
        f"{_told(block['waiting_at_end'], 'child was', 'children were')} waiting at the end."
    )


def _told(count: int, one: str, many: str, *, start: bool = True) -> str:
    """The count as a public document may tell it."""
    if 0 < count < FEWER:
        return f"{'Fewer' if start else 'fewer'} than {FEWER} {many}"
    return counted(count, one, many) if count else f"{'No' if start else 'no'} {one}"
