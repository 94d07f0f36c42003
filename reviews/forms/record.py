"""The sections of a record of discussion."""

from typing import NamedTuple

from django import forms

from iro_service.forms import LongTextField, QuestionForm
from reviews.actions.record import WrittenMeanwhile
from reviews.forms.parts import Part
from reviews.models import Record

LIMIT = 20_000
REOPEN = "Open the record again from the review's page, then save"


class Section(NamedTuple):
    """A section as its readers see it."""

    heading: str
    text: str


def _section(label: str, noun: str, help_text: str, rows: int) -> LongTextField:
    return LongTextField(
        label=label, noun=noun, help_text=help_text, limit=LIMIT, rows=rows, required=False
    )


class RecordForm(QuestionForm):
    """What was discussed, to be written over several sittings: nothing is required to save."""

    version = forms.IntegerField(
        min_value=0,
        max_value=2**31 - 1,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), REOPEN),
    )
    since_last_review = _section(
        "Since the last review",
        "what happened since the last review",
        "What became of the last decisions; moves, school, health, contact",
        6,
    )
    wishes_and_feelings = _section(
        "Wishes and feelings",
        "the child's wishes and feelings",
        "In the child's own words where you can",
        6,
    )
    discussion = _section(
        "What was discussed",
        "what was discussed",
        "Needed before the record can be completed",
        8,
    )
    care_plan = _section(
        "The care plan", "the care plan", "Whether it is right for the child, and what changes", 6
    )

    def __init__(self, data=None, *, record: Record, last: Record | None = None, **kwargs):
        kwargs.setdefault("initial", self._as_kept(record))
        super().__init__(data, **kwargs)
        self.record, self.last = record, last
        self.theirs: Record | None = None

    @staticmethod
    def _as_kept(record: Record) -> dict:
        return {name: getattr(record, name) for name in ("version", *Record.SECTIONS)}

    def layout(self) -> list:
        """Each section with what another person wrote meanwhile, and with last time's text."""
        blocks = [self.block("version")]
        for name in Record.SECTIONS:
            blocks += [self.block(name), *self._beside(name)]
        return blocks

    def buttons(self) -> list:
        """Save and go on writing, or save and read it through."""
        return [Part("reviews/parts/record_buttons.html")]

    def as_read(self) -> list[Section]:
        """The sections that hold text, under their headings."""
        texts = [(self.fields[name].label, getattr(self.record, name)) for name in Record.SECTIONS]
        return [Section(heading, text) for heading, text in texts if text]

    def beside(self, meanwhile: WrittenMeanwhile) -> "RecordForm":
        """The same words again, each beside what was saved meanwhile; saving now keeps these."""
        data = self.data.copy()
        data["version"] = str(meanwhile.record.version)
        form = RecordForm(data, record=meanwhile.record, last=self.last)
        form.theirs = meanwhile.record
        form.add_error(
            None,
            f"{meanwhile.sentence} Nothing of yours is saved yet. Under each part that differs "
            "is what was saved. Take over what is to stay, then save again",
        )
        return form

    def _beside(self, name: str) -> list:
        parts = []
        if self.theirs and getattr(self.theirs, name) != self.cleaned_data.get(name):
            by, text = self.theirs.written_by, getattr(self.theirs, name)
            parts.append(Part("reviews/parts/theirs.html", by=by, text=text))
        if self.last and getattr(self.last, name):
            held_on, text = self.last.review.held_on, getattr(self.last, name)
            parts.append(Part("reviews/parts/last_time.html", held_on=held_on, text=text))
        return parts
