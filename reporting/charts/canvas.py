"""Shapes and words as SVG text.

Only presentation attributes: neither the page's style sheet nor its font reaches into an SVG
when it is printed, and the page's security policy forbids style attributes.
"""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from reporting.charts.request import LEFT_OUT

WIDTH = 480
SMALL = 13
LINE = SMALL + 3
INK, QUIET, GRID, BAND = "#0B0C0C", "#383F43", "#D9DDE0", "#DDE6EF"

# White words are readable on the dark colours only (4.5 to 1: WCAG 2.2, 1.4.3).
DARK = ("#12436D", "#801650", "#3D3D3D")


def ink_on(colour: str) -> str:
    """The colour of words that stand on a mark."""
    return "#FFFFFF" if colour in DARK else INK


class Canvas:
    """Collects one chart's shapes."""

    def __init__(self):
        self.shapes: list[str] = []

    def add(self, name: str, content: str = "", **attributes) -> None:
        """One element; ``stroke_width=2`` is written ``stroke-width="2"``."""
        written = "".join(
            f' {key.replace("_", "-")}="{escape(number(value))}"'
            for key, value in attributes.items()
        )
        self.shapes.append(f"<{name}{written}>{escape(content)}</{name}>")

    def rect(self, x, y, width, height, fill) -> None:
        """A filled box."""
        self.add("rect", x=x, y=y, width=max(width, 0), height=max(height, 0), fill=fill)

    def line(self, x1, y1, x2, y2, stroke, **rest) -> None:
        """A straight line."""
        self.add("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, **rest)

    def text(self, x, y, words, *, size=SMALL, anchor="start", fill=INK, **rest) -> None:
        """Words, their baseline at ``y``."""
        self.add(
            "text",
            words,
            x=x,
            y=y,
            font_family="Inter, Arial, sans-serif",
            font_size=size,
            text_anchor=anchor,
            fill=fill,
            **rest,
        )

    def svg(self, request, height: float) -> SafeString:
        """The finished chart with its title and description."""
        if LEFT_OUT in request.description:  # for those who see it, where a bar would be a 0
            self.text(WIDTH, SMALL, LEFT_OUT, anchor="end", fill=QUIET)
        title, description = f"{request.id}-title", f"{request.id}-description"
        return mark_safe(  # noqa: S308 - all text in it went through escape()
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {number(height)}" '
            f'width="{WIDTH}" height="{number(height)}" role="img" id="{escape(request.id)}-svg" '
            f'aria-labelledby="{escape(title)} {escape(description)}">'
            f'<title id="{escape(title)}">{escape(request.title)}</title>'
            f'<desc id="{escape(description)}">{escape(request.description)}</desc>'
            f"{''.join(self.shapes)}</svg>"
        )


def number(value) -> str:
    """A coordinate without a tail of digits."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
