"""The record of discussion: its sections, or the letter to the child."""

from django import forms

from iro_service.forms import LongTextField, QuestionForm
from reviews.actions.record import WrittenMeanwhile
from reviews.as_read import HEADINGS
from reviews.forms.parts import Part
from reviews.models import Record

LIMIT = 20_000
Style = Record.Style
LETTER_HELP = (
    "Plain words, to {name}. Put something in place of each part in square brackets, or take it "
    "out. An empty line begins a new paragraph, # a heading, - a line of a list"
)
REOPEN = "Open the record again from the review's page, then save"


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
        HEADINGS["since_last_review"],
        "what happened since the last review",
        "What became of the last decisions; moves, school, health, contact",
        6,
    )
    wishes_and_feelings = _section(
        HEADINGS["wishes_and_feelings"],
        "the child's wishes and feelings",
        "In the child's own words where you can",
        6,
    )
    discussion = _section(
        HEADINGS["discussion"],
        "what was discussed",
        "Needed before the record can be completed",
        8,
    )
    care_plan = _section(
        HEADINGS["care_plan"],
        "the care plan",
        "Whether it is right for the child, and what changes",
        6,
    )
    letter = _section("The letter", "the letter", LETTER_HELP, 24)
    style = forms.ChoiceField(choices=Style.choices, widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, record: Record, last: Record | None = None, **kwargs):
        kwargs.setdefault("initial", self._as_kept(record))
        super().__init__(data, **kwargs)
        self.record, self.last = record, last
        self.theirs: Record | None = None
        # The style of the page that was open, which another person may have changed meanwhile.
        sent = (data or {}).get("style")
        self.written_as = sent if sent in Style.values else record.style
        self.initial["style"] = self.written_as
        for name in set(Record.TEXTS) - set(self.texts):
            del self.fields[name]  # not asked here, so kept as it is
        if self.written_as == Style.LETTER:
            name = record.review.child.given_name
            self.fields["letter"].help_text = LETTER_HELP.format(name=name)

    @property
    def texts(self) -> tuple[str, ...]:
        """The names of the texts written on this page."""
        return ("letter",) if self.written_as == Style.LETTER else Record.SECTIONS

    @property
    def other_style(self) -> Style:
        """The style that can be changed to."""
        return Style.SECTIONS if self.written_as == Style.LETTER else Style.LETTER

    @staticmethod
    def _as_kept(record: Record) -> dict:
        return {name: getattr(record, name) for name in ("version", *Record.TEXTS)}

    def layout(self) -> list:
        """Each text with what another person wrote meanwhile, and with last time's."""
        blocks = [self.block("version"), self.block("style")]
        for name in self.texts:
            blocks += [self.block(name), *self._beside(name)]
        return blocks

    def buttons(self) -> list:
        """Save and go on writing, save and read it through, or save and change the style."""
        return [Part("reviews/parts/record_buttons.html", child=self.record.review.child)]

    def beside(self, meanwhile: WrittenMeanwhile) -> "RecordForm":
        """The same words again, each beside what was saved meanwhile; saving now keeps these."""
        data = self.data.copy()
        data["version"] = str(meanwhile.record.version)
        form = RecordForm(data, record=meanwhile.record, last=self.last)
        form.theirs = meanwhile.record
        other = ""
        if meanwhile.record.style != form.written_as:
            other = f"It is now written as: {meanwhile.record.get_style_display().lower()}. "
        form.add_error(
            None,
            f"{meanwhile.sentence} {other}Nothing of yours is saved yet. Under each part that "
            "differs is what was saved. Take over what is to stay, then save again",
        )
        return form

    def _beside(self, name: str) -> list:
        parts = []
        if self.theirs and getattr(self.theirs, name) != self.cleaned_data.get(name):
            by, text = self.theirs.written_by, getattr(self.theirs, name)
            parts.append(Part("reviews/parts/theirs.html", by=by, text=text))
        if text := self._last_time(name):
            held_on = self.last.review.held_on
            parts.append(Part("reviews/parts/last_time.html", held_on=held_on, text=text))
        return parts

    def _last_time(self, name: str) -> str:
        """The same part of the last record; for a letter all of it, however it was written."""
        if self.last is None:
            return ""
        return self.last.text if name == "letter" else getattr(self.last, name)
