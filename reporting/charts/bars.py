"""Bars that lie flat, for names too long to stand under a column."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from reporting.charts import axes, text
from reporting.charts.canvas import BAND, GRID, INK, LINE, QUIET, SMALL, WIDTH, Canvas
from reporting.charts.request import LEFT_OUT, PALETTE, Request, asked, without_withheld
from reporting.charts.scale import ticks

NAMES_AT_MOST = 190
THICK = 17


@dataclass
class Field:
    """The space the bars lie in, in the chart's units from the top left."""

    request: Request
    canvas: Canvas
    marks: list[int | float]
    left: float
    right: float
    top: float
    bottom: float = 0

    def x(self, value: float) -> float:
        """How far along a value is."""
        return self.left + value / self.marks[-1] * (self.right - self.left)


def bars(title, description, categories, series, *, id, **rest) -> SafeString:
    """Flat bars from zero, one row a category, up to four series, each bar with its value.

    The band is shaded behind the bars, as the 50 to 70 children of a full-time post are.
    Arguments and errors as for ``columns``.
    """
    told, shown = without_withheld(categories, series)
    if len(told) < len(categories):
        description = f"{description} {LEFT_OUT}"
    request = asked(id, title, description, told, shown, **rest)
    field = empty_field(request)
    names = [text.wrapped(name, field.left - 8, SMALL, 2) for name in request.categories]
    rows = [max(THICK * len(request.series), LINE * len(lines)) + 8.0 for lines in names]
    field.bottom = field.top + sum(rows)
    draw_ground(field)
    for index, lines in enumerate(names):
        draw_row(field, index, lines, field.top + sum(rows[:index]) + rows[index] / 2)
    draw_target(field)
    return field.canvas.svg(request, foot(field))


def empty_field(request: Request) -> Field:
    """The space left by the names, the values and the words above."""
    canvas, numbers = Canvas(), request.numbers()
    highest = max([0, *numbers, *request.marks()])
    marks = ticks(highest, percent=request.unit == "%")
    longest = max(text.width(name, SMALL) for name in request.categories)
    said = [text.width(request.say(number), SMALL) for number in [*numbers, *marks]]
    left, right = min(longest, NAMES_AT_MOST) + 8, WIDTH - max(said) - 8
    top = axes.key(canvas, request, SMALL) if len(request.series) > 1 else float(SMALL)
    words_above = (request.target is not None) + (request.band is not None)
    return Field(request, canvas, marks, left, right, top + 6 + LINE * words_above)


def draw_ground(field: Field) -> None:
    """The band, the grid and its numbers."""
    canvas, request = field.canvas, field.request
    if request.band:
        low, high = (field.x(edge) for edge in request.band)
        canvas.rect(low, field.top, high - low, field.bottom - field.top, BAND)
        say_above(field, (low + high) / 2, request.band_words(), 0)
    for mark in field.marks:
        x = field.x(mark)
        canvas.line(x, field.top, x, field.bottom, GRID if mark else INK)
        canvas.text(x, field.bottom + LINE, request.say(mark), anchor="middle", fill=QUIET)


def draw_row(field: Field, index: int, lines: list[str], middle: float) -> None:
    """A category's name and its bars."""
    canvas, series = field.canvas, field.request.series
    for at, line in enumerate(lines):
        y = middle + LINE * (at - (len(lines) - 1) / 2) + 4.5
        canvas.text(field.left - 8, y, line, anchor="end")
    for place, (_, values) in enumerate(series):
        if (value := values[index]) is not None:
            y, end = middle + THICK * (place - len(series) / 2), field.x(value)
            canvas.rect(field.left, y + 1, end - field.left, THICK - 2, PALETTE[place])
            canvas.text(end + 5, y + THICK / 2 + 4.5, field.request.say(value))


def draw_target(field: Field) -> None:
    """The target's line, over the bars."""
    if field.request.target is not None:
        x, dashes = field.x(field.request.target), {"stroke_dasharray": "6 4"}
        field.canvas.line(x, field.top, x, field.bottom, INK, stroke_width=1.5, **dashes)
        say_above(field, x, field.request.target_words(), 1 if field.request.band else 0)


def say_above(field: Field, x: float, words: str, row: int) -> None:
    """Words over the field, the band's and the target's on lines of their own."""
    half = text.width(words, SMALL) / 2
    x = max(half, min(x, WIDTH - half))
    field.canvas.text(x, field.top - 6 - LINE * row, words, anchor="middle")


def foot(field: Field) -> float:
    """Write the unit under the numbers; gives the chart's height."""
    unit = field.request.unit
    if unit in ("", "%"):
        return field.bottom + LINE + 8
    y, middle = field.bottom + LINE * 2 + 2, (field.left + field.right) / 2
    words = text.cut(unit[:1].upper() + unit[1:], field.right - field.left, SMALL)
    field.canvas.text(middle, y, words, anchor="middle", fill=QUIET)
    return y + 8
