"""The children, their care, and the people around them."""

from cohort.models.care import Episode, PeriodOfCare
from cohort.models.child import Child
from cohort.models.council import Council, District, ProclaimedHoliday
from cohort.models.staffing import Allocation, Cover, IROPost
from cohort.models.teams import CaseHolding, SocialWorker, Team

__all__ = [
    "Allocation",
    "CaseHolding",
    "Child",
    "Council",
    "Cover",
    "District",
    "Episode",
    "IROPost",
    "PeriodOfCare",
    "ProclaimedHoliday",
    "SocialWorker",
    "Team",
]
