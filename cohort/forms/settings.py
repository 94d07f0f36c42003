"""The questions about the council and its IROs' posts."""

from cohort.models import Council, IROPost
from iro_service.forms import (
    DayField,
    DecimalField,
    QuestionForm,
    RadiosField,
    ShortTextField,
)


class CouncilForm(QuestionForm):
    """What the law leaves to the council."""

    name = ShortTextField(
        label="The council's name",
        noun="the council's name",
        limit=100,
        missing="Enter the council's name",
    )
    established_posts = DecimalField(
        label="Full-time IRO posts in the establishment",
        noun="the number of posts",
        least=0,
        most=500,
        decimal_places=1,
        missing="Enter the number of posts",
    )
    count_months_as = RadiosField(
        label="Count months between reviews as",
        choices=Council.MonthsAs.choices,
        small=True,
        help_text="Counts for reviews planned from now on; days already set stay",
        missing="Select how months are counted",
    )


class PostForm(QuestionForm):
    """An IRO's post."""

    full_time_equivalent = DecimalField(
        label="Part of a full-time post",
        noun="the part of a full-time post",
        least=0,
        most=1,
        decimal_places=2,
        help_text="1 for full time, 0.6 for three days a week",
        missing="Enter the part of a full-time post",
    )
    contract = RadiosField(
        label="Contract",
        choices=IROPost.Contract.choices,
        small=True,
        missing="Select the contract",
    )
    started_on = DayField(
        label="From", noun="the day the post starts", missing="Enter the day the post starts"
    )
    ended_on = DayField(
        label="Until, if known",
        noun="the day the post ends",
        help_text="The first day the post is no longer filled",
        required=False,
    )

    def clean_full_time_equivalent(self):
        """Refuse a post of nothing."""
        value = self.cleaned_data["full_time_equivalent"]
        if value == 0:
            self.add_error(
                "full_time_equivalent", "The part of a full-time post must be more than 0"
            )
        return value

    def clean(self):
        """Hold the two days against each other."""
        typed = super().clean()
        started, ended = typed.get("started_on"), typed.get("ended_on")
        if started and ended and ended <= started:
            self.add_error("ended_on", "The day the post ends must be after the day it starts")
        return typed
