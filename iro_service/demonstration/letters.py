"""Some records are letters to the child, and one is a letter half-written."""

from iro_service.demonstration.days import TODAY
from iro_service.demonstration.dice import dice
from iro_service.demonstration.people import AMARA
from reviews.letter import letter_to_the_child
from reviews.models import Decision, OutcomeForm, Record, Review
from statute.ages import age_on

EVERY = 7  # of the records that could be letters
SINCE = 6  # June 2017, when the first was written
SAID = (
    "You like where you live. You want to see your brother more often.\n"
    "You said that maths is hard, and that your teacher helps you.",
    "You told us that you sleep well now. You would like a bike for your birthday.",
    "You want to stay at your school. You said: “I don't want to start again.”",
    "You feel safe where you are. You would like to choose your own clothes.",
)
TALKED = (
    "You have moved up two reading books. Well done! We talked about the summer, and about "
    "the week away with your carers. We all think that things are going well.",
    "We talked about school. You have been there every day since Easter. We talked about the "
    "visits to your family too, and what makes them good for you.",
    "We talked about your health. You need new glasses. We talked about your football team, "
    "and who can take you there on Thursdays.",
)


def make_letters(records: list[Record]) -> None:
    """Turn some of the records that are not saved yet into letters."""
    chance = dice("letters")
    could = [one for one in records if _could(one)]
    chosen = [one for one in could if one.completed_on][::EVERY]
    drafts = [one for one in could if not one.completed_on and one.version]
    drafts = [one for one in drafts if one.review.chair.email == AMARA.email][:1]
    reviews = [one.review for one in (*chosen, *drafts)]
    forms = {one.review_id: one for one in OutcomeForm.objects.filter(review__in=reviews)}
    agreed: dict[int, list[Decision]] = {}
    for decision in Decision.objects.filter(review__in=reviews).order_by("number"):
        agreed.setdefault(decision.review_id, []).append(decision)
    children = [review.child_id for review in reviews]
    planned = {one.child_id: one for one in Review.objects.planned().filter(child__in=children)}
    for record in (*chosen, *drafts):
        review = record.review
        words = {"said": chance.choice(SAID), "talked": chance.choice(TALKED)}
        record.style = Record.Style.LETTER
        record.letter = letter_to_the_child(
            review,
            forms.get(review.pk),
            decisions=agreed.get(review.pk, []),
            next_review=planned.get(review.child_id),
            **(words if record.completed_on else {}),
        )


def _could(record: Record) -> bool:
    held_on = record.review.held_on
    recent = held_on.year == TODAY.year and held_on.month >= SINCE
    return recent and 6 <= age_on(record.review.child.date_of_birth, held_on) <= 15
