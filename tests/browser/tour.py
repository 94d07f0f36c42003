"""A walk through every page that a person can reach by links."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Page

# Files, and what is everybody's: it has a look, and tests, of its own.
FILES = re.compile(
    r"_download$|_files$|_rejects$|_pdf$|_pack$|_bundle$|_template$|^calendar_feed$|^public_"
    r"|^dashboard_(picture|table)$"
)
FORM = "main form[method=post]:has(.govuk-form-group)"
LINKS = "links => links.map(link => link.getAttribute('href'))"
# Reviews and disputes in every state: their pages differ, and so does what they lead to.
STATES = {
    "review": ("held", "form_owed", "record_outstanding", "record_overdue", "not_booked"),
    "dispute": ("waiting", "meeting", "answered", "accepted", "closed"),
}
EMPTY = """form => {
    for (const one of form.elements) {
        if (one.type === "hidden" || one.tagName === "BUTTON") continue
        if (one.type === "radio" || one.type === "checkbox") one.checked = false
        else one.value = ""
    }
}"""


def tour(page: Page) -> Iterator[str]:
    """Open every page behind the links from the first one; each address once, by its name."""
    apart = one_in_each_state(page)
    page.goto("/")
    waiting, seen = [page.url, *apart], set()
    while waiting:
        address = waiting.pop(0)
        name = name_of(address)
        key = address if address in apart else name
        if key in seen or FILES.search(name):
            continue
        seen.add(key)
        page.goto(address)
        waiting += linked_from(page)
        yield name


def one_in_each_state(page: Page) -> list[str]:
    """The address of a review and of a dispute in each state, where the person sees them."""
    found = []
    for name, states in STATES.items():
        for state in states:
            page.goto(f"/{name}s/?state={state}")
            found += [href for href in linked_from(page) if name_of(href) == name][:1]
    return found


def linked_from(page: Page) -> list[str]:
    """The service's addresses that the open page links to."""
    hrefs = page.locator("a[href]").evaluate_all(LINKS)
    return [href for href in hrefs if href.startswith("/") and name_of(href)]


def name_of(address: str) -> str | None:
    """The name of an address; files of the look have none."""
    try:
        return resolve(urlsplit(address).path).url_name
    except Resolver404:
        return None


def send_empty(page: Page) -> None:
    """Empty every box of the page's form and press its button."""
    form = page.locator(FORM)
    form.evaluate(EMPTY)
    # By the keyboard: a list of choices that opens as its box is emptied may lie over the button.
    form.locator("button.govuk-button:not(.govuk-button--secondary)").last.press("Enter")
