"""The practice manager changes the ladder, for disputes to come and within the 20 working days."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.html import escape

from disputes.ladder import DEFAULT, stages_in_force
from disputes.models import Ladder

pytestmark = pytest.mark.django_db
THERE = "/disputes/ladder/"


def typed(rungs):
    """The ladder as the page posts it."""
    data = {"stages": str(len(rungs))}
    for number, rung in enumerate(rungs):
        data |= {
            f"stage-{number}-name": rung.name,
            f"stage-{number}-owner": rung.owner,
            f"stage-{number}-working_days": str(rung.working_days),
            f"stage-{number}-person": str(rung.person.pk) if rung.person else "",
        }
    return data


@pytest.fixture
def manager(client_for, practice_manager):
    """The practice manager's browser."""
    return client_for(practice_manager)


def test_the_ladder_is_shown_before_anybody_changed_it(manager):
    found = manager.get(reverse("ladder")).content.decode()
    assert reverse("ladder") == THERE
    assert all(escape(rung.name) in found for rung in DEFAULT)
    assert "now they have 20" in found
    assert not Ladder.objects.exists()


def test_a_change_makes_an_edition_and_open_disputes_stay_on_theirs(
    manager, raise_concern, practice_manager, director
):
    before = raise_concern(on=date(2017, 7, 17))
    shorter = [rung._replace(working_days=3) for rung in DEFAULT[:3]]
    shorter[2] = shorter[2]._replace(person=director)
    answer = manager.post(THERE, typed(shorter), follow=True)
    assert "Disputes opened from now on climb it." in answer.content.decode()
    assert "1 open one</a> stays on theirs" in answer.content.decode()
    after = raise_concern(on=date(2017, 7, 17))
    assert before.ladder.stages.count() == 5
    assert [stage.working_days for stage in after.ladder.stages.all()] == [3, 3, 3]
    assert stages_in_force()[2].person == director
    assert after.ladder.made_by == practice_manager


def test_more_than_20_working_days_are_refused_and_what_was_typed_stays(manager):
    longer = [rung._replace(working_days=6, name=f"{rung.name} first") for rung in DEFAULT]
    answer = manager.post(THERE, typed(longer))
    found = answer.content.decode()
    assert answer.status_code == 200
    assert "The formal stages have 24 working days together." in found
    assert "Assistant director first" in found
    assert not Ladder.objects.exists()


def test_the_informal_days_do_not_count_towards_the_20(manager):
    manager.post(THERE, typed([DEFAULT[0]._replace(working_days=10), *DEFAULT[1:]]))
    assert stages_in_force()[0].working_days == 10


def test_a_stage_without_its_name_or_days_says_so(manager):
    data = typed(DEFAULT) | {"stage-1-name": "", "stage-2-working_days": "none"}
    found = manager.post(THERE, data).content.decode()
    assert "Enter the name of the stage" in found
    assert "The working days must be a whole number" in found
    assert not Ladder.objects.exists()


def test_a_stage_is_added_and_left_out_without_saving(manager):
    data = typed(DEFAULT) | {"stage-1-name": "The team’s manager"}
    more = manager.post(THERE, data | {"add": "add"})
    names = [stage["name"].value() for stage in more.context["ladder"].stages]
    assert names == ["Informal", "The team’s manager", *(one.name for one in DEFAULT[2:]), None]
    fewer = manager.post(THERE, data | {"remove": "2"})
    names = [stage["name"].value() for stage in fewer.context["ladder"].stages]
    assert names == ["Informal", "The team’s manager", "Assistant director", DEFAULT[4].name]
    kept = manager.post(THERE, data | {"remove": "0"})
    assert len(kept.context["ladder"].stages) == 5, "the informal stage stays"
    assert not Ladder.objects.exists()


def test_a_ladder_without_a_formal_stage_is_refused(manager):
    found = manager.post(THERE, typed(DEFAULT[:1])).content.decode()
    assert "Enter at least one formal stage." in found
    assert manager.post(THERE, {"stages": "0"}).status_code == 200
    assert not Ladder.objects.exists()


def test_saving_what_is_there_makes_no_edition(manager):
    found = manager.post(THERE, typed(DEFAULT), follow=True).content.decode()
    assert "Nothing was changed." in found
    assert not Ladder.objects.exists()


def test_the_group_manager_reads_it_and_nobody_else_comes_in(
    client_for, group_manager, iro, responding_manager
):
    reader = client_for(group_manager)
    found = reader.get(THERE).content.decode()
    assert "Assistant director" in found
    assert "Save the ladder" not in found
    assert reader.post(THERE, typed(DEFAULT[:2])).status_code == 403
    assert client_for(iro).get(THERE).status_code == 403
    assert client_for(responding_manager).get(THERE).status_code == 404


def test_earlier_editions_are_listed_with_their_open_disputes(manager, raise_concern):
    raise_concern(on=date(2017, 7, 17))
    manager.post(THERE, typed(DEFAULT[:2]))
    found = manager.get(THERE).content.decode()
    assert "From 17 July 2017: 1 open dispute" in found
    assert "(in force): 0 open disputes" in found
