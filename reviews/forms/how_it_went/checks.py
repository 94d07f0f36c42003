"""How the answers are checked against each other and against the child's record."""

from collections.abc import Callable
from datetime import date

from iro_service.templatetags.house import day as in_words
from reviews.codes import Attendee, LateReason, TookPart
from reviews.forms.how_it_went.answers import CAME_BY, UP_TO_DATE, WITH_ADVOCATE
from reviews.forms.how_it_went.questions import Questions
from reviews.holding import why_not_at, why_not_code


class Checks(Questions):
    """The questions with their checks."""

    # Each form says for itself why the review cannot have been held on the day; else ''.
    why_not_on: Callable[[date], str]

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

    def check_by_the_day(self, held_on: date, answers: dict) -> None:
        """Check what depends on the day: the reason if late, and the code."""
        self.blame("late_reason", self._why_no_reason(held_on, answers))
        code = answers.get("participation_code", "")
        self.blame("participation_code", code and why_not_code(self.review, code, held_on))

    def blame(self, field: str, sentence: str) -> None:
        """Put the sentence at the field, if there is one."""
        if sentence:
            self.add_error(field, sentence)

    def is_needed(self, field: str) -> bool:
        """Whether an answer may not be left out."""
        return True

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
