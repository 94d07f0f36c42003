"""The record as a letter to the child: how it begins, and its parts as they are read."""

import re
from dataclasses import dataclass

from django.utils import timezone

from iro_service.templatetags.house import day_long
from reviews.codes import Method
from reviews.models import OutcomeForm, Review

ASK = re.compile(r"\[[^\[\]]+\]")  # what the IRO has still to say
ITEM = re.compile(r"^\s*[-*\N{BULLET}]\s+")
HEADING = re.compile(r"^#+\s+")
WHO = {
    "mother": "your mum",
    "father": "your dad",
    "other_family": "someone else from your family",
    "carer": "the people who look after you",
    "social_worker": "your social worker",
    "team_manager": "your social worker's manager",
    "supervising_worker": "the worker who helps your carers",
    "school": "someone from your school",
    "health": "someone who looks after your health",
    "advocate": "your advocate",
    "independent_visitor": "your independent visitor",
    "guardian": "your guardian from court",
    "interpreter": "an interpreter",
}
TOGETHER = {
    Method.IN_PERSON: "We met",
    Method.VIDEO: "We met by video",
    Method.PHONE: "We talked by phone",
}
THE_CHILD = {
    "PN0": "You are still little, so the grown-ups talked about how you are.",
    "PN1": "You were there too. Thank you for telling us what you think.",
    "PN2": "You were there too, and your advocate spoke for you.",
    "PN3": "You were there too. Thank you for showing us what you think.",
    "PN4": "You were there too. Thank you for coming.",
    "PN5": "You did not come, but your advocate told us what you think.",
    "PN6": "You did not come, but you let us know what you think.",
    "PN7": "You did not come this time. You can tell me what you think at any time.",
}
# Whose deed a decision is, to the child; others are named as the form names them.
OWNERS = {
    "social worker": "Your social worker",
    "foster carer": "Your carer",
    "carer": "Your carer",
    "key worker": "Your key worker",
    "team manager": "Your social worker's manager",
    "personal adviser": "Your personal adviser",
    "iro": "I",
}
SAID = "[Say here what {name} told you, in {name}'s own words.]"
TALKED = "[Say here what you talked about: home, school, family, health, and what is going well.]"


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or a list of the letter."""

    kind: str  # "heading", "paragraph" or "list"
    lines: list[str]


def letter_to_the_child(
    review: Review,
    form: OutcomeForm | None,
    *,
    decisions,
    next_review: Review | None,
    said: str = SAID,
    talked: str = TALKED,
) -> str:
    """How the letter begins: the outcome form in words to the child, to be written on from."""
    name = review.child.given_name
    parts = [
        f"Dear {name},",
        f"This letter is about your review. {_the_day(review, form)}",
        "# What you told us",
        said.format(name=name),
        "# What we talked about",
        talked.format(name=name),
    ]
    if agreed := "\n".join(_decision(one) for one in decisions):
        parts += ["# What we decided", agreed]
    parts += ["# What happens next", _afterwards(next_review)]
    parts += [
        f"With best wishes,\n{review.chair or 'Your IRO'}\nYour Independent Reviewing Officer"
    ]
    return "\n\n".join(parts)


def blocks_of(text: str) -> list[Block]:
    """The letter in parts: "# " begins a heading, "- " a line of a list, an empty line a part."""
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        begun: Block | None = None
        for kind, words in map(_kind, filter(str.strip, part.splitlines())):
            if begun is None or kind != begun.kind or kind == "heading":
                begun = Block(kind, [])
                blocks.append(begun)
            begun.lines.append(words)
    return blocks


def still_to_say(text: str) -> list[str]:
    """The parts in square brackets that nobody has replaced with words yet."""
    return ASK.findall(text)


def _kind(line: str) -> tuple[str, str]:
    if HEADING.match(line):
        return "heading", HEADING.sub("", line).strip()
    if ITEM.match(line):
        return "list", ITEM.sub("", line).strip()
    return "paragraph", line.strip()


def _the_day(review: Review, form: OutcomeForm | None) -> str:
    words = [f"{TOGETHER.get(review.method, 'We met')} on {day_long(review.held_on)}."]
    came = [WHO[one] for one in form.attendees if one in WHO] if form else []
    if form and form.others_attending:
        came.append(form.others_attending)
    if came:
        who = ", ".join(came[:-1]) + " and " + came[-1] if len(came) > 1 else came[0]
        words.append(f"{who[0].upper()}{who[1:]} came.")
    words.append(THE_CHILD.get(review.participation_code, ""))
    if form and form.seen_alone and review.participation_code != "PN0":
        words.append("You and I also talked, just the two of us.")
    return " ".join(filter(None, words))


def _decision(decision) -> str:
    text = decision.text.strip().replace("\n", " ")
    stop = "" if text.endswith((".", "!", "?")) else "."
    owner = OWNERS.get(decision.owner.strip().lower(), decision.owner)
    return f"- {text}{stop} {owner} will do this by {decision.by_when:%-d %B %Y}."


def _afterwards(review: Review | None) -> str:
    words = "You can talk to me at any time, and you can ask for a review sooner."
    if review is None:
        return words
    if review.booked_for:
        day = f"on {day_long(timezone.localtime(review.booked_for))}"
    else:
        day = f"by {day_long(review.due_on)}"
    return f"We will meet again {day}. {words}"
