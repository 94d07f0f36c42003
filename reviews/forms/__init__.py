"""The questions asked about reviews."""

from reviews.forms.booking import BookingForm
from reviews.forms.outcome_form import OutcomeFormQuestions
from reviews.forms.record import RecordForm
from reviews.forms.sending import DistributeForm, SendManyForm

__all__ = [
    "BookingForm",
    "DistributeForm",
    "OutcomeFormQuestions",
    "RecordForm",
    "SendManyForm",
]
