"""The connection is lost while an outcome form is filled in: the page says so and loses nothing."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import Role
from tests.browser.conftest import PATIENCE
from tests.browser.questions import banner, fill_in, owed_form, press, type_decision

pytestmark = pytest.mark.browser

NEXT = "What happens next? (optional)"
NOT_SAVED = re.compile(r"^Not saved since \d\d:\d\d: check the connection$")
BEFORE = "Typed before the train went into the tunnel"
WITHIN = "Typed in the tunnel – “all of it”,\nto the last Łódź & <word>"


@pytest.fixture
def form(new_context, sign_in):
    """An outcome form open in a browser of its own, whose complaints of no network are expected."""
    page = new_context().new_page()
    page.set_default_timeout(PATIENCE)
    sign_in(Role.IRO, on=page)
    fill_in(owed_form(page))
    return page


def saved(page):
    """What stands beside the heading."""
    return page.locator("#saved")


def type_and_wait(page, words: str) -> None:
    with page.expect_response(lambda answer: words in (answer.request.post_data or "")):
        page.get_by_label(NEXT).fill(words)
    expect(saved(page)).to_have_text(re.compile(r"^Saved \d\d:\d\d$"))


def test_the_page_says_since_when_nothing_is_saved_and_saves_all_once_it_is_back(form):
    type_and_wait(form, BEFORE)
    form.context.set_offline(True)
    form.get_by_label(NEXT).fill(WITHIN)
    type_decision(form, 1, "A school nearer home is found.", "Social worker", "1 9 2017")
    expect(saved(form)).to_have_text(NOT_SAVED)
    form.context.set_offline(False)
    expect(saved(form)).to_have_text(re.compile(r"^Saved \d\d:\d\d$"))
    form.reload()
    assert form.get_by_label(NEXT).input_value() == WITHIN
    row = form.get_by_role("group", name="Decision 1", exact=True)
    assert row.get_by_label("What was decided?").input_value() == "A school nearer home is found."
    press(form, "Save and come back later")
    expect(banner(form)).to_contain_text("not submitted yet")


def test_the_page_is_not_left_for_a_page_that_cannot_come_and_the_words_wait_on_it(form):
    type_and_wait(form, BEFORE)
    address = form.url
    form.context.set_offline(True)
    form.get_by_label(NEXT).fill(WITHIN)
    press(form, "Save and come back later")
    expect(saved(form)).to_have_text(NOT_SAVED)
    assert form.url == address
    assert form.get_by_label(NEXT).input_value() == WITHIN
    form.context.set_offline(False)
    expect(saved(form)).to_have_text(re.compile(r"^Saved \d\d:\d\d$"))
    press(form, "Save and come back later")
    expect(banner(form)).to_contain_text("not submitted yet")
    form.goto(address)
    assert form.get_by_label(NEXT).input_value() == WITHIN
