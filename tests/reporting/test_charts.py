"""The charts: what they draw, what they refuse, and that they stay words and shapes."""

import re
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from django.utils.safestring import SafeString

from reporting.charts import bars, columns, lines, stacked_columns
from reporting.charts.canvas import DARK, INK, WIDTH
from reporting.charts.request import PALETTE
from reporting.charts.scale import ticks
from reporting.charts.text import spread, width, wrapped

KINDS = (columns, lines, stacked_columns, bars)
SVG = "{http://www.w3.org/2000/svg}"
YEARS = ["2014/15", "2015/16", "2016/17"]


def draw(kind=columns, categories=YEARS, series=(("Held", [1911, 1848, 1875]),), **rest):
    given = {"title": "A title", "description": "A description.", "id": "held", **rest}
    svg = kind(given.pop("title"), given.pop("description"), categories, series, **given)
    return ElementTree.fromstring(svg)  # noqa: S314 - our own text


def words(svg) -> list[str]:
    return [text.text for text in svg.iter(f"{SVG}text")]


def blocks(svg, colour=PALETTE[0]) -> list[dict]:
    """The filled boxes of a colour: x, y, width and height."""
    return [
        {side: float(box.get(side)) for side in ("x", "y", "width", "height")}
        for box in svg.iter(f"{SVG}rect")
        if box.get("fill") == colour
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_has_words_for_a_listener(kind):
    svg = draw(kind)
    assert svg.get("role") == "img"
    title, description = svg[0], svg[1]
    assert (title.tag, title.text) == (f"{SVG}title", "A title")
    assert (description.tag, description.text) == (f"{SVG}desc", "A description.")
    assert svg.get("aria-labelledby").split() == [title.get("id"), description.get("id")]


def test_two_charts_in_a_document_share_no_id():
    ids = [element.get("id") for svg in (draw(id="a"), draw(id="b")) for element in svg.iter()]
    ids = [id for id in ids if id]
    assert len(ids) == 6
    assert len(set(ids)) == 6


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_needs_no_style_sheet_and_runs_nothing(kind):
    svg = draw(kind, target=1900, band=(1000, 1500), unit="reviews")
    kinds = {element.tag.removeprefix(SVG) for element in svg.iter()}
    assert kinds <= {"svg", "title", "desc", "rect", "line", "polyline", "circle", "text"}
    names = {name for element in svg.iter() for name in element.attrib}
    assert not names & {"style", "class", "href"}
    assert not {name for name in names if name.startswith("on")}
    assert {text.get("font-family").split(",")[0] for text in svg.iter(f"{SVG}text")} == {"Inter"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_people_typed_stays_words(kind):
    nasty = "<script>alert(\"1\")</script> & 'x'"
    svg = kind(nasty, nasty, [nasty], [(nasty, [1]), (nasty, [2])], id="x", unit=nasty)
    assert isinstance(svg, SafeString)
    assert "<script" not in svg
    parsed = ElementTree.fromstring(svg)  # noqa: S314 - our own text
    assert parsed[0].text == nasty


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"series": [(str(i), [1, 2, 3]) for i in range(5)]}, "has 5 series"),
        ({"series": []}, "has 0 series"),
        ({"series": [("Held", [1, 2])]}, "Held has 2 values for 3 categories"),
        ({"series": [("Held", [1, -2, 3])]}, "cannot draw -2"),
        ({"series": [("Held", [1, float("nan"), 3])]}, "cannot draw nan"),
        ({"series": [("Held", [1, float("inf"), 3])]}, "cannot draw inf"),
        ({"categories": [], "series": [("Held", [])]}, "at least one category"),
        ({"id": "two words"}, "letters, digits and hyphens"),
        ({"id": '"><script>'}, "letters, digits and hyphens"),
        ({"title": " "}, "needs a title"),
        ({"description": ""}, "needs a title and a description"),
        ({"band": (70, 50)}, "from low to high"),
        ({"target": -1}, "cannot draw -1"),
    ],
)
def test_a_chart_that_would_mislead_is_refused(kind, wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        draw(kind, **wrong)


def test_columns_stand_on_zero_and_are_as_high_as_their_numbers():
    first, second = blocks(draw(categories=["a", "b"], series=[("n", [50, 100])]))
    assert second["height"] == pytest.approx(2 * first["height"], abs=0.1)
    assert first["y"] + first["height"] == pytest.approx(second["y"] + second["height"], abs=0.1)


def test_a_missing_value_is_a_gap_and_zero_is_a_number():
    svg = draw(series=[("Held", [None, 0, 5])], unit="reviews")
    assert [box["height"] > 0 for box in blocks(svg)] == [False, True]
    assert words(svg).count("0") == 2  # on the axis and at the column


def test_a_line_breaks_where_a_value_is_missing():
    svg = draw(lines, categories=list("abcdefg"), series=[("n", [1, 2, None, 4, None, 6, 7])])
    runs = [line.get("points").count(",") for line in svg.iter(f"{SVG}polyline")]
    assert runs == [2, 2]
    assert len(list(svg.iter(f"{SVG}circle"))) == 5


def test_one_point_alone_is_a_dot():
    svg = draw(lines, categories=["2016/17"], series=[("Held", [1875])])
    assert not list(svg.iter(f"{SVG}polyline"))
    assert len(list(svg.iter(f"{SVG}circle"))) == 1
    assert "Held 1,875" in words(svg)


def test_each_line_and_each_part_is_named_beside_its_mark():
    series = [("Participated", [5, 6, 7]), ("Not recorded", [1, 2, 3])]
    assert {"Participated 7", "Not recorded 3"} <= set(words(draw(lines, series=series)))
    assert {"Participated", "Not recorded"} <= set(words(draw(stacked_columns, series=series)))


def test_parts_stand_on_one_another():
    series = [("a", [10, 20, 30]), ("b", [30, 20, 10])]
    svg = draw(stacked_columns, series=series)
    lower, upper = blocks(svg), blocks(svg, PALETTE[1])
    for below, above in zip(lower, upper, strict=True):
        assert above["y"] + above["height"] == pytest.approx(below["y"], abs=0.1)
    assert len({round(above["y"]) for above in upper}) == 1


def test_the_target_and_the_band_are_drawn_at_their_numbers_and_named():
    svg = draw(bars, categories=["A"], series=[("n", [60])], band=(50, 70), target=80)
    [bar], [band] = blocks(svg), blocks(svg, "#DDE6EF")
    assert (band["x"] - bar["x"]) / bar["width"] == pytest.approx(50 / 60, abs=0.01)
    assert band["width"] / bar["width"] == pytest.approx(20 / 60, abs=0.01)
    assert {"50 to 70", "Target 80"} <= set(words(svg))
    named = draw(band=(50, 70), band_label="Handbook", target=95, target_label="Aim", unit="%")
    assert {"Handbook", "Aim"} <= set(words(named))


def test_a_value_that_the_target_would_cross_stands_inside_its_column():
    svg = draw(categories=["a"], series=[("n", [90.8])], unit="%", target=95)
    [column] = blocks(svg)
    value = next(text for text in svg.iter(f"{SVG}text") if text.text == "90.8%")
    assert float(value.get("y")) > column["y"]
    assert value.get("fill") == "#FFFFFF"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "values",
    [
        [0, 0, 0],
        [None, None, None],
        [1, None, 0],
        [0.1, 0.2, 0.3],
        [1_234_567_890, 5, 999_999_999_999],
        [Decimal("90.8"), Decimal("87.6"), None],
    ],
    ids=["zeros", "nothing", "mixed", "small", "huge", "decimals"],
)
@pytest.mark.parametrize(
    "categories",
    [YEARS, ["Out of county, not recorded or unknown " * 4, "x" * 200, ""]],
    ids=["years", "long names"],
)
def test_every_mark_and_word_stays_on_the_chart(kind, values, categories):
    series = [("In timescale and recorded within twenty-four hours", values), ("b", values)]
    svg = draw(kind, categories=categories, series=series, target=5, band=(1, 2))
    _, _, wide, high = (float(side) for side in svg.get("viewBox").split())
    assert wide == WIDTH
    for box in svg.iter(f"{SVG}rect"):
        x, y, w, h = (float(box.get(side)) for side in ("x", "y", "width", "height"))
        assert x >= 0
        assert y >= 0
        assert x + w <= wide + 0.1
        assert y + h <= high + 0.1
    for text in svg.iter(f"{SVG}text"):
        assert left(text) >= -1
        assert left(text) + length(text) <= wide + 1
        assert 0 <= float(text.get("y")) <= high


def left(text) -> float:
    """Where a text begins."""
    part = {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor")]
    return float(text.get("x")) - length(text) * part


def length(text) -> float:
    """How much of the chart's width a text takes."""
    long = width(text.text or "", float(text.get("font-size")))
    return long * 0.71 if "rotate" in text.get("transform", "") else long


def test_huge_numbers_are_short_and_fractions_round_half_up():
    svg = draw(categories=list("abcd"), series=[("n", [2_500_000, 3e9, 0, 1])])
    assert {"2.5m", "3bn"} <= set(words(svg))
    assert "87.6%" in words(draw(categories=["a"], series=[("n", [87.55])], unit="%"))
    assert "1,875" in words(draw())


def test_a_line_that_starts_above_zero_never_hides_a_value():
    with pytest.raises(ValueError, match="cannot start at 90"):
        draw(lines, series=[("n", [85, 95, 99])], axis_from=90)
    marks = words(draw(lines, series=[("n", [85, 95, 99])], axis_from=80, unit="%"))
    assert "80%" in marks
    assert "100%" in marks
    assert "0%" not in marks


def test_three_years_of_months_name_some_and_keep_the_first():
    months = [f"Apr {i}" for i in range(36)]
    shown = [word for word in words(draw(lines, months, [("n", range(36))])) if "Apr" in word]
    assert shown[0] == "Apr 0"
    assert len(shown) < 36


@pytest.mark.parametrize(
    ("highest", "lowest", "percent", "expected"),
    [
        (0, 0, False, [0, 1]),
        (1, 0, False, [0, 1]),
        (3, 0, False, [0, 1, 2, 3]),
        (90.8, 0, True, [0, 20, 40, 60, 80, 100]),
        (100, 0, True, [0, 20, 40, 60, 80, 100]),
        (97.6, 70, True, [70, 80, 90, 100]),
        (767, 0, False, [0, 200, 400, 600, 800]),
        (0.3, 0, False, [0, 0.1, 0.2, 0.3]),
    ],
)
def test_an_axis_has_round_numbers(highest, lowest, percent, expected):
    assert ticks(highest, lowest, percent=percent) == expected


def test_words_are_broken_between_words_and_labels_kept_apart():
    assert wrapped("Social worker's report not ready", 120, 13, 2)[0] == "Social worker's"
    assert wrapped("x" * 90, 50, 13, 2)[0].endswith("…")
    places = spread([10, 11, 12], [16, 16, 16], 0, 100)
    assert [b - a for a, b in pairwise(places)] == [16, 16]
    assert max(spread([99, 100], [16, 16], 0, 100)) <= 92


@pytest.mark.parametrize("colour", PALETTE)
def test_words_on_a_mark_stand_out_from_it(colour):
    ground = luminance(colour)
    ink = luminance("#FFFFFF" if colour in DARK else INK)
    lighter, darker = max(ground, ink), min(ground, ink)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(pair, 16) / 255 for pair in re.findall("[0-9A-F]{2}", colour)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
