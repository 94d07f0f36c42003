"""A real service with the demonstration council, and a real browser that visits it."""

import os
import re
import shutil
import signal
import socket

import pytest
from playwright.sync_api import Page

from accounts.demonstration import PASSWORD, PEOPLE, address
from tests.iro_service.house import House

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
DESK = {"width": 1280, "height": 800}
# Who is owed an outcome form must not depend on the hour at which the tests run.
BOOKED_AT_MIDNIGHT = """
os.environ["DJANGO_SETTINGS_MODULE"] = "iro_service.settings"
import django
django.setup()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute(
        "UPDATE reviews_review SET booked_for = timestamptz '2017-07-20 00:00 Europe/London'"
        " + extract(hour FROM booked_for) * interval '1 second'"
        " WHERE held_on IS NULL AND (booked_for AT TIME ZONE 'Europe/London')::date = '2017-07-20'"
    )
    cursor.execute(
        "UPDATE reviews_outcomeform f SET due_at = r.booked_for + interval '24 hours'"
        " FROM reviews_review r WHERE r.id = f.review_id AND r.held_on IS NULL"
        " AND (r.booked_for AT TIME ZONE 'Europe/London')::date = '2017-07-20'"
    )
"""
PATIENCE = 15_000  # milliseconds: both cores may be busy with other tests


@pytest.fixture(scope="session")
def service(tmp_path_factory):
    """The address of a whole `make run`: web server, worker, schedule, demonstration council.

    While a test is written, BROWSER_SERVICE may name one that runs already.
    """
    if running := os.environ.get("BROWSER_SERVICE"):
        yield running
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    house = House(tmp_path_factory.mktemp("browser") / "var")
    make = house.start("make", "run", f"PORT={port}")
    said = []
    for line in make.stdout:
        said.append(line)
        if "Ctrl-C stops everything" in line:
            break
    else:
        raise AssertionError("".join(said) + make.stderr.read())
    house.run(BOOKED_AT_MIDNIGHT)
    yield f"http://127.0.0.1:{port}"
    os.killpg(make.pid, signal.SIGINT)
    make.communicate(timeout=60)
    house.clear()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium, which asks nothing of the network."""
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": quiet}


@pytest.fixture(scope="session")
def base_url(service):
    """Addresses are relative to the service; the plug-in's own fixture warns in pytest 9."""
    return service


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """A desk's screen, in the office's language."""
    return {**browser_context_args, "locale": "en-GB", "viewport": DESK}


@pytest.fixture
def visitor(new_context, service):
    """A new browser with nobody signed in; what it complains of fails the test."""
    complaints = []

    def visit(**options) -> Page:
        page = new_context(**options).new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda said: complaints.extend(_complaint(said)))
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on("request", lambda request: complaints.extend(_elsewhere(request.url, service)))
        return page

    yield visit
    assert complaints == []


@pytest.fixture
def page(visitor):
    """The first such browser's page."""
    return visitor()


@pytest.fixture
def sign_in(page):
    """Sign in as the demonstration's person of a role, by typing."""

    def as_role(role, on: Page | None = None) -> Page:
        here = on or page
        here.goto("/sign-in/")
        type_credentials(here, role)
        here.wait_for_url(re.compile(r"^(?!.*/sign-in/)"))
        return here

    return as_role


def type_credentials(page: Page, role) -> None:
    """Fill in the sign-in page that is open and press its button."""
    given_name, family_name = next(names for who, *names in PEOPLE if who == role)
    page.get_by_label("Email address").fill(address(given_name, family_name))
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def _complaint(said) -> list[str]:
    """Errors and warnings, less that a page was refused, which tests ask for on purpose."""
    refused = re.search(r"the server responded with a status of 4\d\d", said.text)
    return [] if refused or said.type not in ("error", "warning") else [said.text]


def _elsewhere(url: str, service: str) -> list[str]:
    """A page needs nothing but its own service."""
    near = url.startswith((service, "data:", "blob:", "about:", "chrome-extension:"))
    return [] if near else [f"{url} is not this service"]
