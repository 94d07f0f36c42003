"""Disputes: not kept in this service yet, and said so."""


def disputes() -> dict:
    """No dispute is counted, because none is kept here yet; the basis says which of the two."""
    return {
        "raised": 0,
        "by_stage": {},
        "by_theme": {},
        "by_outcome": {},
        "median_working_days": None,
        "within_20_working_days": 0,
        "cafcass": 0,
        "basis": "not kept",
    }
