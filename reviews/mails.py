"""The demonstration's mails, read from the files they are written to instead of sent."""

import email
import re
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from pathlib import Path

# One file holds the mails of one connection, each followed by a line of dashes.
BETWEEN = re.compile(rb"\n-{79}\n(?=Content-Type: |\Z)")
NAME = re.compile(r"([0-9]+-[0-9]+-[0-9]+)-([0-9]+)", re.ASCII)


@dataclass(frozen=True)
class Mail:
    """One mail of the demonstration; its name is its file's with its place in it."""

    name: str
    message: EmailMessage

    @property
    def subject(self) -> str:
        """What it is about."""
        return self.message["Subject"] or "No subject"

    @property
    def to(self) -> list[str]:
        """The addresses it went to."""
        header = self.message["To"]
        return [address.addr_spec for address in header.addresses] if header else []

    @property
    def at(self) -> datetime | None:
        """When it was sent, as the service's day had it."""
        header = self.message["Date"]
        return header.datetime if header else None

    @property
    def body(self) -> str:
        """Its words."""
        part = self.message.get_body(("plain",))
        return part.get_content() if part else ""


def mails(folder: Path) -> list[Mail]:
    """Every mail in the folder, the newest first."""
    found: list[Mail] = []
    for path in sorted(folder.glob("*.log"), reverse=True):
        if NAME.fullmatch(f"{path.stem}-0"):
            found += reversed(_mails_of(path))
    return found


def find_mail(folder: Path, name: str) -> Mail | None:
    """The mail with the name; none for a name that is not one of ours, whatever it says."""
    parts = NAME.fullmatch(name)
    if parts is None:
        return None
    path = folder / f"{parts[1]}.log"
    return next((mail for mail in _mails_of(path) if mail.name == name), None)


def _mails_of(path: Path) -> list[Mail]:
    try:
        texts = BETWEEN.split(path.read_bytes())
    except FileNotFoundError:
        return []
    return [
        Mail(f"{path.stem}-{place}", email.message_from_bytes(text, policy=policy.default))
        for place, text in enumerate(texts)
        if text.strip()
    ]
