"""How a child took part in a review: the PN codes of DfE's SSDA903 return."""

from dataclasses import dataclass
from datetime import date

from statute.ages import birthday


@dataclass(frozen=True)
class Code:
    """One code; attended and participated are None where the question does not arise."""

    code: str
    meaning: str
    attended: bool | None
    participated: bool | None


CODES: dict[str, Code] = {
    code.code: code
    for code in (
        Code("PN0", "Under 4 at the time of the review", None, None),
        Code("PN1", "Came and spoke for themselves", True, True),
        Code("PN2", "Came, and an advocate spoke for them", True, True),
        Code("PN3", "Came, and made their views known without words", True, True),
        Code("PN4", "Came, and did not contribute", True, False),
        Code("PN5", "Did not come, and briefed an advocate", False, True),
        Code("PN6", "Did not come, and sent their views another way", False, True),
        Code("PN7", "Did not come, and their views were not conveyed", False, False),
    )
}
# What "participated" means unless the council has set otherwise.
DEFAULT_PARTICIPATED: tuple[str, ...] = ("PN1", "PN2", "PN3", "PN5", "PN6")

_UNDER_FOUR = ("PN0",)
_FOUR_AND_OVER = tuple(code for code in CODES if code not in _UNDER_FOUR)


def codes_for(date_of_birth: date, held_on: date) -> tuple[str, ...]:
    """The codes that may be recorded for a review held that day.

    PN0 until the 4th birthday, PN1 to PN7 from it, and all of them on the birthday itself,
    where both of DfE's rules pass. Raises ValueError when the review is before birth.
    Source: DfE's validation rules 440 and 441 of the SSDA903 return.
    """
    if held_on < date_of_birth:
        raise ValueError("The review is before the child was born.")
    fourth = birthday(date_of_birth, 4)
    return (_UNDER_FOUR if held_on <= fourth else ()) + (
        _FOUR_AND_OVER if held_on >= fourth else ()
    )


def code_is_right(code: str, date_of_birth: date, held_on: date) -> bool:
    """Whether `code` is one of codes_for; an unknown code never is.

    Raises ValueError when the review is before birth. Source: as for codes_for.
    """
    return code in codes_for(date_of_birth, held_on)
