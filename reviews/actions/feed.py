"""The private address under which a calendar program reads a person's reviews."""

import secrets
from datetime import datetime
from hashlib import sha256

from reviews.models import CalendarFeed


def make_feed(person, *, at: datetime) -> str:
    """Give the person a new secret, which ends the old; it is told once, only its hash is kept."""
    secret = secrets.token_urlsafe(32)
    CalendarFeed.objects.update_or_create(
        person=person, defaults={"secret_hash": hash_of(secret), "made_at": at}
    )
    return secret


def end_feed(person) -> None:
    """End the person's address; a calendar program that has it gets nothing more."""
    CalendarFeed.objects.filter(person=person).delete()


def hash_of(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode()).hexdigest()
