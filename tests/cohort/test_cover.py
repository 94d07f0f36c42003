"""Leave and cover: who is away, and who sees their children meanwhile."""

from datetime import date

import pytest

from accounts.models import Role
from cohort.actions.cover import arrange_cover, end_cover
from cohort.models import Child, Cover
from iro_service.refusals import Refusal
from tests.factories import AllocationFactory, CoverFactory, UserFactory

TODAY = date(2017, 7, 20)


@pytest.fixture
def third(council):
    return UserFactory(role=Role.IRO)


def arrange(away, covered_by, first, back, by):
    return arrange_cover(
        away, covered_by=covered_by, by=by,
        started_on=date.fromisoformat(first), ended_on=date.fromisoformat(back),
    )  # fmt: skip


def test_whoever_covers_sees_the_children_until_the_other_is_back(iro, other_iro, practice_manager):
    child = AllocationFactory(iro=iro).child
    arrange(iro, other_iro, "2017-07-24", "2017-08-07", practice_manager)
    seen = [
        date(2017, 7, day) for day in (23, 24, 31)
        if Child.objects.visible_to(other_iro, on=date(2017, 7, day)).exists()
    ]  # fmt: skip
    assert seen == [date(2017, 7, 24), date(2017, 7, 31)]
    assert child in Child.objects.visible_to(other_iro, on=date(2017, 8, 6))
    assert child not in Child.objects.visible_to(other_iro, on=date(2017, 8, 7))


@pytest.mark.parametrize(
    ("first", "back", "sentence"),
    [
        ("2017-08-07", "2017-08-07", "must be after the day they go"),
        ("2017-08-10", "2017-08-14", "is away from 9 August 2017, back on 16 August 2017"),
        ("2017-07-28", "2017-08-02", "until 31 July 2017 already"),
    ],
)
def test_a_cover_that_cannot_be_is_refused(
    iro, other_iro, third, practice_manager, first, back, sentence
):
    arrange(other_iro, third, "2017-08-09", "2017-08-16", practice_manager)
    CoverFactory(away=iro, covered_by=third)  # 17 to 31 July
    with pytest.raises(Refusal, match=sentence):
        arrange(iro, other_iro, first, back, practice_manager)
    assert Cover.objects.count() == 2


def test_nobody_covers_for_themselves(iro, practice_manager):
    with pytest.raises(Refusal, match="Nobody covers for themselves"):
        arrange(iro, iro, "2017-08-07", "2017-08-14", practice_manager)


def test_whoever_covers_cannot_go_away_meanwhile(iro, other_iro, third, practice_manager):
    arrange(iro, other_iro, "2017-08-07", "2017-08-14", practice_manager)
    with pytest.raises(Refusal, match=r"covers for .* in these days"):
        arrange(other_iro, third, "2017-08-10", "2017-08-20", practice_manager)


def test_one_cover_may_begin_on_the_day_the_other_ends(iro, other_iro, third, practice_manager):
    arrange(iro, other_iro, "2017-08-07", "2017-08-14", practice_manager)
    assert arrange(iro, third, "2017-08-14", "2017-08-21", practice_manager).pk


def test_only_a_manager_arranges_cover(iro, other_iro):
    with pytest.raises(Refusal, match="Only a manager"):
        arrange(iro, other_iro, "2017-08-07", "2017-08-14", iro)


def test_a_cover_ends_early_once(practice_manager, council):
    cover = CoverFactory()
    assert end_cover(cover, on=TODAY, by=practice_manager).ended_on == TODAY
    with pytest.raises(Refusal, match="has ended already"):
        end_cover(cover, on=TODAY, by=practice_manager)


def test_a_cover_not_begun_holds_for_no_day(practice_manager, council):
    cover = CoverFactory(started_on=date(2017, 8, 7), ended_on=date(2017, 8, 14))
    end_cover(cover, on=TODAY, by=practice_manager)
    assert not Cover.objects.in_force(on=date(2017, 8, 7)).exists()


def typed(away, covered_by, first, back):
    days = {"started_on": first, "ended_on": back}
    boxes = {
        f"{name}_{n}": part for name, words in days.items() for n, part in enumerate(words.split())
    }
    return boxes | {"away": away.pk, "covered_by": covered_by.pk}


def test_the_practice_manager_enters_it_and_ends_it(client_for, practice_manager, iro, other_iro):
    manager = client_for(practice_manager)
    data = typed(iro, other_iro, "24 7 2017", "7 8 2017")
    answer = manager.post("/cover/add/", data, follow=True).content.decode()
    assert f"{other_iro} sees the children of {iro} until Monday 7 August 2017." in answer
    assert "1 cover now or to come" in answer
    cover = Cover.objects.get()
    answer = manager.post(f"/cover/{cover.pk}/end/", follow=True).content.decode()
    assert "Nobody is away." in answer


@pytest.mark.parametrize(
    ("first", "back", "sentence"),
    [
        ("31 2 2018", "7 8 2018", "31 February 2018 is not a real day"),
        ("1 7 2017", "20 7 2017", "The day they are back must be after today"),
        ("1 8 2017", "1 8 2017", "The day they are back must be after the day they go"),
    ],
)
def test_days_that_cannot_be_get_one_sentence(
    client_for, practice_manager, iro, other_iro, first, back, sentence
):
    data = typed(iro, other_iro, first, back)
    assert sentence in client_for(practice_manager).post("/cover/add/", data).content.decode()
    assert not Cover.objects.exists()
