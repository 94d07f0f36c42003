"""A real service with the demonstration council, and a real browser that visits it."""

import os
import re
import shutil
import signal
import socket

import pytest

from accounts.demonstration import PASSWORD, PEOPLE, address
from tests.iro_service.house import House

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"


@pytest.fixture(scope="session")
def service(tmp_path_factory):
    """The address of a whole `make run`: web server, worker, schedule, demonstration council."""
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
def browser_context_args(browser_context_args, service):
    """Addresses are relative to the service."""
    return {**browser_context_args, "base_url": service, "locale": "en-GB"}


@pytest.fixture
def sign_in(page):
    """Sign in as the demonstration's person of a role."""

    def as_role(role, on=None):
        here = on or page
        given_name, family_name = next(names for who, *names in PEOPLE if who == role)
        here.goto("/sign-in/")
        here.get_by_label("Email address").fill(address(given_name, family_name))
        here.get_by_label("Password").fill(PASSWORD)
        here.get_by_role("button", name="Sign in").click()
        here.wait_for_url(re.compile(r"^(?!.*/sign-in/)"))
        return here

    return as_role
