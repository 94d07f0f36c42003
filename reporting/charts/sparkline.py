"""A line small enough to stand beside a number, without axes: only how it went."""

from collections.abc import Sequence
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from reporting.charts.canvas import GRID, INK, Canvas
from reporting.charts.request import PALETTE, Number

WIDE, HIGH, EDGE = 132, 34, 5


def sparkline(
    values: Sequence[Number | None],
    *,
    target: Number | None = None,
) -> SafeString:
    """The months as a line, broken where one is not known, with the target's dashes; the last
    known month has a dot.

    The line fills its height. Nothing where fewer than two months are known. It is hidden from
    readers: the words beside it say how it went.
    """
    plain = [None if value is None else float(value) for value in values]
    known = [value for value in plain if value is not None]
    if len(known) < 2:
        return SafeString("")
    marks = [*known, *([] if target is None else [float(target)])]
    low, top = min(marks), max(marks)
    room = (top - low) or 1

    def x(n: int) -> float:
        return EDGE + n * (WIDE - 2 * EDGE) / max(len(plain) - 1, 1)

    def y(value: float) -> float:
        return HIGH - EDGE - (value - low) / room * (HIGH - 2 * EDGE)

    canvas = Canvas()
    canvas.line(0, HIGH - 1, WIDE, HIGH - 1, GRID)
    if target is not None:
        at = y(float(target))
        canvas.line(0, at, WIDE, at, INK, stroke_width=1, stroke_dasharray="4 3")
    for is_known, run in groupby(enumerate(plain), lambda pair: pair[1] is not None):
        if is_known:
            path = " ".join(f"{x(n):.1f},{y(value or 0):.1f}" for n, value in run)
            canvas.add("polyline", points=path, fill="none", stroke=PALETTE[0], stroke_width=2)
    last = max(n for n, value in enumerate(plain) if value is not None)
    canvas.add("circle", cx=x(last), cy=y(plain[last] or 0), r=3, fill=PALETTE[0])
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" height="{}" '
        'aria-hidden="true" focusable="false">{}</svg>',
        *(WIDE, HIGH, WIDE, HIGH),
        mark_safe("".join(canvas.shapes)),  # noqa: S308 - numbers, through escape()
    )
