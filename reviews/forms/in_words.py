"""A form's answers as lines of words, to be read and not filled in."""

from collections.abc import Iterator
from typing import NamedTuple

from django.core.exceptions import ValidationError

from iro_service.forms import CheckboxesField, DayField, QuestionForm
from iro_service.forms.sentences import sentence_start
from iro_service.templatetags.house import day as in_words
from reviews.forms.outcome_form import OutcomeFormQuestions

NOT_SHOWN = ("version", "reason")


class Line(NamedTuple):
    """A question and what was answered, finished or not."""

    name: str
    label: str
    words: str


def lines_of(form: QuestionForm) -> list[Line]:
    """Every question of the form in its order, answered or not."""
    return list(_lines(form))


def beside(ours: QuestionForm, theirs: QuestionForm) -> list[tuple[Line, Line]]:
    """The questions that were answered differently: ours and theirs."""
    other = {line.name: line for line in _lines(theirs)}
    pairs = [(line, other.pop(line.name, line._replace(words=""))) for line in _lines(ours)]
    pairs += [(line._replace(words=""), line) for line in other.values()]
    return [(mine, other) for mine, other in pairs if mine.words != other.words]


def _lines(form: QuestionForm) -> Iterator[Line]:
    for name in form.fields:
        if name not in NOT_SHOWN:
            yield Line(name, form.fields[name].label, _answer(form, name))
    if isinstance(form, OutcomeFormQuestions):
        for last in form.became:
            answers = [_answer(last, "outcome"), _answer(last, "why")]
            words = "; ".join(one for one in answers if one)
            if last["outcome"].value() or last["why"].value():
                yield Line(last.prefix, sentence_start(last.named), words)
        for row in form.rows:
            answers = [_answer(row, "text"), _answer(row, "owner"), _answer(row, "by_when")]
            words = "; ".join(one for one in answers if one)
            if words:
                yield Line(f"decision-{row.number}", f"Decision {row.number}", words)


def _answer(form: QuestionForm, name: str) -> str:
    field, value = form.fields[name], form[name].value()
    if value in (None, "", []):
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(field, DayField):
        return _day(value)
    labels = {str(key): str(words) for key, words in getattr(field, "choices", ())}
    if isinstance(field, CheckboxesField):
        return ", ".join(labels[one] for one in map(str, value) if one in labels)
    if hasattr(value, "strftime"):
        return f"{value:%H:%M}"
    return labels.get(str(value), "" if labels else str(value))


def _day(value) -> str:
    """The day in words, or the boxes as they were typed."""
    typed = value if isinstance(value, list) else [value.day, value.month, value.year]
    boxes = [str(one or "") for one in typed]
    try:
        return in_words(DayField().clean(boxes))
    except ValidationError:
        return " ".join(one for one in boxes if one)
