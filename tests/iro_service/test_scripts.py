"""In a browser: what scripts add, what stays without them, and no fault in axe."""

import mimetypes
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Template
from django.test import RequestFactory
from playwright.sync_api import Route

from iro_service import forms

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
POLICY = "default-src 'self'; img-src 'self' data:"
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

QUESTION = """{% extends "layouts/question.html" %}{% block title %}Outcome form{% endblock %}
{% block heading %}Outcome form{% endblock %}"""
LIST = """{% extends "layouts/list.html" %}{% load house %}{% block title %}Reviews{% endblock %}
{% block heading %}Reviews{% endblock %}{% block counts %}{% stats counts %}{% endblock %}
{% block table %}<table class="govuk-table house-table house-table--cards">
<caption class="govuk-table__caption">Reviews by day</caption>
<thead><tr>{% sort_head "name" "Child" %}{% head "Due" %}{% head "State" %}</tr></thead>
<tbody>{% for row in page %}<tr><th scope="row" class="govuk-table__header">{{ row.name }}</th>
<td class="govuk-table__cell" data-label="Due">{% deadline row short=True %}</td>
<td class="govuk-table__cell">{% tag row.state %}</td></tr>{% endfor %}</tbody></table>
{% endblock %}"""
DETAIL = """{% extends "layouts/detail.html" %}{% load house %}{% block title %}Child{% endblock %}
{% block heading %}Ella Pritchard, 7 years{% endblock %}
{% block actions %}{% button "Book review" "/" %}{% post_button "Sent" "/" secondary=True %}
{% endblock %}{% block facts %}<dl class="govuk-summary-list">{% fact "Plan" "" %}</dl>
{% endblock %}{% block main %}<h2>What happened</h2>{% timeline events %}{% endblock %}"""


class Outcome(forms.QuestionForm):
    held_on = forms.DayField(label="When was it held?")
    reason = forms.SelectField(
        label="Why was it late?", choices=[("ill", "Child was ill"), ("none", "No social worker")]
    )
    alone = forms.RadiosField(label="Seen alone?", choices=[("yes", "Yes"), ("no", "No")])
    why_not = forms.ShortTextField(label="Why not?")
    iro = forms.SelectField(
        label="Who chaired?", choices=[("1", "Ruth Okonkwo"), ("2", "Sam Patel")], autocomplete=True
    )
    said = forms.LongTextField(label="What was said?", limit=100)
    read_out = forms.TickField(label="The decisions were read out")

    def layout(self):
        return [
            self.section("The day", "held_on"),
            self.reveal_after("reason", day="held_on", due_on=date(2017, 1, 5)),
            "alone",
            self.reveal("why_not", when="alone", equals="no"),
            "iro",
            "said",
            "read_out",
        ]


def rendered(source: str, **context) -> str:
    request = RequestFactory().get("/reviews/?sort=name")
    request.user = SimpleNamespace(is_authenticated=True, given_name="Ruth", family_name="Okonkwo")
    frame = {
        "request": request,
        "council": "Wyre",
        "csrf_token": "secret",
        "can_search_children": True,
        "demonstration_day": date(2017, 7, 20),
        "navigation": [{"href": "/work/", "text": "My work", "current": True}],
    }
    return Template(source).render(Context(frame | context))


@pytest.fixture(scope="module")
def served() -> dict[str, str]:
    row = SimpleNamespace(
        name="Łukasz Nowak",
        state="overdue",
        due_on=date(2017, 7, 18),
        distance="overdue by 2 working days",
        sentence="20 working days after 20 June 2017",
    )
    return {
        "/question": rendered(QUESTION, form=Outcome(), back_href="/"),
        "/wrong": rendered(QUESTION, form=Outcome(QueryDict("held_on_0=31&said=" + "x" * 101))),
        "/list": rendered(
            LIST,
            page=Paginator([row] * 30, 10).page(2),
            count_text="30 reviews",
            counts=[{"number": 3, "label": "Records", "href": "/records", "tone": "overdue"}],
        ),
        "/detail": rendered(
            DETAIL, events=[{"day": date(2017, 7, 3), "title": "Review held", "tag": "done"}]
        ),
        "/draft": rendered(
            QUESTION + '{% load crispy_forms_tags %}{% block form %}<p id="saved" role="status">'
            '</p><div data-autosave="saved">{% crispy form %}</div>{% endblock %}',
            form=Outcome(),
        ),
        "/job": '<!doctype html><body class="govuk-frontend-supported"><div id="job"'
        ' data-poll-url="/job-2" data-poll-seconds="0.05">Making the report</div>'
        '<script src="/static/app.js" defer></script>',
        "/job-2": '<div id="job">The report is ready</div>',
    }


@pytest.fixture(scope="module")
def browser(playwright):
    chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
    yield chromium
    chromium.close()


@pytest.fixture
def open_page(browser, served):
    """Open a page at a width, with or without scripts; complaints of the browser fail the test."""
    contexts, complaints = [], []
    sent: list[str] = []

    def serve(route: Route):
        path = route.request.url.removeprefix("http://look.test")
        if path.startswith("/static/"):
            file = ROOT / "static" / "dist" / path.removeprefix("/static/")
            kind = mimetypes.guess_type(file.name)[0] or "font/woff2"
            route.fulfill(body=file.read_bytes(), content_type=kind)
        elif route.request.method == "POST":
            sent.append(route.request.post_data)
            if sent == sent[:1]:
                route.fulfill(json={"saved": "14:02"})
            else:
                route.fulfill(body="<h1>Sign in</h1>", content_type="text/html")
        else:
            headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html"}
            route.fulfill(body=served.get(path.partition("?")[0], ""), headers=headers)

    def open_it(path: str, width: int = 1280, scripts: bool = True):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts, bypass_csp=False
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.route("http://look.test/**", serve)
        page.goto(f"http://look.test{path}")
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["/question", "/wrong", "/list", "/detail"])
def test_axe_finds_no_fault(open_page, path, width):
    page = open_page(path, width)
    page.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text())
    faults = page.evaluate("axe.run().then(found => found.violations)")
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []


@pytest.mark.parametrize("path", ["/question", "/wrong", "/list", "/detail"])
def test_nothing_runs_off_a_narrow_phone(open_page, path):
    page = open_page(path, 320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_reason_appears_only_while_the_day_is_late(open_page):
    page = open_page("/question")
    reason = page.get_by_label("Why was it late?")
    assert not reason.is_visible()
    for box, typed in zip(("Day", "Month", "Year"), ("6", "1", "2017"), strict=True):
        page.get_by_label(box, exact=True).fill(typed)
    assert reason.is_visible()
    page.get_by_label("Day", exact=True).fill("5")
    assert not reason.is_visible()


def test_the_reason_for_not_seeing_the_child_alone_follows_the_answer(open_page):
    page = open_page("/question")
    why_not = page.get_by_label("Why not?")
    assert not why_not.is_visible()
    page.get_by_label("No", exact=True).check()
    assert why_not.is_visible()
    page.get_by_label("Yes", exact=True).check()
    assert not why_not.is_visible()


def test_without_scripts_every_question_is_there(open_page):
    page = open_page("/question", scripts=False)
    for label in ("Why was it late?", "Why not?", "Who chaired?", "What was said?"):
        assert page.get_by_label(label).is_visible()
    assert page.locator("select#id_iro").is_visible()


def test_a_question_with_an_error_is_never_hidden(open_page):
    page = open_page("/wrong")
    assert page.get_by_label("Why not?").is_visible()
    page.get_by_role("link", name="The day must include a month and year").click()
    assert page.evaluate("document.activeElement.id") == "id_held_on_1"


@pytest.mark.parametrize(
    ("typed", "sent"), [("Sam Patel", "2"), ("sam patel", "2"), ("Sam", ""), ("Nobody", "")]
)
def test_what_stands_in_the_box_is_what_is_sent(open_page, typed, sent):
    page = open_page("/question")
    box = page.get_by_role("combobox", name="Who chaired?")
    box.fill("Ruth Okonkwo")
    box.press("Tab")
    box.fill(typed)
    box.press("Tab")
    page.wait_for_timeout(50)
    assert page.locator("select[name=iro]").input_value() == sent


def test_a_name_is_chosen_by_mouse_after_a_few_letters(open_page):
    page = open_page("/question")
    page.get_by_role("combobox", name="Who chaired?").press_sequentially("sa")
    page.get_by_role("option", name="Sam Patel").click()
    page.wait_for_timeout(50)
    assert page.locator("select[name=iro]").input_value() == "2"


def test_a_part_that_was_not_ready_is_replaced_when_it_is(open_page):
    page = open_page("/job")
    page.get_by_text("The report is ready").wait_for(timeout=3000)


def test_what_is_typed_is_kept_as_one_types_and_a_failure_is_told(open_page):
    page = open_page("/draft")
    box = page.get_by_label("What was said?")
    box.press_sequentially("Ella is happy at school")
    with page.expect_request(lambda request: request.method == "POST") as kept:
        page.get_by_text("Saved 14:02").wait_for()
    assert "Ella is happy at school" in kept.value.post_data
    assert 'name="autosave"' in kept.value.post_data
    box.press_sequentially(", she says")
    page.get_by_text("Not saved").wait_for()
    assert box.input_value() == "Ella is happy at school, she says"
