"""The children, their care, and the people around them."""

from cohort.models.care import Episode, PeriodOfCare
from cohort.models.child import Child, Kinship, PreviousPermanence
from cohort.models.council import CaseloadWeights, Council, District, ProclaimedHoliday
from cohort.models.importing import ImportFile, ImportRun
from cohort.models.staffing import Allocation, Cover, IROPost
from cohort.models.support import Support
from cohort.models.teams import CaseHolding, SocialWorker, Team
from cohort.models.unit import StaffFacts, StaffingChange, Training, UnitManager

__all__ = [
    "Allocation",
    "CaseHolding",
    "CaseloadWeights",
    "Child",
    "Council",
    "Cover",
    "District",
    "Episode",
    "IROPost",
    "ImportFile",
    "ImportRun",
    "Kinship",
    "PeriodOfCare",
    "PreviousPermanence",
    "ProclaimedHoliday",
    "SocialWorker",
    "StaffFacts",
    "StaffingChange",
    "Support",
    "Team",
    "Training",
    "UnitManager",
]
