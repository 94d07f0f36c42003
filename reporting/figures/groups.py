"""Counts by code, added up in the groups in which the report prints them."""

from cohort.groups import ETHNICITY, PLACEMENT

__all__ = ["ETHNICITY", "NOT_RECORDED", "PLACEMENT", "grouped"]
NOT_RECORDED = "Not recorded"


def grouped(counts: dict[str, int], groups: dict[str, tuple[str, ...]]) -> dict[str, int]:
    """The counts by code, added up by group, groups without a child left out.

    Unit: as the counts'. Source: DfE's own headings in its published tables, shortened.
    """
    sums = {name: sum(counts.get(code, 0) for code in codes) for name, codes in groups.items()}
    placed = {code for codes in groups.values() for code in codes}
    sums[NOT_RECORDED] = sum(n for code, n in counts.items() if code not in placed)
    return {name: n for name, n in sums.items() if n}
