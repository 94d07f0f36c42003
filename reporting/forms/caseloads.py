"""What the pages of caseloads are asked: a day, a number of months, what if."""

from datetime import date
from decimal import Decimal

from django import forms

from iro_service.forms import DecimalField, FilterForm, WholeNumberField
from iro_service.forms.pickers import NOT_A_DAY, DayInput

MONTHS = (12, 24, 36)


class DayForm(FilterForm):
    """Any day: past as it was, to come as it is known now."""

    on = forms.DateField(
        label="On the day", widget=DayInput(), required=False, error_messages=NOT_A_DAY
    )

    def __init__(self, data, *, today: date):
        self.today = today
        super().__init__(data)

    @property
    def is_open(self) -> bool:
        """Whether the panel starts open: where a day is chosen or was typed wrongly."""
        return bool(self.chosen or self.errors)

    @property
    def day(self) -> date:
        """The day asked for; today while none is, or it makes no sense."""
        self.is_valid()
        return self.cleaned_data.get("on") or self.today


class MonthsForm(FilterForm):
    """How many months back?"""

    months = forms.TypedChoiceField(
        label="How far back",
        choices=[(number, f"{number} months") for number in MONTHS],
        coerce=int,
        empty_value=MONTHS[0],
        required=False,
    )

    @property
    def number(self) -> int:
        """The months asked for; twelve where that makes no sense."""
        return self.cleaned_data["months"] if self.is_valid() else MONTHS[0]


class WhatIfForm(FilterForm):
    """How many children and posts more, or fewer?"""

    children = WholeNumberField(
        label="Children more, or fewer",
        noun="the number of children",
        help_text="For example 40, or -25",
        least=-100_000,
        most=100_000,
        required=False,
    )
    posts = DecimalField(
        label="Full-time posts more, or fewer",
        noun="the number of posts",
        help_text="For example 1.5, or -0.6",
        least=-1_000,
        most=1_000,
        required=False,
    )

    @property
    def more(self) -> dict:
        """The children and posts more; nought where nothing or nonsense was typed."""
        self.is_valid()
        return {
            "more_children": self.cleaned_data.get("children") or 0,
            "more_posts": self.cleaned_data.get("posts") or Decimal(0),
        }
