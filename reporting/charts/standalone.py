"""A chart as a picture of its own, for a board paper: its words around it, on white."""

import re
from pathlib import Path

import resvg_py
from django.conf import settings
from django.utils.html import escape

from reporting.charts import text
from reporting.charts.canvas import LINE, QUIET, SMALL, WIDTH, Canvas, number

EDGE, HEADING = 16, 16
FONTS = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
ZOOM = 2  # sharp on paper and on screens of any kind
HEIGHT = re.compile(r'viewBox="0 0 [\d.]+ ([\d.]+)"')
WORDS = re.compile(r"<(title|desc)[^>]*>(.*?)</\1>", re.DOTALL)


def standalone(svg: str, *, foot: list[str] = ()) -> str:
    """One file of the chart: its title written above it, `foot` below, a white ground.

    Raises ValueError for text that is no chart of this package.
    """
    found = HEIGHT.search(svg)
    if not found or not svg.startswith("<svg "):
        raise ValueError("Only a chart of this service can be a picture of its own.")
    said = dict(WORDS.findall(svg))
    canvas = Canvas()
    title = text.wrapped(unescaped(said["title"]), WIDTH, HEADING, 3)
    y = EDGE + HEADING
    for words in title:
        canvas.text(EDGE, y, words, size=HEADING, font_weight=600)
        y += HEADING + 5
    top, y = y, y + float(found[1]) + LINE
    for paragraph in foot:
        for words in text.wrapped(paragraph, WIDTH, SMALL, 4):
            canvas.text(EDGE, y, words, fill=QUIET)
            y += LINE
    wide, high = WIDTH + 2 * EDGE, y + EDGE - LINE / 2
    # The chart keeps its own title and description; those of the file say the same.
    inner = svg.replace("<svg ", f'<svg x="{EDGE}" y="{number(float(top))}" ', 1)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {number(float(high))}" '
        f'width="{wide}" height="{number(float(high))}" role="img" aria-labelledby="title desc">'
        f'<title id="title">{said["title"]}</title><desc id="desc">{said["desc"]}</desc>'
        f'<rect width="{wide}" height="{number(float(high))}" fill="#FFFFFF"/>'
        f"{''.join(canvas.shapes)}{inner}</svg>\n"
    )


def png(picture: str) -> bytes:
    """The same picture in dots, twice its size, in the service's own typeface."""
    folder = Path(settings.BASE_DIR) / "static" / "dist" / "fonts"
    return resvg_py.svg_to_bytes(
        svg_string=picture,
        zoom=ZOOM,
        background="#ffffff",
        # The machine's own fonts would differ from the page's, and from machine to machine.
        skip_system_fonts=True,
        font_files=[str(folder / name) for name in FONTS],
    )


def unescaped(words: str) -> str:
    """Words that were escaped once already."""
    for plain in "<>\"'":
        words = words.replace(escape(plain), plain)
    return words.replace("&amp;", "&")
