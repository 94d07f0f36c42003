"""Kin on a child's page: found, recorded, taken out; and in the booking of a review."""

from datetime import date

import pytest

from cohort.models import Child, Kinship
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    EpisodeFactory,
    ReviewFactory,
)
from tests.reviews.test_queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ella(planned):
    return planned.child


@pytest.fixture
def noah(other_iro):
    """Noah Green, of another IRO."""
    noah = ChildFactory(
        given_name="Noah", family_name="Green", reference="777", date_of_birth=date(2012, 5, 1),
        sex="M",
    )  # fmt: skip
    EpisodeFactory(period__child=noah)
    AllocationFactory(child=noah, iro=other_iro)
    return noah


def found(client, child, words="") -> list[str]:
    page = client.get(f"/children/{child.pk}/kin/add/", {"q": words})
    return [one.given_name for one in page.context["found"]]


def test_children_of_the_same_family_name_are_offered_first_as_a_guess(
    client_for, practice_manager, ella
):
    ChildFactory(given_name="Ivo", family_name="Brown")
    client = client_for(practice_manager)
    assert found(client, ella) == ["Ivo"]
    page = client.get(f"/children/{ella.pk}/kin/add/").content.decode()
    assert "which is only a guess" in page


def test_a_manager_finds_any_child_and_an_iro_anothers_by_the_whole_reference(
    client_for, practice_manager, iro, ella, noah
):
    assert found(client_for(practice_manager), ella, "noah") == ["Noah"]
    theirs = client_for(iro)
    assert (found(theirs, ella, "noah"), found(theirs, ella, "77")) == ([], [])
    assert found(theirs, ella, "777") == ["Noah"]


def test_kin_are_shown_on_both_pages_and_open_only_to_who_may_see_them(
    client_for, iro, practice_manager, ella, noah
):
    data = {"kin_is": "sibling", "others": [noah.pk]}
    there = f"/children/{ella.pk}/kin/add/?q=777"
    page = client_for(iro).post(there, data, follow=True).content.decode()
    assert "Saved. 1 child is now shown as kin." in page
    assert "Brother" in page
    assert "Noah Green" in page
    assert f'href="/children/{noah.pk}/"' not in page
    page = client_for(practice_manager).get(f"/children/{noah.pk}/").content.decode()
    assert "Sister" in page
    assert f'href="/children/{ella.pk}/"' in page


def test_a_parent_who_is_too_young_is_refused_by_name(client_for, iro, ella, noah):
    data = {"kin_is": "parent", "others": [noah.pk]}
    page = client_for(iro).post(f"/children/{ella.pk}/kin/add/?q=777", data).content.decode()
    assert "Noah was not born before Ella" in page
    assert not Kinship.objects.exists()


def test_kin_recorded_in_error_are_taken_out(client_for, iro, ella, noah):
    kinship = Kinship.objects.create(one=noah, other=ella, kind="sibling")
    there = f"/children/{ella.pk}/kin/{kinship.pk}/take-out/"
    page = client_for(iro).post(there, {"reason": "Cousins"}, follow=True).content.decode()
    assert "Noah Green is no longer shown as kin." in page
    assert not Child.objects.kin_of(ella).exists()


def test_the_booking_offers_kin_first_and_says_where_it_guesses(client_for, iro, planned):
    cases = (("Ivo", "Brown"), ("Noah", "Green"), ("Zoe", "Violet"))
    for given, family in cases:
        child = ChildFactory(given_name=given, family_name=family, sex="M")
        AllocationFactory(child=child, iro=iro)
        ReviewFactory(period=EpisodeFactory(period__child=child).period)
    noah = Child.objects.get(given_name="Noah")
    Kinship.objects.create(one=noah, other=planned.child, kind="sibling")
    form = client_for(iro).get(f"/reviews/{planned.pk}/book/").context["form"]
    first, second = [words for _, words in form.fields["siblings"].choices]
    assert first.startswith("Noah Green")
    assert first.endswith(". Brother")
    assert second.startswith("Ivo Brown")
    assert second.endswith("a guess from the family name")
    assert [str(one.child) for one in form.fields["another"].queryset] == ["Zoe Violet"]


def test_a_child_with_many_kin_and_episodes_takes_no_more_queries(
    client_for, practice_manager, ella
):
    client, there = client_for(practice_manager), f"/children/{ella.pk}/"

    def more(rows: int) -> None:
        for _ in range(rows):
            other = EpisodeFactory().period.child
            Kinship.objects.create(one=other, other=ella, kind="sibling")
            ella.supports.create(
                service="visitor", offered_on=date(2017, 7, 4), declined_on=date(2017, 7, 4),
                ended_on=date(2017, 7, 4), reason_ended="Declined",
            )  # fmt: skip

    more(1)
    few = queries_of(client, there)
    more(9)
    assert queries_of(client, there) == few
