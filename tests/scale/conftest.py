"""Offices of several sizes, each in a database of its own that is loaded once a run."""

from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from accounts.models import User
from tests.copies import connected_to, copy_of_test_database, drop_database, must_be_free
from tests.scale.office import FEW, MANY, TWENTY_YEARS, Office

NOON = datetime(2017, 7, 20, 11, 0, tzinfo=UTC)  # 12:00 in England, whenever the tests run


@pytest.fixture(autouse=True)
def noon():
    """It is Thursday noon, so that what is owed by the hour is the same in every run."""
    with time_machine.travel(NOON):
        yield


def loaded(office: Office, suffix: str):
    """A fixture: the name of the database with the office in it."""

    @pytest.fixture(scope="session")
    def database(django_db_setup, django_db_blocker):
        with (
            django_db_blocker.unblock(),
            copy_of_test_database(suffix) as name,
            connected_to(name),
        ):
            office.load()
        yield name
        with django_db_blocker.unblock():
            drop_database(name)

    return database


twenty_years_database = loaded(TWENTY_YEARS, "twenty_years")
few_rows_database = loaded(FEW, "few_rows")
many_rows_database = loaded(MANY, "many_rows")


@pytest.fixture
def db():
    """Only asked for: then pytest-django makes the empty database which the offices begin from."""


@pytest.fixture
def within(db, django_db_blocker):
    """Use a database within the block: `with within(name):`; what is changed is undone."""

    @contextmanager
    def use(database: str):
        with django_db_blocker.unblock():
            must_be_free()
            with connected_to(database), transaction.atomic():
                yield
                transaction.set_rollback(True)

    return use


@pytest.fixture
def twenty_years(twenty_years_database, within):
    """A county's twenty years: 200,000 reviews, of which a few hundred are open."""
    with within(twenty_years_database):
        yield TWENTY_YEARS


def client_of(person: int) -> Client:
    """A browserless client signed in as the person with the number."""
    client = Client()
    client.force_login(User.objects.get(pk=person))
    return client
