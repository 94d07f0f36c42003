"""The coarser groups in which the report prints ethnicity and placement."""

ETHNICITY = {
    "White": ("WBRI", "WIRI", "WIRT", "WOTH", "WROM"),
    "Mixed or multiple ethnic groups": ("MWBC", "MWBA", "MWAS", "MOTH"),
    "Asian or Asian British": ("AIND", "APKN", "ABAN", "AOTH", "CHNE"),
    "Black, Black British, Caribbean or African": ("BCRB", "BAFR", "BOTH"),
    "Any other ethnic group": ("OOTH",),
    "Refused or not yet obtained": ("REFU", "NOBT"),
}
PLACEMENT = {
    "Foster care with a relative or friend": ("U1", "U2", "U3"),
    "Foster care with another carer": ("U4", "U5", "U6"),
    "Children's home or residential care": ("K1", "K2", "R1", "R2", "R3"),
    "Semi-independent or supported living": ("H5", "K3", "P2", "P3"),
    "Placed with parents": ("P1",),
    "Placed for adoption": ("A3", "A4", "A5", "A6"),
    "Residential school": ("S1",),
    "Young offender institution": ("R5",),
    "Temporary or other placement": (
        "T0", "T1", "T2", "T3", "T4", "Z1", "Z11", "Z12", "Z13", "Z14",
    ),
}  # fmt: skip
NOT_RECORDED = "Not recorded"


def grouped(counts: dict[str, int], groups: dict[str, tuple[str, ...]]) -> dict[str, int]:
    """The counts by code, added up by group, groups without a child left out.

    Unit: as the counts'. Source: DfE's own headings in its published tables, shortened.
    """
    sums = {name: sum(counts.get(code, 0) for code in codes) for name, codes in groups.items()}
    placed = {code for codes in groups.values() for code in codes}
    sums[NOT_RECORDED] = sum(n for code, n in counts.items() if code not in placed)
    return {name: n for name, n in sums.items() if n}
