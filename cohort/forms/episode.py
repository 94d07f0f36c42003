"""The questions about an episode: the next one, or one recorded that is put right."""

from cohort.actions.care import why_not_episode, why_not_reason
from cohort.codes import ReasonEnded, ReasonNew, ReasonPlaceChange
from cohort.corrections import neighbours, why_not_moved
from cohort.forms.places import PLACE, PlaceFields
from cohort.forms.versioned import Versioned, what_was_wrong
from iro_service.forms import DayField, RadiosField, SelectField

CHANGES = [choice for choice in ReasonNew.choices if choice[0] != ReasonNew.S]
KNOWN = ("legal_status", "need", "placement", "provider", "home_postcode")
THERE = ("placement_postcode", "miles_from_home", "urn")  # of the place itself
FACTS = (*KNOWN, *THERE)


class ChangeFields(PlaceFields):
    """What changed, when and why."""

    started_on = DayField(
        label="Day it changed", noun="the day it changed", missing="Enter the day it changed"
    )
    reason_new = RadiosField(label="What changed", choices=CHANGES, missing="Select what changed")
    reason_place_change = SelectField(
        label="Why the placement before ended (optional)",
        noun="why the placement ended",
        choices=ReasonPlaceChange.choices,
        empty="Not known, or the child did not move",
        required=False,
    )


class EpisodeForm(ChangeFields):
    """What changed: the legal status, the placement, or both?"""

    def __init__(self, data=None, *, period, today, **kwargs):
        self.period, self.today = period, today
        self.now = period.episodes.latest_first().first()
        # What belongs to one place is not carried over to another.
        known = {name: getattr(self.now, name) for name in KNOWN} if self.now else {}
        super().__init__(data, initial=known, **kwargs)

    def layout(self) -> list:
        """What changed first, then how it is now."""
        return [
            self.block("started_on"),
            self.block("reason_new"),
            self.reveal("reason_place_change", when="reason_new", equals="P T B U"),
            self.section("From that day on", "legal_status", "need", *PLACE[:3]),
            self.reveal(*THERE, when="reason_new", equals="P T B U"),
        ]

    def clean(self):
        """Hold the day and the reason against what is recorded now."""
        typed = super().clean()
        day = typed.get("started_on")
        if day and (why := why_not_episode(self.period, self.now, day, on=self.today)):
            self.add_error("started_on", why)
        if typed.get("reason_new") == ReasonNew.L:
            typed["reason_place_change"] = ""  # nobody moved
            typed |= {name: getattr(self.now, name) for name in THERE if self.now}
        _hold_reason(self, self.now, typed)
        return typed


class EpisodeCorrectionForm(Versioned, ChangeFields):
    """An episode's day and facts, put right."""

    button = "Save the correction"

    reason = what_was_wrong()

    def __init__(self, data=None, *, row, today, **kwargs):
        names = ("started_on", "reason_new", "reason_place_change", *FACTS)
        known = {name: getattr(row, name) for name in names}
        super().__init__(data, row=row, today=today, initial=known, **kwargs)
        self.before, _ = neighbours(row)
        self.fields["started_on"].label = "Day it began"
        self._keep_codes(row)
        if self.before is None:  # it begins with care, which is corrected by itself
            del self.fields["started_on"], self.fields["reason_new"]
        if row.reason_ended != ReasonEnded.X1:
            del self.fields["reason_place_change"]
        else:
            self.fields["reason_place_change"].label = "Why this placement ended (optional)"

    def _keep_codes(self, row) -> None:
        """What came from another system may have a code that is not on these lists."""
        for name in ("reason_new", "reason_place_change"):
            field, code = self.fields[name], getattr(row, name)
            if code and code not in dict(field.choices):
                words = dict(ReasonNew.choices).get(code, code)
                field.choices = [*field.choices, (code, words)]

    def layout(self) -> list:
        """When and what, the place, and why it is corrected."""
        first = [name for name in ("started_on", "reason_new") if name in self.fields]
        last = [name for name in ("reason_place_change",) if name in self.fields]
        return [
            "version",
            *(self.block(name) for name in first),
            self.section("The order and the place", "legal_status", "need", *PLACE, *last),
            self.section("Why it is corrected", "reason"),
        ]

    def clean(self):
        """Hold the day and the reason against the episode before."""
        typed = super().clean()
        day = typed.get("started_on")
        if day and (why := why_not_moved(self.row, day, on=self.today)):
            self.add_error("started_on", why)
        _hold_reason(self, self.before, typed)
        return typed


def _hold_reason(form, before, typed) -> None:
    facts = ("reason_new", "legal_status", "placement")
    if all(typed.get(name) for name in facts) and (why := why_not_reason(before, **typed)):
        form.add_error("reason_new", why)
