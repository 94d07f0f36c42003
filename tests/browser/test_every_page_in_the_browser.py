"""Every page that can be reached, as each role: no fault of accessibility, width or script."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import Role
from tests.browser.audit import faults
from tests.browser.questions import problems
from tests.browser.tour import FILES, FORM, send_empty, tour
from tests.pages import BS, GM, IRO, PAGES, PM, POST_ONLY, RM

pytestmark = pytest.mark.browser

WHO = {
    Role.IRO: IRO,
    Role.PRACTICE_MANAGER: PM,
    Role.GROUP_MANAGER: GM,
    Role.BUSINESS_SUPPORT: BS,
    Role.RESPONDING_MANAGER: RM,
}
# Pages that are there only once something was done, or on a few rows: their own tests open them.
ELSEWHERE = {
    "allocations_planned",
    "bank_holiday_remove",
    "calendar_feed",
    "care_restart",
    "childs_page",
    "childs_page_share",
    "decision_carry",
    "decisions_send",
    "decisions_settle",
    "episode_take_out",
    "import_columns",
    "import_run",
    "import_state",
    "kin_remove",
    "outcome_form_others",
    "outcome_form_versions",
    "period_take_out",
    "quality_audit_add",
    "recipient_add",
    "recipient_change",
    "review_strike",
    "support_take_out",
    "to_invite",
    "decisions_answer",
    "dispute_accept",
    "dispute_answer",
    "dispute_close",
    "dispute_meeting",
    "invitation_answer",
    "mail",
    "outcome_form_check",
    "record_distribute",
    "record_preview",
    "review_held_before",
    "review_part_take_out",
    "review_strike_decline",
    "report_correct",
    "report_passage_version",
    "report_progress",
    "report_publish",
    "report_send_back",
    "report_state",
    "to_send",
}
# Forms that may not be empty.
ASKING = {
    "agreed_action_done",
    "allocation_change",
    "audit_action_add",
    "caseload_weights",
    "child_add",
    "council",
    "dispute_accept",
    "dispute_answer",
    "dispute_cafcass",
    "dispute_close",
    "dispute_escalate",
    "dispute_legal_advice",
    "dispute_meeting",
    "dispute_note",
    "dispute_open",
    "episode_add",
    "episode_correct",
    "import_new",
    "good_practice_add",
    "outcome_form",
    "password_change",
    "period_correct",
    "permanence_before",
    "person_add",
    "person_edit",
    "post_fill",
    "published_figures_import",
    "published_month",
    "published_month_add",
    "published_year",
    "published_year_add",
    "return_import",
    "review_book",
    "staffing_changes_add",
    "support_add",
    "support_step",
    "training_add",
    "unit_managers_add",
}


def is_looked_at_by_another(name: str, role: Role) -> bool:
    """Whether the practice manager's tour looks at this page: the group manager's is the same."""
    return role == Role.GROUP_MANAGER and name != "today" and PM in (PAGES.get(name) or ())


@pytest.mark.parametrize("role", list(WHO))
def test_no_page_has_a_fault_whoever_opens_it(role, page, sign_in):
    sign_in(role)
    opened, found = set(), []
    for name in tour(page):
        opened.add(name)
        if is_looked_at_by_another(name, role):
            continue
        found += faults(page)
        if name in ASKING and page.locator(FORM).count():
            send_empty(page)
            problems(page)
            found += faults(page)
    assert found == []
    theirs = {name for name, who in PAGES.items() if who is not None and WHO[role] in who}
    missed = theirs - opened - POST_ONLY - ELSEWHERE
    assert {name for name in missed if not FILES.search(name)} == set()


def test_the_pages_before_signing_in_and_of_errors_have_no_fault(visitor, sign_in):
    stranger = visitor()
    found = []
    for address in ("/sign-in/", "/password/forgotten/"):
        stranger.goto(address)
        found += faults(stranger)
        send_empty(stranger)
        problems(stranger)
        found += faults(stranger)
    assert stranger.goto("/password/MQ/abc-123/").status == 410
    found += faults(stranger)
    stranger.goto("/sign-in/")
    stranger.context.clear_cookies()
    send_empty(stranger)
    expect(stranger).to_have_url(re.compile("/sign-in/"))
    found += faults(stranger)
    desk = sign_in(Role.BUSINESS_SUPPORT)
    for address, status in (("/people/", 403), ("/nothing/", 404), ("/my-work/", 403)):
        assert desk.goto(address).status == status
        found += faults(desk)
    assert found == []
