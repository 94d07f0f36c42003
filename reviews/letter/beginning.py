"""How a letter to the child begins: the outcome form in words to the child."""

from django.utils import timezone

from iro_service.templatetags.house import day_long
from reviews.letter.words import OWNERS, SAID, TALKED, THE_CHILD, TOGETHER, WHO
from reviews.models import OutcomeForm, Review


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
