"""Slowing down those who try words: a wait for one address, and one for all of them together."""

from datetime import datetime, timedelta

from iro_service.refusals import Refusal
from reviews.models import WrongWords
from reviews.voice_codes import address_hash

TRIES, TRIES_OF_ALL, WAIT = 10, 300, timedelta(minutes=15)
KEPT = timedelta(days=1)


class TooManyTries(Refusal):
    """Too many wrong words came from there lately."""

    def __init__(self):
        super().__init__("Those words were wrong too many times. Please wait 15 minutes.")


def begin_try(address: str, *, at: datetime) -> WrongWords:
    """Count a try as wrong before it is looked at, so that tries at once count too.

    Refuses after 10 wrong ones from the address in 15 minutes, or 300 from everywhere.
    """
    _refuse_many(address, at, spare=1)
    WrongWords.objects.filter(at__lt=at - KEPT).delete()
    one = WrongWords.objects.create(from_hash=address_hash(address), at=at)
    _refuse_many(address, at, spare=0)
    return one


def forgive(one: WrongWords) -> None:
    """The words were right after all."""
    WrongWords.objects.filter(pk=one.pk).delete()


def _refuse_many(address: str, at: datetime, *, spare: int) -> None:
    lately = WrongWords.objects.filter(at__gt=at - WAIT)
    theirs = lately.filter(from_hash=address_hash(address)).count()
    if theirs + spare > TRIES or lately.count() + spare > TRIES_OF_ALL:
        raise TooManyTries()
