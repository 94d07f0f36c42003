"""Lines over time."""

from itertools import groupby

from django.utils.safestring import SafeString

from reporting.charts import axes, margin
from reporting.charts.axes import Plot
from reporting.charts.margin import Label
from reporting.charts.request import PALETTE, Request, asked


def lines(title, description, categories, series, *, id, axis_from=0, **rest) -> SafeString:
    """Up to four lines, broken where a value is None, each named at its last point.

    ``axis_from`` starts the side axis above zero, for percentages that lie close together; it
    may not be above any value. Other arguments and errors as for ``columns``.
    """
    request = asked(id, title, description, categories, series, **rest)
    known = request.numbers() + request.marks()
    if axis_from > min(known, default=axis_from) or axis_from < 0:
        raise ValueError(f"The axis of {request.id} cannot start at {axis_from}.")
    labels = names(request) + margin.marks_of(request)
    highest = max(request.numbers(), default=axis_from + 1)
    frame = axes.plot(request, highest, lowest=axis_from, margin=margin.room(labels))
    axes.floor(frame)
    margin.draw_target(frame)
    for colour, (_, values) in zip(PALETTE, request.series, strict=False):
        draw(frame, values, colour)
    margin.write(frame, labels)
    return frame.canvas.svg(request, axes.foot(frame, thin=True))


def draw(frame: Plot, values, colour: str) -> None:
    """One line and, where they do not crowd, a dot for each value."""
    dots = len(values) <= 24
    for known, run in groupby(enumerate(values), lambda pair: pair[1] is not None):
        points = [(frame.middle(index), frame.y(value)) for index, value in run if known]
        if len(points) > 1:
            path = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
            frame.canvas.add("polyline", points=path, fill="none", stroke=colour, stroke_width=2.5)
        for x, y in points if dots or len(points) == 1 else []:
            frame.canvas.add("circle", cx=x, cy=y, r=3.5, fill=colour)


def names(request: Request) -> list[Label]:
    """A label for each line at its last known value, with that value."""
    labels = []
    for colour, (name, values) in zip(PALETTE, request.series, strict=False):
        last = next((value for value in reversed(values) if value is not None), None)
        if last is not None:
            labels.append(Label(last, f"{name} {request.say(last)}", colour))
    return labels
