"""Whole journeys of the office's people, in a browser, against everything that `make run` starts.

They are one file so that one process runs them; the sweep of every page is another's.
"""

import re
import secrets
from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from accounts.models import Role
from tests.browser.audit import faults
from tests.browser.conftest import type_credentials
from tests.browser.questions import (
    answer,
    answer_of_the_care,
    answer_the_rest,
    banner,
    child_of,
    fill_in,
    owed_form,
    press,
    problems,
    type_day,
    type_decision,
    typed_day,
)
from tests.browser.tour import name_of
from tests.reporting.pdf_checks import check_accessible

pytestmark = pytest.mark.browser

HELD = "Which day was it held?"
# Held on Tuesday 18 July 2017: six months on, or three after a first review.
NEXT = {
    "First review": "Wednesday 18 October 2017",
    "Second review": "Thursday 18 January 2018",
    "Later review": "Thursday 18 January 2018",
}


def test_a_review_goes_from_its_outcome_form_to_a_record_that_is_sent(page, sign_in, visitor):
    sign_in(Role.IRO)
    expect(page.get_by_role("heading", name="My work")).to_be_visible()
    assert page.locator("table caption").first.inner_text().startswith("Overdue (")
    line = owed_form(page)
    expect(line).to_contain_text("Overdue")
    child = child_of(line)
    fill_in(line)

    # Bad input gets its sentences, and no word is lost.
    decided = "Ella's school place is kept <b>until</b> September & she is told"
    type_day(page, HELD, "31 2 2017")
    page.get_by_label("At what time did it begin?").fill("10:30")
    answer(page, "How was it held?", "By video")
    type_decision(page, 1, decided, "Social worker", "1 9 2017")
    press(page, "Continue")
    said = problems(page)
    assert "31 February 2017 is not a real day" in said
    assert f"Select how {child.split()[0]} took part" in said
    assert page.title() == "Error: Outcome form - IRO service"
    assert typed_day(page, HELD) == "31 2 2017"
    assert page.get_by_label("By video").is_checked()
    assert page.get_by_label("What was decided?").input_value() == decided
    assert faults(page) == []
    type_day(page, HELD, "21 7 2017")
    press(page, "Continue")
    expect(page.locator(".govuk-error-summary")).to_contain_text(
        "The day the review was held cannot be after today, 20 July 2017"
    )

    type_day(page, HELD, "18 7 2017")
    answer(page, re.compile("^Did .* come to the review"), re.compile("Spoke for themselves"))
    page.get_by_label("Social worker", exact=True).check()
    answer(page, re.compile("^Did you see .* alone"), "Yes")
    answer_of_the_care(page)
    press(page, "Add another decision")
    type_decision(page, 2, "A dentist is found", "Foster carer", "31 8 2017")
    rule = page.get_by_role("complementary").get_by_role("heading").first.inner_text()
    press(page, "Continue")

    expect(page.get_by_role("heading", name="Check before you submit")).to_be_visible()
    assert faults(page) == []
    follows = page.locator(".house-follows")
    expect(follows).to_contain_text("In time Held on Tuesday 18 July 2017")
    expect(follows).to_contain_text("Tuesday 15 August 2017")
    next_day = NEXT[rule.removesuffix(", due by")]
    expect(follows).to_contain_text(next_day)
    why = follows.get_by_text("Why this day? 15 August 2017")
    why.click()
    expect(follows).to_contain_text(re.compile("20 working days"))
    expect(page.get_by_text(decided)).to_be_visible()
    expect(page.get_by_text("Foster carer, by 31 August 2017")).to_be_visible()
    press(page, "Submit")

    expect(banner(page)).to_contain_text(
        "Saved. The review was held in time. The record is due by Tuesday 15 August 2017. "
        f"The next review is due by {next_day}."
    )
    assert faults(page) == []
    review = page.url
    page.get_by_role("link", name="My work").click()
    lines = page.get_by_role("row").filter(has_text=child)
    expect(lines.filter(has_text="Outcome form")).to_have_count(0)

    # The record: written, read through, completed.
    page.goto(review)
    page.get_by_role("link", name="Write the record").click()
    page.get_by_label("What was discussed", exact=True).fill(
        "We talked about school. She likes it."
    )
    press(page, "Save and read it through")
    expect(page).to_have_url(re.compile("/record/preview/"))
    assert faults(page) == []
    expect(page.get_by_text("We talked about school. She likes it.")).to_be_visible()
    expect(page.get_by_text("A dentist is found")).to_be_visible()
    press(page, "Complete the record")
    expect(banner(page)).to_contain_text("Completed in time. The record is with business support")
    page.get_by_role("link", name="Send the copies").click()
    assert faults(page) == []
    page.get_by_role("link", name="To send").click()
    assert faults(page) == []
    press(page, "Sign out")
    expect(banner(page)).to_contain_text("You have signed out.")
    page.goto(review)
    assert name_of(page.url) == "sign_in"

    # Business support sends it, and others in one go, and sees no child's page.
    desk = sign_in(Role.BUSINESS_SUPPORT, on=visitor())
    waiting = desk.locator(".house-parcel")
    expect(waiting.filter(has_text=child)).to_have_count(1)
    waiting.filter(has_text=child).get_by_role("button", name=re.compile("All sent")).click()
    expect(banner(desk)).to_contain_text("Marked as sent: 1 record.")
    expect(waiting.filter(has_text=child)).to_have_count(0)
    before = waiting.count()
    for nth in (0, 1):
        waiting.nth(nth).get_by_role("checkbox").check()
    press(desk, "Mark the ticked records as sent")
    expect(banner(desk)).to_contain_text("Marked as sent: 2 records.")
    expect(waiting).to_have_count(before - 2)
    assert desk.goto(review).status == 403
    assert desk.goto("/children/1/").status == 403


def test_a_late_review_is_not_taken_without_its_reason(page, sign_in):
    sign_in(Role.IRO)
    page.goto("/reviews/?state=overdue")
    page.locator("tbody td a").first.click()
    page.goto(f"{page.url}outcome-form/")
    reason = page.get_by_role("group", name="Why was it late?")
    expect(reason).to_be_hidden()
    type_day(page, HELD, "20 7 2017")
    expect(reason).to_be_visible()
    answer_the_rest(page)
    press(page, "Continue")
    assert len(said := problems(page)) == 1
    assert said[0].startswith("Say why the review was late: it was due on")
    assert faults(page) == []
    reason.get_by_label("The social worker could not come").check()
    press(page, "Continue")
    follows = page.locator(".house-follows")
    expect(follows).to_contain_text("Late Held on Thursday 20 July 2017, was due by")
    expect(page.get_by_text("The social worker could not come")).to_be_visible()
    press(page, "Submit")
    expect(banner(page)).to_contain_text("Saved. The review was held late: it was due on")


def test_what_was_typed_outlives_the_session(page, sign_in):
    sign_in(Role.IRO)
    fill_in(owed_form(page))
    form = page.url
    typed = "Łucja's “big” plan — 100% hers;\nno moves before the exams & <script>alert(1)</script>"
    type_day(page, HELD, "19 7 2017")
    page.get_by_label("What happens next? (optional)").fill(typed)
    with page.expect_response(
        lambda answer: "Aunt Žofie" in (answer.request.post_data or "")
    ) as kept:
        page.get_by_label("Anyone else who came (optional)").press_sequentially("Aunt Žofie")
    kept.value.finished()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^Saved \d\d:\d\d$"))
    page.context.clear_cookies(name="sessionid")
    page.reload()
    assert name_of(page.url) == "sign_in"
    type_credentials(page, Role.IRO)
    page.wait_for_url(form)
    assert page.get_by_label("What happens next? (optional)").input_value() == typed
    assert page.get_by_label("Anyone else who came (optional)").input_value() == "Aunt Žofie"
    assert typed_day(page, HELD) == "19 7 2017"
    press(page, "Save and come back later")
    expect(banner(page)).to_contain_text("not submitted yet")


def test_words_typed_after_the_session_ended_wait_on_the_page(page, sign_in):
    sign_in(Role.IRO)
    fill_in(owed_form(page))
    form = page.url
    box = page.get_by_label("What happens next? (optional)")
    page.context.clear_cookies(name="sessionid")
    box.fill("Typed on Łódź station after the lid was closed\n— & <kept>")
    press(page, "Save and come back later")
    expect(page.get_by_role("status")).to_contain_text("You were signed out.")
    assert page.url == form
    other = sign_in(Role.IRO, on=page.context.new_page())
    other.close()
    press(page, "Save and come back later")
    expect(banner(page)).to_contain_text("not submitted yet")
    page.goto(form)
    assert box.input_value() == "Typed on Łódź station after the lid was closed\n— & <kept>"


def test_two_at_one_outcome_form_see_each_others_words(page, sign_in, visitor):
    sign_in(Role.IRO)
    fill_in(owed_form(page))
    form = page.url
    page.get_by_label("What happens next? (optional)").fill("The IRO's words")
    type_day(page, HELD, "19 7 2017")
    answer_the_rest(page)
    press(page, "Continue")
    expect(page.get_by_role("heading", name="Check before you submit")).to_be_visible()

    manager = sign_in(Role.PRACTICE_MANAGER, on=visitor())
    manager.goto(form)
    expect(manager.locator(".govuk-inset-text")).to_contain_text("has an unfinished form")
    manager.get_by_role("link", name="See it, or take it over").click()
    expect(manager.get_by_text("The IRO's words")).to_be_visible()
    assert faults(manager) == []
    press(manager, "Take it over")
    words = manager.get_by_label("What happens next? (optional)")
    assert words.input_value() == "The IRO's words"
    words.fill("The manager's words")
    press(manager, "Continue")
    press(manager, "Submit")
    expect(banner(manager)).to_contain_text("Saved. The review was held")

    press(page, "Submit")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Somebody else submitted this form first"
    )
    expect(page.get_by_role("row").filter(has_text="What happens next")).to_contain_text(
        re.compile("The manager's words.*The IRO's words", re.DOTALL)
    )
    assert faults(page) == []
    page.get_by_role("button", name="Use my answers in a correction").click()
    page.get_by_label("Why is it corrected?").fill("Mine are right")
    assert faults(page) == []
    press(page, "Save the correction")
    expect(banner(page)).to_contain_text("Corrected.")
    expect(page.get_by_role("heading", name="Version 2")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="What happens next")).to_contain_text(
        re.compile("The manager's words.*The IRO's words", re.DOTALL)
    )
    assert faults(page) == []


def test_without_scripts_an_outcome_form_goes_in(visitor, sign_in):
    page = sign_in(Role.IRO, on=visitor(java_script_enabled=False))
    fill_in(owed_form(page, -1))
    type_day(page, HELD, "18 7 2017")
    answer_the_rest(page)
    type_decision(page, 1, "Contact twice a week", "Social worker", "1 8 2017")
    press(page, "Continue")
    expect(page.locator(".house-follows")).to_contain_text("Tuesday 15 August 2017")
    press(page, "Submit")
    expect(banner(page)).to_contain_text("The record is due by Tuesday 15 August 2017.")


def test_each_number_of_today_opens_a_list_of_so_many(page, sign_in):
    sign_in(Role.PRACTICE_MANAGER)
    expect(page.get_by_role("heading", name="Today in the service")).to_be_visible()
    tiles = [
        (link.get_attribute("href"), link.inner_text())
        for link in page.locator(".house-stats a, tbody td a").all()
    ]
    assert len(tiles) > 20
    for href, words in tiles:
        of = re.search(r" of ([\d,]+)", words) or re.match(r"\s*([\d,]+)", words)
        expected = int(of[1].replace(",", ""))
        page.goto(href)
        told = page.locator(".house-count__text")
        shown = int(told.inner_text().split()[0].replace(",", "")) if told.count() else 0
        assert shown == expected, (href, words)
        if not expected:
            expect(page.locator("tbody tr")).to_have_count(0)


def test_a_practice_manager_takes_in_a_person_who_chooses_a_password(page, sign_in, visitor):
    sign_in(Role.PRACTICE_MANAGER)
    page.get_by_role("link", name="Caseloads").click()
    page.get_by_role("link", name="People").click()
    page.get_by_role("link", name="Add a person").click()
    email = f"nia.{secrets.token_hex(4)}@demonstration.example"
    page.get_by_label("Given name").fill("Nia")
    page.get_by_label("Family name").fill("Ó Cléirigh")
    page.get_by_label("Email address").fill(email)
    answer(page, "Role", "Independent Reviewing Officer")
    press(page, "Add and send the link")
    expect(banner(page)).to_contain_text(f"Nia Ó Cléirigh was added. A link went to {email}.")
    page.get_by_role("link", name="Mail it sent").click()
    page.get_by_role("row").filter(has_text=email).get_by_role("link").click()
    assert faults(page) == []
    link = page.get_by_role("link", name="/password/").inner_text()

    her = visitor()
    her.goto(link)
    assert faults(her) == []
    her.get_by_label("New password").fill("short")
    press(her, "Save password")
    assert problems(her)
    her.get_by_label("New password").fill("three-plain-words")
    press(her, "Save password")
    her.get_by_label("Email address").fill(email)
    her.get_by_label("Password").fill("three-plain-words")
    press(her, "Sign in")
    expect(her.get_by_text("You have nothing to do.")).to_be_visible()
    assert faults(her) == []
    assert her.goto(link).status == 410
    assert faults(her) == []


def test_a_practice_manager_takes_in_a_child_and_changes_the_iro(page, sign_in):
    sign_in(Role.PRACTICE_MANAGER)
    page.get_by_role("link", name="Children", exact=True).click()
    page.get_by_role("link", name="Add a child").click()
    reference = f"9{secrets.randbelow(10**7):07}"
    page.get_by_label("Given name").fill("Saoirse")
    page.get_by_label("Family name").fill("O'Dowd-Nkemelu")
    page.get_by_role("textbox", name="Reference", exact=True).fill(reference)
    type_day(page, "Date of birth", "29 2 2008")
    answer(page, "Sex", "Female")
    page.get_by_label("Ethnicity").select_option("White Irish")
    type_day(page, "Day the child became looked after", "10 7 2017")
    answer(page, "Status before", "Child in need")
    page.get_by_label("Legal status").select_option("Single period under section 20")
    page.get_by_label("Category of need").select_option("Family in acute stress")
    page.get_by_label("Placement", exact=True).select_option("Children's home")
    page.get_by_label("Provided by").select_option("Own provision")
    page.get_by_label("IRO", exact=True).select_option("Greta Sørensen")
    press(page, "Save and plan the first review")
    expect(banner(page)).to_contain_text("The first review is due by Monday 7 August 2017.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Saoirse O'Dowd-Nkemelu, 9 years")
    page.get_by_role("link", name="Change IRO").click()
    page.get_by_label("IRO", exact=True).select_option("Amara Lindqvist")
    page.get_by_label("Reason").fill("Her brother's IRO")
    press(page, "Save")
    expect(banner(page)).to_be_visible()
    page.goto(f"/children/?q={reference}")
    expect(page.get_by_role("row").filter(has_text=reference)).to_contain_text("Amara Lindqvist")
    page.get_by_role("link", name="What was sent").click()
    page.goto("/notices/?kind=record_overdue")
    assert page.get_by_role("row").filter(has_text="Record").count() > 0
    page.get_by_role("link", name="Caseloads").click()
    amara = page.get_by_role("row").filter(has_text="Amara Lindqvist")
    shown = int(amara.get_by_role("cell").nth(1).inner_text().split()[0])
    amara.get_by_role("link").nth(1).click()
    expect(page.locator(".house-count__text")).to_have_text(re.compile(f"^{shown} children"))


def test_the_group_manager_makes_the_annual_report_and_opens_it(page, sign_in):
    sign_in(Role.GROUP_MANAGER)
    expect(page.get_by_role("heading", name="Annual reports")).to_be_visible()
    made = page.get_by_role("table", name="PDFs made, the latest first").locator("tbody tr")
    before = made.count()
    page.get_by_role("button", name="Make a PDF").dblclick()
    expect(page.get_by_role("progressbar")).to_be_visible()
    assert faults(page) == []
    opening = page.get_by_role("link", name="Open the PDF")
    expect(opening).to_be_visible(timeout=120_000)  # without touching the page
    assert faults(page) == []
    answer = page.request.get(opening.get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"
    assert "IRO-annual-report-2016-17.pdf" in answer.headers["content-disposition"]
    words = " ".join(one.extract_text() for one in PdfReader(BytesIO(answer.body())).pages)
    assert [told for told in ("90.8%", "1,875", "61.0%", "767", "10.5%") if told not in words] == []
    assert check_accessible(answer.body()) == []
    page.get_by_role("link", name="Reports", exact=True).first.click()
    expect(made).to_have_count(before + 1)  # a double click makes one

    # The same to read as a page.
    page.get_by_role("link", name="2016-17", exact=True).first.click()
    page.get_by_role("link", name="By month over three years").click()
    expect(page.get_by_role("row", name="Whole year")).to_contain_text("1,703")
