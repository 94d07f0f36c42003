"""The group manager's journey: press the button, see progress, open the PDF."""

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from accounts.models import Role

pytestmark = pytest.mark.browser


def test_the_group_manager_makes_the_report_and_opens_it(sign_in):
    page = sign_in(Role.GROUP_MANAGER)
    expect(page.get_by_role("heading", name="Annual reports")).to_be_visible()
    page.get_by_role("button", name="Make the report 2016-17").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    link = page.get_by_role("link", name="Open the PDF")
    expect(link).to_be_visible(timeout=60_000)  # without touching the page
    answer = page.request.get(link.get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"
    words = " ".join(one.extract_text() for one in PdfReader(BytesIO(answer.body())).pages)
    for said in ("90.8%", "1,875", "61.0%", "767", "10.5%"):
        assert said in words


def test_the_report_is_read_as_a_page_too(sign_in):
    page = sign_in(Role.GROUP_MANAGER)
    page.get_by_role("link", name="2016-17", exact=True).first.click()
    page.get_by_role("link", name="By month over three years").click()
    row = page.get_by_role("row", name="Whole year")
    expect(row).to_contain_text("1,703")
