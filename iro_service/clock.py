"""The only module that asks what day it is."""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """The business day: IRO_TODAY where it is set (a demonstration), else the day in England."""
    return settings.IRO_TODAY or timezone.localdate()


def now() -> datetime:
    """This moment, moved to the business day where IRO_TODAY sets one."""
    moment = timezone.localtime()
    if settings.IRO_TODAY is None:
        return moment
    return datetime.combine(settings.IRO_TODAY, moment.time(), tzinfo=moment.tzinfo)


def day_of(moment: datetime) -> date:
    """The day in England on which the moment falls."""
    return timezone.localdate(moment)
