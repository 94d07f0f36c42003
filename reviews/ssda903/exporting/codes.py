"""Which codes the return knows in which year."""

from cohort.codes import Placement, Sex
from statute.reporting_year import ReportingYear

NEW_SEX = NEW_PLACEMENTS = ReportingYear(2024)
NEW_OTHERS = ReportingYear(2025)
_NUMBERED = {Sex.MALE: "1", Sex.FEMALE: "2"}
_UNTIL_2023 = {Placement.H5, Placement.P2}
_FROM_2024 = {Placement.K3}
_UNTIL_2024 = {Placement.Z1}
_FROM_2025 = {Placement.Z11, Placement.Z12, Placement.Z13, Placement.Z14}


def sex_code(sex: str, year: ReportingYear) -> str:
    """SEX as the year writes it; "U" stays where the year has no code for it."""
    return sex if year >= NEW_SEX else _NUMBERED.get(Sex(sex), sex)


def placements_unknown_in(year: ReportingYear) -> set[Placement]:
    """PLACE codes that are not the year's, and that its return would be refused for (rule 146)."""
    early = _UNTIL_2023 if year >= NEW_PLACEMENTS else _FROM_2024
    late = _UNTIL_2024 if year >= NEW_OTHERS else _FROM_2025
    return early | late
