"""The questions about how a review went."""

from datetime import datetime

from django.utils import timezone

from iro_service.forms import (
    CheckboxesField,
    DayField,
    LongTextField,
    QuestionForm,
    RadiosField,
    SelectField,
    ShortTextField,
    TimeField,
)
from reviews.codes import PARTICIPATION, Attendee, Permanence, Plan, TookPart
from reviews.forms.how_it_went.answers import CAME_BY, LATE_REASONS, UP_TO_DATE, YES_NO
from reviews.forms.how_it_went.named import name_the_child
from reviews.forms.participation import groups_for
from reviews.models import Review
from reviews.permanence import NO_PLAN, is_expected


class Questions(QuestionForm):
    """The questions as they are asked of one review."""

    held_on = DayField(label="Which day was it held?", noun="the day the review was held")
    late_reason = RadiosField(
        label="Why was it late?",
        noun="why the review was late",
        choices=LATE_REASONS,
        required=False,
    )
    late_detail = ShortTextField(
        label="More about why it was late (optional)",
        noun="what you say about why it was late",
        limit=500,
        required=False,
    )
    held_time = TimeField(label="At what time did it begin?", noun="the time the review began")
    participation_code = RadiosField(choices=PARTICIPATION)
    seen_alone = RadiosField(choices=YES_NO, inline=True)
    not_alone_reason = LongTextField(
        noun="why the child was not seen alone", limit=1000, rows=2, required=False
    )
    advocate_offered = RadiosField(choices=YES_NO, inline=True, required=False)
    attendees = CheckboxesField(label="Who else came?", choices=Attendee.choices, required=False)
    others_attending = ShortTextField(
        label="Anyone else who came (optional)", noun="who else came", limit=300, required=False
    )
    parents_took_part = RadiosField(choices=TookPart.choices, required=False)
    carers_took_part = RadiosField(choices=TookPart.choices, required=False)
    placement_right = RadiosField(choices=YES_NO, inline=True)
    placement_note = LongTextField(
        noun="why the placement is not right", limit=1000, rows=2, required=False
    )
    permanence_plan = SelectField(
        label="What is the plan for permanence?",
        missing="Select the plan for permanence, or none yet",
        choices=Permanence.choices,
    )
    plans = CheckboxesField(
        label="Which plans are out of date?",
        missing="Select the plans that are out of date, or that all are up to date",
        choices=[*Plan.choices, (UP_TO_DATE, "None: all are up to date")],
    )
    next_steps = LongTextField(
        label="What happens next? (optional)",
        noun="what happens next",
        help_text="Anything to be done before the next review that is not one of the decisions",
        limit=2000,
        rows=3,
        required=False,
    )
    concern = LongTextField(
        label="Is there a concern that should become a dispute? (optional)",
        noun="the concern",
        help_text="Say what it is, or leave this empty",
        limit=2000,
        rows=2,
        required=False,
    )

    def __init__(self, data=None, *, review: Review, at: datetime, **kwargs):
        super().__init__(data, **kwargs)
        self.review, self.at = review, at
        self.on = timezone.localtime(at).date()
        name_the_child(self.fields, review.child.given_name)
        for field, (_, boxes) in CAME_BY.items():
            self.fields[field].help_text = f"No need to answer if you ticked the {boxes}"
        if is_expected(review):
            self.fields["permanence_plan"].help_text = NO_PLAN
        groups = self._groups()["groups"]
        if len(groups) == len(groups[0].choices) == 1:  # a baby: there is nothing to ask
            self.initial.setdefault("participation_code", *groups[0].choices)

    def _groups(self) -> dict:
        period = self.review.period
        last = min(self.on, period.ended_on or self.on)
        first = min(max(self.review.base_on, period.started_on), last)
        return {"groups": groups_for(self.review, first, last)}
