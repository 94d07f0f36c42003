"""Upright columns, side by side where there are several series."""

from django.utils.safestring import SafeString

from reporting.charts import axes, margin
from reporting.charts.request import PALETTE, asked


def columns(title, description, categories, series, *, id, **rest) -> SafeString:
    """Columns from zero, one group a category, up to four series.

    ``series`` holds (name, values) pairs, a value None where nothing is known. ``unit`` is "%"
    or a word for the axis; ``target`` and ``band`` (low, high) are in that unit, worded by
    ``target_label`` and ``band_label``. ``id`` is unique in the document.
    Raises ValueError with a sentence when the chart cannot be drawn.
    """
    request = asked(id, title, description, categories, series, **rest)
    labels = margin.marks_of(request)
    several = len(request.series) > 1
    highest = max(request.numbers(), default=0)
    frame = axes.plot(request, highest, margin=margin.room(labels), keyed=several)
    group = min(frame.slot * 0.78, 64.0 * len(request.series))
    wide = group / len(request.series)
    for place, (_, values) in enumerate(request.series):
        for index, value in enumerate(values):
            if value is None:
                continue
            x = frame.middle(index) - group / 2 + wide * place
            gap = 1 if several else 0
            top = frame.y(value)
            frame.canvas.rect(x, top, wide - gap, frame.bottom - top, PALETTE[place])
            room = wide if several else frame.slot
            axes.tip(frame, x + (wide - gap) / 2, value, room, PALETTE[place])
    axes.floor(frame)
    margin.draw_target(frame)
    margin.write(frame, labels)
    height = axes.foot(frame, thin=len(request.categories) > 16)
    return frame.canvas.svg(request, height)
