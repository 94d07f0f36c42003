"""People named in a report: a warning before it is published, for somebody to judge."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accounts.models import User
from cohort.models import Child, SocialWorker, UnitManager
from reporting.outline import HEADINGS
from reporting.writing import Writing

TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?"
STAFF, CHILD = "staff", "child"


@dataclass(frozen=True)
class Named:
    """A person found by name, and the section they are named in."""

    name: str
    section: str  # of reporting.outline
    who: str  # STAFF or CHILD

    @property
    def words(self) -> str:
        """Judith Okonjo is named in Management."""
        return f"{self.name} is named in {HEADINGS[self.section].title}"


class _Text:
    """A piece of writing with single spaces, so that a line's end hides no name."""

    def __init__(self, section: str, text: str):
        self.section, self.text = section, _plain(text)
        # Few names have both their ends among a text's words: only those are looked for.
        self.words = set(re.split(r"[^\w'’-]+|['’]s\b", self.text.lower()))


def named_in(writing: Writing) -> list[Named]:
    """Staff and children whose names stand in what people wrote, by whole words.

    Found are full names in any spacing, and of staff who sign in a title with the family name.
    A name told by another spelling is not found: the list warns, it proves nothing.
    """
    texts = [_Text(section, text) for section, text in _texts(writing) if text.strip()]
    found = {}
    for who, name in _people() if texts else ():
        ends = {name.split()[0].lower(), name.split()[-1].lower()}
        for one in texts:
            if ends <= one.words and _stands_in(name, one.text):
                found[Named(name, one.section, who)] = None
    for family_name in set(User.objects.exclude(last_name="").values_list("last_name", flat=True)):
        titled = re.compile(rf"\b{TITLES} {re.escape(family_name)}(?!\w)")
        for one in texts:
            for match in titled.finditer(one.text):
                found[Named(match[0], one.section, STAFF)] = None
    order = list(HEADINGS)
    return sorted(found, key=lambda one: (order.index(one.section), one.who, one.name))


def _people() -> Iterator[tuple[str, str]]:
    """Everybody whose name would tell who they are."""
    names = {user.get_full_name() for user in User.objects.all()}
    names |= set(SocialWorker.objects.values_list("name", flat=True))
    names |= set(UnitManager.objects.values_list("name", flat=True))
    children = Child.objects.values_list("given_name", "family_name")
    yield from ((STAFF, _plain(name)) for name in sorted(names) if " " in name.strip())
    for given, family in children.iterator():
        if given and family:
            yield CHILD, _plain(f"{given} {family}")


def _texts(writing: Writing) -> Iterator[tuple[str, str]]:
    """Each piece of writing with the section it is printed in."""
    yield from writing.passages.items()
    yield from (("handbook", why) for why in writing.nothings.values())
    for section, promises in (
        ("look-back", writing.looked_back), ("priorities", writing.priorities)
    ):  # fmt: skip
        for one in promises:
            yield section, f"{one.title}\n{one.lead}\n{one.measure}\n{one.went}"
    yield from (("voice", one.words) for one in writing.quotes)
    yield from (("voice", f"{said}\n{did}") for said, did in writing.said_and_did)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _stands_in(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))
