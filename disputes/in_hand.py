"""The disputes in an IRO's hands, for a manager who is to replace them."""

from datetime import date
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.urls import reverse

from accounts.models import User
from cohort.models import Allocation
from disputes.models import Dispute
from reviews.leaving import Owed


def in_hand(iro: User, *, on: date) -> list[Owed]:
    """The disputes not settled of the children the IRO holds; they go with the children."""
    held = Allocation.objects.in_force(on=on).filter(iro=iro, child=OuterRef("child"))
    number = Dispute.objects.unsettled().filter(Exists(held)).count()
    query = urlencode({"state": "unsettled", "iro": iro.pk})
    words = "in hand, which go with the children"
    return [Owed(number, "dispute", words, f"{reverse('disputes')}?{query}")]
