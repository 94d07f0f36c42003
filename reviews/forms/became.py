"""What became of each decision of a review."""

from django import forms

from iro_service.forms import DayField, QuestionForm, RadiosField, RowForm, ShortTextField
from iro_service.forms.sentences import sentence_start
from reviews.actions.outcomes import Became
from reviews.models import Decision, Review

NOT_KNOWN = ("", "Not known yet")


class BecameForm(RowForm):
    """One decision: done, partly, not done, and why."""

    outcome = RadiosField(label="What became of it?", choices=(), required=False, inline=True)
    why = ShortTextField(
        label="Why, or what is left to do",
        help_text="Needed where it was not done",
        noun="why it was not done",
        limit=500,
        required=False,
    )
    was = forms.CharField(widget=forms.HiddenInput, required=False)
    row = "decision"

    def __init__(self, data=None, *, decision: Decision, **kwargs):
        self.decision, self.named = decision, f"decision {decision.number}"
        known = {"outcome": decision.outcome, "why": decision.outcome_why, "was": decision.outcome}
        super().__init__(
            data,
            prefix=f"{self.row}-{decision.number}",
            initial=known,
            use_required_attribute=False,
            **kwargs,
        )
        offered = Decision.Outcome.choices
        self.fields["outcome"].choices = offered if decision.outcome else [NOT_KNOWN, *offered]

    def clean(self):
        """Not done says why; what somebody else changed meanwhile is shown and not overwritten."""
        answers, decision, named = self.cleaned_data, self.decision, self.named
        typed, why = answers.get("outcome") or "", answers.get("why")
        if not typed and why == "":
            return answers  # nothing is said of it here
        if answers.get("was", "") != decision.outcome and self._changed(answers):
            now = decision.get_outcome_display().lower() or "not known"
            sentence = f"{sentence_start(named)} was changed meanwhile: it is {now} now"
            self.add_error("outcome", sentence)
            # Who was told so and sends it again means it.
            self.data = self.data.copy()
            self.data[self.add_prefix("was")] = decision.outcome
        elif not typed and not decision.outcome:
            self.add_error("outcome", f"Select what became of {named}")
        elif (typed or decision.outcome) == Decision.Outcome.NOT_DONE and why == "":
            self.add_error("why", f"Enter why {named} was not done")
        return answers

    def _changed(self, answers: dict) -> bool:
        return (answers.get("outcome") or "", answers.get("why")) != (
            self.decision.outcome,
            self.decision.outcome_why,
        )

    @property
    def became(self) -> Became | None:
        """What was answered, where it changes anything."""
        answers = self.cleaned_data
        if not answers.get("outcome") or not self._changed(answers):
            return None
        return Became(answers["outcome"], answers["why"], self.decision.outcome)


class LastTimeForm(BecameForm):
    """The same on the outcome form of the next review: kept and handed in with it."""

    row = "last"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.named += " of the last review"

    def layout(self) -> list:
        """Ask why only where it was not, or not all, done."""
        short = f"{Decision.Outcome.PARTLY} {Decision.Outcome.NOT_DONE}"
        return ["was", self.block("outcome"), self.reveal("why", when="outcome", equals=short)]

    @property
    def settled(self) -> bool:
        """Whether it was done before and nothing else is typed: then only a link stands there."""
        done = Decision.Outcome.DONE
        return self.decision.outcome == self["outcome"].value() == done and not self.errors


class CarryForm(QuestionForm):
    """A decision made again: by whom and by when now."""

    button = "Carry it forward"

    owner = ShortTextField(label="Who will do it?", noun="who will do it", limit=120)
    by_when = DayField(label="By when?", noun="the day it will be done by")

    def __init__(self, *args, review: Review, **kwargs):
        super().__init__(*args, **kwargs)
        self.review = review

    def clean_by_when(self):
        """Refuse a day before the review."""
        day = self.cleaned_data["by_when"]
        if day and self.review.held_on and day < self.review.held_on:
            self.add_error("by_when", "Enter a day that is not before the review")
        return day


def became_forms(data, decisions) -> list[BecameForm]:
    """A form for each decision that may still change."""
    still_open = [one for one in decisions if not hasattr(one, "carried_to")]
    return [BecameForm(data, decision=decision) for decision in still_open]


def last_time_forms(data, review: Review) -> list[LastTimeForm]:
    """A form for each decision of the review before that may still change."""
    decisions = Decision.objects.of_last_review_before(review).select_related(
        "carried_to", "review"
    )
    still_open = [one for one in decisions if not hasattr(one, "carried_to")]
    return [LastTimeForm(data, decision=decision) for decision in still_open]
