"""Six disabled children in short breaks, who are reviewed and do not count as looked after."""

from datetime import date

from iro_service.demonstration.care import Stage
from iro_service.demonstration.course import Course
from iro_service.demonstration.profiles import Profile

FIRST_NUMBER = 9001  # of course and family, past all others
# The first break, the day of birth, sex, district, and where.
CHILDREN = (
    (date(2017, 4, 24), date(2008, 11, 3), "M", "Worcester", "V3", "K2"),
    (date(2017, 5, 5), date(2011, 2, 17), "F", "Redditch", "V3", "U6"),
    (date(2017, 5, 19), date(2004, 7, 30), "M", "Wychavon", "V3", "K2"),
    (date(2017, 6, 2), date(2009, 9, 12), "M", "Wyre Forest", "V4", "U6"),
    (date(2017, 6, 16), date(2006, 1, 25), "F", "Malvern Hills", "V3", "K2"),
    (date(2017, 7, 7), date(2012, 5, 8), "M", "Bromsgrove", "V4", "U6"),
)


def short_break_profiles() -> list[Profile]:
    """The children, each with a first review to come and none held."""
    return [
        Profile(
            Course(FIRST_NUMBER + n, FIRST_NUMBER + n, started_on, regime="short_breaks"),
            born,
            sex,
            district,
            disabled=True,
            status_before="CIN",
        )
        for n, (started_on, born, sex, district, _, _) in enumerate(CHILDREN)
    ]


def short_break_stages() -> list[Stage]:
    """Their one episode each."""
    return [
        Stage(FIRST_NUMBER + n, day, None, "S", None, status, "N2", place, "PR1")
        for n, (day, _, _, _, status, place) in enumerate(CHILDREN)
    ]
