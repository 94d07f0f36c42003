"""A line by month with its control limits: what varies by chance lies inside the shaded band."""

from collections.abc import Collection, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from django.utils.safestring import SafeString

from reporting.charts import axes, margin, text
from reporting.charts.axes import Plot
from reporting.charts.canvas import BAND, INK, QUIET, SMALL
from reporting.charts.margin import Label
from reporting.charts.request import PALETTE, Number, Request, asked

Band = tuple[float, float] | None
LOW = 30  # percent: where every month is higher, the axis need not begin at nought
MARK, LITTLE = 6.5, 4.5
MOST_WORDED, MOST_DOTTED = 12, 24  # months with room for words, for dots


class Places(NamedTuple):
    """Which months are drawn otherwise than by a dot."""

    special: Collection[int]
    long: Collection[int]
    running: Collection[int]


def control(
    title: str,
    description: str,
    categories: Sequence[str],
    values: Sequence[Number | None],
    *,
    id: str,
    mean: Number | None = None,
    limits: Sequence[Band] = (),
    special: Collection[int] = (),
    long: Collection[int] = (),
    running: Collection[int] = (),
    **rest,
) -> SafeString:
    """A line with the mean and each month's limits shaded; months outside them are diamonds with
    their value, months of a long run or climb small diamonds, months still running hollow.

    `special`, `long` and `running` are places in `values`. Other arguments and errors as for
    ``columns``.
    """
    request = asked(id, title, description, categories, [("", values)], **rest)
    edges = [edge for band in limits if band for edge in band]
    every = [*request.numbers(), *request.marks(), *edges]
    frame = axes.plot(
        request,
        max(every, default=1) or 1,
        lowest=lowest(request, every),
        margin=margin.room(labels := labels_of(request, mean)),
    )
    shade(frame, limits)
    if mean is not None:
        y = frame.y(mean)
        frame.canvas.line(frame.left, y, frame.right, y, QUIET, stroke_width=1)
    axes.floor(frame)
    margin.draw_target(frame)
    line(frame, values, running)
    marks(frame, values, Places(special, long, running), mean)
    margin.write(frame, labels)
    return frame.canvas.svg(request, axes.foot(frame, thin=True))


def lowest(request: Request, every: Sequence[float]) -> int:
    """Where the side axis starts: at the ten below the lowest share, at nought for counts."""
    least = min(every, default=0)
    return int((least - 1) // 10 * 10) if request.unit == "%" and least >= LOW else 0


def labels_of(request: Request, mean: Number | None) -> list[Label]:
    """Words for the last month, the mean and the target."""
    _, values = request.series[0]
    known = [value for value in values if value is not None]
    labels = [Label(known[-1], request.say(known[-1]), PALETTE[0])] if known else []
    if mean is not None:
        labels.append(Label(mean, f"Mean {request.say(round(float(mean), 1))}"))
    return labels + margin.marks_of(request)


def shade(frame: Plot, limits: Sequence[Band]) -> None:
    """The limits of each month, a step a month."""
    low = frame.marks[0]
    for index, band in enumerate(limits):
        if band:
            top, foot = frame.y(band[1]), frame.y(max(band[0], low))
            x = frame.left + frame.slot * index
            # A little wider than its month, so that no seam shows between two.
            frame.canvas.rect(x, top, min(frame.slot + 0.6, frame.right - x), foot - top, BAND)


def line(frame: Plot, values: Sequence[Number | None], running: Collection[int]) -> None:
    """The months joined; a month still running hangs on a dashed line."""
    for known, run in groupby(enumerate(values), lambda pair: pair[1] is not None):
        points = [(n, frame.middle(n), frame.y(float(value or 0))) for n, value in run if known]
        for (_, x1, y1), (n, x2, y2) in pairwise(points):
            dashes = {"stroke_dasharray": "3 4"} if n in running else {}
            frame.canvas.line(x1, y1, x2, y2, PALETTE[0], stroke_width=2.5, **dashes)


def marks(
    frame: Plot,
    values: Sequence[Number | None],
    places: "Places",
    mean: Number | None,
) -> None:
    """A dot a month; a diamond with its value where chance does not explain it."""
    last = max((n for n, value in enumerate(values) if value is not None), default=0)
    said = -2  # none yet
    for n, value in enumerate(values):
        if value is None:
            continue
        x, y = frame.middle(n), frame.y(float(value))
        if n in places.special:
            # The last month's value stands at the right already; two side by side would touch.
            worded = len(values) <= MOST_WORDED and n != last and said != n - 1
            said = n if worded else said
            low = mean is not None and value < mean  # the line comes down to it from above
            diamond(frame, x, y, frame.request.say(value) if worded else "", below=low)
        elif n in places.long:
            diamond(frame, x, y, "", below=False, size=LITTLE)
        elif n in places.running:
            hollow = {"fill": "#FFFFFF", "stroke": PALETTE[0], "stroke_width": 2}
            frame.canvas.add("circle", cx=x, cy=y, r=4, **hollow)
        elif len(values) <= MOST_DOTTED:
            frame.canvas.add("circle", cx=x, cy=y, r=3.5, fill=PALETTE[0])


def diamond(
    frame: Plot, x: float, y: float, words: str, *, below: bool, size: float = MARK
) -> None:
    """A month that chance does not explain, its value above or below it where there is room."""
    corners = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
    points = " ".join(f"{a:.2f},{b:.2f}" for a, b in corners)
    frame.canvas.add("polygon", points=points, fill="#FFFFFF", stroke=INK, stroke_width=2.5)
    if words:
        above, under = y - MARK - 5, y + MARK + SMALL + 1
        at = under if (below and under < frame.bottom) or above < frame.top - 4 else above
        x = max(x, frame.left + text.width(words, SMALL) / 2 + 2)
        frame.canvas.text(x, at, words, anchor="middle")
