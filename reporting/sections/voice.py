"""What children told us, and what was done about it."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from reporting.drawings.voice import answers as chart
from reporting.sections.shape import NO_HTML, Part, Section
from reporting.sentences import voice as in_words
from reporting.tables.voice import answered_by_year, answers, said_and_did
from reporting.writing import Said, Writing
from statute.ages import BANDS


def section(figures: dict, writing: Writing) -> Section:
    """Answers question by question, children's own words, and what came of them."""
    voice = figures["voice"]
    return Section(
        "voice",
        [
            Part(
                words=[
                    in_words.feedback(voice),
                    in_words.beforehand(voice),
                    in_words.too_few(voice),
                ],
                charts=[chart(figures)],
                tables=[*answers(voice), answered_by_year(figures)],
            ),
            Part("In children's own words", html=_quotes(writing.quotes)),
            Part("You said, we did", tables=[said_and_did(writing.said_and_did)]),
        ],
    )


def _quotes(quotes: Sequence[Said]) -> SafeString:
    if not quotes:
        return NO_HTML
    told = [{"words": one.words, "age": BANDS[one.age_band]} for one in quotes]
    return render_to_string("reporting/parts/quotes.html", {"quotes": told})
