"""What every test may ask for: people in each role, a council, a business day."""

import os
from datetime import date, timedelta

import pytest
from django.db import connections
from django.test import Client
from playwright.sync_api import sync_playwright

from accounts.models import Role
from tests.demonstration import (  # noqa: F401  # fixtures
    demonstration,
    demonstration_database,
    in_demonstration,
)
from tests.factories import CouncilFactory, UserFactory

# Playwright keeps a loop running in the test's own thread, which Django would take for async code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
TODAY = date(2017, 7, 20)  # a Thursday
BROWSER = "browser"  # the folder of the tests in one


def pytest_collection_modifyitems(items):
    """The browser's tests come first: they are few and long, and would be waited for at the end."""
    items.sort(key=lambda item: BROWSER not in item.path.parts)


@pytest.fixture(scope="session")
def playwright():
    """The plug-in's own, but for the database connection left behind.

    Playwright keeps an event loop running until the last test, and Django uses another connection
    while one runs: what was open before would stay open, and the test database could not be copied.
    """
    connections.close_all()
    with sync_playwright() as started:
        yield started


@pytest.fixture(autouse=True)
def business_day(settings):
    """Every test's day is Thursday 20 July 2017, unless it says otherwise."""
    settings.IRO_TODAY = TODAY


@pytest.fixture
def a_day(settings):
    """Move the business day: `a_day("2017-07-21")`."""

    def move(day: str | date) -> date:
        settings.IRO_TODAY = date.fromisoformat(day) if isinstance(day, str) else day
        return settings.IRO_TODAY

    return move


@pytest.fixture
def days_ago():
    """The day so many calendar days before the business day."""
    return lambda days: TODAY - timedelta(days=days)


@pytest.fixture
def council(db):
    """The council, with records from 1 April 2016."""
    return CouncilFactory()


def person(role: Role, name: str):
    """A fixture that is a person in a role."""

    @pytest.fixture(name=name)
    def a_person(council):
        return UserFactory(role=role)

    return a_person


iro = person(Role.IRO, "iro")
other_iro = person(Role.IRO, "other_iro")
practice_manager = person(Role.PRACTICE_MANAGER, "practice_manager")
group_manager = person(Role.GROUP_MANAGER, "group_manager")
business_support = person(Role.BUSINESS_SUPPORT, "business_support")
responding_manager = person(Role.RESPONDING_MANAGER, "responding_manager")


@pytest.fixture
def client_for():
    """A browserless client signed in as the person."""

    def sign_in(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in
