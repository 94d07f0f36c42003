"""The pages of caseloads: a day, the months, the weeks ahead, what if, the weights."""

from datetime import date
from decimal import Decimal

import pytest

from cohort.caseload import the_weights
from cohort.models import Cover
from tests.cohort.kept import held_by
from tests.factories import CoverFactory, IROPostFactory, ReviewFactory

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


@pytest.fixture
def get(practice_manager, client_for):
    """Open a page of caseloads as the practice manager."""
    return lambda path="", **query: client_for(practice_manager).get(f"/caseloads/{path}", query)


@pytest.fixture
def team(iro, other_iro):
    """An IRO above the band and one below it, and a child of nobody."""
    IROPostFactory(iro=iro, full_time_equivalent=Decimal("0.10"))
    IROPostFactory(iro=other_iro)
    mine = held_by(iro, 8)
    held_by(other_iro, 2)
    held_by(None)
    ReviewFactory(period=mine[0].periods.get(), due_on=date(2017, 8, 17))
    ReviewFactory(period=mine[1].periods.get(), due_on=date(2017, 8, 18))
    return iro, other_iro


def numbers(answer) -> dict:
    return {one["label"]: one["number"] for one in answer.context["figures"]}


def test_the_page_says_who_holds_how_many_and_by_which_definition(team, get):
    answer = get()
    lines = {line.row.iro: line for line in answer.context["seen"].lines}
    above, below = (lines[iro] for iro in team)
    assert (above.row.per_post, above.against, above.to_hold) == (Decimal("80.0"), "Over 70", 1)
    assert (below.row.per_post, below.against, below.to_hold) == (Decimal("2.0"), "Under 50", 0)
    assert above.weighted == Decimal("81.0")  # one of eight counts for 1.1
    assert "short breaks left out, divided by the full-time equivalent" in answer.content.decode()
    assert "Handbook: 50 to 70" in answer.content.decode()
    assert numbers(answer) == {
        "Children looked after": "11",
        "Full-time posts filled": "1.1",
        "Children per full-time post": Decimal("10.0"),
        "Weighted children per full-time post": Decimal("10.1"),
        "IROs over 70": 1,
        "Without an IRO": 1,
    }


def test_each_number_opens_what_it_counts(team, get, practice_manager, client_for):
    answer = get()
    client = client_for(practice_manager)
    for line in answer.context["seen"].lines:
        opened = client.get(line.children_href).context["page"].paginator.count
        assert opened == line.row.children
        assert client.get(line.reviews_href).context["page"].paginator.count == line.to_hold
    hrefs = {one["label"]: one.get("href") for one in answer.context["figures"]}
    assert hrefs["Without an IRO"] == "/allocations/"


def test_a_day_in_the_past_is_as_it_was(team, get, practice_manager, client_for):
    Cover.objects.all().delete()
    answer = get(on="2016-09-05")  # the day before anybody was given an IRO
    assert numbers(answer)["Without an IRO"] == 11
    assert [line.children_href for line in answer.context["seen"].lines] == ["", ""]
    opened = client_for(practice_manager).get("/children/?care=unallocated&on=2016-09-05")
    assert opened.context["page"].paginator.count == 11
    assert "move/?iro" not in answer.content.decode()  # of the past nothing can be moved


def test_a_day_to_come_is_told_as_it_is_known(team, get):
    answer = get(on="2017-12-01")
    assert "as is known today" in answer.content.decode()
    assert numbers(answer)["Children looked after"] == "11"


def test_a_day_that_is_none_is_said_and_today_is_shown(team, get):
    answer = get(on="31 February")
    assert "Enter a real day" in answer.content.decode()
    assert answer.context["seen"].now.on == TODAY


def test_the_rows_come_as_a_file(team, get):
    text = get("download/day/").content.decode("utf-8-sig").splitlines()
    assert text[0].startswith("IRO,Full-time equivalent,Children")
    assert len(text) == 3
    assert get("download/nothing/").status_code == 404


def test_the_months_the_records_tell_of(team, get):
    answer = get("history/", months="24")
    days = [month.on for month in answer.context["months"]]
    assert (days[0], days[-1], len(days)) == (TODAY, date(2016, 3, 31), 17)
    assert "Of the days before 1 April 2016 the records do not tell" in answer.content.decode()
    assert len(get("history/").context["months"]) == 12
    assert len(get("history/", months="7").context["months"]) == 12
    rows = get("download/months/", months="12").content.decode("utf-8-sig").splitlines()
    assert rows[-1] == "2017-07-20,11,1.10,10.0,1,1"


def test_the_weeks_ahead_count_with_the_iro_of_the_day(team, get):
    iro, other_iro = team
    child = iro.allocations.order_by("pk").first().child
    child.allocations.update(ended_on=date(2017, 8, 1))
    child.allocations.create(child=child, iro=other_iro, started_on=date(2017, 8, 1))
    answer = get("ahead/")
    rows = {row.name: [week.number for week in row.weeks] for row in answer.context["rows"]}
    assert rows == {
        str(iro): [0, 0, 0, 0, 1, *[0] * 8],
        str(other_iro): [0, 0, 0, 0, 1, *[0] * 8],
    }
    assert answer.context["totals"][4] == 2


def test_who_comes_to_hold_more_than_seventy_is_told_with_what_is_known(team, get):
    iro, other_iro = team
    CoverFactory(
        away=iro, covered_by=other_iro, started_on=date(2017, 8, 1), ended_on=date(2017, 8, 5)
    )
    rows = {row.iro: row for row in get("ahead/").context["foreseen"]}
    assert rows[iro].passes == "Now"
    assert rows[other_iro].passes == "Not in these weeks"
    assert rows[other_iro].known == [f"Covers for {iro} until 5 August 2017"]


def test_what_if_says_the_average_and_what_it_takes(team, get):
    answer = get("what-if/", children="155", posts="0.9")
    assert answer.context["then"].average == Decimal("83.0")
    assert "fill <strong>0.4 full-time posts more</strong>" in answer.content.decode()
    assert "<strong>26 children fewer</strong>" in answer.content.decode()
    assert get("what-if/").context["then"] is None


def test_what_if_says_what_was_typed_wrongly_and_keeps_it(team, get):
    answer = get("what-if/", children="ten")
    assert "The number of children must be a whole number" in answer.content.decode()
    assert 'value="ten"' in answer.content.decode()


WEIGHTS = {"sibling": "1", "far": "1", "far_from_miles": "20", "complex": "1", "review_due": "2"}


def test_weights_are_tried_without_being_saved_and_then_saved(team, practice_manager, client_for):
    client = client_for(practice_manager)
    tried = client.post("/caseloads/weights/", {**WEIGHTS, "try": "yes"})
    assert "Nothing is saved yet" in tried.content.decode()
    assert [row["tried"] for row in tried.context["effect"]["rows"]] == [
        Decimal("90.0"),
        Decimal("2.0"),
    ]
    assert the_weights().pk is None
    answer = client.post("/caseloads/weights/", WEIGHTS)
    assert answer.headers["location"] == "/caseloads/"
    assert the_weights().review_due == 2
    client.post("/caseloads/weights/", {**WEIGHTS, "review_due": "3"})
    assert the_weights().review_due == 3


def test_a_weight_is_a_number_above_nothing(practice_manager, client_for):
    answer = client_for(practice_manager).post("/caseloads/weights/", {**WEIGHTS, "far": "0"})
    assert "must be between 0.1 and 5" in answer.content.decode()
