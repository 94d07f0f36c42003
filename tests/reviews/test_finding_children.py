"""Finding a child forgives spelling, and finds only children the person may see."""

import pytest
from django.db import connection

from cohort.models import Child
from tests.factories import AllocationFactory, ChildFactory, EpisodeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def keira(iro):
    child = ChildFactory(given_name="Keira", family_name="Barley", reference="104259")
    EpisodeFactory(period__child=child)
    AllocationFactory(child=child, iro=iro)
    return child


@pytest.fixture
def lukasz(other_iro):
    child = ChildFactory(given_name="Łukasz", family_name="O'Connor-Nguyễn", reference="104300")
    EpisodeFactory(period__child=child)
    AllocationFactory(child=child, iro=other_iro)
    return child


def found(client, words):
    page = client.get("/children/", {"q": words})
    return {child.reference for child in page.context["page"].object_list}


@pytest.mark.parametrize(
    "words",
    [
        "Keira Barley",
        "barley",
        "KEIRA",
        "Barley Keira",
        "Kiera Barly",
        "Keyra",
        "10425",
        "  keira ",
    ],
)
def test_a_name_is_found_as_it_is_heard(words, keira, lukasz, client_for, practice_manager):
    assert found(client_for(practice_manager), words) == {"104259"}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Keira", "Kiera"),
        ("John", "Jonh"),
        ("Owen", "wOen"),
        ("Ella", "Enla"),
        ("Ewan", "elan"),
        ("Kyle", "Kele"),
        ("Lauren", "Laruen"),
        ("Dwayne", "Dwyane"),
        ("Harry", "Hrary"),
        ("Žigová", "Žirová"),
        ("Łukasz", "Łuaksz"),
    ],
)
def test_one_slip_of_the_finger_in_a_name_by_itself_finds_it_first(
    name, typed, client_for, practice_manager
):
    for given_name, family_name in (
        (name, "Sekhon"),
        ("Amy", name),
        ("Kai", "Ray"),
        ("Liam", "Po"),
    ):
        child = ChildFactory(given_name=given_name, family_name=family_name)
        EpisodeFactory(period__child=child)
    page = client_for(practice_manager).get("/children/", {"q": typed})
    names = [str(child) for child in page.context["page"].object_list]
    assert {f"{name} Sekhon", f"Amy {name}"} == set(names[:2])


@pytest.mark.parametrize("word", ["Kiera", "Jonh", "Laruen", "O'Conor", "10425", "Łuaksz"])
def test_every_way_a_word_is_looked_for_is_answered_by_an_index(word):
    ChildFactory.create_batch(3)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")  # so few are walked by their keys
    plan = Child.objects.all().with_word(word).explain()
    # An index that is walked from end to end is none: then the comparison is a filter.
    assert "Seq Scan" not in plan
    assert "Filter: (upper(((COALESCE" not in plan


@pytest.mark.parametrize("words", ["Łukasz", "O'Connor", "nguyễn", "oconnor"])
def test_names_of_every_script_are_found(words, keira, lukasz, client_for, practice_manager):
    assert found(client_for(practice_manager), words) == {"104300"}


@pytest.mark.parametrize("words", ["Zebedee", "%", "_", "'; drop table", "\\", "99999"])
def test_what_is_like_nobody_finds_nobody(words, keira, lukasz, client_for, practice_manager):
    assert found(client_for(practice_manager), words) == set()


def test_the_nearest_comes_first(keira, client_for, practice_manager):
    EpisodeFactory(period__child=ChildFactory(given_name="Keith", family_name="Barlow"))
    EpisodeFactory(period__child=ChildFactory(given_name="Anna", family_name="Barley"))
    page = client_for(practice_manager).get("/children/", {"q": "Barley"})
    names = [child.given_name for child in page.context["page"].object_list]
    assert set(names[:2]) == {"Anna", "Keira"}


def test_an_iro_is_found_by_name(keira, lukasz, iro, client_for, practice_manager):
    assert found(client_for(practice_manager), iro.first_name) == {"104259"}


def test_an_iro_finds_only_their_own_children(keira, lukasz, iro, client_for):
    assert found(client_for(iro), "Łukasz") == set()
    assert found(client_for(iro), "") == {"104259"}


def test_the_download_holds_what_the_list_holds(keira, lukasz, client_for, practice_manager):
    rows = client_for(practice_manager).get("/children/download/?q=keira").content.decode()
    assert "104259" in rows
    assert "104300" not in rows


def test_the_list_takes_as_many_queries_for_many_as_for_few(
    keira, client_for, practice_manager, django_assert_max_num_queries
):
    client = client_for(practice_manager)
    client.get("/children/")
    with django_assert_max_num_queries(30) as few:
        client.get("/children/")
    for _ in range(12):
        EpisodeFactory()
    assert Child.objects.count() == 13
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get("/children/")
