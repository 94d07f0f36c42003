"""Where a review's decisions stand on their way to the team manager, for the review's page."""

from reviews.deadlines import Deadlines, of_answer, of_sheet
from reviews.models import DecisionSheet, Review


def sheet_of(review: Review, deadlines: Deadlines) -> dict:
    """The review's sheet and the clock that runs for it; nothing where there is none."""
    people = ("review", "manager", "sent_by", "answered_by", "settled_by")
    sheet = DecisionSheet.objects.standing().filter(review=review).select_related(*people).first()
    if sheet is None:
        return {}
    return {
        "sheet": sheet,
        "sheet_deadline": of_sheet(deadlines, sheet),
        "answer_deadline": sheet.sent_on and of_answer(deadlines, sheet),
        "by_silence": sheet.agreed_by_silence(on=deadlines.on),
    }
