"""A report on its way from the first words to a reader's telephone."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Role
from tests.browser.audit import PHONES, SHOWS_WIDTH, accessible, faults
from tests.browser.questions import answer, banner, press

pytestmark = pytest.mark.browser
YEAR = "2016-17"
DESK = f"/reports/{YEAR}/desk/"
GOOD = "Reviews began on time because rooms were booked a quarter ahead."


def test_a_report_is_written_stopped_reviewed_approved_published_and_read(page, sign_in, visitor):
    sign_in(Role.GROUP_MANAGER)
    page.get_by_role("link", name=re.compile("^Desk: ")).click()
    stopped(page)
    completed(page)
    press(page, "Send to the practice manager")
    expect(banner(page)).to_contain_text("The practice manager reviews it next.")
    assert faults(page) == []
    second = sign_in(Role.PRACTICE_MANAGER, on=visitor())
    reviewed(second)
    page.goto(DESK)
    press(page, "Approve")
    expect(banner(page)).to_contain_text("Check what everybody will read")
    published(page)
    read_by_anybody(visitor())


def stopped(page: Page) -> None:
    """What is missing stops it, and is listed where one can go to it."""
    press(page, "Send to the practice manager")
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("This has to be dealt with first")
    expect(summary).to_contain_text("The Handbook asks for this: Good practice")
    expect(summary).to_contain_text("has no word on how it went")
    expect(summary).to_contain_text("1 comment is open")
    assert faults(page) == []


def completed(page: Page) -> None:
    """Each thing in the way is dealt with, from the desk and back to it."""
    page.get_by_role("alert").get_by_role("link", name="Good practice").click()
    page.get_by_label("Words", exact=True).fill(f"## What went well\n\n{GOOD}")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(banner(page)).to_contain_text("Saved at")
    expect(page.locator("#print")).to_contain_text(GOOD)
    assert faults(page) == []
    page.goto(DESK)
    page.get_by_role("link", name=re.compile("There is nothing to report.*quality audits")).click()
    page.get_by_label("Nothing to report because").fill("Audits begin in the autumn.")
    press(page, "Keep as nothing to report")
    page.goto(DESK)
    page.get_by_role("link", name="How last year's priorities went").first.click()
    page.get_by_role("link", name=re.compile("^Say how it went")).click()
    answer(page, "How far is it?", "Partly done")
    page.get_by_label("How did it go?").fill("Two more posts are filled, and the work has grown.")
    press(page, "Save")
    expect(banner(page)).to_contain_text("It stands at the front of the report.")
    assert faults(page) == []
    page.goto(DESK)
    page.get_by_role("link", name=re.compile("^1 comment is open")).click()
    page.get_by_role("button", name=re.compile("^Settle")).click()
    expect(banner(page)).to_contain_text("settled")
    page.goto(DESK)
    expect(page.get_by_text("Nothing is missing.")).to_be_visible()


def reviewed(page: Page) -> None:
    """Another person reads it, and says so."""
    page.goto("/reports/")
    expect(page.get_by_text("Read it, then mark it as reviewed or send it back.")).to_be_visible()
    page.get_by_role("link", name="Review it").click()
    assert faults(page) == []
    page.get_by_role("link", name="Send back with a comment").click()
    assert faults(page) == []
    page.go_back()
    press(page, "Mark as reviewed")
    expect(banner(page)).to_contain_text("Reviewed.")


def published(page: Page) -> None:
    """What everybody will read is looked at once more; names need a tick."""
    page.get_by_role("link", name="Check and publish").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check and publish edition 1")
    assert faults(page) == []
    if (tick := page.get_by_label("I have looked at each of these names")).count():
        tick.check()
    press(page, "Publish")
    expect(banner(page)).to_contain_text("Published as edition 1.")
    assert faults(page) == []
    page.get_by_role("link", name="Open for a correction").click()
    assert faults(page) == []


def read_by_anybody(page: Page) -> None:
    """On a telephone, without signing in, every word that was written and nothing of a case."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/published/")
    assert sound(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(f'a[href="/published/{YEAR}/"]').first.click()
    expect(page.get_by_text(GOOD)).to_be_visible()
    expect(page.get_by_text("Nothing to report because").first).to_be_visible()
    assert page.locator("a[href^='/children/'], a[href^='/reviews/']").count() == 0
    assert sound(page) == []


def sound(page: Page) -> list[str]:
    """What is wrong with a page that belongs to everybody."""
    found = accessible(page)
    for width in PHONES:
        page.set_viewport_size({"width": width, "height": 844})
        if (wide := page.evaluate(SHOWS_WIDTH)) > width:
            found.append(f"{page.url} is {wide} wide on {width}")
    return found
