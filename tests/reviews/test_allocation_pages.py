"""Giving children an IRO, moving many, letting an IRO go: the pages."""

from datetime import date

import pytest

from cohort.models import Allocation, Kinship
from tests.cohort.kept import held_by
from tests.disputes.cases import raised
from tests.factories import CoverFactory, IROPostFactory, UserFactory

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
LAST_DAY = {"last_day_0": "28", "last_day_1": "7", "last_day_2": "2017"}


@pytest.fixture
def manager(practice_manager, client_for):
    """The practice manager's browser."""
    return client_for(practice_manager)


@pytest.fixture
def posts(iro, other_iro):
    """Both IROs in post."""
    for one in (iro, other_iro):
        IROPostFactory(iro=one)
    return iro, other_iro


def iro_of(child, on=TODAY):
    """Who has the child on the day."""
    found = Allocation.objects.in_force(on=on).filter(child=child).first()
    return found and found.iro


def words(answer) -> str:
    return answer.content.decode()


def test_children_without_an_iro_wait_in_order_with_their_day(posts, manager):
    (late,) = held_by(None, 1, period__started_on=date(2017, 6, 1))
    (soon,) = held_by(None, 1, period__started_on=date(2017, 7, 18))
    answer = manager.get("/allocations/")
    assert [row["child"] for row in answer.context["rows"]] == [late, soon]
    assert "Overdue" in words(answer)
    assert "3 working days left" in words(answer)


def test_one_click_takes_the_first_proposal(posts, manager):
    iro, other_iro = posts
    held_by(iro, 2)
    (child,) = held_by(None)
    best = manager.get("/allocations/").context["rows"][0]["choice"].best.iro
    assert best == other_iro
    answer = manager.post("/allocations/", {"one": child.pk, f"iro-{child.pk}": best.pk})
    assert answer.headers["location"] == "/allocations/"
    assert iro_of(child) == other_iro
    assert not manager.get("/allocations/").context["rows"]


def test_several_are_allocated_at_once_and_the_others_are_left(posts, manager):
    iro, other_iro = posts
    one, other, third = held_by(None, 3)
    manager.post(
        "/allocations/",
        {
            "children": [one.pk, other.pk],
            f"iro-{one.pk}": iro.pk,
            f"iro-{other.pk}": other_iro.pk,
            f"iro-{third.pk}": iro.pk,
        },
    )
    assert [iro_of(child) for child in (one, other, third)] == [iro, other_iro, None]


@pytest.mark.parametrize("posted", [{}, {"children": ["0"]}, {"children": ["x"]}, {"one": "1"}])
def test_nothing_ticked_or_nobody_selected_is_refused_with_a_sentence(posts, manager, posted):
    held_by(None)
    answer = manager.post("/allocations/", posted)
    assert answer.status_code == 409
    assert "Tick the children to allocate" in words(answer)


def test_who_is_away_is_shown_beside_the_proposals(posts, manager):
    CoverFactory(away=posts[0], covered_by=posts[1])
    held_by(None)
    assert f"{posts[0]}, back on 31 July 2017; {posts[1]} covers" in words(
        manager.get("/allocations/")
    )


def test_a_child_gets_another_iro_from_a_later_day_and_it_can_be_called_off(posts, manager):
    iro, other_iro = posts
    (child,) = held_by(iro)
    page = f"/children/{child.pk}/allocation/"
    day = {"on_0": "1", "on_1": "8", "on_2": "2017"}
    answer = manager.post(page, {"iro": other_iro.pk, "reason": "Leaves", **day}, follow=True)
    assert f"{other_iro} is the IRO from Tuesday 1 August 2017" in words(answer)
    assert (iro_of(child), iro_of(child, date(2017, 8, 1))) == (iro, other_iro)
    assert "is planned to be the IRO from 1 August 2017" in words(manager.get(page))
    planned = manager.get("/allocations/planned/").context["page"][0]
    manager.post(f"/allocations/{planned.pk}/call-off/")
    assert iro_of(child, date(2017, 8, 1)) == iro


def test_a_day_in_the_past_is_refused(posts, manager):
    (child,) = held_by(posts[0])
    day = {"on_0": "19", "on_1": "7", "on_2": "2017"}
    answer = manager.post(
        f"/children/{child.pk}/allocation/", {"iro": posts[1].pk, "reason": "x", **day}
    )
    assert "must be on or after 20 July 2017" in words(answer)


def moved(children, to, **more) -> dict:
    """What the form of moving sends."""
    return {
        "children": [child.pk for child in children],
        "iro": to.pk,
        "reason": "Evened out",
        "on_0": "24",
        "on_1": "7",
        "on_2": "2017",
        **more,
    }


def test_children_are_moved_only_after_a_look_at_what_it_means(posts, manager):
    iro, other_iro = posts
    one, other, stays = held_by(iro, 3)
    Kinship.objects.create(one=one, other=stays, kind="sibling")
    address = f"/caseloads/move/?iro={iro.pk}"
    check = manager.post(address, moved([one, other], other_iro))
    assert check.context["apart"] == [
        f"{one} goes to {other_iro}; {stays}, brother or sister, stays with {iro}"
    ]
    assert "0.0 children per full-time post now, 2.0 with them" in words(check)
    assert iro_of(one, date(2017, 7, 24)) == iro
    answer = manager.post(address, moved([one, other], other_iro, sure="yes"))
    assert answer.headers["location"] == "/caseloads/"
    assert [iro_of(child, date(2017, 7, 24)) for child in (one, other, stays)] == [
        other_iro, other_iro, iro,
    ]  # fmt: skip
    assert iro_of(one) == iro


def test_change_something_leads_back_with_what_was_typed(posts, manager):
    one, other = held_by(posts[0], 2)
    answer = manager.post(f"/caseloads/move/?iro={posts[0].pk}", moved([one], posts[1], back="yes"))
    assert answer.context["chosen"] == {one.pk}
    assert 'value="Evened out"' in words(answer)
    assert other.pk not in answer.context["chosen"]


def test_all_shown_are_moved_with_one_tick(posts, manager):
    children = held_by(posts[0], 4)
    manager.post(f"/caseloads/move/?iro={posts[0].pk}", moved([], posts[1], all="yes", sure="yes"))
    assert {iro_of(child, date(2017, 7, 24)) for child in children} == {posts[1]}


def test_what_is_in_the_way_is_said_and_nothing_is_moved(posts, manager):
    iro, other_iro = posts
    one, other = held_by(iro, 2)
    Allocation.objects.filter(child=other).update(ended_on=date(2017, 8, 1))
    Allocation.objects.create(child=other, iro=other_iro, started_on=date(2017, 8, 1))
    third = UserFactory()
    answer = manager.post(f"/caseloads/move/?iro={iro.pk}", moved([one, other], third, sure="yes"))
    assert f"A later change of IRO is planned for {other}" in words(answer)
    assert "Evened out" in words(answer)
    assert iro_of(one, date(2017, 7, 24)) == iro
    nobody = manager.post(f"/caseloads/move/?iro={iro.pk}", moved([], third))
    assert "Tick the children to move" in words(nobody)


def test_without_a_choice_nobodys_children_are_listed(posts, manager):
    held_by(posts[0])
    assert manager.get("/caseloads/move/").context["rows"] == []


def test_an_iro_leaves_with_all_they_hold_placed(posts, manager, practice_manager):
    iro, other_iro = posts
    one, other = held_by(iro, 2)
    raised(one, by=iro, asked=practice_manager)
    page = f"/people/{iro.pk}/leaves/"
    shown = manager.get(page, LAST_DAY)
    assert [row["selected"] for row in shown.context["rows"]] == [other_iro.pk] * 2
    assert "1 dispute</a> in hand, which go with the children" in words(shown)
    refused = manager.post(page, {**LAST_DAY, f"iro-{one.pk}": other_iro.pk, f"iro-{other.pk}": ""})
    assert refused.context["sentences"] == [f"Select another IRO for {other}"]
    assert iro_of(one, date(2017, 7, 29)) == iro
    answer = manager.post(
        page, {**LAST_DAY, f"iro-{one.pk}": other_iro.pk, f"iro-{other.pk}": other_iro.pk}
    )
    assert answer.headers["location"] == "/caseloads/"
    assert {iro_of(child, date(2017, 7, 29)) for child in (one, other)} == {other_iro}


def test_the_last_day_is_asked_and_is_not_past(posts, manager):
    page = f"/people/{posts[0].pk}/leaves/"
    assert manager.get(page).context["found"] is None
    answer = manager.get(page, {**LAST_DAY, "last_day_0": "19"})
    assert "must be on or after 20 July 2017" in words(answer)
    assert (
        manager.get(f"/people/{UserFactory(role='business_support').pk}/leaves/").status_code == 404
    )


def test_who_holds_children_keeps_access_and_role(posts, manager, a_day):
    iro, other_iro = posts
    (child,) = held_by(iro)
    answer = manager.post(f"/people/{iro.pk}/access/")
    assert answer.status_code == 409
    assert f"{iro} is the IRO of 1 child. Give the children another IRO first" in words(answer)
    role = {"first_name": "A", "last_name": "B", "email": iro.email, "role": "business_support"}
    assert manager.post(f"/people/{iro.pk}/", role).status_code == 409
    manager.post(f"/people/{iro.pk}/leaves/", {**LAST_DAY, f"iro-{child.pk}": other_iro.pk})
    assert manager.post(f"/people/{iro.pk}/access/").status_code == 409
    a_day("2017-07-29")
    assert manager.post(f"/people/{iro.pk}/access/").status_code == 302
    iro.refresh_from_db()
    assert not iro.is_active
