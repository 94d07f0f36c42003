"""A dispute from a decision not carried out to Cafcass and its end, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.demonstration import PASSWORD
from accounts.models import Role
from tests.browser.audit import faults
from tests.browser.questions import answer, banner, press, problems, type_day

pytestmark = pytest.mark.browser
DIRECTOR = "edmund.castellane@demonstration.example"
WHAT = "What is the concern?"


def tiles(page: Page) -> dict[str, int]:
    """The numbers at the head of the patterns, by their words."""
    page.goto("/disputes/patterns/")
    found = page.locator(".house-stat, .house-stats__item").all_inner_texts()
    numbers = [re.match(r"([\d,]+)\s+(.+)", text) for text in found]
    return {one[2]: int(one[1].replace(",", "")) for one in numbers if one}


def test_a_dispute_goes_from_a_decision_to_cafcass_and_the_patterns_follow(page, sign_in, visitor):
    judith = sign_in(Role.PRACTICE_MANAGER, on=visitor())
    before = tiles(judith)
    assert faults(judith) == []

    # The IRO: from a decision that was not carried out, with everything known filled in.
    sign_in(Role.IRO)
    page.goto("/decisions/?state=not_done")
    page.get_by_role("link", name=re.compile("Raise a concern")).first.click()
    expect(page.get_by_role("heading", name="Raise a concern")).to_be_visible()
    assert "Not done." in page.get_by_label(WHAT).input_value()
    assert page.get_by_label("What is it about?").input_value() == "decisions_not_carried_out"
    assert faults(page) == []
    concern = page.get_by_label(WHAT).input_value() + "\nShe has <b>waited</b> since May."
    page.get_by_label(WHAT).fill(concern)
    answer(page, "Where does it start?", "Team manager")
    page.get_by_label("Who is asked?").select_option("Colette Varga")
    press(page, "Raise the concern")
    assert problems(page) == ["Enter why it does not start with an informal word"]
    assert page.get_by_label(WHAT).input_value().replace("\r\n", "\n") == concern
    page.get_by_label("Why does it not start").fill("It was tried by word in June.")
    press(page, "Raise the concern")
    expect(banner(page)).to_contain_text(
        "Colette Varga is asked to answer by Thursday 27 July 2017."
    )
    expect(page.locator("main")).to_contain_text("20 of 20 working days left")
    assert faults(page) == []
    dispute = page.url
    number = re.search(r"/disputes/(\d+)/", dispute)[1]

    # The first manager: sees this dispute, not the child, and disagrees with reasons.
    colette = sign_in(Role.RESPONDING_MANAGER, on=visitor())
    row = colette.get_by_role("row").filter(has=colette.locator(f"a[href*='/disputes/{number}/']"))
    expect(row).to_contain_text("Thu 27 Jul")
    row.get_by_role("link", name=re.compile("^Answer")).click()
    expect(colette.locator("main")).to_contain_text("She has <b>waited</b> since May.")
    assert faults(colette) == []
    assert colette.locator("main a[href*='/children/']").count() == 0
    answer(colette, "What is your answer?", "I disagree")
    press(colette, "Send your answer")
    assert problems(colette) == ["Enter your reasons"]
    colette.get_by_label("Your reasons").fill("The court has not decided yet.")
    press(colette, "Send your answer")
    expect(banner(colette)).to_be_visible()

    # The IRO skips a stage, and says why.
    page.reload()
    expect(page.locator("main")).to_contain_text("The court has not decided yet.")
    page.get_by_role("link", name=re.compile("^Take it further")).click()
    answer(page, "To which stage?", re.compile("Assistant director"))
    page.get_by_label("Why does it go further?").fill("No court is asked about this.")
    press(page, "Take it further")
    assert problems(page) == ["Enter why a stage is left out"]
    page.get_by_label("Why is a stage left out?").fill("The service manager made the decision.")
    press(page, "Take it further")
    expect(page.locator("main")).to_contain_text("Stage 3 of 4")

    # The second manager agrees, and says what will be done; theirs and nobody else's.
    edmund = visitor()
    edmund.goto("/sign-in/")
    edmund.get_by_label("Email address").fill(DIRECTOR)
    edmund.get_by_label("Password").fill(PASSWORD)
    press(edmund, "Sign in")
    edmund.goto(f"/disputes/{number}/answer/")
    answer(edmund, "What is your answer?", "I agree, and say what will be done")
    action = edmund.get_by_role("group", name=re.compile("^Action 1"))
    action.get_by_label("What will be done?").fill("The plan is written with dates.")
    action.get_by_label("Who will do it?").fill("Team manager")
    type_day(action, "By when?", "4 8 2017")
    press(edmund, "Send your answer")
    expect(banner(edmund)).to_be_visible()
    judith.goto("/disputes/?state=waiting")
    another = judith.get_by_role("row").filter(has_text="Patricia Demetriou").first
    others = another.get_by_role("link").first.get_attribute("href")
    for manager in (colette, edmund):
        assert manager.goto(f"{others}answer/").status == 404
    assert edmund.goto("/children/1/").status == 404

    # To Cafcass alongside it, then accepted, done and closed.
    page.goto(dispute)
    page.get_by_role("link", name="Refer to Cafcass").click()
    expect(page.locator("main")).to_contain_text("section 25B(3)")
    assert faults(page) == []
    page.get_by_label("Why is the case referred?").fill("She wants to be heard by a court.")
    press(page, "Refer to Cafcass")
    page.get_by_role("link", name="Accept the answer").click()
    press(page, "Accept the answer")
    page.get_by_role("button", name=re.compile("^Done today")).click()
    page.get_by_role("link", name="Close the dispute").click()
    page.get_by_role("radio", name="Upheld", exact=True).check()
    page.get_by_label("What changed for the child?").fill("There is a plan, and she has read it.")
    press(page, "Close the dispute")
    expect(page.locator("main")).to_contain_text("Closed: upheld")
    assert faults(page) == []
    log = page.locator("main").inner_text()
    for words in ("Colette Varga disagrees", "Edmund Castellane agrees", "Referred to Cafcass"):
        assert words in log
    assert page.get_by_role("link", name="Close the dispute").count() == 0

    # The patterns count it, and their number opens the list that has it.
    after = tiles(judith)
    raised, cafcass = "Raised in these days", "Raised and referred to Cafcass"
    assert after[raised] == before[raised] + 1
    assert after[cafcass] == before[cafcass] + 1
    assert after["Settled in these days"] == before["Settled in these days"] + 1
    assert after["Open today"] == before["Open today"]
    judith.get_by_role("link", name=re.compile(cafcass)).click()
    expect(judith.get_by_text(f"{after[cafcass]} disputes", exact=True)).to_be_visible()
    expect(judith.locator(f"a[href*='/disputes/{number}/']").first).to_be_visible()
