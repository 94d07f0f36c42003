"""Loads the children, their care, and who works with them."""

from dataclasses import dataclass

from cohort.models import Allocation, CaseHolding, Child, Episode, PeriodOfCare
from iro_service.demonstration.allocation import Share, the_shares
from iro_service.demonstration.care import the_stages
from iro_service.demonstration.casework import holdings
from iro_service.demonstration.dice import dice
from iro_service.demonstration.likelihoods import MILES, MILES_ELSEWHERE
from iro_service.demonstration.names import name_children
from iro_service.demonstration.office import Office
from iro_service.demonstration.people import POSTS
from iro_service.demonstration.profiles import Profile, the_profiles
from iro_service.demonstration.short_breaks import short_break_profiles, short_break_stages

BATCH = 2000
FIRST_REFERENCE = 104217  # a child's reference is a number that tells nothing about them


@dataclass(frozen=True)
class InCare:
    """A child with their period of care and their profile."""

    child: Child
    period: PeriodOfCare
    profile: Profile


def load_children(office: Office) -> dict[int, InCare]:
    """All children, by the number of their course."""
    profiles = [*the_profiles().values(), *short_break_profiles()]
    names = name_children(profiles)
    children = Child.objects.bulk_create(
        [
            Child(
                reference=str(FIRST_REFERENCE + 7 * n),
                given_name=names[profile.course.number].given,
                family_name=names[profile.course.number].family,
                ethnicity=names[profile.course.number].ethnicity,
                date_of_birth=profile.date_of_birth,
                sex=profile.sex,
                disabled=profile.disabled,
                unaccompanied=profile.unaccompanied,
            )
            for n, profile in enumerate(profiles)
        ],
        batch_size=BATCH,
    )
    stages = [*the_stages(), *short_break_stages()]
    reasons = {stage.course: stage.reason_ended for stage in stages}  # the last one's stays
    periods = PeriodOfCare.objects.bulk_create(
        [
            PeriodOfCare(
                child=child,
                started_on=profile.course.started_on,
                ended_on=profile.course.ended_on,
                reason_ended=reasons[profile.course.number],
                status_before=profile.status_before,
                district=office.districts[profile.district],
            )
            for child, profile in zip(children, profiles, strict=True)
        ],
        batch_size=BATCH,
    )
    by_course = {
        profile.course.number: InCare(child, period, profile)
        for child, period, profile in zip(children, periods, profiles, strict=True)
    }
    _load_episodes(stages, by_course)
    _load_allocations(office, by_course)
    _load_holdings(office, profiles, by_course)
    return by_course


def _load_episodes(stages, by_course: dict[int, InCare]) -> None:
    Episode.objects.bulk_create(
        [
            Episode(
                period=by_course[stage.course].period,
                started_on=stage.started_on,
                ended_on=stage.ended_on,
                reason_new=stage.reason_new,
                reason_ended=stage.reason_ended,
                legal_status=stage.legal_status,
                need=stage.need,
                placement=stage.placement,
                provider=stage.provider,
                miles_from_home=far,
            )
            for stage, far in zip(stages, _miles_from_home(stages), strict=True)
        ],
        batch_size=BATCH,
    )


def _miles_from_home(stages) -> list[int]:
    """How far each placement is from home: most are near, some are not."""
    chance, last, miles = dice("miles"), {}, []
    for stage in stages:
        if stage.reason_new != "L" or stage.course not in last:  # else nobody moved
            usual, furthest = MILES.get(stage.placement, MILES_ELSEWHERE)
            drawn = round(chance.expovariate(1 / usual)) if usual else 0
            last[stage.course] = min(drawn, furthest)
        miles.append(last[stage.course])
    return miles


def _load_allocations(office: Office, by_course: dict[int, InCare]) -> None:
    shares = [share for of_one in the_shares().values() for share in of_one]
    shares += [
        # The short breaks are the part-time IROs' work.
        Share(in_care.profile.course.number, POSTS[-1].holders[-1].iro, start, None, "")
        for in_care in by_course.values()
        if in_care.profile.course.regime == "short_breaks"
        for start in [in_care.period.started_on]
    ]
    Allocation.objects.bulk_create(
        [
            Allocation(
                child=by_course[share.course].child,
                iro=office.users[share.iro],
                started_on=share.started_on,
                ended_on=share.ended_on,
                reason=share.reason,
            )
            for share in shares
        ],
        batch_size=BATCH,
    )


def _load_holdings(office: Office, profiles, by_course: dict[int, InCare]) -> None:
    CaseHolding.objects.bulk_create(
        [
            CaseHolding(
                child=by_course[holding.course].child,
                team=office.teams[holding.team],
                worker=office.workers[holding.worker] if holding.worker else None,
                started_on=holding.started_on,
                ended_on=holding.ended_on,
            )
            for holding in holdings(profiles)
        ],
        batch_size=BATCH,
    )
