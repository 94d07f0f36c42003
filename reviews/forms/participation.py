"""Participation asked in words, each answer with the code it leads to."""

from datetime import date
from typing import NamedTuple

from reviews.holding import codes_between
from reviews.models import Review

CAME = {
    "PN1": "Spoke for themselves",
    "PN2": "An advocate spoke for them",
    "PN3": "Showed their views without words",
    "PN4": "Did not contribute",
}
DID_NOT_COME = {
    "PN5": "Briefed an advocate",
    "PN6": "Sent their views another way, such as a letter, text, call or recording",
    "PN7": "Their views were not given",
}


class Answers(NamedTuple):
    """Answers that belong together, under words of their own."""

    words: str
    choices: dict[str, str]


def groups_for(review: Review, first: date, last: date) -> list[Answers]:
    """The answers that can be right for the child on a day from the first to the last."""
    name = review.child.given_name
    groups = [
        Answers("", {"PN0": f"{name} was under 4, so this is not asked"}),
        Answers(f"{name} came, and", CAME),
        Answers(f"{name} did not come, and", DID_NOT_COME),
    ]
    right = codes_between(review, first, last)
    shown = [
        Answers(words, {code: text for code, text in choices.items() if code in right})
        for words, choices in groups
    ]
    return [answers for answers in shown if answers.choices]


def in_plain_words(code: str, name: str) -> str:
    """How the child took part, as a sentence about them with its code."""
    if not code:
        return ""
    if code == "PN0":
        return f"{name} was under 4 (PN0)"
    came = code in CAME
    words = (CAME if came else DID_NOT_COME)[code]
    return f"{name} {'came' if came else 'did not come'}: {words[:1].lower()}{words[1:]} ({code})"
