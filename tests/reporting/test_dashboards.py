"""Dashboards: who sees whose months, what they say, their pictures and files."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from reporting.charts.standalone import png, standalone
from reporting.control.words import CHANCE, TOO_FEW
from tests.factories import (
    AllocationFactory,
    CaseHoldingFactory,
    DisputeFactory,
    EpisodeFactory,
    HeldReviewFactory,
    IROPostFactory,
    PeriodFactory,
    TargetFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db
SINCE = date(2015, 1, 1)
SVG = "{http://www.w3.org/2000/svg}"
PANELS = [
    *("reviews-in-timescale", "late-reasons", "outcome-forms", "records", "records-sent"),
    *("not-recorded", "took-part-of-recorded", "midway-checks", "caseload", "concerns"),
]


def held(iro, day: date, *, late: bool = False, **fields):
    """A review that the IRO chaired."""
    period = PeriodFactory(started_on=SINCE)
    EpisodeFactory(period=period)
    AllocationFactory(child=period.child, iro=iro, started_on=SINCE)
    due_on = date(2016, 1, 1) if late else day
    fields |= {"rule": "later_review", "base_on": SINCE, "chair": iro}
    return HeldReviewFactory(period=period, due_on=due_on, held_on=day, **fields)


@pytest.fixture
def months(iro):
    """Twelve months of eight reviews each, one of them late; all late in February."""
    for month in [(2016, n) for n in range(7, 13)] + [(2017, n) for n in range(1, 7)]:
        for day in range(1, 9):
            held(iro, date(*month, day), late=day == 1 or month == (2017, 2))
    IROPostFactory(iro=iro)
    return iro


@pytest.fixture
def see(client_for):
    """The page as somebody sees it."""
    return lambda who, **query: client_for(who).get("/dashboards/", query)


def panels(answer) -> dict:
    return {panel.id: panel for panel in answer.context["panels"]}


def test_the_page_says_which_month_is_more_than_chance(months, group_manager, see):
    answer = see(group_manager)
    shown = panels(answer)
    assert list(shown) == PANELS
    timely = shown["reviews-in-timescale"]
    assert timely.says == ["February 2017 lies below what chance explains."]
    assert timely.by == "these months themselves"
    words = answer.content.decode()
    assert "Limits from these months themselves." in words
    assert "three standard deviations either side of the mean" in words
    assert 'href="#reviews-in-timescale">Reviews in timescale</a>: February 2017' in words
    assert "polygon" in timely.svg
    assert timely.tile["number"] == "87.5%"


def test_months_that_only_vary_are_said_to_be_chance(iro, group_manager, see):
    for n in range(12):
        for day in range(1, 9):
            month = (n + 6) % 12 + 1
            held(iro, date(2016 if month > 6 else 2017, month, day), late=day <= 1 + n % 2)
    answer = see(group_manager)
    assert panels(answer)["reviews-in-timescale"].says == [CHANCE]
    assert "Nothing in these months is more than chance" in answer.content.decode()


def test_fewer_than_eight_months_have_no_limits(iro, group_manager, see):
    held(iro, date(2017, 6, 1))
    timely = panels(see(group_manager))["reviews-in-timescale"]
    assert (timely.says, timely.by) == ([TOO_FEW], "")


def test_twelve_recorded_months_before_are_what_the_months_are_judged_by(
    months, council, group_manager, see
):
    council.records_from = date(2015, 4, 1)
    council.save()
    for n in range(12):
        month = (n + 6) % 12 + 1
        held(months, date(2015 if month > 6 else 2016, month, 15))
    timely = panels(see(group_manager))["reviews-in-timescale"]
    assert timely.by == "the months before: July 2015 to June 2016"


def test_an_iro_sees_their_own_months_and_nobody_elses(months, other_iro, see):
    held(other_iro, date(2017, 6, 20))
    answer = see(other_iro, iro=months.pk, team=1)
    assert answer.context["asked"].whose.iro == other_iro
    june = panels(answer)["reviews-in-timescale"].table.rows[-1]
    assert [cell.value for cell in june] == ["June 2017", 1, 1, 0, "100.0%"]
    words = answer.content.decode()
    assert str(months) not in words
    assert 'name="iro"' not in words


def test_a_manager_chooses_an_iro_or_a_team(months, other_iro, practice_manager, see):
    review = held(other_iro, date(2017, 6, 20))
    team = TeamFactory()
    CaseHoldingFactory(child=review.child, team=team, started_on=SINCE)
    for query in ({"iro": other_iro.pk}, {"team": team.pk}):
        shown = panels(see(practice_manager, **query))
        assert shown["reviews-in-timescale"].table.rows[-1][1].value == 1, query
    assert "caseload" not in shown  # a team's children have the IROs of the whole service
    everybody = panels(see(practice_manager))
    assert everybody["reviews-in-timescale"].table.rows[-1][1].value == 9


def test_a_reporting_year_and_three_years_can_be_chosen(months, group_manager, see):
    year = see(group_manager, over="2016-17").context["asked"].span
    assert (year.months[0], year.last) == (date(2016, 4, 1), date(2017, 3, 31))
    assert see(group_manager, over="36").context["asked"].span.number == 36
    for nonsense in ("2031-32", "x", "-1"):
        assert see(group_manager, over=nonsense).context["asked"].span.number == 12


def test_a_month_that_runs_is_not_judged(months, group_manager, see):
    held(months, date(2017, 7, 3), late=True)
    timely = panels(see(group_manager, over="2017-18"))["reviews-in-timescale"]
    assert timely.table.rows[-1][0].value == "July 2017 (not over)"
    assert timely.tile["note"] == "June 2017"


def test_each_number_opens_as_many_cases(months, group_manager, client_for, see):
    DisputeFactory(child=months.chaired.first().child, raised_on=date(2017, 6, 12))
    client, opened = client_for(group_manager), 0
    for panel in see(group_manager).context["panels"]:
        for row in panel.table.rows:
            for cell in row:
                if cell.href and not cell.href.startswith("/caseloads/"):
                    page = client.get(cell.href).context["page"]
                    assert page.paginator.count == cell.value, cell.about
                    opened += 1
    assert opened == 11 + 12 + 12 + 1  # none was in time in February


def test_what_narrows_the_months_opens_no_list_of_other_reviews(months, group_manager, see):
    shown = panels(see(group_manager, iro=months.pk))["reviews-in-timescale"]
    assert not any(cell.href for row in shown.table.rows for cell in row)


def test_a_target_is_drawn_and_said(months, group_manager, see):
    TargetFactory(measure="reviews-in-timescale", from_year=2016, value=Decimal("95.0"))
    timely = panels(see(group_manager))["reviews-in-timescale"]
    assert "Target 95%" in timely.svg
    assert timely.tile["note"] == "June 2017, target 95%"


def test_concerns_are_never_red_and_nobody_is_ranked(months, group_manager, see):
    DisputeFactory(child=months.chaired.first().child, raised_on=date(2017, 6, 12))
    answer = see(group_manager)
    concerns = panels(answer)["concerns"]
    assert "tone" not in concerns.tile
    assert "a high number is not a bad one" in concerns.about
    assert str(months) not in " ".join(panel.svg for panel in answer.context["panels"])


def test_a_service_without_a_review_says_so(iro, group_manager, see):
    for who in (iro, group_manager):
        answer = see(who)
        assert answer.status_code == 200
        assert "The records tell nothing of these months yet." in answer.content.decode()


def test_the_board_has_every_measure_by_month_on_one_page(months, group_manager, client_for):
    answer = client_for(group_manager).get("/dashboards/board/")
    board = answer.context["board"]
    assert len(board.months) == 12
    assert board.rows[0][0] == "Reviews held"
    assert (board.rows[0][1], board.rows[0][2]) == (["8"] * 12, "96")
    assert all(len(row[1]) == 12 for row in board.rows)
    assert len(board.panels) == 6
    assert "February 2017 lies below what chance explains." in answer.content.decode()
    for over, months_shown in {"36": 12, "2016-17": 12, "2017-18": 4}.items():
        narrowed = client_for(group_manager).get("/dashboards/board/", {"over": over})
        assert len(narrowed.context["board"].months) == months_shown, over


@pytest.mark.parametrize("panel", PANELS)
def test_each_chart_is_a_file_of_its_own_with_its_words(
    panel, months, iro, group_manager, client_for
):
    # One reason alone has no bars to compare.
    held(iro, date(2017, 6, 20), late=True, late_reason="no_report")
    answer = client_for(group_manager).get(f"/dashboards/{panel}.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert f"{panel}-2016-07-to-2017-06-the-whole-service.svg" in answer["Content-Disposition"]
    svg = ElementTree.fromstring(answer.content)  # noqa: S314 - our own text
    assert svg[0].tag == f"{SVG}title"
    assert svg[0].text
    assert svg[1].tag == f"{SVG}desc"
    assert svg[1].text
    words = " ".join(text.text for text in svg.iter(f"{SVG}text"))
    assert "Figures taken on 20 July 2017" in words


def test_the_picture_is_drawn_in_the_services_own_typeface(months, group_manager, client_for):
    client = client_for(group_manager)
    dots = client.get("/dashboards/reviews-in-timescale.png")
    assert dots["Content-Type"] == "image/png"
    picture = Image.open(BytesIO(dots.content)).convert("L")
    svg = client.get("/dashboards/reviews-in-timescale.svg").content.decode()
    wide, high = (float(ElementTree.fromstring(svg).get(side)) for side in ("width", "height"))  # noqa: S314
    assert picture.size == (round(2 * wide), pytest.approx(2 * high, abs=1))
    # Its title stands in the first lines: without the typeface nothing would.
    title = picture.crop((0, 0, picture.width, 90))
    assert title.getextrema()[0] < 60
    nameless = Image.open(BytesIO(png(svg.replace("Inter, Arial, sans-serif", "Nowhere"))))
    assert nameless.convert("L").crop((0, 0, picture.width, 90)).getextrema() == (255, 255)


def test_only_a_chart_can_be_a_picture():
    with pytest.raises(ValueError, match="Only a chart"):
        standalone("<p>not a chart</p>")


def test_a_chart_nobody_knows_has_no_file(months, group_manager, client_for):
    client = client_for(group_manager)
    for address in ("unknown.svg", "caseload.gif", "unknown/table/", "caseload.png?team=x"):
        expected = 200 if "team" in address else 404  # nonsense narrows nothing
        assert client.get(f"/dashboards/{address}").status_code == expected, address


def test_the_table_is_a_file_for_a_spreadsheet(months, group_manager, client_for):
    client = client_for(group_manager)
    lines = client.get("/dashboards/reviews-in-timescale/table/").content.decode().splitlines()
    assert lines[0].lstrip("\ufeff") == "Month,Reviews held,In timescale,Late,Share"
    assert "February 2017,8,0,8,0.0%" in lines
    assert len(lines) == 13
    answer = client.get("/dashboards/caseload/table/?as=xlsx")
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")


def test_the_page_takes_as_many_queries_for_more_rows(months, practice_manager, see):
    see(practice_manager)
    numbers = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            see(practice_manager)
        numbers.append(len(queries))
        for day in range(9, 29):
            held(months, date(2017, 3, day))
    assert numbers[0] == numbers[1]


def test_today_shows_twelve_months_beside_its_figures(months, practice_manager, client_for):
    TargetFactory(measure="reviews-in-timescale", from_year=2016, value=Decimal("95.0"))
    answer = client_for(practice_manager).get("/today/")
    lined = {tile["key"]: tile["line"] for tile in answer.context["lined"]}
    assert list(lined) == ["reviews-in-timescale", "not-recorded", "over-the-highest"]
    assert lined["reviews-in-timescale"]["words"] == "87.5% in June, target 95%"
    assert lined["reviews-in-timescale"]["heard"] == "In twelve months between 0.0% and 87.5%."
    assert lined["not-recorded"]["words"] == "0.0% in June"
    shown = [tile["label"] for name in ("lined", "others") for tile in answer.context[name]]
    assert sorted(shown) == sorted(tile["label"] for tile in answer.context["strip"])
    assert all(tile["href"] for tile in answer.context["lined"])


def test_bars_of_six_items_at_most_lead_to_the_dashboards(group_manager, iro, client_for):
    words = client_for(group_manager).get("/reports/").content.decode()
    assert 'href="/dashboards/"' in words
    assert 'href="/dashboards/"' in client_for(iro).get("/my-work/").content.decode()
    assert 'href="/caseloads/"' in client_for(group_manager).get("/dashboards/").content.decode()
