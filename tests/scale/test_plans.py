"""At 200,000 reviews every queue is answered by an index.

The plans are of what the page or the job really asks: each statement is explained on its way to
the database. How to add a queue stands in DEVELOPERS.md.
"""

from datetime import date

import pytest
from django.urls import reverse

from reviews import tasks
from reviews.actions.holidays import would_move_with
from reviews.filters.states import STATES
from reviews.models import Notice, Review
from tests.scale.conftest import client_of
from tests.scale.office import (
    BUSINESS_SUPPORT,
    FEED,
    GROUP_MANAGER,
    PRACTICE_MANAGER,
    TEAM_MANAGER,
    TWENTY_YEARS,
)
from tests.scale.plans import faults, large_tables, watched

IRO, PM, GM = TWENTY_YEARS.iro, PRACTICE_MANAGER, GROUP_MANAGER
MANAGERS = (PM, GM)
# One row a child, 2 MB of them: where a manager lists all who are looked after, reading them from
# end to end is quicker than one by one. An IRO's lists may not.
A_ROW_A_CHILD = ("cohort_child", "cohort_periodofcare")
# What is done with. A manager's list of it, of all days, reads all of it to count it.
ARCHIVES = {
    *("held", "held_in_time", "held_late", "form_expected", "form_in_time"),
    *("cancelled", "struck", "held_due_known", "held_due_not_known", "form_expected_of"),
    *(ADJOURNED := ("adjourned", "adjourned_in_time", "adjourned_late", "adjourned_open")),
}
# The office has recorded all of its reviews itself, so that none is without a due day.
DATED = ARCHIVES - {"cancelled", "struck", "held_due_not_known", *ADJOURNED}
THIS_MONTH = "from=2017-07-01&to=2017-07-20"

QUEUES = [
    ("my_work", "", IRO),
    ("my_work", f"iro={IRO}", PM),
    *(("today", "", who) for who in MANAGERS),
    *((page, "", PM) for page in ("caseloads", "caseload_ahead", "to_allocate", "what_if")),
    ("caseload_weights", "", PM),
    *(("dashboards", "", who) for who in (IRO, PM)),
    ("dashboard_board", "", PM),
    ("move_children", f"iro={IRO}", PM),
    *(("children", query, who) for who in (IRO, PM) for query in (
        "", "q=Kira+Barly", "q=W0231&care=all", "care=all&q=Lindsqvst", "care=unallocated",
        "sort=due", "team=3", "on=2017-03-31",
    )),
    *(("children", f"on=2017-03-31&{query}", IRO) for query in (
        "legal_status=C2&age=5_to_10", "district=3&placement=U6&placement=U4",
    )),
    *(("calendar", query, who) for who in (IRO, PM) for query in ("", "by=month")),
    ("calendar", f"iro={IRO}", PM),
    *(("decisions", query, who) for who in (IRO, PM) for query in ("", "state=overdue")),
    ("decisions", f"iro={IRO}", PM),
    *(("oversight", query, who) for who in (IRO, PM) for query in ("", "show=all")),
    *(("to_send", query, who) for who in (IRO, PM, BUSINESS_SUPPORT)
      for query in ("", "q=Barley")),
    *(("to_invite", "", who) for who in (IRO, PM, BUSINESS_SUPPORT)),
    ("to_answer", "", TEAM_MANAGER),
    *(("disputes", query, who) for who in (IRO, PM) for query in ("state=open", "overdue=yes")),
    ("good_practice", "", IRO),
    ("strikes", "", PM),
    ("plans_missing", "", PM),
    *(("reviews", f"state={state}", IRO) for state in STATES),
    *(("reviews", f"state={state}", PM) for state in STATES if state not in ARCHIVES),
    *(("reviews", f"state={state}&{THIS_MONTH}", PM) for state in sorted(DATED)),
    ("reviews", f"state=planned&iro={IRO}&team=6&sort=due", PM),
    # What the numbers of the report open.
    *(("reviews", f"state=held&{THIS_MONTH}&{told}", PM) for told in (
        "rule=later_review", "part=took_part", "part=not_recorded", "age=11_to_13",
        "seen_alone=yes", "record=in_time",
    )),
    ("reviews_download", "state=overdue", PM),
    ("reviews_download", "state=record_outstanding", IRO),
    ("children_download", "", IRO),
    ("decisions_download", "", IRO),
    ("oversight_download", "", IRO),
]  # fmt: skip


def page_of(name: str, query: str, who: int):
    """The answer, and what was asked for it."""
    client = client_of(who)
    with watched() as asked:
        answer = client.get(f"{reverse(name)}?{query}")
    assert answer.status_code == 200
    return answer, asked


@pytest.mark.parametrize(("name", "query", "who"), QUEUES)
def test_a_queue_is_answered_by_indexes(name, query, who, twenty_years):
    answer, asked = page_of(name, query, who)
    allowed = () if who == IRO else A_ROW_A_CHILD
    assert faults(asked, but=allowed) == []
    if answer.context and "page" in answer.context and who != IRO:
        assert answer.context["page"].paginator.count > 0  # an empty queue would prove nothing


def test_the_office_is_as_large_as_it_is_said_to_be(twenty_years):
    reviews = Review.objects.count()
    assert reviews > 200_000
    assert reviews / 200 < Review.objects.planned().count() < reviews / 100


def test_each_state_of_the_list_of_reviews_is_a_queue_or_of_the_archive():
    assert set(STATES) >= ARCHIVES
    asked = {query.removeprefix("state=") for name, query, _ in QUEUES if name == "reviews"}
    assert asked >= set(STATES) - ARCHIVES


# Of six years there is nothing that an index could leave out: who was in care is in the archive.
OF_ALL_YEARS = (*A_ROW_A_CHILD, "cohort_episode")


def test_the_cohort_reads_the_children_once_a_question(twenty_years):
    answer, asked = page_of("cohort", "on=2017-03-31&with=2016-03-31", PM)
    assert answer.context["seen"].total(date(2017, 3, 31)) > 500
    assert faults(asked, but=OF_ALL_YEARS) == []
    episodes = large_tables()["cohort_episode"]
    for one in asked:
        read = sum(scan.rows for scan in one.scans if scan.table == "cohort_episode")
        assert read <= 2 * episodes, one.sql  # for what is in force, and for short breaks only


def test_the_private_calendar_is_answered_by_indexes(client, twenty_years):
    with watched() as asked:
        answer = client.get(reverse("calendar_feed", args=[FEED]))
    assert b"BEGIN:VEVENT" in answer.content
    assert faults(asked) == []


@pytest.mark.parametrize("state", ["failed", "waiting", "unsent"])
def test_notices_not_sent_are_found_by_an_index(state, twenty_years):
    with watched() as asked:
        assert list(getattr(Notice.objects, state)().select_related("to", "review__child")[:50])
    assert faults(asked) == []


def test_what_is_owed_today_is_found_by_indexes(twenty_years):
    before = Notice.objects.count()
    with watched() as asked:
        tasks.owe_notices()
    assert Notice.objects.count() > before
    assert faults(asked, but=A_ROW_A_CHILD) == []


def test_what_is_owed_is_sent_by_indexes(twenty_years, mailoutbox):
    with watched() as asked:
        tasks.send_notices()
    assert mailoutbox
    assert faults(asked, but=A_ROW_A_CHILD) == []


def test_the_mails_about_the_week_are_made_by_indexes(twenty_years, mailoutbox, a_day):
    a_day("2017-07-24")
    with watched() as asked:
        tasks.owe_digests()
        # One in each role stands for all.
        weekly = Notice.objects.filter(kind=Notice.Kind.WEEKLY_DIGEST, sent_at__isnull=True)
        weekly.exclude(to__in=[IRO, PM, BUSINESS_SUPPORT]).delete()
        tasks.send_notices()
    assert any(mail.subject.startswith("The week from") for mail in mailoutbox)
    assert faults(asked, but=A_ROW_A_CHILD) == []


def test_what_a_proclaimed_holiday_would_move_is_found_by_indexes(twenty_years):
    with watched() as asked:
        assert would_move_with(date(2017, 7, 26), "State funeral")
    assert faults(asked, but=A_ROW_A_CHILD) == []


def test_reading_every_review_is_seen(twenty_years):
    with watched() as asked:
        Review.objects.filter(place="Nowhere").count()
    assert faults(asked)[0].startswith("Seq Scan  of reviews_review, 21")


def test_an_index_read_from_its_first_row_to_its_last_is_seen(twenty_years):
    with watched() as asked:
        sum(1 for _ in Review.objects.held().order_by("held_on").values_list("held_on")[:180_000])
    assert "held_reviews" in faults(asked)[0]
