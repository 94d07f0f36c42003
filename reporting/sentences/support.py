"""Sentences of advocates and independent visitors."""

from reporting.written import counted, fewest, sentence

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
    return sentence(
        f"{_count(block['referred'], 'child was', 'children were')} referred for {one}.",
        f"{_count(block['matched'], f'{noun} was', f'{noun}s were')} found{took}.",
        f"{_count(block['waiting_at_end'], 'child was', 'children were')} waiting at the end.",
    )


def _count(count: int, one: str, many: str) -> str:
    return counted(count, one, many) if count else f"No {one}"
