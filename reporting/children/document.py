"""Composes the children's version out of the public figures and what people wrote."""

from collections.abc import Callable, Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reporting.audience import Audience
from reporting.children.numbers import five_numbers
from reporting.children.words import ABOUT_IROS, HELP, about
from reporting.document import Document
from reporting.figures import as_json
from reporting.sections.shape import NO_HTML, Part, Section
from reporting.writing import Said, Writing
from reporting.written import day, year
from statute.ages import BANDS

# How much there is room for on four pages: so many at most, and so many letters together. What
# is too long for it is told in the longer report and not cut here.
QUOTES, SAID, PRIORITIES = (4, 700), (4, 900), (5, 500)


def compose_children(figures: dict, writing: Writing, *, made: str) -> Document:
    """The children's version of a period's report.

    Takes figures that may be public (reporting.withholding). Quotes are told only where the child
    agreed to everybody reading them.
    """
    open_to_all = [quote for quote in writing.quotes if quote.for_public]
    quotes = _fitting(open_to_all, QUOTES, lambda quote: quote.words)
    pairs = _fitting(writing.said_and_did, SAID, "".join)
    promises = _fitting([promise.title for promise in writing.priorities], PRIORITIES, str)
    council = figures["council"]
    sections = [
        _section("hello", "Hello", about(council, day(figures["from"]), day(figures["to"]))),
        _section("iro", "What is an IRO?", ABOUT_IROS),
        Section("numbers", tiles=five_numbers(figures), title="The year in numbers"),
        _section("said", "What children said", html=_quotes(quotes)),
        _section("did", "You said, we did", html=_said_and_did(pairs)),
        _section("next", "What we will do next", html=_list(promises)),
        _section("help", "If something is not right", html=_steps(HELP)),
    ]
    return Document(
        council=council,
        title="Your reviews",
        subtitle=f"What happened in {year(figures['year'])}",
        audience=Audience.CHILDREN,
        period=figures["year"],
        taken_on=figures["taken_on"],
        made=made,
        figures=as_json(figures),
        sections=[section for section in sections if not section.is_empty],
    )


def _section(id: str, title: str, words: Iterable[str] = (), html=NO_HTML) -> Section:
    return Section(id, [Part(words=list(words))], title=title, html=html)


def _fitting(every: Iterable, room: tuple[int, int], words: Callable[..., str]) -> list:
    """Those that there is room for, in their order."""
    most, letters = room
    fitting = []
    for one in every:
        if len(fitting) < most and len(words(one)) <= letters:
            fitting.append(one)
            letters -= len(words(one))
    return fitting


def _quotes(quotes: list[Said]) -> SafeString:
    rows = ((quote.words.strip(), BANDS[quote.age_band]) for quote in quotes)
    return format_html_join(
        "\n", '<blockquote class="kids-quote"><p>{}</p><p>A child aged {}</p></blockquote>', rows
    )


def _said_and_did(pairs: list[tuple[str, str]]) -> SafeString:
    return format_html_join(
        "\n",
        '<div class="kids-pair"><p><strong>You said:</strong> {}</p>'
        "<p><strong>We did:</strong> {}</p></div>",
        pairs,
    )


def _list(lines: list[str]) -> SafeString:
    if not lines:
        return NO_HTML
    items = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
    return format_html(
        "<p>This is what we want to do better in the year to come.</p><ul>{}</ul>", items
    )


def _steps(steps: Iterable[tuple[str, str]]) -> SafeString:
    items = format_html_join("", "<li><strong>{}</strong> {}</li>", steps)
    return format_html(
        "<p>You have a right to be heard. You can do any of these things:</p><ul>{}</ul>", items
    )
