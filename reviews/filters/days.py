"""The first and the last day of a list."""

import django_filters

from iro_service.forms.pickers import NOT_A_DAY, DayInput

__all__ = ["DayFilter", "DayInput"]


class DayFilter(django_filters.DateFilter):
    """A first or last day of the list."""

    def __init__(self, name: str, label: str):
        super().__init__(
            name, label=label, widget=DayInput(), error_messages=NOT_A_DAY, method="by_day"
        )
