"""Every count of the report's live page opens exactly the cases it counts, and nothing else."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from accounts.models import Role, User
from reporting.audience import Audience
from reporting.document import frozen, thawed
from reporting.figures import figures
from reporting.opens import COUNT, LINKS, opened
from reporting.report import compose
from tests.reporting.figures_sample import TODAY, sample, some_of_everything

LINK = re.compile(
    r'<a class="govuk-link" href="(/[^"]+)">([\d,]+)<span class="govuk-visually-hidden">([^<]*)<'
)
# Counts of IROs, days and audits: no list of cases stands behind them.
NO_CASES = {
    "contracts", "length-of-service", "team-by-sex", "team-by-ethnic-group", "caseload-spread",
    "audit-grades", "audit-themes", "training", "audits-by-year", "staffing-changes", "managers",
    "priorities-to-come", "looked-back", "said-and-did",
}  # fmt: skip
IN_DAYS = ("Median", "Longest", "90th percentile")


def links(answer) -> set[tuple[str, int, str]]:
    """The numbers of the page with their addresses and what they are about."""
    words = answer.content.decode()
    return {
        (unescape(href), int(number.replace(",", "")), about)
        for href, number, about in LINK.findall(words)
    }


def follow(client, period: str) -> int:
    """Open every number of the page; how many there were."""
    found = links(client.get(reverse("report_year", args=[period])))
    for href, number, about in sorted(found):
        opened_by = client.get(href)
        assert opened_by.status_code == 200, href
        assert opened_by.context["page"].paginator.count == number, (about, href)
    return len(found)


def test_every_number_of_the_demonstration_opens_its_cases(demonstration, client_for):
    client = client_for(User.objects.filter(role=Role.GROUP_MANAGER).first())
    assert follow(client, "2016-17") > 380


def test_no_count_of_cases_is_left_without_a_way_to_them(demonstration):
    told = figures("2016-17", on=TODAY)
    for table in opened(compose(told), told).tables:
        if table.id not in LINKS:
            counts = [cell for row in table.rows for cell in row[1:] if cell and _counts(cell)]
            assert not counts or table.id in NO_CASES | HELPERS, table.id
            continue
        for row in [*table.rows, *([table.total] if table.total else [])]:
            for (_, column, _), cell in list(zip(table.columns, row, strict=True))[1:]:
                if cell and _counts(cell) and not hasattr(cell, "href"):
                    assert _is_no_case(table.id, row, column), (table.id, row[0], column)


# Tables whose rows are answers and checks rather than cases on a list.
HELPERS = {"midway-checks", "contacts", "oversight-by-year", "feedback-by-year", "headline"}


def _counts(cell: str) -> bool:
    return bool(COUNT.fullmatch(cell))


def _is_no_case(table: str, row, column: str) -> bool:
    if row[0].startswith(IN_DAYS) or column.startswith(IN_DAYS):
        return True
    if table.startswith("caseload"):
        return column != "Children" or row[0] == "Whole team"
    published = ("2014/15", "2015/16", "31 March 2014", "31 March 2015")
    return row[0] in published or column.startswith(published)


@pytest.mark.django_db
@pytest.mark.parametrize("period", ["2016-17-H2", "2016-17-Q3"])
def test_a_part_of_a_year_opens_the_cases_of_its_own_days(
    council, group_manager, client_for, period
):
    some_of_everything()
    assert follow(client_for(group_manager), period) > 20


@pytest.mark.django_db
def test_months_as_published_open_nothing(council, group_manager, client_for):
    some_of_everything()
    answer = client_for(group_manager).get(reverse("report_year", args=["2016-17"]))
    assert not [href for href, _, about in links(answer) if "2015/16" in about]


@pytest.mark.django_db
def test_what_is_kept_or_public_holds_no_address_of_a_case(council):
    told = sample()
    document = opened(compose(told), told)
    assert any(hasattr(cell, "href") for table in document.tables for row in table.rows
               for cell in row)  # fmt: skip
    kept = thawed(frozen(document))
    for one in (kept, compose(told), compose(told, audience=Audience.PUBLIC)):
        cells = [cell for table in one.tables for row in table.rows for cell in row]
        assert not any(hasattr(cell, "href") for cell in cells)


@pytest.mark.django_db
@pytest.mark.parametrize("choice", ["rule=x", "part=x", "age=x", "from=x&state=held", "record=x"])
def test_an_address_that_makes_no_sense_is_still_a_page(council, group_manager, client_for, choice):
    assert client_for(group_manager).get(f"/reviews/?{choice}").status_code == 200


@pytest.mark.django_db
def test_disputes_open_on_a_day_are_those_raised_by_it_and_not_closed(
    council, group_manager, client_for
):
    answer = client_for(group_manager).get("/disputes/?open_on=2017-03-31")
    assert answer.context["page"].paginator.count == 0
    assert date(2017, 3, 31) == answer.context["filter"].form.cleaned_data["open_on"]
