"""A council with a few of everything, for tests of the whole report."""

from datetime import date

from reporting.figures import figures
from tests.factories import (
    AllocationFactory,
    DistrictFactory,
    EpisodeFactory,
    HeldReviewFactory,
    IROPostFactory,
    OutcomeFormFactory,
    PeriodFactory,
    PublishedMonthFactory,
    PublishedYearFactory,
    RecordFactory,
)

TODAY = date(2017, 7, 20)


def some_of_everything() -> None:
    """Two earlier years as published, and a dozen children with reviews, forms and records."""
    for begins in (2014, 2015):
        for n in range(12):
            first = date(begins + (n > 8), (n + 3) % 12 + 1, 1)
            PublishedMonthFactory(month=first, reviews=100 + n, in_timescale=88 + n)
        PublishedYearFactory(
            year=f"{begins}-{begins - 1999}", reviews_aged_4_and_over=1000,
            participated=800, not_recorded=100,
        )  # fmt: skip
    districts = [DistrictFactory(name="Elm", position=1), DistrictFactory(name="Ash", position=2)]
    iro = IROPostFactory(iro__first_name="Zuzanna", iro__last_name="Hidden").iro
    for n in range(12):
        period = PeriodFactory(
            started_on=date(2016, 4 + n % 6, 5),
            district=districts[n % 2] if n % 3 else None,
            child__sex="MF"[n % 2],
            child__date_of_birth=date(2000 + n, 6, 1),
        )
        EpisodeFactory(period=period, placement=("U6", "K2", "P1")[n % 3])
        AllocationFactory(child=period.child, iro=iro)
        review = HeldReviewFactory(
            period=period,
            held_on=date(2016, 10, 3),
            due_on=date(2016, 10, 2 + n % 3),
            participation_code=("PN1", "PN7", "")[n % 3],
        )
        OutcomeFormFactory(review=review)
        RecordFactory(review=review)


def sample(year: str = "2016-17") -> dict:
    """The figures of that council."""
    some_of_everything()
    return figures(year, on=TODAY)
