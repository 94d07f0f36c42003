"""The parts of a page say what they mean in words, keep the address, and need no script."""

import re
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.forms import formset_factory
from django.http import QueryDict
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

from iro_service import forms
from iro_service.templatetags import house


def page(source: str, path: str = "/reviews/", **context) -> str:
    request = RequestFactory().get(path)
    html = Template("{% load house %}" + source).render(Context({"request": request, **context}))
    return re.sub(r"\s+", " ", html)


def words(source: str, **context) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page(source, **context))).strip()


class TestWords:
    def test_a_day_is_written_in_three_lengths(self):
        day = date(2017, 1, 5)
        assert house.day_long(day) == "Thursday 5 January 2017"
        assert house.day(day) == "5 January 2017"
        assert house.day_short(day) == "5 Jan"
        assert house.day_long(None) == ""

    def test_a_moment_after_midnight_in_summer_belongs_to_the_new_day(self):
        assert house.day(datetime(2017, 7, 19, 23, 30, tzinfo=UTC)) == "20 July 2017"

    @pytest.mark.parametrize(
        ("value", "written"), [(87.55, "87.6%"), (90.826, "90.8%"), (0, "0.0%"), (None, "")]
    )
    def test_a_percentage_has_one_decimal_and_halves_go_up(self, value, written):
        assert house.percent(value) == written

    @pytest.mark.parametrize(
        ("number", "written"),
        [(1, "1 child"), (0, "0 children"), (1875, "1,875 children"), (None, "0 children")],
    )
    def test_a_count_agrees_with_its_noun(self, number, written):
        assert house.counted(number, "child,children") == written

    def test_a_person_is_written_given_name_first(self):
        ella = SimpleNamespace(given_name="Ella", family_name="Pritchard")
        assert house.person_name(ella) == "Ella Pritchard"


class TestTags:
    @pytest.mark.parametrize(("state", "word"), house.TAGS.items())
    def test_a_tag_says_its_state_in_a_word(self, state, word):
        assert words("{% tag state %}", state=state) == word

    def test_a_state_that_nobody_defined_is_a_mistake(self):
        with pytest.raises(KeyError):
            page("{% tag 'amber' %}")


class TestDeadline:
    due = SimpleNamespace(
        due_on=date(2017, 1, 5),
        distance="3 working days left",
        state="due",
        sentence="20 working days after 5 December 2016",
        authority="The service's own rule",
        left_out=[date(2016, 12, 26), "Christmas closure"],
    )

    def test_a_deadline_explains_itself(self):
        said = words("{% deadline due %}", due=self.due)
        assert "Thursday 5 January 2017" in said
        assert "3 working days left" in said
        assert "Why this day?" in said
        assert "20 working days after 5 December 2016" in said
        assert "Monday 26 December 2016" in said
        assert "Christmas closure" in said

    def test_a_deadline_in_a_table_is_short(self):
        said = words("{% deadline due short=True %}", due=self.due)
        assert said.startswith("5 Jan 3 working days left")
        assert "Thursday 5 January" not in said

    def test_a_deadline_nobody_can_explain_offers_no_explanation(self):
        bare = SimpleNamespace(due_on=date(2017, 1, 5))
        assert words("{% deadline due %}", due=bare) == "Thursday 5 January 2017"


class TestAddresses:
    def test_a_parameter_is_replaced_and_the_others_stay(self):
        assert page("{% query_with page=3 %}", path="/?q=Ella&page=2") == "?q=Ella&amp;page=3"
        assert page("{% query_with page=None %}", path="/?q=Ella&page=2") == "?q=Ella"

    def test_a_parameter_given_twice_stays_twice(self):
        assert (
            page("{% query_with page=1 %}", path="/?iro=1&iro=2") == "?iro=1&amp;iro=2&amp;page=1"
        )

    def test_a_heading_sorts_up_then_down_and_starts_at_the_first_page(self):
        first = page("{% sort_head 'due_on' 'Due' %}", path="/?q=E&page=4")
        assert 'aria-sort="none"' in first
        assert 'href="?q=E&amp;sort=due_on"' in first
        second = page("{% sort_head 'due_on' 'Due' %}", path="/?sort=due_on")
        assert 'aria-sort="ascending"' in second
        assert 'href="?sort=-due_on"' in second

    def test_the_way_through_a_list_keeps_its_filter(self):
        second = Paginator(range(300), 20).page(2)
        html = page("{% pages page %}", path="/?state=overdue&page=2", page=second)
        assert 'href="?state=overdue&amp;page=3" rel="next"' in html
        assert html.count('aria-current="page"') == 1
        assert "&ctdot;" in html

    def test_a_list_of_one_page_shows_no_way_through(self):
        assert page("{% pages page %}", page=Paginator([1], 20).page(1)).strip() == ""


class TestFacts:
    def test_a_fact_that_is_missing_says_so_and_nought_is_not_missing(self):
        assert words("{% fact 'Plan' '' %}") == "Plan Not recorded"
        assert words("{% fact 'Reviews' 0 %}") == "Reviews 0"

    def test_a_name_with_markup_is_shown_as_words(self):
        html = page("{% fact 'Name' name %}{% empty name %}{% button name '/' %}", name="<b>Ella")
        assert "<b>" not in html

    def test_a_count_opens_what_it_counts(self):
        items = [{"number": 4, "label": "Records", "href": "/records/", "tone": "overdue"}]
        html = page("{% stats items %}", items=items)
        assert '<a href="/records/">' in html
        assert "house-stats__item--overdue" in html

    def test_a_deed_without_a_question_is_posted_with_its_values(self):
        html = page("{% post_button 'Sent' '/send/' review=7 %}", csrf_token="secret")
        assert 'method="post"' in html
        assert 'name="csrfmiddlewaretoken" value="secret"' in html
        assert 'name="review" value="7"' in html


class Answer(forms.QuestionForm):
    held_on = forms.DayField(noun="the day")
    spoke = forms.RadiosField(choices=[("PN1", "Spoke")], missing="Select who spoke")
    chair = forms.PersonNameField(missing="Enter the chair")

    def clean(self):
        self.add_error(None, "The review cannot be before the birth")


class TestErrorSummary:
    def links(self, **context):
        html = page("{% problems %}", **context)
        return re.findall(r'<a href="#([^"]+)">([^<]+)</a>', html)

    def test_each_error_leads_to_the_control_that_mends_it(self):
        form = Answer(QueryDict("held_on_0=5&held_on_2=2017"))
        assert self.links(form=form) == [
            ("id_held_on_0", "The review cannot be before the birth"),
            ("id_held_on_1", "The day must include a month"),
            ("id_spoke_1", "Select who spoke"),
            ("id_chair", "Enter the chair"),
        ]

    def test_a_form_not_sent_yet_shows_no_errors(self):
        assert self.links(form=Answer()) == []

    def test_the_rows_of_a_formset_are_in_the_summary_too(self):
        rows = formset_factory(Answer)(
            {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-chair": "Ann"}
        )
        assert ("id_form-0-spoke_1", "Select who spoke") in self.links(formset=rows)


class TestFrame:
    def layout(self, name="question", path="/x/", **context):
        source = (
            '{% extends "layouts/' + name + '.html" %}{% block title %}Outcome form{% endblock %}'
            "{% block heading %}Outcome form{% endblock %}"
        )
        request = RequestFactory().get(path)
        return Template(source).render(Context({"request": request, **context}))

    def test_the_title_says_first_that_something_is_wrong(self):
        assert "<title>Outcome form - IRO service</title>" in self.layout(form=Answer())
        wrong = self.layout(form=Answer(QueryDict("chair=Ann")))
        assert "<title>Error: Outcome form - IRO service</title>" in wrong
        assert wrong.index("There is a problem") < wrong.index("<h1")

    def test_the_demonstration_says_what_day_it_is(self):
        html = self.layout(form=Answer(), demonstration_day=date(2017, 7, 20))
        assert "The day is 20 July 2017." in html
        assert "Demonstration" not in self.layout(form=Answer())

    def test_the_page_knows_where_one_is(self):
        links = [
            {"href": "/work/", "text": "My work", "current": True},
            {"href": "/children/", "text": "Children", "current": False},
        ]
        html = self.layout(form=Answer(), navigation=links)
        assert '<a href="/work/" aria-current="page">My work</a>' in html
        assert '<a href="/children/">Children</a>' in html

    @pytest.mark.parametrize("name", ["question", "list", "detail", "message"])
    def test_no_layout_has_script_or_style_of_its_own(self, name):
        html = self.layout(name, form=Answer(), demonstration_day=date(2017, 7, 20))
        assert not re.search(r"<script(?![^>]*src=)|<style| style=| on\w+=", html)
        assert '<html lang="en-GB"' in html

    def test_a_list_with_nothing_in_it_says_what_to_do(self):
        assert "Change or clear the filter" in self.layout("list", page=Paginator([], 9).page(1))

    @pytest.mark.parametrize(
        "name", ["400", "403", "404", "409", "500", "503", "403_csrf", "refusal"]
    )
    def test_every_page_of_trouble_stands_on_its_own(self, name):
        html = render_to_string(f"{name}.html", {"sentence": "The record is complete already."})
        assert html.count("<h1") == 1
        if name in ("refusal", "409"):
            assert "The record is complete already." in html
