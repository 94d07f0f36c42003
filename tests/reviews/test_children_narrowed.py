"""The list of children narrowed by a day and by facts, as the numbers of the cohort open it."""

import re
from datetime import date
from html import unescape

import pytest

from cohort.narrowing import Days, address_of
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    DistrictFactory,
    EpisodeFactory,
    PeriodFactory,
)

pytestmark = pytest.mark.django_db
YEAR_END, AUTUMN = date(2017, 3, 31), date(2016, 9, 5)
OFF = re.compile(r'<a class="govuk-link" href="(\?[^"]*)">([^<]+)</a>')


@pytest.fixture
def manager(client_for, practice_manager):
    """The practice manager's client."""
    return client_for(practice_manager)


def names(client, **address):
    """Who is on the list, by family name."""
    answer = client.get(address_of(**address))
    assert answer.status_code == 200
    return {child.family_name for child in answer.context["page"]}


def care(name, started_on=AUTUMN, ended_on=None, period=None, **episode):
    """A child in care, known by the family name."""
    child = period.pop("child", None) if period else None
    child = child or ChildFactory(family_name=name)
    one = PeriodFactory(child=child, started_on=started_on, ended_on=ended_on, **(period or {}))
    return EpisodeFactory(period=one, started_on=started_on, ended_on=ended_on, **episode).period


def test_the_list_is_of_the_day_asked_and_shows_that_days_care(council, manager):
    period = care("Then", ended_on=date(2017, 5, 1), legal_status="C1")
    care("Now", started_on=date(2017, 4, 1))
    AllocationFactory(child=period.child, iro__last_name="Once", started_on=AUTUMN)
    answer = manager.get(address_of(on=YEAR_END))
    (child,) = answer.context["page"]
    assert (child.family_name, child.legal_status) == ("Then", "C1")
    assert child.iro_name.endswith("Once")
    assert "Looked after on 31 March 2017" in answer.content.decode()
    assert names(manager) == {"Now"}


def test_the_legal_status_is_that_of_the_day(council, manager):
    period = care("Moved", ended_on=None, legal_status="C2").episodes.get().period
    EpisodeFactory(
        period=care("Stayed", legal_status="C1"), started_on=date(2017, 4, 2), legal_status="C2",
        ended_on=date(2017, 4, 2), reason_ended="X1",
    )  # fmt: skip
    assert names(manager, on=YEAR_END, legal_status="C2") == {"Moved"}
    assert names(manager, on=YEAR_END, legal_status=["C1", "C2"]) == {"Moved", "Stayed"}
    assert period.child.family_name == "Moved"


def test_each_fact_finds_its_children(council, manager):
    elm = DistrictFactory(name="Elm")
    odd = ChildFactory(
        family_name="Odd", date_of_birth=date(2016, 5, 1), sex="F", ethnicity="WROM",
        disabled=True, unaccompanied=True, unaccompanied_until=date(2017, 4, 1),
    )  # fmt: skip
    care(
        "Odd", date(2017, 1, 5), legal_status="E1", placement="A5", provider="PR5", need="N8",
        period={"district": elm, "status_before": "CP", "child": odd},
    )  # fmt: skip
    plain = ChildFactory(family_name="Plain", date_of_birth=date(2005, 5, 1), sex="M")
    care(
        "Plain", date(2016, 4, 5), legal_status="C2", placement="U6", provider="", need="N1",
        period={"status_before": "NONE", "child": plain},
    )  # fmt: skip
    PeriodFactory(child=ChildFactory(family_name="Bare", sex="M"), started_on=date(2016, 4, 5))
    for fact, value in {
        "age": "under_1", "sex": "F", "ethnicity": "WROM", "district": str(elm.pk),
        "legal_status": "E1", "placement": "A5", "provider": "PR5", "need": "N8",
        "status_before": "CP", "disabled": "yes", "unaccompanied": "yes",
        "length": "under_6_months",
    }.items():  # fmt: skip
        assert names(manager, on=YEAR_END, **{fact: value}) == {"Odd"}, fact
    for fact in ("legal_status", "placement", "need"):
        assert names(manager, on=YEAR_END, **{fact: "not_recorded"}) == {"Bare"}
    assert names(manager, on=YEAR_END, provider="not_recorded") == {"Bare", "Plain"}
    assert names(manager, on=YEAR_END, district="not_recorded") == {"Bare", "Plain"}
    assert names(manager, on=date(2017, 4, 1), unaccompanied="yes") == set()


def test_short_breaks_are_a_list_of_their_own(council, manager):
    care("Break", legal_status="V4")
    care("Order", legal_status="C2")
    assert names(manager, on=YEAR_END) == {"Order"}
    assert names(manager, on=YEAR_END, short_breaks="yes") == {"Break"}


def test_who_came_and_who_left_between_two_days(council, manager):
    days = Days(date(2016, 9, 5), date(2017, 3, 31))
    care("Came", date(2016, 9, 5))
    care("Later", date(2017, 4, 1))
    care("Left", date(2016, 4, 5), date(2017, 3, 31), period={"reason_ended": "E11"})
    care("Gone", date(2016, 4, 5), date(2017, 4, 1), period={"reason_ended": "E11"})
    care("Known", date(2016, 9, 5), period={"began_before": True})
    assert names(manager, started=days) == {"Came"}
    assert names(manager, ended=days) == {"Left"}
    assert names(manager, ended=days, reason_ended="E8") == set()
    assert names(manager, started=days, start="not_known") == {"Known"}


def test_who_came_twice_is_one_child_on_the_list_which_says_so(council, manager):
    child = ChildFactory(family_name="Twice")
    care("Twice", date(2016, 4, 5), date(2016, 8, 1), period={"child": child})
    care("Twice", date(2016, 9, 5), period={"child": child})
    days = Days(date(2016, 4, 1), date(2017, 3, 31))
    answer = manager.get(address_of(started=days))
    assert answer.context["page"].paginator.count == 1
    assert "from 1 April 2016 to 31 March 2017: 2 times in all" in answer.content.decode()
    assert "in all" not in manager.get(address_of(ended=days)).content.decode()


def test_the_choices_of_care_are_those_of_the_day_asked(council, manager):
    held = care("Held")
    AllocationFactory(child=held.child, started_on=date(2017, 4, 1))
    assert names(manager, on=YEAR_END, care="unallocated") == {"Held"}
    assert names(manager, care="unallocated") == set()
    care("Gone", ended_on=date(2016, 10, 1))
    assert names(manager, on=YEAR_END, care="all") == {"Held"}
    assert "valid choice" not in manager.get(address_of(on=YEAR_END, care="all")).content.decode()
    page = manager.get(address_of(on=YEAR_END)).content.decode()
    assert "On that day, without an IRO" in page
    assert '<details class="house-filter">' in page  # the day is said above, so it stays shut


def test_all_that_is_asked_must_be_true_of_one_period(council, manager):
    elm = DistrictFactory(name="Elm")
    child = ChildFactory(family_name="Twice")
    care("Twice", date(2016, 4, 5), date(2016, 8, 1), period={"child": child, "district": elm})
    care("Twice", date(2016, 9, 5), period={"child": child})
    assert names(manager, on=YEAR_END, district=str(elm.pk)) == set()
    assert names(manager, on=date(2016, 5, 1), district=str(elm.pk)) == {"Twice"}
    assert names(manager, care="all", district=str(elm.pk)) == {"Twice"}
    assert names(manager, district=str(elm.pk)) == set()


def test_the_narrowing_is_said_in_words_and_each_part_can_be_taken_off(council, manager):
    care("Kept", legal_status="C2", placement="U1")
    care("Other", legal_status="C1", placement="U6")
    address = address_of(on=YEAR_END, legal_status="C2", placement=("U1", "U2", "U3"))
    page = manager.get(f"{address}&sort=-born").content.decode()
    assert "Full care order, Foster care with a relative or friend on 31 March 2017" in page
    off = {unescape(words): unescape(href) for href, words in OFF.findall(page)}
    left = manager.get(f"/children/{off['Full care order']}")
    assert "Full care order, " not in left.content.decode()
    assert [child.family_name for child in left.context["page"]] == ["Kept"]
    assert "sort=-born" in off["Full care order"]
    assert "legal_status=C2" in off["on 31 March 2017"]


def test_the_narrowing_stays_while_the_list_is_filtered_sorted_and_downloaded(council, manager):
    for name in ("Kept", "Also"):
        care(name, legal_status="C2")
    care("Other", legal_status="C1")
    page = manager.get(address_of(on=YEAR_END, legal_status=["C2", "E1"])).content.decode()
    for code in ("C2", "E1"):
        assert f'<input type="hidden" name="legal_status" value="{code}">' in page
    assert 'name="on" value="2017-03-31"' in page
    assert "legal_status=C2&amp;legal_status=E1&amp;sort=reference" in page
    download = re.search(r'href="(/children/download/[^"]+)">CSV', page)
    rows = manager.get(unescape(download[1])).content.decode()
    assert "Kept" in rows
    assert "Other" not in rows


def test_a_day_before_the_records_says_so_and_lists_nobody(council, manager):
    care("Old", date(2013, 4, 5))
    answer = manager.get(address_of(on=date(2016, 3, 30)))
    assert "who was looked after on 30 March 2016 is not known" in answer.content.decode()
    assert answer.context["page"].paginator.count == 0
    assert names(manager, on=date(2016, 3, 31)) == {"Old"}
    days = Days(date(2016, 3, 31), date(2016, 5, 1))
    assert "is not known" in manager.get(address_of(started=days)).content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "on=2017-02-30", "on=2017-07-21", "on=yesterday", "on=0001-01-01", "on=2017-03-31&sex=%00",
        "started_from=2017-01-01", "ended_from=2017-02-01&ended_to=2017-01-01",
        "on=2017-03-31&legal_status=ZZ", "on=2017-03-31&district=9999999999999999999",
        "on=2017-03-31&age=%ED%A0%80", "district=x",
    ],
)  # fmt: skip
def test_an_address_that_makes_no_sense_finds_nobody(council, manager, query):
    care("There")
    answer = manager.get(f"/children/?{query}")
    assert answer.status_code == 200
    assert answer.context["page"].paginator.count == 0


def test_a_day_to_come_is_said_at_the_question(council, manager):
    assert "The day must be today or earlier" in manager.get(
        "/children/?on=2017-07-21"
    ).content.decode()  # fmt: skip


def test_an_iro_finds_only_their_own_children_of_any_day(council, client_for, iro):
    mine = care("Mine", legal_status="C2")
    care("Another", legal_status="C2")
    AllocationFactory(child=mine.child, iro=iro, started_on=AUTUMN)
    assert names(client_for(iro), on=YEAR_END, legal_status="C2") == {"Mine"}
