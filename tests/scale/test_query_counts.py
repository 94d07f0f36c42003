"""Each list takes as many queries for 10,000 rows as for 10.

Every address without a number in it is asked by a person of each role, in an office with 10 rows
in each list and in one with 10,000 (1,000 in `make test`, all of them in `make scale`); a list by
pages shows 10 rows there and a full page here.
"""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, get_resolver, reverse

from tests.scale.conftest import client_of
from tests.scale.office import (
    BUSINESS_SUPPORT,
    FEED,
    FEW,
    MANY,
    PRACTICE_MANAGER,
    TEAM_MANAGER,
)

IRO, PM = FEW.iro, PRACTICE_MANAGER
ROLES = (IRO, PM, BUSINESS_SUPPORT, TEAM_MANAGER)  # the group manager's lists are those of PM
NARROWED = [
    *(("my_work", f"show={kind}", IRO) for kind in ("forms", "decisions")),
    *(("children", query, PM)
      for query in ("care=all", "care=unallocated", "q=W00&care=all", "sort=-due&page=2")),
    *(("reviews", query, PM)
      for query in ("state=held&sort=iro", "state=planned&page=2", "state=record_outstanding",
                    "state=form_expected", "state=no_permanence_plan")),
    *(("decisions", query, PM) for query in ("state=all&sort=iro", "state=overdue&page=2")),
    ("oversight", "show=all&sort=due&page=2", PM),
    *(("disputes", query, PM) for query in ("state=open&sort=child", "overdue=yes&page=2")),
    ("good_practice", "sort=raised&page=2", PM),
    ("disputes_download", "as=xlsx", PM),
    ("calendar", "by=month", PM),
    *(("to_send", query, BUSINESS_SUPPORT) for query in ("show=sent", "q=W00", "page=2")),
    *(("notices", query, PM) for query in ("state=failed", "state=sent&sort=child&page=2")),
    ("children", "on=2017-03-31&legal_status=C2&age=5_to_10&sort=-since", PM),
    ("children", "started_from=2016-04-01&started_to=2017-03-31", PM),
    ("children_download", "care=all&as=xlsx", PM),
    ("children_download", "on=2017-03-31&placement=U4&placement=U6", PM),
    ("reviews_download", "state=held&as=xlsx", PM),
    ("decisions_download", "state=all&as=xlsx", PM),
    ("oversight_download", "show=all&as=xlsx", PM),
    ("notices_download", "as=xlsx", PM),
    ("feedback_download", "as=xlsx", PM),
    ("to_allocate", "page=2", PM),
]  # fmt: skip


def without_numbers() -> list[str]:
    """The names of the addresses that are the same for everybody."""
    found = []
    for name in sorted(key for key in get_resolver().reverse_dict if isinstance(key, str)):
        try:
            reverse(name)
        except NoReverseMatch:
            continue
        found.append(name)
    return found


def asked_for(name: str, query: str, who: int) -> tuple[int, int, list[str]]:
    """The answer's state, its rows where it is a list by pages, and the statements it took."""
    client = client_of(who)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(f"{reverse(name)}?{query}")
    page = (answer.context or {}).get("page")
    rows = page.paginator.count if hasattr(page, "paginator") else 0
    return answer.status_code, rows, [query["sql"] for query in queries]


def kinds(statements: list[str]) -> list[str]:
    """The statements by their beginning, for the reader of a failure; a cursor has no name."""
    return [statement[max(statement.find("SELECT"), 0) :][:90] for statement in statements]


@pytest.fixture
def offices(within, few_rows_database, many_rows_database):
    """Ask the same of both offices."""

    def ask(*what):
        with within(few_rows_database):
            few = asked_for(*what)
        with within(many_rows_database):
            return few, asked_for(*what)

    return ask


@pytest.mark.parametrize("who", ROLES)
@pytest.mark.parametrize("name", without_numbers())
def test_no_page_takes_more_queries_for_more_rows(name, who, offices, settings):
    settings.DEMONSTRATION = True
    (state, _, few), (same_state, _, many) = offices(name, "", who)
    assert state == same_state
    assert kinds(many) == kinds(few)


@pytest.mark.parametrize(("name", "query", "who"), NARROWED)
def test_no_choice_or_file_takes_more_queries_for_more_rows(name, query, who, offices):
    (state, rows, few), (same_state, more_rows, many) = offices(name, query, who)
    assert state == same_state == 200
    assert more_rows >= 10 * rows
    assert kinds(many) == kinds(few)


@pytest.mark.parametrize("name", ["cohort", "cohort_download"])
def test_the_cohort_takes_no_more_queries_for_more_children(
    name, within, few_rows_database, many_rows_database
):
    address = reverse(name, args=["all"] if name == "cohort_download" else [])
    numbers = []
    for database in (few_rows_database, many_rows_database):
        with within(database), CaptureQueriesContext(connection) as queries:
            assert client_of(PM).get(f"{address}?on=2017-03-31&with=2016-03-31").status_code == 200
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_the_private_calendar_takes_no_more_queries_for_more_rows(
    within, few_rows_database, many_rows_database
):
    numbers = []
    for database in (few_rows_database, many_rows_database):
        with within(database), CaptureQueriesContext(connection) as queries:
            answer = Client().get(reverse("calendar_feed", args=[FEED]))
        numbers.append((len(queries), answer.content.count(b"BEGIN:VEVENT")))
    (few, events), (many, more_events) = numbers
    assert more_events > 10 * events > 0
    assert many == few


@pytest.mark.parametrize("name", ["caseloads", "caseload_ahead", "people"])
def test_a_list_of_people_takes_no_more_queries_for_more_rows(name, within, few_rows_database):
    with within(few_rows_database):
        _, _, few = asked_for(name, "", PM)
        with connection.cursor() as cursor:
            cursor.execute(MORE_IROS, [MANY.open])
        _, _, many = asked_for(name, "", PM)
    assert kinds(many) == kinds(few)


MORE_IROS = """
    WITH more AS (
        INSERT INTO accounts_user (password, is_superuser, first_name, last_name, is_staff,
                                   is_active, date_joined, email, role)
        SELECT '!', false, 'More' || i, 'Teal', false, true, '2000-01-01', 'more' || i, 'iro'
        FROM generate_series(1, %s) i RETURNING id
    )
    INSERT INTO cohort_iropost (iro_id, full_time_equivalent, contract, started_on)
    SELECT id, 1, 'permanent', '2000-01-01' FROM more
"""


def test_the_large_office_is_large():
    assert MANY.open >= 100 * FEW.open
