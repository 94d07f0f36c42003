"""The questions asked about reviews."""

from reviews.forms.booking import BringForwardForm, TogetherForm
from reviews.forms.outcome_form import OutcomeFormQuestions
from reviews.forms.record import RecordForm
from reviews.forms.sending import RecipientForm

__all__ = [
    "BringForwardForm",
    "OutcomeFormQuestions",
    "RecipientForm",
    "RecordForm",
    "TogetherForm",
]
