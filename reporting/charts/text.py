"""How long words are and where they break: an SVG has no lines of its own."""

# Inter's widths in parts of its size, near enough to keep words apart.
NARROW, WIDE = set("iljtf.,:;'|!()[] 1-"), set("mwMW%@")


def width(text: str, size: float) -> float:
    """The width of a text in the chart's units, a little generous."""
    return size * sum(
        0.36 if c in NARROW else 0.9 if c in WIDE else 0.7 if c.isupper() else 0.6 for c in text
    )


def wrapped(text: str, room: float, size: float, lines_at_most: int) -> list[str]:
    """The text in lines that fit; what does not fit ends in an ellipsis."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > lines_at_most:
        lines = [*lines[: lines_at_most - 1], " ".join(lines[lines_at_most - 1 :])]
    return [cut(line, room, size) for line in lines]


def cut(text: str, room: float, size: float) -> str:
    """The text, or its beginning and an ellipsis."""
    if width(text, size) <= room:
        return text
    while text and width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def spread(wanted: list[float], heights: list[float], low: float, high: float) -> list[float]:
    """Middles near the wanted ones, in their order, none over another, within the limits."""
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    middles = list(wanted)
    free = low
    for index in order:
        middles[index] = max(wanted[index], free + heights[index] / 2)
        free = middles[index] + heights[index] / 2
    free = high
    for index in reversed(order):
        middles[index] = min(middles[index], free - heights[index] / 2)
        free = middles[index] - heights[index] / 2
    return middles
