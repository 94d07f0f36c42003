"""IROs and the posts they fill, out of a file."""

from datetime import date
from decimal import Decimal

import pytest
from django.core import mail

from accounts.models import Role, User
from tests.factories import IROPostFactory, UserFactory
from tests.reviews.importing.registers import counts, imported, reasons

pytestmark = pytest.mark.django_db
HEADINGS = "Email,Name,FTE,Contract,From,To\n"


def test_an_iro_comes_in_with_their_posts_and_is_invited(
    council, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        outcome = imported(
            "people",
            HEADINGS
            + "Ann.Lee@Westshire.gov.uk,Ann Lee,0.6,fixed term,01/09/2016,\n"
            + "ann.lee@westshire.gov.uk,Ann Lee,1,,01/04/2015,01/09/2016\n",
        )
    assert (counts(outcome).added, reasons(outcome)) == (2, [])
    ann = User.objects.get(email="ann.lee@westshire.gov.uk")
    assert (ann.role, str(ann), ann.is_active) == (Role.IRO, "Ann Lee", True)
    assert not ann.has_usable_password()
    assert list(
        ann.posts.values_list("full_time_equivalent", "contract", "started_on", "ended_on")
    ) == [
        (Decimal("0.60"), "fixed_term", date(2016, 9, 1), None),
        (Decimal("1.00"), "permanent", date(2015, 4, 1), date(2016, 9, 1)),
    ]
    assert [letter.to for letter in mail.outbox] == [["ann.lee@westshire.gov.uk"]]


def test_again_it_changes_nothing_and_nobody_is_invited_twice(
    council, django_capture_on_commit_callbacks
):
    given = HEADINGS + "ann@example.org,Ann Lee,0.6,interim,01/09/2016,\n"
    imported("people", given)
    with django_capture_on_commit_callbacks(execute=True):
        assert counts(imported("people", given)).unchanged == 1
    assert mail.outbox == []


def test_who_has_left_is_there_for_the_history_and_may_not_sign_in(
    council, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        imported("people", HEADINGS + "ann@example.org,Ann Lee,1,,01/04/2012,31/12/2016\n")
    assert not User.objects.get(email="ann@example.org").is_active
    assert mail.outbox == []


def test_a_changed_post_is_changed_and_its_end_is_never_undone(council):
    was = UserFactory(email="ann@example.org", first_name="Anne", last_name="Lee")
    post = IROPostFactory(iro=was, ended_on=date(2017, 3, 1))
    outcome = imported(
        "people", "Email,Name,FTE,From,To\nann@example.org,Ann Lee,0.5,01/04/2015,\n"
    )
    assert counts(outcome).changed == 1
    post.refresh_from_db()
    assert (post.full_time_equivalent, post.ended_on) == (Decimal("0.50"), date(2017, 3, 1))
    assert outcome.notes == [
        "1 row gave an IRO another name, which they have now: Anne Lee, now Ann Lee."
    ]


def test_family_name_first_is_turned_round(council):
    imported("people", 'Email,Name\nann@example.org,"Lee, Ann Mary"\n')
    ann = User.objects.get(email="ann@example.org")
    assert (ann.first_name, ann.last_name) == ("Ann Mary", "Lee")


def test_what_cannot_be_true_is_handed_back(council, practice_manager):
    IROPostFactory(iro=UserFactory(email="bo@example.org", first_name="Bo", last_name="Fry"))
    UserFactory(email="gone@example.org", first_name="Al", last_name="Day", is_active=False)
    people = User.objects.count()
    outcome = imported(
        "people",
        HEADINGS
        + f"{practice_manager.email},Pat Moe,1,,01/04/2015,\n"
        + "nobody,Ann Lee,1,,01/04/2015,\n"
        + ",Ann Lee,1,,01/04/2015,\n"
        + "a@example.org,,1,,01/04/2015,\n"
        + "b@example.org,Ann Lee,37,,01/04/2015,\n"
        + "c@example.org,Ann Lee,1,zero hours,01/04/2015,\n"
        + "d@example.org,Ann Lee,1,,,\n"
        + "e@example.org,Ann Lee,,,01/04/2015,\n"
        + "f@example.org,Ann Lee,1,,01/04/2015,31/03/2015\n"
        + "bo@example.org,Bo Fry,1,,01/04/2017,\n"
        + "gone@example.org,Al Day,1,,01/04/2017,\n",
    )
    assert reasons(outcome) == [
        (2, "Email", f"{practice_manager} is here already: Practice manager."),
        (3, "Email", "Enter an email address like name@example.gov.uk."),
        (4, "Email", "There is no email address."),
        (5, "Name", "There is no name."),
        (6, "FTE", "“37” is not a part of a full-time post. Write it like 0.6, or 1."),
        (7, "Contract", "The contract is none of: permanent, fixed term, interim."),
        (8, "From", "There is no day the post was filled from."),
        (9, "FTE", "There is no part of a full-time post."),
        (10, "To", "The post ends before it begins."),
        (11, "From", "Bo Fry has another post in these days, of 1.00 from 1 April 2015."),
        (12, "Email", "Al Day may not sign in here any more."),
    ]
    assert User.objects.count() == people
    assert counts(outcome).rejected == 11
