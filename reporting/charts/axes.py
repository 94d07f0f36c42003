"""The frame of an upright chart: values up the side, categories along the foot."""

import math
from dataclasses import dataclass

from reporting.charts import text
from reporting.charts.canvas import BAND, GRID, INK, LINE, QUIET, SMALL, WIDTH, Canvas, ink_on
from reporting.charts.request import PALETTE, Request
from reporting.charts.scale import ticks

PLOT_HEIGHT = 170
MONTH_AT_MOST = 90


@dataclass
class Plot:
    """The space the marks are drawn in, in the chart's units from the top left."""

    request: Request
    canvas: Canvas
    marks: list[float]
    left: float
    right: float
    top: float
    bottom: float

    @property
    def slot(self) -> float:
        """The width that each category has."""
        return (self.right - self.left) / len(self.request.categories)

    def y(self, value: float) -> float:
        """How far down a value is."""
        low, high = self.marks[0], self.marks[-1]
        return self.bottom - (value - low) / (high - low) * (self.bottom - self.top)

    def middle(self, index: int) -> float:
        """The middle of a category."""
        return self.left + self.slot * (index + 0.5)


def plot(
    request: Request, highest: float, *, lowest: float = 0, margin: float = 0, keyed: bool = False
) -> Plot:
    """A plot with its key, grid, band and side axis; ``margin`` is room for words at the right."""
    canvas = Canvas()
    percent = request.unit == "%"
    marks = ticks(max([highest, *request.marks()]), lowest, percent=percent)
    left = max(text.width(request.say(mark), SMALL) for mark in marks) + 8
    top = float(SMALL)
    if keyed:
        top = key(canvas, request, top)
    if request.unit and not percent:
        canvas.text(0, top, request.unit[:1].upper() + request.unit[1:], fill=QUIET)
        top += LINE
    top += 6
    frame = Plot(request, canvas, marks, left, WIDTH - margin, top, top + PLOT_HEIGHT)
    if request.band:
        low, high = (frame.y(max(edge, lowest)) for edge in request.band)
        canvas.rect(left, high, frame.right - left, low - high, BAND)
    for mark in marks:
        y = frame.y(mark)
        canvas.line(left, y, frame.right, y, GRID)
        canvas.text(left - 6, y + 4, request.say(mark), anchor="end", fill=QUIET)
    return frame


def key(canvas: Canvas, request: Request, y: float) -> float:
    """The series' names in the order they are drawn, left to right; gives the next free line."""
    x = 0.0
    for (name, _), colour in zip(request.series, PALETTE, strict=False):
        label = text.cut(name, WIDTH - 20, SMALL)
        room = 18 + text.width(label, SMALL)
        if x and x + room > WIDTH:
            x, y = 0.0, y + LINE + 2
        canvas.rect(x, y - 11, 12, 12, colour)
        canvas.text(x + 18, y, label)
        x += room + 14
    return y + LINE + 4


def foot(frame: Plot, *, thin: bool = False) -> float:
    """Write the categories; gives the chart's height.

    Words that do not fit in three lines are slanted; a long run of months (``thin``) keeps
    every second or third, because the reader can count the ones between.
    """
    categories = frame.request.categories
    every = 1
    longest = max(text.width(name, SMALL) for name in categories)
    thin = thin and longest <= MONTH_AT_MOST
    if thin:
        every = max(1, math.ceil((longest + 4) / frame.slot))
    room = frame.slot * every - 4
    names = [text.wrapped(name, room, SMALL, 3) for name in categories]
    if not thin and any("…" in line for lines in names for line in lines):
        return slanted(frame)
    for index, lines in enumerate(names):
        if index % every == 0:
            for at, line in enumerate(lines):
                y = frame.bottom + LINE * (at + 1) + 2
                frame.canvas.text(frame.middle(index), y, line, anchor="middle")
    return frame.bottom + LINE * max(len(lines) for lines in names) + 10


def slanted(frame: Plot) -> float:
    """Categories written upwards at a slant, cut where they would leave the chart."""
    lean = math.cos(math.radians(45))
    deepest = 0.0
    for index, name in enumerate(frame.request.categories):
        x, y = frame.middle(index) + 4, frame.bottom + 14
        words = text.cut(name, min(150, (x - 4) / lean), SMALL)
        turn = f"rotate(-45 {x:.1f} {y:.1f})"
        frame.canvas.text(x, y, words, anchor="end", transform=turn)
        deepest = max(deepest, text.width(words, SMALL) * lean)
    return frame.bottom + 22 + deepest


def tip(frame: Plot, x: float, value: float, room: float, colour: str) -> None:
    """A column's value above it, or inside its head where the target's line would cross it."""
    request, canvas = frame.request, frame.canvas
    words, top = request.say(value), frame.y(value)
    if text.width(words, SMALL) > room:
        return
    crossed = request.target is not None and -4 < top - frame.y(request.target) < SMALL + 8
    if crossed and frame.bottom - top > SMALL + 6:
        canvas.text(x, top + SMALL + 2, words, anchor="middle", fill=ink_on(colour))
    else:
        canvas.text(x, top - 4, words, anchor="middle")


def floor(frame: Plot) -> None:
    """The line that the marks stand on, drawn over their feet."""
    frame.canvas.line(frame.left, frame.bottom, frame.right, frame.bottom, INK)
