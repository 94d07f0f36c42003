"""What is done to one dispute."""

from django.urls import path

from disputes.views import moving
from disputes.views.case import dispute

urlpatterns = [
    path("disputes/<int:pk>/", dispute, name="dispute"),
    path("disputes/<int:pk>/meeting/", moving.dispute_meeting, name="dispute_meeting"),
    path("disputes/<int:pk>/escalate/", moving.dispute_escalate, name="dispute_escalate"),
    path("disputes/<int:pk>/accept/", moving.dispute_accept, name="dispute_accept"),
    path("disputes/<int:pk>/close/", moving.dispute_close, name="dispute_close"),
    path("disputes/<int:pk>/cafcass/", moving.dispute_cafcass, name="dispute_cafcass"),
    path(
        "disputes/<int:pk>/legal-advice/",
        moving.dispute_legal_advice,
        name="dispute_legal_advice",
    ),
    path("disputes/<int:pk>/note/", moving.dispute_note, name="dispute_note"),
    path("disputes/actions/<int:pk>/done/", moving.agreed_action_done, name="agreed_action_done"),
]
