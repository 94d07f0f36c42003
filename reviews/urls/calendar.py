"""The calendar, its feed and the bank holidays."""

from django.urls import path

from reviews.views.calendar import (
    calendar,
    calendar_feed,
    calendar_feed_end,
    calendar_feed_make,
)
from reviews.views.holidays import bank_holiday_add, bank_holiday_remove, bank_holidays

urlpatterns = [
    path("calendar/", calendar, name="calendar"),
    path("calendar/feed/make/", calendar_feed_make, name="calendar_feed_make"),
    path("calendar/feed/end/", calendar_feed_end, name="calendar_feed_end"),
    path("calendar/<str:secret>.ics", calendar_feed, name="calendar_feed"),
    path("bank-holidays/", bank_holidays, name="bank_holidays"),
    path("bank-holidays/add/", bank_holiday_add, name="bank_holiday_add"),
    path("bank-holidays/<int:pk>/remove/", bank_holiday_remove, name="bank_holiday_remove"),
]
