"""The reading age of a record tells plain words from office words."""

import pytest

from reviews.reading_age import reading_age

PLAIN = (
    "We met at your school. You told us that you like your new home. You want to see Nan more. "
    "Sam will ask her. You are good at maths. We will meet in May. "
    "You can tell Sam if you want to talk before then."
)
OFFICE = (
    "Consideration was given to the appropriateness of the current placement arrangements, "
    "notwithstanding the identified deterioration in educational attainment, and professionals "
    "recommended the implementation of additional therapeutic interventions to facilitate "
    "stability and permanence."
)


def test_plain_words_are_for_children_and_office_words_are_not():
    assert reading_age(PLAIN) <= 8
    assert reading_age(OFFICE) == 21


@pytest.mark.parametrize("text", ["", "Too short to say.", "1 2 3 " * 100, "\n.\n?"])
def test_too_little_text_has_no_age(text):
    assert reading_age(text) is None


def test_a_list_without_full_stops_is_not_one_endless_sentence():
    lines = "You like your school and your home\n" * 10
    assert reading_age(lines) == reading_age(lines.replace("\n", ". "))
