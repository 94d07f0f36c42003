"""Oversight between reviews, advocates and independent visitors."""

_MONTH = "by_month.{m}"
OVERSIGHT = (
    "due = done_in_time + done_late + not_done",
    "done_in_time_percent from done_in_time, due",
    f"{_MONTH}.due = {_MONTH}.done_in_time + {_MONTH}.done_late + {_MONTH}.not_done",
    f"{_MONTH}.done_in_time_percent from {_MONTH}.done_in_time, {_MONTH}.due",
    *(f"{one} = by_month.*.{one}" for one in ("due", "done_in_time", "done_late", "not_done")),
    "contacts = by_kind.*",
    "contacts_per_child from contacts, children",
    "children = children_without_contact + ?children_with_contact",
    "children_on_the_day = without_oversight + ?with_oversight",
    "without_oversight_percent from without_oversight, children_on_the_day",
)

SUPPORT = ("{service}.median_working_days_to_match from {service}.matched",)
