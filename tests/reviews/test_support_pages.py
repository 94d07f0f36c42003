"""Advocates and independent visitors: the list, its file, and each step from a child's page."""

from datetime import date

import pytest

from cohort.models import Support
from tests.factories import AllocationFactory, ChildFactory, EpisodeFactory
from tests.reviews.test_care_pages import boxes, said
from tests.reviews.test_queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for, iro):
    return client_for(iro)


@pytest.fixture
def some(planned, iro, other_iro):
    """Ella waits for a visitor; three other children stand elsewhere."""
    planned.child.supports.create(service="visitor", referred_on=date(2017, 6, 30))
    for given, iro_of, facts in (
        ("Ada", iro, {"referred_on": date(2017, 5, 2)}),
        ("Ben", other_iro, {"offered_on": date(2017, 7, 3)}),
        ("Cyd", iro, {
            "referred_on": date(2017, 5, 2), "matched_on": date(2017, 5, 9), "supporter": "Ivy",
        }),
        ("Dot", iro, {
            "offered_on": date(2017, 5, 2), "declined_on": date(2017, 5, 2),
            "ended_on": date(2017, 5, 2), "reason_ended": "Declined",
        }),
    ):  # fmt: skip
        child = ChildFactory(given_name=given, date_of_birth=date(2003, 5, 1))
        AllocationFactory(child=child, iro=iro_of)
        EpisodeFactory(period__child=child)
        child.supports.create(service="advocate", **facts)


def names(client, query="") -> list[str]:
    rows = client.get(f"/advocacy/{query}").context["page"].object_list
    return [row.support.child.given_name for row in rows]


def test_who_waits_longest_comes_first_and_each_sees_their_own(
    some, client, client_for, practice_manager
):
    assert names(client) == ["Ada", "Ella", "Cyd"]
    assert names(client_for(practice_manager)) == ["Ada", "Ella", "Cyd", "Ben"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?service=visitor", ["Ella"]),
        ("?state=declined", ["Dot"]),
        ("?state=offered", ["Ben"]),
        ("?state=matched", ["Cyd"]),
        ("?state=all&sort=child", ["Ada", "Ben", "Cyd", "Dot", "Ella"]),
        ("?age=5-10", ["Ella"]),
        ("?age=11-15&state=waiting", ["Ada"]),
        ("?iro=nobody", []),
        ("?sort=-waited", ["Cyd", "Ben", "Ella", "Ada"]),
    ],
)
def test_the_list_is_narrowed_and_sorted(some, client_for, practice_manager, query, found):
    assert names(client_for(practice_manager), query) == found


def test_the_days_waited_are_working_days(some, client):
    page = " ".join(client.get("/advocacy/?service=visitor").content.decode().split())
    assert 'data-label="Working days waited">14</td>' in page


def test_the_file_has_every_row_of_the_list(some, client):
    lines = client.get("/advocacy/download/?state=all").content.decode().splitlines()
    assert len(lines) == 5
    assert "Declined,2017-05-02,2017-05-02" in lines[4]


@pytest.mark.parametrize(
    ("happened", "state"),
    [("offered", "offered"), ("declined", "declined"), ("referred", "waiting")],
)
def test_the_first_thing_known_is_added_from_the_childs_page(client, planned, happened, state):
    data = {"service": "advocate", "happened": happened, **boxes("day", "3 7 2017")}
    page = said(client, f"/children/{planned.child_id}/advocacy/add/", data)
    assert "Saved." in page
    assert getattr(Support.objects, state)().count() == 1


def test_a_second_of_a_kind_is_refused_at_the_question(client, planned):
    data = {"service": "visitor", "happened": "offered", **boxes("day", "3 7 2017")}
    there = f"/children/{planned.child_id}/advocacy/add/"
    said(client, there, data)
    assert "An independent visitor is under way already" in said(client, there, data)


def test_each_step_is_taken_on_its_page_and_told_in_the_timeline(client, planned):
    support = planned.child.supports.create(service="visitor", offered_on=date(2017, 7, 3))
    for step, data in (
        ("refer", boxes("day", "4 7 2017")),
        ("match", {"supporter": "Ivy Moss", **boxes("day", "11 7 2017")}),
        ("end", {"reason": "Moved away", **boxes("day", "18 7 2017")}),
    ):
        page = said(client, f"/advocacy/{support.pk}/{step}/", data)
    for told in (
        "Independent visitor offered",
        "Referred for an independent visitor",
        "Independent visitor found: Ivy Moss",
        "Independent visitor ended",
        "with Ivy Moss. Moved away",
    ):
        assert told in page
    assert client.get(f"/advocacy/{support.pk}/end/").status_code == 409
    assert client.get(f"/advocacy/{support.pk}/unheard-of/").status_code == 404


@pytest.mark.parametrize(
    ("step", "data", "sentence"),
    [
        ("match", {**boxes("day", "5 7 2017")}, "Enter who was found"),
        ("match", {"supporter": "Ivy", **boxes("day", "3 7 2017")}, "cannot be before 4 July 2017"),
        ("match", {"supporter": "Ivy", **boxes("day", "21 7 2017")}, "today or in the past"),
        ("end", {**boxes("day", "5 7 2017")}, "Enter why it ended"),
    ],
)
def test_a_step_that_cannot_be_gets_a_sentence(client, planned, step, data, sentence):
    support = planned.child.supports.create(service="visitor", referred_on=date(2017, 7, 4))
    assert sentence in said(client, f"/advocacy/{support.pk}/{step}/", data)


def test_what_was_entered_wrongly_is_taken_out(client, planned):
    support = planned.child.supports.create(service="visitor", referred_on=date(2017, 7, 4))
    assert "It was taken out." in said(
        client, f"/advocacy/{support.pk}/take-out/", {"reason": "A twin's"}
    )
    assert not Support.objects.exists()


def test_ten_times_the_rows_take_no_more_queries(client_for, practice_manager, planned):
    def wait(rows: int) -> None:
        for _ in range(rows):
            child = EpisodeFactory().period.child
            child.supports.create(service="visitor", referred_on=date(2017, 7, 4))

    client = client_for(practice_manager)
    addresses = ("/advocacy/", "/advocacy/download/?as=xlsx")
    wait(2)
    few = [queries_of(client, address) for address in addresses]
    wait(20)
    assert [queries_of(client, address) for address in addresses] == few


def test_whoever_ends_care_is_told_of_an_advocate_still_under_way(
    client_for, practice_manager, planned
):
    planned.child.supports.create(service="visitor", referred_on=date(2017, 7, 4))
    data = {**boxes("ended_on", "19 7 2017"), "reason": "E4a"}
    there = f"/children/{planned.child_id}/care/end/"
    page = said(client_for(practice_manager), there, data)
    assert "An advocate or independent visitor is still under way" in page
