"""What the weekly mail says: to an IRO, to the practice manager, to business support."""

from accounts.models import Role, User
from reviews.chasers.days import OfficeDay
from reviews.deadlines import Deadlines
from reviews.digests.iro import week_of_iro
from reviews.digests.manager import week_of_manager
from reviews.digests.section import Section, numbers_in_words, shortened
from reviews.digests.support import week_of_support

__all__ = ["Section", "digest_of", "numbers_in_words"]


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
    return [shortened(section) for section in sections if section.lines]
