"""Round numbers for an axis."""

import math


def ticks(highest: float, lowest: float = 0, *, percent: bool = False) -> list[int | float]:
    """Round numbers from ``lowest`` to ``highest`` or just above it, six or so of them."""
    span = highest - lowest or 1
    size = 10 ** math.floor(math.log10(span / 5))
    step = next(size * by for by in (1, 2, 2.5, 5, 10) if size * by >= span / 5)
    if not percent and float(highest).is_integer():
        step = max(math.ceil(step), 1)  # half a child is no mark on an axis of counts
    count = max(math.ceil(span / step - 1e-9), 1)
    marks = [round(lowest + step * index, 6) for index in range(count + 1)]
    if percent and highest <= 100 < marks[-1]:
        marks[-1] = 100
    return [int(mark) if float(mark).is_integer() else mark for mark in marks]
