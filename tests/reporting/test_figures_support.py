"""Advocates and independent visitors of a year, as the report tells them."""

from datetime import date
from decimal import Decimal

import pytest

from reporting.figures import figures
from reporting.figures.support import KEYS
from reporting.sentences import advocacy as in_words
from reporting.tables import advocacy as table
from tests.factories import ChildFactory

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def support(service="advocate", *, found=None, ended=None, declined=None, **days):
    """One with its days; whoever is found has a name, and whatever ends has a reason."""
    facts = {f"{what}_on": day(on) for what, on in days.items()}
    return ChildFactory().supports.create(
        service=service,
        **facts,
        matched_on=day(found),
        supporter="Ivy Moss" if found else None,
        declined_on=day(declined),
        ended_on=day(declined or ended),
        reason_ended="Over" if declined or ended else None,
    )


@pytest.fixture
def year(council):
    """A year of advocates: all that can become of one, in it and around it."""
    support(offered="2016-05-03", referred="2016-05-04", found="2016-05-18")  # 10 working days
    support(referred="2016-03-29", found="2016-04-05")  # 5, referred in the year before
    support(referred="2017-03-01", found="2017-04-03")  # found in the year after
    support(offered="2016-09-01", declined="2016-09-02")
    support(referred="2016-06-01", ended="2016-08-01")  # nobody was found
    support(referred="2016-06-01", found="2016-06-30", ended="2017-04-02")  # 21
    support(offered="2017-03-31")
    support(offered="2017-04-01")
    support("visitor", referred="2015-06-01")
    return figures("2016-17", on=TODAY)["support"]


def test_each_is_counted_by_the_day_it_happened(year):
    assert year["advocate"] == {
        "offered": 3,
        "declined": 1,
        "referred": 4,
        "matched": 3,
        "waiting_at_end": 1,
        "matched_at_end": 3,
        "median_working_days_to_match": Decimal("10"),
    }


def test_who_was_referred_long_ago_and_has_nobody_is_still_waiting(year):
    visitor = year["visitor"]
    assert (visitor["referred"], visitor["waiting_at_end"]) == (0, 1)
    assert visitor["median_working_days_to_match"] is None


def test_a_year_before_the_records_is_not_known(year):
    before = figures("2015-16", on=TODAY)["support"]
    assert before["advocate"] == dict.fromkeys(KEYS)
    assert "is not known" in in_words(before, "advocate")


def test_the_table_and_the_sentence_tell_what_the_figures_say(year):
    rows = {row[0]: row[1:] for row in table(year).rows}
    assert rows["Referred"] == ["4", "0"]
    assert rows["Median working days from referral to match"] == ["10", None]
    assert in_words(year, "advocate") == (
        "4 children were referred for an advocate. 3 advocates were found, after a median wait of "
        "10 working days. 1 child was waiting at the end."
    )
    assert in_words(year, "visitor").startswith("No child was referred for an independent visitor")


def test_the_list_of_each_number_holds_as_many(year, group_manager, client_for):
    client = client_for(group_manager)
    for happened in ("offered", "declined", "referred", "matched", "waiting", "with_somebody"):
        query = f"state=all&service=advocate&happened={happened}&from=2016-04-01&to=2017-03-31"
        key = {"waiting": "waiting_at_end", "with_somebody": "matched_at_end"}
        answer = client.get(f"/advocacy/?{query}")
        number = year["advocate"][key.get(happened, happened)]
        assert answer.context["page"].paginator.count == number, happened
