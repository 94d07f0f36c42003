"""Columns in parts that make a whole."""

from django.utils.safestring import SafeString

from reporting.charts import axes, margin, text
from reporting.charts.canvas import SMALL, ink_on
from reporting.charts.margin import Label
from reporting.charts.request import PALETTE, Request, asked


def stacked_columns(title, description, categories, series, *, id, **rest) -> SafeString:
    """Columns from zero in up to four parts, the first series at the foot.

    A part None or zero is left out. The names stand at the parts of the last column.
    Arguments and errors as for ``columns``.
    """
    request = asked(id, title, description, categories, series, **rest)
    sums = totals(request)
    labels = names(request) + margin.marks_of(request)
    frame = axes.plot(request, max(sums), margin=margin.room(labels))
    wide = min(frame.slot * 0.78, 90.0)
    for index in range(len(request.categories)):
        x, below = frame.middle(index) - wide / 2, 0
        for colour, (_, values) in zip(PALETTE, request.series, strict=False):
            value = values[index] or 0
            top, foot = frame.y(below + value), frame.y(below)
            frame.canvas.rect(x, top, wide, foot - top, colour)
            words = request.say(value)
            if foot - top >= SMALL + 4 and text.width(words, SMALL) <= wide - 2:
                y = (top + foot) / 2 + 4.5
                frame.canvas.text(x + wide / 2, y, words, anchor="middle", fill=ink_on(colour))
            below += value
    axes.floor(frame)
    margin.draw_target(frame)
    margin.write(frame, labels)
    return frame.canvas.svg(request, axes.foot(frame, thin=len(request.categories) > 16))


def totals(request: Request) -> list[float]:
    """The height of each column."""
    by_category = zip(*(values for _, values in request.series), strict=True)
    return [sum(value or 0 for value in values) for values in by_category]


def names(request: Request) -> list[Label]:
    """A label for each part, at its middle in the last column."""
    labels, below = [], 0
    for colour, (name, values) in zip(PALETTE, request.series, strict=False):
        value = values[-1] or 0
        labels.append(Label(below + value / 2, name, colour))
        below += value
    return labels
