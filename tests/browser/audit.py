"""What must be right on every page whatever it is about."""

import re
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
PHONES = (390, 320)
SHOWS_WIDTH = "document.documentElement.scrollWidth"
WIDER = """width => [...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right > width + 1 && !one.closest(".house-scroll"))
    .slice(0, 3).map(one => one.outerHTML.slice(0, 120))"""


def faults(page: Page) -> list[str]:
    """Everything found wrong with the page that is open, one sentence each."""
    return [f"{page.url}: {found}" for check in CHECKS for found in check(page)]


def accessible(page: Page) -> list[str]:
    """What axe finds with all its rules."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run().then(found => found.violations)")
    return [f"{one['id']}: {one['help']}: {one['nodes'][0]['html']}" for one in found]


def named(page: Page) -> list[str]:
    """One heading of the first rank, and a title that tells no child's name."""
    found = []
    if (count := page.locator("h1").count()) != 1:
        found.append(f"{count} headings of the first rank")
    title = page.title()
    if not re.fullmatch(r"\S.* - IRO service", title):
        found.append(f"the title is {title!r}")
    found += [f"the title names {name}" for name in children_named(page) if name in title]
    return found


def children_named(page: Page) -> set[str]:
    """The children the page links to or is headed by."""
    links = page.locator("a[href^='/children/']").all_inner_texts()
    headings = page.locator("h1, .govuk-caption-l").all_inner_texts()
    words = "\n".join([*links, *headings])
    return set(re.findall(r"^[A-ZÀ-Ž][\w'-]+ [A-ZÀ-Ž][\w'-]+(?=,|$)", words, re.MULTILINE)) - {""}


def narrow(page: Page) -> list[str]:
    """Nothing runs off a phone's edge."""
    desk, found = page.viewport_size, []
    for width in PHONES:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate(SHOWS_WIDTH) > width:
            found.append(f"wider than {width} pixels: {page.evaluate(WIDER, width)}")
    page.set_viewport_size(desk)
    return found


CHECKS = (accessible, named, narrow)
