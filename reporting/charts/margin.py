"""Words beside the plot, at the marks they name: nobody has to match colours with a key."""

from dataclasses import dataclass

from reporting.charts import text
from reporting.charts.axes import Plot
from reporting.charts.canvas import INK, LINE, QUIET, SMALL
from reporting.charts.request import Request

ROOM = 132
SWATCH = 10


@dataclass
class Label:
    """Words for the mark whose middle is at ``value`` on the side axis."""

    value: float
    words: str
    colour: str = ""

    def lines(self) -> list[str]:
        """The words in at most two lines."""
        return text.wrapped(self.words, ROOM - SWATCH - 14, SMALL, 2)


def marks_of(request: Request) -> list[Label]:
    """The labels of the target's line and of the band."""
    labels = []
    if request.target is not None:
        labels.append(Label(request.target, request.target_words()))
    if request.band:
        labels.append(Label(sum(request.band) / 2, request.band_words()))
    return labels


def room(labels: list[Label]) -> float:
    """The width that the labels need."""
    widths = [text.width(line, SMALL) for label in labels for line in label.lines()]
    return min(ROOM, max(widths) + SWATCH + 14) if widths else 0


def write(frame: Plot, labels: list[Label]) -> None:
    """Write the labels from the top down, each joined to its mark where it had to move."""
    heights = [LINE * len(label.lines()) + 2.0 for label in labels]
    wanted = [frame.y(label.value) for label in labels]
    middles = text.spread(wanted, heights, frame.top - LINE / 2, frame.bottom + LINE / 2)
    canvas, x = frame.canvas, frame.right + SWATCH + 6
    for label, want, middle in zip(labels, wanted, middles, strict=True):
        canvas.line(frame.right + 2, want, x - 3, middle, label.colour or QUIET, stroke_width=2)
        lines = label.lines()
        for at, line in enumerate(lines):
            y = middle + LINE * (at - (len(lines) - 1) / 2) + 4.5
            canvas.text(x, y, line)


def draw_target(frame: Plot) -> None:
    """The target's dashed line, over the marks."""
    if frame.request.target is not None:
        y = frame.y(frame.request.target)
        dashes = {"stroke_width": 1.5, "stroke_dasharray": "6 4"}
        frame.canvas.line(frame.left, y, frame.right, y, INK, **dashes)
