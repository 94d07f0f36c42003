"""How likely each legal status and placement is; weights, not per cent."""

# Legal status: the weight of each way it can go, with the days until each change.
LEGAL_WAYS = {
    (("V2", 0),): 12,
    (("V2", 0), ("C1", 90), ("C2", 290)): 24,
    (("C1", 0), ("C2", 200)): 40,
    (("L2", 0), ("C1", 8), ("C2", 210)): 4,
    (("L1", 0), ("V2", 3), ("C1", 40), ("C2", 240)): 3,
    (("V2", 0), ("C2", 400)): 7,
}
TEENAGER_WAYS = {
    (("V2", 0),): 46,
    (("V2", 0), ("C1", 120), ("C2", 330)): 20,
    (("J1", 0), ("V2", 30)): 3,
    (("C1", 0), ("C2", 200)): 17,
}
# By the least age: the weight of each placement to begin with.
FIRST_PLACES = {
    0: {"U6": 70, "U3": 12, "P1": 8, "R3": 10},
    2: {"U6": 74, "U3": 16, "P1": 10},
    10: {"U6": 62, "U3": 10, "P1": 6, "K2": 22},
    15: {"U6": 46, "U3": 6, "P1": 4, "K2": 28, "H5": 14, "R1": 2},
}
LATER_PLACES = {
    0: {"U6": 40, "U4": 20, "U3": 10, "U1": 14, "P1": 16},
    5: {"U4": 50, "U1": 14, "U6": 18, "K2": 12, "P1": 6},
    12: {"U4": 34, "U1": 8, "U6": 16, "K2": 34, "S1": 3, "P1": 5},
    16: {"H5": 34, "P2": 8, "U4": 24, "K2": 24, "U6": 8, "R1": 2},
}
PROVIDERS = {
    "P1": {"PR0": 1},
    "P2": {"PR4": 2, "PR5": 1},
    "H5": {"PR4": 5, "PR5": 3, "PR1": 2},
    "U1": {"PR1": 1},
    "U3": {"PR1": 1},
    "K2": {"PR4": 1},  # which are the council's own is settled for all at once
}
FOSTER = {"PR1": 65, "PR4": 32, "PR5": 3}

# By placement: the usual miles from home and the furthest.
MILES = {"P1": (0, 0), "U1": (4, 40), "U3": (4, 40), "K2": (22, 140), "K1": (60, 160)}
MILES_ELSEWHERE = (9, 70)
