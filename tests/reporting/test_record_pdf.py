"""A record on paper: whoever cannot see it can hear it, and the decisions alone hold no more."""

from datetime import date
from io import BytesIO
from time import process_time

import pytest
from django.urls import reverse
from pypdf import PdfReader

from audit.models import Look
from reporting.record_print import record_pdf
from tests.factories import AllocationFactory, DecisionFactory, HeldReviewFactory, RecordFactory
from tests.reporting.pdf_checks import check_accessible, elements

LETTER = """Dear Łukasz,

# What you told us

You want to see Ольга and Nguyễn more.
You like maths.

# What we decided

- You go swimming.
- Sam asks Grandad.
"""


@pytest.fixture
def record(council, iro):
    review = HeldReviewFactory(
        held_on=date(2017, 7, 10),
        due_on=date(2017, 7, 10),
        chair=iro,
        period__child__given_name="Łukasz",
        period__started_on=date(2017, 6, 12),
    )
    AllocationFactory(child=review.child, iro=iro, started_on=date(2017, 6, 13))
    DecisionFactory(review=review, number=1, text="A bus pass", owner="Sam Reed")
    return RecordFactory(
        review=review,
        wishes_and_feelings="“I want to see Grandad.”",
        discussion="The move was talked through.",
        completed_on=date(2017, 7, 19),
        completed_by=iro,
    )


@pytest.fixture
def letter(record):
    type(record).objects.filter(pk=record.pk).delete()
    record.pk, record.style, record.letter = None, "letter", LETTER
    record.save(force_insert=True)
    return record


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_a_record_in_sections_can_be_heard_and_says_it_all(record):
    pdf = record_pdf(record)
    assert check_accessible(pdf) == []
    text = text_of(pdf)
    for words in (
        "Record of the review",
        "Łukasz Brown",
        "“I want to see Grandad.”",
        "The move was talked through.",
        "A bus pass",
        "Sam Reed, by 1 September 2017",
    ):
        assert words in text
    assert "Draft" not in text


def test_the_decisions_alone_hold_nothing_of_what_was_said(record):
    pdf = record_pdf(record, decisions_only=True)
    assert check_accessible(pdf) == []
    text = text_of(pdf)
    assert "A bus pass" in text
    assert "Grandad" not in text
    assert "talked through" not in text


def test_a_letter_is_the_childs_own_with_headings_lists_and_names_in_their_script(letter):
    pdf = record_pdf(letter)
    assert check_accessible(pdf) == []
    reader = PdfReader(BytesIO(pdf))
    first = " ".join(reader.pages[0].extract_text().split())
    assert "Dear Łukasz, What you told us You want to see Ольга and Nguyễn more." in first
    assert "A bus pass" not in first  # as it was recorded, on a sheet of its own
    assert len(elements(reader, "/LI")) == 3
    fonts = {
        font.get_object()["/BaseFont"].split("+")[-1]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert all(font.startswith("/Inter") or font.startswith("Inter") for font in fonts), fonts


def test_a_letters_decisions_alone_are_the_recorded_ones(letter):
    text = text_of(record_pdf(letter, decisions_only=True))
    assert "A bus pass" in text
    assert "Dear" not in text


def test_it_is_quick_enough_to_be_made_as_it_is_asked_for(letter):
    record_pdf(letter)
    started = process_time()
    record_pdf(letter)
    assert process_time() - started < 3


def test_words_typed_stay_words(record):
    record.discussion = "<script>alert(1)</script> <img src=https://example.org/x.png>"
    assert "<script>alert(1)</script> <img" in text_of(record_pdf(record))


def test_the_file_is_kept_by_no_cache_names_nobody_and_is_logged(record, iro, client_for):
    page = reverse("record_pdf", args=[record.review_id])
    answer = client_for(iro).get(page, {"what": "decisions"})
    assert answer["content-type"] == "application/pdf"
    assert answer["cache-control"] == "private, no-store"
    assert answer["content-disposition"] == (
        f'inline; filename="review-{record.review_id}-decisions.pdf"'
    )
    assert "Grandad" not in text_of(answer.content)
    look = Look.objects.get()
    assert (look.subject_id, look.page, look.by) == (record.review.child_id, "decisions PDF", iro)


@pytest.mark.parametrize(("role", "status"), [("other_iro", 404), ("responding_manager", 404)])
def test_a_stranger_gets_no_file(record, client_for, request, role, status):
    client = client_for(request.getfixturevalue(role))
    assert client.get(reverse("record_pdf", args=[record.review_id])).status_code == status


def test_business_support_gets_no_file_of_a_record_not_completed(
    council, business_support, client_for
):
    record = RecordFactory()
    page = reverse("record_pdf", args=[record.review_id])
    assert client_for(business_support).get(page).status_code == 404
    assert "Draft: this record is not completed." in text_of(record_pdf(record))
