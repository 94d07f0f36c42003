"""What the weekly mail says: to an IRO, to the practice manager, to business support."""

from collections.abc import Callable

from accounts.models import Role, User
from reviews.chasers.days import OfficeDay
from reviews.deadlines import Deadlines
from reviews.digests.iro import week_of_iro
from reviews.digests.manager import week_of_manager
from reviews.digests.section import Section, numbers_in_words, shortened
from reviews.digests.support import week_of_support

__all__ = ["ALSO", "Section", "digest_of", "numbers_in_words"]

# What else the mail says to a person; filled by what is built on reviews.
ALSO: list[Callable[[User, OfficeDay, Deadlines], list[Section]]] = []


def digest_of(person: User, day: OfficeDay, deadlines: Deadlines) -> list[Section]:
    """The sections of the person's week; none where there is nothing to say."""
    match person.role:
        case Role.IRO:
            sections = week_of_iro(person, day, deadlines)
        case Role.PRACTICE_MANAGER:
            sections = week_of_manager(day)
        case Role.BUSINESS_SUPPORT:
            sections = week_of_support(day)
        case _:
            sections = []
    for more in ALSO:
        sections = [*sections, *more(person, day, deadlines)]
    return [shortened(section) for section in sections if section.lines]
