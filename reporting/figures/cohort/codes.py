"""The children by a code of the return."""

from collections.abc import Iterable, Mapping

from cohort.make_up import NOT_RECORDED


def by_code(counts: Mapping[str | None, int], order: Iterable[str]) -> dict[str, int]:
    """Counts by code, in the order of the codes; codes without a child are left out.

    A code that is none of the order's is told after them, so that the counts add up.
    """
    found = {code or NOT_RECORDED: n for code, n in counts.items()}
    known = list(order)
    others = sorted(found.keys() - {*known, NOT_RECORDED})
    return {code: found[code] for code in [*known, *others, NOT_RECORDED] if code in found}
