"""How the children looked after are counted."""

from reporting.figures.definition import Definition

DEFINITIONS = (
    Definition(
        measure="Children looked after",
        numerator=(
            "children in a period of care on the day; one that ended that day is not counted, "
            "nor is one of short breaks (V3, V4) only"
        ),
        denominator="",
        day="31 March, or the day the figures were taken while the year runs",
        unit="children",
        source="DfE, SSDA903 return; DfE's counts leave out short breaks only",
    ),
    Definition(
        measure="Started and ceased to be looked after",
        numerator="periods of care that began, or ended, in the year, short breaks only left out",
        denominator="",
        day="the day the period began or ended",
        unit="periods of care",
        source="DfE, SSDA903 return (RNE S; REC other than X1)",
    ),
    Definition(
        measure="In short breaks only",
        numerator="children in a period of care on the day with nothing but short breaks (V3, V4)",
        denominator="",
        day="as for children looked after",
        unit="children, none of whom counts as looked after",
        source="DfE, SSDA903 return",
    ),
    Definition(
        measure="Provider, need, legal status and placement",
        numerator="children by what their episode of the day says; without one, not recorded",
        denominator="children looked after",
        day="as for children looked after",
        unit="children",
        source="DfE, SSDA903 return (PLACE_PROVIDER, CIN, LS, PLACE)",
    ),
    Definition(
        measure="Length of the period of care",
        numerator=(
            "children by the time from the start of this period of care; not recorded where only "
            "a later part of it is known"
        ),
        denominator="children looked after",
        day="as for children looked after",
        unit="children",
        source="The service's own bands",
    ),
    Definition(
        measure="District",
        numerator="children by the district they lived in before they were looked after",
        denominator="children looked after",
        day="as for children looked after",
        unit="children",
        source="The service's own record; the return does not hold it",
    ),
    Definition(
        measure="Unaccompanied asylum-seeking children",
        numerator="children looked after and recorded as unaccompanied on the day",
        denominator="",
        day="as for children looked after",
        unit="children",
        source="DfE, SSDA903 return, UASC table",
    ),
    Definition(
        measure="Disabled children",
        numerator="children looked after and recorded as disabled",
        denominator="",
        day="as for children looked after; the disability as it stood when the figures were taken",
        unit="children",
        source="The service's own record",
    ),
    Definition(
        measure="In homes that the council runs",
        numerator="children in a children's home or other residential care (K1, K2, R1 to R3) "
        "that the council itself provides (PR1)",
        denominator="children in a children's home or other residential care",
        day="as for children looked after",
        unit="children",
        source="DfE, SSDA903 return (PLACE, PLACE_PROVIDER)",
    ),
)
