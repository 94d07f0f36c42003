"""Bars that lie flat, for names too long to stand under a column."""

from django.utils.safestring import SafeString

from reporting.charts import axes, text
from reporting.charts.canvas import BAND, GRID, INK, LINE, QUIET, SMALL, WIDTH, Canvas
from reporting.charts.request import PALETTE, asked
from reporting.charts.scale import ticks

NAMES_AT_MOST = 170
THICK = 18


def bars(title, description, categories, series, *, id, **rest) -> SafeString:
    """Flat bars from zero, one row a category, up to four series, each bar with its value.

    The band is shaded behind the bars, as the 50 to 70 children of a full-time post are.
    Arguments and errors as for ``columns``.
    """
    request = asked(id, title, description, categories, series, **rest)
    canvas, several = Canvas(), len(request.series) > 1
    numbers = request.numbers()
    marks = ticks(max([0, *numbers, *request.marks()]), percent=request.unit == "%")
    longest = max(text.width(name, SMALL) for name in request.categories)
    left = min(longest, NAMES_AT_MOST) + 8
    right = WIDTH - max([text.width(request.say(v), SMALL) for v in numbers], default=0) - 8
    top = axes.key(canvas, request, SMALL) if several else float(SMALL)
    top += 6 + LINE * bool(request.marks())
    row = max(THICK * len(request.series), LINE * 2) + 8.0
    bottom = top + row * len(request.categories)

    def across(value):
        return left + value / marks[-1] * (right - left)

    if request.band:
        low, high = (across(edge) for edge in request.band)
        canvas.rect(low, top, high - low, bottom - top, BAND)
        canvas.text((low + high) / 2, top - 6, request.band_words(), anchor="middle")
    for mark in marks:
        canvas.line(across(mark), top, across(mark), bottom, GRID if mark else INK)
        canvas.text(across(mark), bottom + LINE, request.say(mark), anchor="middle", fill=QUIET)
    for index, name in enumerate(request.categories):
        middle = top + row * (index + 0.5)
        words = text.wrapped(name, left - 8, SMALL, 2)
        for at, line in enumerate(words):
            y = middle + LINE * (at - (len(words) - 1) / 2) + 4.5
            canvas.text(left - 8, y, line, anchor="end")
        for place, (_, values) in enumerate(request.series):
            value = values[index]
            if value is not None:
                y = middle + THICK * (place - len(request.series) / 2)
                canvas.rect(left, y + 1, across(value) - left, THICK - 2, PALETTE[place])
                canvas.text(across(value) + 5, y + THICK / 2 + 4.5, request.say(value))
    if request.target is not None:
        x = across(request.target)
        canvas.line(x, top, x, bottom, INK, stroke_width=1.5, stroke_dasharray="6 4")
        canvas.text(x, top - 6, request.target_words(), anchor="middle")
    height = bottom + LINE + 8
    if request.unit and request.unit != "%":
        height += LINE
        unit = request.unit[:1].upper() + request.unit[1:]
        canvas.text((left + right) / 2, height - 6, unit, anchor="middle", fill=QUIET)
    return canvas.svg(request, height)
