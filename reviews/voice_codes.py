"""The link and the four words that open a child's page: made, told once, kept as hashes only."""

import re
import secrets
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from django.utils.crypto import salted_hmac

LINK_BYTES = 12  # 96 bits: a link cannot be guessed, so wrong links need no brake
WORDS_SAID = 4  # 32 bits of 256 words: short enough to say, so wrong words are slowed down
WORDS = Path(__file__).parent / "words" / "spoken.txt"


class Code(NamedTuple):
    """What is told once: the last part of the link, and the words."""

    link: str
    words: str


def new_code() -> Code:
    """A code that nobody has had."""
    words = " ".join(secrets.choice(spoken_words()) for _ in range(WORDS_SAID))
    # Without "-" and "_", which get lost where a link ends a line.
    return Code(secrets.token_hex(LINK_BYTES), words)


@lru_cache(maxsize=1)
def spoken_words() -> tuple[str, ...]:
    """Short words that a child can read and that sound like no other."""
    return tuple(WORDS.read_text(encoding="utf-8").split())


def link_hash(link: str) -> str:
    """What is kept of a link."""
    return _keyed("link", link.strip().lower())


def words_hash(typed: str) -> str:
    """What is kept of the words, however they were typed: capitals, commas, spaces."""
    return _keyed("words", " ".join(re.findall(r"[a-z]+", typed.lower())))


def address_hash(address: str) -> str:
    """What is kept of where wrong words came from."""
    return _keyed("address", address)


def _keyed(what: str, text: str) -> str:
    # Keyed: 32 bits are soon tried out by somebody who has a copy of the database alone.
    salt = f"reviews.voice_codes.{what}"
    return salted_hmac(salt, text, algorithm="sha256").hexdigest()
