"""Bad input gets one clear sentence, and nothing that was typed is lost."""

from datetime import date, time
from decimal import Decimal

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms as django_forms
from django.http import QueryDict

from iro_service import forms

NOT_A_DAY = "The day the review was held must be a real day, like 27 3 2017"
TOO_LATE = "The day the review was held must be on or before 20 July 2017"
UNCLEAR_TIMES = ["2", "25:00", "10:60", "13pm", "0am", "soon", "10:30\x00", "1\u0664:30"]


class Held(forms.QuestionForm):
    held_on = forms.DayField(
        label="When was the review held?",
        noun="the day the review was held",
        latest=date(2017, 7, 20),
    )
    held_at = forms.TimeField(label="At what time?", noun="the time the review began")
    seen_alone = forms.RadiosField(
        label="Was the child seen alone?",
        choices=[("yes", "Yes"), ("no", "No")],
        missing="Select yes if the child was seen alone",
    )
    why = forms.LongTextField(
        label="What was said?", noun="what was said", limit=4000, required=False
    )
    chair = forms.PersonNameField(label="Who chaired?", noun="the chair's name", required=False)


GOOD = {
    "held_on_0": "5",
    "held_on_1": "1",
    "held_on_2": "2017",
    "held_at": "10:30",
    "seen_alone": "yes",
}


def answered(**changes):
    data = QueryDict(mutable=True)
    data.update(GOOD | changes)
    return Held(data)


def on(day="5", month="1", year="2017"):
    return answered(held_on_0=day, held_on_1=month, held_on_2=year)


def test_a_form_filled_in_well_gives_a_day_a_time_and_words():
    form = answered(why="All went well", chair="  Zoë   O\N{RIGHT SINGLE QUOTATION MARK}Brien ")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["held_on"] == date(2017, 1, 5)
    assert form.cleaned_data["held_at"] == time(10, 30)
    assert form.cleaned_data["chair"] == "Zoë O\N{RIGHT SINGLE QUOTATION MARK}Brien"


@pytest.mark.parametrize(
    ("typed", "sentence", "boxes"),
    [
        (("", "", ""), "Enter the day the review was held", (0, 1, 2)),
        (("5", "", "2017"), "The day the review was held must include a month", (1,)),
        (("", "", "2017"), "The day the review was held must include a day and month", (0, 1)),
        (("31", "2", "2017"), "31 February 2017 is not a real day", (0,)),
        (("29", "2", "2017"), "29 February 2017 is not a real day", (0,)),
        (("0", "2", "2017"), "0 February 2017 is not a real day", (0,)),
        (("5", "13", "2017"), "There is no month 13; use 1 to 12", (1,)),
        (("5", "1", "17"), "The day the review was held must have a year of 4 numbers", (2,)),
        (("5", "1", "0017"), "The year must be between 1900 and 2100", (2,)),
        (("x", "1", "2017"), NOT_A_DAY, (0,)),
        (("²", "1", "2017"), NOT_A_DAY, (0,)),
        (("5", "ju", "2017"), NOT_A_DAY, (1,)),
        (("5", "1", "9" * 5000), NOT_A_DAY, (2,)),
        (("\x00", "1", "2017"), NOT_A_DAY, (0,)),
        (("21", "7", "2017"), TOO_LATE, (0, 1, 2)),
    ],
)
def test_a_day_that_is_not_one_says_what_is_wrong_with_it(typed, sentence, boxes):
    form = on(*typed)
    assert form.errors["held_on"] == [sentence]
    assert form.fields["held_on"].wrong_parts == boxes


@pytest.mark.parametrize("month", ["1", "01", "jan", "January", " JAN "])
def test_a_month_may_be_written_as_a_number_or_a_name(month):
    form = on(month=month)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["held_on"] == date(2017, 1, 5)


def test_what_was_typed_for_an_impossible_day_is_still_there():
    page = render_crispy_form(on("31", "February", "2017"))
    assert 'value="31"' in page
    assert 'value="February"' in page
    assert 'value="2017"' in page
    assert page.count("govuk-input--error") == 1  # the box of the day alone


def test_a_day_known_already_is_filled_in_and_counts_as_unchanged():
    form = Held(initial={"held_on": date(2017, 1, 5)})
    assert 'value="5"' in render_crispy_form(form)
    assert not form.fields["held_on"].has_changed(date(2017, 1, 5), ["5", "1", "2017"])
    assert form.fields["held_on"].has_changed(date(2017, 1, 5), ["6", "1", "2017"])


def test_an_optional_day_left_empty_is_no_day():
    assert forms.DayField(required=False).clean(["", "", ""]) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:30", time(10, 30)),
        ("10.30", time(10, 30)),
        ("9:05", time(9, 5)),
        ("2pm", time(14)),
        ("2.15 PM", time(14, 15)),
        ("12am", time(0)),
        ("12 p.m.", time(12)),
        ("noon", time(12)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_time_is_taken_as_people_write_it(typed, meant):
    assert forms.TimeField().clean(typed) == meant


@pytest.mark.parametrize("typed", UNCLEAR_TIMES)
def test_a_time_that_is_unclear_is_refused(typed):
    form = answered(held_at=typed)
    assert form.errors["held_at"] == ["The time the review began must be a time, like 10:30 or 2pm"]


def test_a_time_known_already_is_shown_as_hours_and_minutes():
    assert 'value="14:05"' in render_crispy_form(Held(initial={"held_at": time(14, 5)}))


def test_a_hundred_thousand_characters_get_a_sentence_and_all_of_them_back():
    text = "word " * 20_000
    form = answered(why=text.strip() + ".")
    assert form.errors["why"] == [
        "What was said must be 4,000 characters or fewer. It is 96,000 over"
    ]
    assert text.strip() in render_crispy_form(form)


def test_a_line_end_counts_once_however_the_browser_sends_it():
    form = answered(why="a\r\n" * 1999 + "bc")  # 5,999 sent, 4,000 typed
    assert form.is_valid(), form.errors
    assert len(form.cleaned_data["why"]) == 4000


@pytest.mark.parametrize("bad", ["\x00", "\ud800"])
def test_characters_that_cannot_be_kept_are_refused_and_the_page_still_renders(bad):
    form = answered(why=f"before{bad}after")
    assert "cannot be saved" in form.errors["why"][0]
    page = render_crispy_form(form)
    assert "before\N{REPLACEMENT CHARACTER}after" in page
    page.encode()


@pytest.mark.parametrize(
    "name",
    ["Łukasz", "Nguyễn", "Şeyma Dvořák", "Mary-Anne", "O'Neill", "D’Arcy", "Νίκος", "Ольга", "Ng"],
)
def test_a_name_may_come_from_anywhere(name):
    form = answered(chair=name)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["chair"] == name


def test_a_name_typed_with_loose_accents_is_kept_in_the_one_spelling():
    assert forms.PersonNameField().clean("Zoe\u0308") == "Zoë"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("<script>alert(1)</script>", "The chair's name must not include < or >"),
        ("Ann\x07", "The chair's name must be on one line"),
        ("12345", "The chair's name must include letters"),
        ("A" * 101, "The chair's name must be 100 characters or fewer. It is 1 over"),
    ],
)
def test_a_name_that_is_none_is_refused_and_shown_harmlessly(name, sentence):
    form = answered(chair=name)
    assert form.errors["chair"] == [sentence]
    assert "<script>" not in render_crispy_form(form)


def test_a_choice_not_made_or_made_up_gets_the_same_sentence():
    for value in ("", "maybe"):
        form = answered(seen_alone=value)
        assert form.errors["seen_alone"] == ["Select yes if the child was seen alone"]


def test_a_label_or_hint_with_markup_in_it_is_shown_as_words():
    form = Held()
    form.fields["seen_alone"].label = "Was <b>Ella</b> seen alone?"
    form.fields["chair"].help_text = "Not <i>Ella</i>"
    page = render_crispy_form(form)
    assert "<b>" not in page
    assert "&lt;b&gt;Ella&lt;/b&gt;" in page
    assert "&lt;i&gt;Ella" in page


def test_the_browser_neither_checks_the_form_nor_remembers_it():
    page = render_crispy_form(Held())
    assert "novalidate" in page
    assert 'autocomplete="off"' in page
    assert "maxlength=" not in page.replace("data-maxlength=", "")
    assert 'data-maxlength="4000"' in page


class Sections(Held):
    def layout(self):
        return [
            self.section("The day", "held_on", "held_at"),
            "seen_alone",
            self.reveal("why", when="seen_alone", equals="no"),
            self.reveal_after("chair", day="held_on", due_on=date(2017, 1, 5)),
        ]


def test_sections_and_revealed_parts_hold_their_fields():
    page = render_crispy_form(Sections())
    assert 'data-reveal-when="seen_alone"' in page
    assert 'data-reveal-equals="no"' in page
    assert 'data-reveal-day="id_held_on"' in page
    assert 'data-reveal-after="2017-01-05"' in page
    for name in ("held_on_0", "held_at", "seen_alone", "why", "chair"):
        assert f'name="{name}"' in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Enter the posts"),
        ("half", "The posts must be a number"),
        ("0.505", "The posts must have 2 decimal places or fewer"),
        ("1.2", "The posts must be between 0 and 1"),
        ("٠", "The posts must be a number"),
    ],
)
def test_a_number_out_of_bounds_is_refused(typed, sentence):
    with pytest.raises(django_forms.ValidationError) as refused:
        forms.DecimalField(noun="the posts", most=1).clean(typed)
    assert refused.value.messages == [sentence]


def test_a_number_is_read_and_shown_without_needless_zeros():
    field = forms.DecimalField(noun="the posts", most=1)
    assert field.clean("0.6") == Decimal("0.6")
    assert field.prepare_value(Decimal("0.60")) == "0.6"
    assert forms.WholeNumberField(noun="the reviews").clean("1,875") == 1875


def test_a_filter_knows_how_many_of_its_choices_are_made():
    class Filter(forms.FilterForm):
        q = forms.ShortTextField(required=False)
        since = forms.DayField(required=False)

    assert Filter(QueryDict("q=&since_0=")).chosen == 0
    filled = Filter(QueryDict("q=Ella&since_0=1&since_1=2&since_2=2017"))
    assert filled.chosen == 2
    page = render_crispy_form(filled)
    assert "<form" not in page
    assert "csrf" not in page
    assert 'value="Ella"' in page
