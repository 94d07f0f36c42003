"""How a person finds the forms and fills them in."""

import re

from playwright.sync_api import Page, expect

BOXES = ("Day", "Month", "Year")


def type_day(page: Page, question: str, day: str) -> None:
    """Type a day such as 31 2 2017 into the three boxes of a question."""
    group = page.get_by_role("group", name=question, exact=True)
    for box, typed in zip(BOXES, day.split(), strict=True):
        group.get_by_label(box, exact=True).fill(typed)


def typed_day(page: Page, question: str) -> str:
    """What stands in the three boxes of a question."""
    group = page.get_by_role("group", name=question, exact=True)
    return " ".join(group.get_by_label(box, exact=True).input_value() for box in BOXES)


def answer(page: Page, question: str | re.Pattern, choice: str | re.Pattern) -> None:
    """Choose one of the answers to a question."""
    page.get_by_role("group", name=question).get_by_label(choice).check()


def type_decision(page: Page, number: int, text: str, owner: str, by_when: str) -> None:
    """Fill in one row of the decisions."""
    row = page.get_by_role("group", name=f"Decision {number}", exact=True)
    row.get_by_label("What was decided?").fill(text)
    row.get_by_label("Who will do it?").fill(owner)
    type_day(row, "By when?", by_when)


def answer_the_rest(page: Page) -> None:
    """Answer all that is asked on every outcome form besides the day and the decisions."""
    page.get_by_label("At what time did it begin?").fill("00:01")
    answer(page, "How was it held?", "In person")
    page.locator(".house-answers input").first.check()  # PN1, or PN0 for a small child
    answer(page, re.compile("^Did you see .* alone"), "Yes")
    answer_of_the_care(page)


def answer_of_the_care(page: Page) -> None:
    """Answer what is asked of those around the child, of the placement and of the plans."""
    answer(page, re.compile("offered an advocate"), "Yes")
    answer(page, re.compile("parents take part"), "Came")
    answer(page, re.compile("carers take part"), "Came")
    answer(page, re.compile("^Is the placement right"), "Yes")
    page.get_by_label("What is the plan for permanence?").select_option("Long-term foster care")
    page.get_by_label("None: all are up to date").check()


def banner(page: Page):
    """The green confirmation."""
    return page.locator(".govuk-notification-banner--success")


def press(page: Page, name: str) -> None:
    """Press the button of that name."""
    page.get_by_role("button", name=name, exact=True).click()


def problems(page: Page) -> list[str]:
    """The sentences of the error summary, which comes first on the page."""
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    return page.locator(".govuk-error-summary__list li").all_inner_texts()


def owed_form(page: Page, nth: int = 0):
    """The nth line of My work with an outcome form for a child aged 4 or over."""
    of_age = re.compile(r", ([4-9]|1\d) years")
    lines = page.get_by_role("row").filter(has=page.get_by_role("link", name=re.compile("^Fill")))
    return lines.filter(has_text=of_age).nth(nth)


def child_of(line) -> str:
    """The child's name in a line of My work."""
    return line.get_by_role("rowheader").inner_text().split(",")[0]


def fill_in(line) -> None:
    """Press the line's button."""
    line.get_by_role("link", name=re.compile("^Fill in")).click()
