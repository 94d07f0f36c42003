"""A section is written: kept as one types, a figure placed by a click, two windows at once."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Role
from tests.browser.audit import faults
from tests.browser.conftest import PATIENCE
from tests.browser.questions import banner, press

pytestmark = pytest.mark.browser
SECTION = "/reports/2015-16/write/timeliness/"
KEPT = re.compile(r"^Saved \d\d:\d\d$")


@pytest.fixture
def writing(new_context, sign_in):
    """The section open in a browser of its own; a conflict is among what it is told."""
    page = new_context().new_page()
    page.set_default_timeout(PATIENCE)
    sign_in(Role.GROUP_MANAGER, on=page)
    page.goto(SECTION)
    if page.get_by_role("button", name="Begin this report").count():
        press(page, "Begin this report")
    return page


def words(page: Page):
    """Where one types."""
    return page.get_by_label("Words", exact=True)


def kept(page: Page, text: str) -> None:
    """Type the text and wait until it is kept."""
    with page.expect_response(lambda answer: "autosave" in (answer.request.post_data or "")):
        words(page).fill(text)
    expect(page.locator("#saved")).to_have_text(KEPT)


def test_what_is_typed_is_kept_and_a_figure_placed_says_what_the_table_says(writing):
    kept(writing, "# Held\n\nOf  reviews, [[nobody]].")
    expect(writing.locator("#print h3")).to_have_text("Held")
    expect(writing.locator("#faults")).to_contain_text("There is no figure called [[nobody]]")
    words(writing).evaluate("text => text.setSelectionRange(11, 11)")
    figure = writing.locator('[data-insert="[[reviews-held]]"]')
    told = figure.locator("strong").inner_text()
    figure.click()
    expect(words(writing)).to_have_value("# Held\n\nOf [[reviews-held]] reviews, [[nobody]].")
    expect(words(writing)).to_be_focused()
    expect(writing.locator("#print")).to_contain_text(f"Of {told} reviews")
    total = writing.locator("#reviews-by-month .report-table__total td").nth(6)
    expect(total).to_have_text(told)
    kept(writing, f"It was {told}.")
    expect(writing.locator("#faults li")).to_have_count(0)
    writing.reload()
    expect(words(writing)).to_have_value(f"It was {told}.")
    assert faults(writing) == []


def test_two_windows_lose_nothing(writing):
    kept(writing, "Both begin here.")
    other = writing.context.new_page()
    other.goto(SECTION)
    kept(other, "The other window.")
    with writing.expect_response(lambda answer: answer.status == 409):
        words(writing).fill("This window.")
    expect(writing.locator("#saved")).to_contain_text("Press Save to see both")
    press(writing, "Save")
    expect(writing.get_by_role("alert")).to_contain_text("Nothing of yours is saved yet")
    expect(words(writing)).to_have_value("This window.")
    expect(writing.locator(".house-composer__meanwhile")).to_contain_text("The other window.")
    assert faults(writing) == []
    press(writing, "Save")
    expect(banner(writing)).to_contain_text("Saved at")
    expect(words(writing)).to_have_value("This window.")


def test_an_answer_lost_on_its_way_stops_nobody(writing):
    kept(writing, "One.")
    writing.route(SECTION, lambda route: (route.fetch(), route.abort()), times=1)
    words(writing).fill("One, two.")
    expect(writing.locator("#saved")).to_contain_text("Not saved since")
    words(writing).fill("One, two, three.")
    expect(writing.locator("#saved")).to_have_text(KEPT, timeout=2 * PATIENCE)
    expect(writing.locator("#print")).to_have_text("One, two, three.")
    writing.get_by_role("link", name="Versions").click()
    assert faults(writing) == []
    writing.get_by_role("link", name="Version 1", exact=True).click()
    assert faults(writing) == []
