"""A child on a phone, with scripts and without: by the words, by the link, and to the end."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import Role
from tests.browser.audit import accessible

PHONE = {"width": 320, "height": 640}
MAKES = re.compile("Make a link for the child|The link")


@pytest.fixture
def told(sign_in):
    """The link and the words of a child's page, made by the demonstration's IRO."""
    page = sign_in(Role.IRO)
    page.goto("/to-invite/")
    reviews = page.locator("a[href$='/who-comes/']").evaluate_all("all => all.map(a => a.href)")
    for address in reviews:
        page.goto(address.replace("who-comes/", ""))
        if page.get_by_role("link", name=MAKES).count():
            break
    page.get_by_role("link", name=MAKES).click()
    page.get_by_role("button", name=re.compile("Make")).click()
    expect(page.locator(".house-told")).to_have_count(2)
    link, words = page.locator(".house-told").all_inner_texts()
    return link, words


@pytest.mark.parametrize("scripts", [True, False])
def test_a_child_says_what_they_think_on_a_phone(told, visitor, scripts):
    link, words = told
    phone = visitor(java_script_enabled=scripts)
    phone.set_viewport_size(PHONE)
    asked = []
    phone.on("request", lambda request: asked.append(request))
    if scripts:
        phone.goto(link)
    else:
        phone.goto("/mine/")
        phone.get_by_label("Your four words").fill(words.title())
    phone.get_by_role("button", name="Open my page").click()
    expect(phone.get_by_role("heading", name="Who will read this?")).to_be_visible()
    looked_at(phone, scripts)
    phone.goto("/mine/question/1/")
    phone.get_by_label("Good", exact=True).check()
    phone.get_by_label("Do you want to say more?").fill("I have a bunk bed.")
    looked_at(phone, scripts)
    phone.get_by_role("button", name="Next").click()
    while "/question/" in phone.url:
        phone.get_by_role("button", name="Skip this one").click()
    expect(phone.get_by_text("I have a bunk bed.")).to_be_visible()
    looked_at(phone, scripts)
    phone.get_by_role("button", name="Finish").click()
    expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    assert phone.goto(link).status == 410
    # The code is in the address that was opened, and goes nowhere from there.
    code = link.rstrip("/").rpartition("/")[2]
    assert all(code not in request.headers.get("referer", "") for request in asked)


def looked_at(page, scripts: bool) -> None:
    """Fits the smallest phone; axe, which needs scripts, finds nothing."""
    if scripts:
        assert accessible(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
