"""The coarser groups in which ethnicity and placement are told: DfE's own headings, shortened."""

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
