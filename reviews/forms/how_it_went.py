"""What is asked about how a review went, when its form is handed in and when it is corrected."""

from datetime import date, datetime

from django.forms.utils import ErrorDict
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
from iro_service.templatetags.house import day as in_words
from reviews.codes import PARTICIPATION, Attendee, LateReason, Permanence, Plan, TookPart
from reviews.forms.participation import groups_for
from reviews.forms.parts import Part
from reviews.holding import why_not_at, why_not_code
from reviews.models import Review
from reviews.permanence import NO_PLAN, is_expected

LATE_REASONS = [one for one in LateReason.choices if one[0] != LateReason.NOT_RECORDED]
YES_NO = [("yes", "Yes"), ("no", "No")]
UP_TO_DATE = "none"
# Who took part, the boxes above that say so already, and the words for those boxes.
CAME_BY = {
    "parents_took_part": ({Attendee.MOTHER, Attendee.FATHER}, "mother or father"),
    "carers_took_part": ({Attendee.CARER}, "carer"),
}
WITH_ADVOCATE = ("PN2", "PN5")


class HowItWent(QuestionForm):
    """The questions whose answers may be corrected afterwards."""

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
        name = review.child.given_name
        for field, label, missing in (
            (
                "participation_code",
                f"Did {name} come to the review, and how did they take part?",
                f"Select how {name} took part",
            ),
            ("seen_alone", f"Did you see {name} alone?", f"Select yes if you saw {name} alone"),
            (
                "advocate_offered",
                f"Was {name} offered an advocate?",
                f"Select yes if {name} was offered an advocate",
            ),
            (
                "parents_took_part",
                f"Did {name}'s parents take part?",
                f"Select how {name}'s parents took part",
            ),
            (
                "carers_took_part",
                f"Did {name}'s carers take part?",
                f"Select how {name}'s carers took part",
            ),
            (
                "placement_right",
                f"Is the placement right for {name}?",
                f"Select yes if the placement is right for {name}",
            ),
        ):
            self.fields[field].label = label
            self.fields[field].error_messages |= {"required": missing, "invalid_choice": missing}
        self.fields["not_alone_reason"].label = f"Why was {name} not seen alone?"
        self.fields["placement_note"].label = f"Why is it not right for {name}?"
        for field, (_, boxes) in CAME_BY.items():
            self.fields[field].help_text = f"No need to answer if you ticked the {boxes}"
        if is_expected(review):
            self.fields["permanence_plan"].help_text = NO_PLAN
        groups = self._groups()["groups"]
        if len(groups) == len(groups[0].choices) == 1:  # a baby: there is nothing to ask
            self.initial.setdefault("participation_code", *groups[0].choices)

    def the_day(self) -> list:
        """The day and the time, and why it was late where it was."""
        return [
            "held_on",
            self.reveal_after(
                Part("reviews/parts/held_late.html", review=self.review),
                "late_reason",
                "late_detail",
                day="held_on",
                due_on=self.review.due_on,
            ),
            "held_time",
        ]

    def the_child_and_others(self) -> list:
        """How the child took part, and who else did."""
        return [
            self.section(
                "Taking part",
                Part("reviews/parts/participation.html", **self._groups()),
                "seen_alone",
                self.reveal("not_alone_reason", when="seen_alone", equals="no"),
                "advocate_offered",
            ),
            self.section(
                "Who came", "attendees", "others_attending", "parents_took_part", "carers_took_part"
            ),
        ]

    def placement_and_plans(self):
        """Whether where the child lives and what is planned are right."""
        return self.section(
            "Placement and plans",
            "placement_right",
            self.reveal("placement_note", when="placement_right", equals="no"),
            "permanence_plan",
            Part("reviews/parts/plans.html", last=UP_TO_DATE),
        )

    def clean(self) -> dict:
        """Check the answers against each other and against the child's record."""
        answers = super().clean()
        name = self.review.child.given_name
        self._check_day(answers)
        if answers.get("seen_alone") == "no" and answers.get("not_alone_reason") == "":
            self.blame("not_alone_reason", f"Enter why {name} was not seen alone")
        if answers.get("placement_right") == "no" and answers.get("placement_note") == "":
            self.blame("placement_note", f"Enter why the placement is not right for {name}")
        if UP_TO_DATE in answers.get("plans", []) and len(answers["plans"]) > 1:
            self.blame("plans", self.fields["plans"].error_messages["required"])
        for field, (boxes, words) in CAME_BY.items():
            self._check_came(field, boxes, words, answers)
        self._check_advocate(answers)
        return answers

    @property
    def answers(self) -> dict:
        """What the actions take, once the form is valid."""
        typed = dict(self.cleaned_data)
        plans = typed.pop("plans")
        for question, reason in (
            ("seen_alone", "not_alone_reason"),
            ("placement_right", "placement_note"),
        ):
            typed[reason] = typed[reason] if typed[question] == "no" else ""
        for question in ("seen_alone", "advocate_offered", "placement_right"):
            typed[question] = {"yes": True, "no": False}.get(typed[question])
        if (held_on := typed.get("held_on", self.review.held_on)) and "late_reason" in typed:
            late = held_on > self.review.due_on
            typed |= {one: typed[one] if late else "" for one in ("late_reason", "late_detail")}
        return typed | {
            "plans_out_of_date": [plan for plan in plans if plan != UP_TO_DATE],
            "plans_checked": bool(plans),
        }

    def unchecked(self):
        """Show what was typed without judging it yet: a row is being added, or a draft opened."""
        self._errors, self.cleaned_data = ErrorDict(), {}
        return self

    def why_not_on(self, day: date) -> str:
        """Why the review cannot have been held on the day; else ''."""
        raise NotImplementedError

    def check_by_the_day(self, held_on: date, answers: dict) -> None:
        """Check what depends on the day: the reason if late, and the code."""
        self.blame("late_reason", self._why_no_reason(held_on, answers))
        code = answers.get("participation_code", "")
        self.blame("participation_code", code and why_not_code(self.review, code, held_on))

    def blame(self, field: str, sentence: str) -> None:
        """Put the sentence at the field, if there is one."""
        if sentence:
            self.add_error(field, sentence)

    def _check_day(self, answers: dict) -> None:
        if "held_on" not in self.fields:
            self.check_by_the_day(self.review.held_on, answers)
            return
        held_on, held_time = answers.get("held_on"), answers.get("held_time")
        if held_on and (wrong := self.why_not_on(held_on)):
            self.add_error("held_on", wrong)
        elif held_on:
            self.check_by_the_day(held_on, answers)
            if held_time is not None:
                self.blame("held_time", why_not_at(held_on, held_time, at=self.at))

    def _why_no_reason(self, held_on: date, answers: dict) -> str:
        due_on = self.review.due_on
        if held_on <= due_on or "late_reason" not in answers:
            return ""
        if not answers["late_reason"]:
            return f"Say why the review was late: it was due on {in_words(due_on)}"
        if answers["late_reason"] == LateReason.OTHER and answers.get("late_detail") == "":
            self.blame("late_detail", "Say what the other reason was")
        return ""

    def _check_came(self, field: str, boxes: set, words: str, answers: dict) -> None:
        """Take a ticked box as the answer; refuse two answers that cannot both be."""
        if "attendees" not in answers or field not in answers:
            return
        ticked = boxes & set(answers["attendees"])
        if ticked and answers[field] not in ("", TookPart.CAME):
            self.blame(field, f"You ticked that the {words} came. Select Came, or untick the box")
        elif ticked:
            answers[field] = TookPart.CAME.value
        elif not answers[field] and self.is_needed(field):
            self.blame(field, self.fields[field].error_messages["required"])

    def _check_advocate(self, answers: dict) -> None:
        if "advocate_offered" not in answers or answers["advocate_offered"]:
            return
        had_one = Attendee.ADVOCATE in answers.get("attendees", [])
        if had_one or answers.get("participation_code") in WITH_ADVOCATE:
            answers["advocate_offered"] = "yes"
        elif self.is_needed("advocate_offered"):
            missing = self.fields["advocate_offered"].error_messages["required"]
            self.blame("advocate_offered", missing)

    def is_needed(self, field: str) -> bool:
        """Whether an answer may not be left out."""
        return True

    def _groups(self) -> dict:
        period = self.review.period
        last = min(self.on, period.ended_on or self.on)
        first = min(max(self.review.base_on, period.started_on), last)
        return {"groups": groups_for(self.review, first, last)}
