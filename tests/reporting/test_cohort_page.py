"""The cohort's page: each number by hand, and each opens exactly the children it counts."""

import re
from datetime import date
from html import unescape
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from accounts.models import Role, User
from tests.factories import ChildFactory, DistrictFactory, EpisodeFactory, PeriodFactory

NUMBER = re.compile(r'<a class="govuk-link" href="(/children/[^"]+)">([\d,]+)<span')
FIGURE = re.compile(r'<a href="(/children/[^"]+)">\s*<span class="house-stats__number">([\d,]+)<')
YEAR = "?on=2017-03-31&with=2016-03-31"


def care(started_on, ended_on=None, legal_status="C2", **period):
    return EpisodeFactory(
        period=PeriodFactory(started_on=started_on, ended_on=ended_on, **period),
        started_on=started_on, ended_on=ended_on, legal_status=legal_status,
    ).period  # fmt: skip


@pytest.fixture
def page(client_for, practice_manager):
    """The page as the practice manager sees it: `page("?on=2017-03-31")`."""
    client = client_for(practice_manager)
    return lambda query="": client.get(f"/cohort/{query}")


def table(answer, id):
    """A table's rows as they are read."""
    every = {one.id: one for section in answer.context["sections"] for one in section.tables}
    return [[cell.words for cell in row] for row in every[id].rows]


def links(answer):
    """Every number of the page with the address it opens."""
    words = answer.content.decode()
    return {
        (unescape(href), int(number.replace(",", "")))
        for href, number in [*NUMBER.findall(words), *FIGURE.findall(words)]
    }


@pytest.mark.parametrize("query", [YEAR, "?on=2017-07-20&with=2017-02-28"])
def test_every_number_of_the_demonstration_opens_its_children(demonstration, client_for, query):
    client = client_for(User.objects.filter(role=Role.GROUP_MANAGER).first())
    found = links(client.get(f"/cohort/{query}"))
    assert len(found) > 180
    for href, number in found:
        opened = client.get(href)
        assert opened.context["page"].paginator.count == number, href


def test_the_demonstrations_year_is_the_published_one(demonstration, client_for):
    client = client_for(User.objects.filter(role=Role.PRACTICE_MANAGER).first())
    answer = client.get(f"/cohort/{YEAR}")
    strip = {one["label"]: (one["number"], one["note"]) for one in answer.context["strip"]}
    assert strip["Looked after"] == ("767", "on 31 March 2017")
    assert strip["Change"] == ("+73", "10.5% more")
    assert strip["Started between the days"][0] == "341"
    assert strip["Disabled"][0] == "33"
    assert strip["Unaccompanied"][0] == "31"
    assert table(answer, "district")[0][:2] == ["Bromsgrove", "71"]
    assert [row[0] for row in table(answer, "starts")] == [
        "Child protection plan", "Child in need", "None",
    ]  # fmt: skip
    assert [row[1] for row in table(answer, "starts")] == ["200", "87", "54"]


@pytest.mark.django_db
def test_the_later_day_is_the_earlier_with_those_who_came_and_without_those_who_left(council, page):
    care(date(2016, 4, 5))
    care(date(2016, 4, 5), date(2017, 3, 31), reason_ended="E11")
    care(date(2016, 4, 5), date(2016, 4, 6), reason_ended="E8")  # came and left
    care(date(2015, 4, 5))
    care(date(2016, 8, 1), began_before=True)
    care(date(2016, 8, 1), legal_status="V4")
    answer = page(YEAR)
    assert [row[::2] for row in table(answer, "moving")] == [
        ["Looked after", "1"],
        ["Started", "3"],
        ["First recorded, start not known", "1"],
        ["Ceased", "2"],
        ["Looked after", "3"],
    ]
    assert table(answer, "ends") == [["Adopted, application unopposed", "1"],
                                     ["Ceased for any other reason", "1"]]  # fmt: skip
    assert table(answer, "groups")[2] == ["In short breaks only", "1", "0", "+1"]
    turned = page("?on=2016-03-31&with=2017-03-31")
    assert [row[0] for row in table(turned, "moving")] == [
        row[0] for row in table(answer, "moving")
    ]
    assert turned.context["strip"][1]["number"] == "−2"


@pytest.mark.django_db
def test_groups_of_codes_open_all_their_children(council, page, client_for, practice_manager):
    for placement in ("U1", "U3", "U6"):
        period = PeriodFactory(started_on=date(2016, 4, 5), child__ethnicity="WROM")
        EpisodeFactory(period=period, started_on=date(2016, 4, 5), placement=placement)
    answer = page(YEAR)
    assert table(answer, "placement-group") == [
        ["Foster care with a relative or friend", "2", "0", "+2"],
        ["Foster care with another carer", "1", "0", "+1"],
    ]
    (href,) = [href for href, number in links(answer) if number == 2]
    opened = client_for(practice_manager).get(href)
    assert opened.context["page"].paginator.count == 2
    words = "Foster care with a relative or friend on 31 March 2017"
    assert words in opened.content.decode()


@pytest.mark.django_db
def test_a_child_without_an_episode_or_a_district_is_counted_as_not_recorded(council, page):
    DistrictFactory(name="Elm")
    PeriodFactory(started_on=date(2016, 4, 5), child=ChildFactory(sex="U"))
    answer = page(YEAR)
    for id in ("legal-status", "placement-group", "provider", "need", "district"):
        assert table(answer, id)[-1] == ["Not recorded", "1", "0", "+1"], id
    assert table(answer, "sex")[-1] == ["Not known", "1", "0", "+1"]
    assert table(answer, "district-sex")[-1] == ["Not recorded", "1", "1"]


@pytest.mark.django_db
def test_a_day_before_the_records_is_not_known_and_no_number_stands_for_it(council, page):
    care(date(2014, 4, 5))
    answer = page("?on=2017-03-31&with=2015-03-31")
    assert "who was looked after on 31 March 2015 is not known" in answer.content.decode()
    strip = {one["label"]: one["number"] for one in answer.context["strip"]}
    assert strip["Looked after"] == "1"
    assert strip["Change"] == strip["Started between the days"] == "Not known"
    assert table(answer, "legal-status") == [["Full care order", "1", "–", "–"]]
    assert [row[1] for row in table(answer, "years")] == ["–", "–", "–", "–", "1", "1"]
    assert table(answer, "ends") == []
    neither = page("?on=2014-03-31&with=2013-03-31")
    assert neither.status_code == 200
    assert links(neither) == {("/children/?on=2017-03-31", 1)} - links(neither) or not links(
        neither
    )


@pytest.mark.django_db
def test_today_is_compared_with_a_year_ago_unless_the_address_says_otherwise(council, page):
    assert page().context["seen"].days.both == (date(2017, 7, 20), date(2016, 7, 20))
    assert page("?on=2017-03-31").context["seen"].days.both[1] == date(2016, 3, 31)
    assert page("?with=2017-03-31").context["seen"].days.both == (
        date(2017, 7, 20), date(2017, 3, 31),
    )  # fmt: skip
    quick = [one["words"] for one in page().context["quick"]]
    assert quick[1:4] == [
        "Today and 31 March 2017",
        "31 March 2017 and a year before",
        "30 June 2017 and 31 May 2017",
    ]
    for one in page().context["quick"]:
        assert not page(one["href"].removeprefix("/cohort/")).context["form"].errors


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?on=2017-07-21", "The day must be today or earlier"),
        ("?on=2017-02-30", "Enter a real day"),
        ("?on=2017-03-31&with=2017-03-31", "Choose another day to compare with"),
        ("?on=0001-01-01", "The day must be in 1990 or later"),
        ("?on=2017-03-31&with=x%00", "Enter a real day"),
    ],
)
def test_days_that_make_no_sense_are_said_and_the_usual_ones_shown(council, page, query, sentence):
    answer = page(query)
    assert sentence in answer.content.decode()
    assert answer.context["seen"].days.on == date(2017, 7, 20)


@pytest.mark.django_db
def test_each_table_is_a_file_and_all_are_one_workbook(council, page):
    care(date(2016, 4, 5))
    rows = page("legal-status/" + YEAR).content.decode("utf-8-sig").splitlines()
    assert rows == ["Legal status,31 March 2017,31 March 2016,Change", "Full care order,1,0,1"]
    sheet = load_workbook(BytesIO(page(f"legal-status/{YEAR}&as=xlsx").content)).active
    assert [cell.value for cell in sheet[2]] == ["Full care order", 1, 0, 1]
    book = load_workbook(BytesIO(page("all/" + YEAR).content))
    tables = [one for section in page(YEAR).context["sections"] for one in section.tables]
    assert len(book.sheetnames) == len(tables)
    assert [cell.value for cell in book["Legal status"][2]] == ["Full care order", 1, 0, 1]
    assert page("nothing/" + YEAR).status_code == 404


@pytest.mark.django_db
def test_the_page_takes_as_many_queries_for_many_as_for_few(council, page):
    care(date(2016, 4, 5))
    page(YEAR)
    with CaptureQueriesContext(connection) as few:
        page(YEAR)
    for n in range(12):
        care(date(2016, 4, 5), legal_status=("C1", "E1", "V2")[n % 3], district=DistrictFactory())
    with CaptureQueriesContext(connection) as many:
        page(YEAR)
    assert len(many) == len(few)
