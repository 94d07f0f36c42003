"""What people write, printed: plain formatting, figures in their places, and nothing of HTML."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.prose import faults_in, html_of

FIGURES = {"reviews-held": "1,875", "nothing-to-say": "", "odd": "<b>*5*</b>"}
MAY_STAND = {
    *("h3", "h4", "h5", "h6", "p", "br", "ul", "ol", "li", "blockquote", "strong", "em", "mark"),
}


class Elements(HTMLParser):
    """Every element with what is in it, to find those that are empty."""

    def __init__(self, html: str):
        super().__init__()
        self.open: list[list] = []
        self.names: list[str] = []
        self.attributes: list = []
        self.empty: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        self.attributes += attrs
        self._fill()
        if tag != "br":
            self.open.append([tag, False])

    def handle_data(self, data):
        if data.strip():
            self._fill()

    def handle_endtag(self, tag):
        name, is_full = self.open.pop()
        assert name == tag
        if not is_full:
            self.empty.append(tag)

    def _fill(self):
        if self.open:
            self.open[-1][1] = True


def levels(html: str) -> list[int]:
    return [int(n) for n in re.findall(r"<h(\d)>", html)]


def test_headings_lists_quotes_bold_and_italic():
    html = html_of("# Why\n\nIt **is** *so*.\n\n- one\n- two\n\n1. first\n\n> Said so.", FIGURES)
    assert html.split("\n") == [
        "<h3>Why</h3>",
        "<p>It <strong>is</strong> <em>so</em>.</p>",
        *("<ul>", "<li>one</li>", "<li>two</li>", "</ul>"),
        *("<ol>", "<li>first</li>", "</ol>"),
        *("<blockquote>", "<p>Said so.</p>", "</blockquote>"),
        "",
    ]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("# a", [3]),
        ("## a", [3]),  # whatever the first one is
        ("# a\n\n## b\n\n# c", [3, 4, 3]),
        ("# a\n\n### b\n\n## c", [3, 4, 4]),  # none is skipped
        ("## a\n\n# b\n\n## c", [3, 3, 4]),
        ("# a\n\n## b\n\n### c\n\n#### d\n\n##### e", [3, 4, 5, 6, 6]),
    ],
)
def test_headings_begin_under_the_sections_own_and_skip_no_level(typed, printed):
    assert levels(html_of(typed, FIGURES)) == printed


def test_a_heading_in_a_list_or_a_quote_stays_out_of_the_outline():
    assert levels(html_of("> # a\n\n- # b", FIGURES)) == []


def test_a_line_ends_where_it_was_ended():
    assert html_of("one\ntwo", FIGURES) == "<p>one<br>\ntwo</p>\n"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("[[reviews-held]] reviews", "<p>1,875 reviews</p>\n"),
        ("[[ reviews-held ]] reviews", "<p>1,875 reviews</p>\n"),
        ("**[[reviews-held]]**", "<p><strong>1,875</strong></p>\n"),
        ("# Of [[reviews-held]]", "<h3>Of 1,875</h3>\n"),
        ("- [[reviews-held]]", "<ul>\n<li>1,875</li>\n</ul>\n"),
        ("[[odd]]", "<p>&lt;b&gt;*5*&lt;/b&gt;</p>\n"),  # a figure is words and never formatting
    ],
)
def test_a_figure_stands_wherever_it_was_put(typed, printed):
    assert html_of(typed, FIGURES) == printed


def test_a_name_that_is_no_figure_is_marked():
    assert '<mark class="report-unknown">[[reviews]]</mark>' in html_of("[[reviews]]", FIGURES)


@pytest.mark.parametrize(
    "typed",
    [
        *("#", "-", ">", "1.", "> -", "[[nothing-to-say]]", "**[[nothing-to-say]]**", "\n\n", " "),
        *("# [[nothing-to-say]]", "- [[nothing-to-say]]\n- ", "> [[nothing-to-say]]"),
    ],
)
def test_nothing_said_leaves_nothing_behind(typed):
    assert html_of(typed, FIGURES).strip() == ""


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "[[<b>]]",
        "[[<script>alert(1)</script>]]",
        "**<img src=x onerror=alert(1)>**",
        "[x](javascript:alert(1))",
        "![x](https://example.org/x.png)",
        "<https://example.org>",
        "```\n<b>\n```",
        "    <b>indented</b>",
        "| a | b |\n|---|---|\n| <i>1</i> | 2 |",
        "&lt;script&gt; &#60;b&#62;",
        "# <svg onload=alert(1)>",
        "<!-- x -->",
        "[a]: https://example.org\n\n[a]",
    ],
)
def test_nothing_of_html_gets_through(hostile):
    elements = Elements(html_of(hostile, FIGURES))
    assert set(elements.names) <= MAY_STAND
    assert [name for name, _ in elements.attributes if name not in ("class", "start")] == []


@given(st.text(alphabet=st.sampled_from("#*_>-1. \n[]<b>&\\`!()|ay"), max_size=60))
def test_whatever_is_typed_the_outline_is_whole_and_no_element_empty(typed):
    html = html_of(typed, FIGURES)
    elements = Elements(html)
    assert set(elements.names) <= MAY_STAND
    assert elements.empty == []
    assert elements.open == []
    found = [2, *levels(html)]
    assert all(then <= now + 1 for now, then in pairwise(found))
    assert [level for level in found[1:] if level < 3] == []


def test_a_figure_that_does_not_exist_is_a_fault_once_each():
    faults = faults_in("# [[review-held]]\n\n- [[review-held]] of [[<b>]]\n\n[[reviews-held]]")
    assert faults == [
        "There is no figure called [[review-held]]. Did you mean [[reviews-held]]?",
        "There is no figure called [[<b>]]. Choose one from the list.",
    ]


@pytest.mark.parametrize("typed", ["[[reviews-held]", "reviews-held]]", "[[reviews\nheld]]"])
def test_brackets_not_closed_are_a_fault(typed):
    assert len(faults_in(typed)) == 1


def test_plain_words_have_no_fault():
    assert faults_in("# Why\n\n[[reviews-held]] [1] (a) *so*") == []
