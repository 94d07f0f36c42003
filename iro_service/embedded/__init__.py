"""The servers the service brings with it, where DATABASE_URL and REDIS_URL name none."""

import os
import sys
from collections.abc import Sequence

from iro_service.embedded.places import Places, council
from iro_service.embedded.postgres import Postgres
from iro_service.embedded.problems import CannotStart, clear_sentences
from iro_service.embedded.redis import Redis
from iro_service.embedded.share import Share

__all__ = [
    "CannotStart",
    "Places",
    "clear_sentences",
    "council",
    "ensure",
    "ensure_for",
    "keep_running",
    "start",
]

# `serve` looks at the port and the machine first, and then calls start() itself.
WITHOUT_SERVERS = {"help", "version", "collectstatic", "serve", "startapp", "diffsettings"}

_shares: list[Share] = []  # this process's part in them, once asked for


def ensure_for(argv: Sequence[str]) -> None:
    """Set the servers' addresses for one manage.py command, and start them if it needs them."""
    command = argv[1] if len(argv) > 1 else "help"
    asks_for_help = command.startswith("-") or bool({"-h", "--help"} & set(argv))
    ensure(running=not asks_for_help and command not in WITHOUT_SERVERS)


def ensure(*, running: bool = True) -> None:
    """Set DATABASE_URL and REDIS_URL where they are not set, to servers that run."""
    places = Places.from_environment()
    servers: list[Postgres | Redis] = []
    if "DATABASE_URL" not in os.environ:
        servers.append(Postgres(places))
    if "REDIS_URL" not in os.environ:
        servers.append(Redis(places))
    if not servers and "COUNCIL" not in os.environ:
        return
    with clear_sentences(places.var):
        places.make()
        os.environ.setdefault("SECRET_KEY", places.secret_key())
    for server in servers:
        os.environ.update(server.environment())
    if council() == "demonstration" and "pytest" not in sys.modules:
        os.environ.setdefault("IRO_DEMONSTRATION", "1")
        os.environ.setdefault("IRO_TODAY", "2017-07-20")
    if servers:
        _shares.append(Share(places, servers))
        if running and os.environ.get("IRO_SERVERS") != "off":
            start()


def start() -> None:
    """Start the servers whose addresses were set without starting them."""
    for share in _shares:
        share.join()


def keep_running() -> list[str]:
    """Start again each server that has died since; the names of those."""
    return [name for share in _shares for name in share.revive()]
