"""The children's version: a few pages, five numbers, plain words."""

from io import BytesIO

import pytest
from django.utils.html import strip_tags
from pypdf import PdfReader

from reporting.audience import Audience
from reporting.children.numbers import five_numbers
from reporting.figures import figures
from reporting.making import printed
from reporting.report import compose
from reporting.withheld import WITHHELD
from reporting.withholding import for_audience
from reporting.writing import Promise, Said, Writing
from reviews.reading_age import reading_age
from tests.reporting.figures_sample import TODAY, sample
from tests.reporting.pdf_checks import check_accessible

OLDEST_READER = 10
LITTLE = Writing(
    quotes=[
        Said("I chose where we met.", "5_to_10", for_public=True),
        Said("Only for my IRO to read.", "16_plus", for_public=False),
    ],
    said_and_did=[("I do not know my IRO.", "Every child gets a card with a photo.")],
    priorities=[Promise("See each child alone", "Ada Bone", "2018-03-31", "Nine in ten")],
)
MUCH = Writing(
    quotes=[Said(f"{n} words " * 30, "11_to_13", for_public=True) for n in range(20)],
    said_and_did=[(f"{n} said " * 20, "We did it. " * 15) for n in range(20)],
    priorities=[Promise(f"{n} better " * 12, "Ada", "2018-03-31", "All") for n in range(20)],
)


def document(writing=LITTLE, year="2016-17"):
    return compose(sample(year), writing, Audience.CHILDREN)


def text_of(composed) -> str:
    """Every word of it."""
    words = []
    for section in composed.sections:
        words += [section.title, *(f"{tile['value']} {tile['label']}" for tile in section.tiles)]
        words += [sentence for part in section.parts for sentence in part.words]
        words.append(strip_tags(section.html.replace("</", " </")))
    return "\n".join(words)


@pytest.mark.django_db
def test_it_tells_what_a_child_wants_to_know(council):
    words = text_of(document())
    for one in (
        "I chose where we met.", "A child aged 5 to 10", "Every child gets a card",
        "See each child alone", "Independent Reviewing Officer", "advocate", "complaint",
        "0800 1111",
    ):  # fmt: skip
        assert one in words


@pytest.mark.django_db
def test_a_quote_is_told_only_with_consent_to_everybody_reading_it(council):
    assert "Only for my IRO" not in text_of(document())


@pytest.mark.django_db
def test_what_the_service_says_is_read_with_ease_at_ten(council):
    composed = document(Writing())
    assert [section.title for section in composed.sections] == [
        "Hello", "What is an IRO?", "The year in numbers", "If something is not right",
    ]  # fmt: skip
    assert reading_age(text_of(composed)) <= OLDEST_READER


def test_there_are_five_numbers_of_the_year(demonstration):
    told = for_audience(figures("2016-17", on=TODAY), Audience.PUBLIC)
    assert [tile["value"] for tile in five_numbers(told)] == [
        "767", "1,875", "91 in 100", "97 in 100", "26",
    ]  # fmt: skip


@pytest.mark.django_db
def test_what_is_small_withheld_or_not_known_is_left_out(council):
    told = sample()
    told["cohort"]["total"] = WITHHELD
    told["timeliness"]["by_year"][-1]["reviews"] = 4
    told["timeliness"]["by_year"][-1]["percent"] = 99.9
    told["participation"]["by_year"][-1]["participated_percent_of_recorded"] = None
    told["disputes"]["raised"] = 3
    assert five_numbers(told)[0]["value"] == "99 in 100"
    assert len(five_numbers(told)) <= 2


@pytest.mark.django_db
@pytest.mark.parametrize("writing", [Writing(), LITTLE, MUCH], ids=["none", "little", "much"])
def test_its_pdf_has_two_to_four_pages_and_can_be_heard(council, writing):
    pdf = printed(document(writing))
    assert 2 <= len(PdfReader(BytesIO(pdf)).pages) <= 4
    assert check_accessible(pdf) == []


@pytest.mark.django_db
def test_half_a_year_has_one_too(council):
    composed = document(year="2016-17-H1")
    assert composed.subtitle == "What happened in Apr to Sep 2016"
