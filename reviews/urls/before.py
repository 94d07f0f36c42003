"""What happens before a review: who comes, and the report."""

from django.urls import path

from reviews.views.before import (
    invitation_answer,
    invitation_remove,
    invitations_sent,
    to_invite,
    who_comes,
    who_comes_propose,
    workers_report,
)

urlpatterns = [
    path("to-invite/", to_invite, name="to_invite"),
    path("reviews/<int:pk>/who-comes/", who_comes, name="who_comes"),
    path("reviews/<int:pk>/who-comes/add/", who_comes_propose, name="who_comes_propose"),
    path("reviews/<int:pk>/who-comes/sent/", invitations_sent, name="invitations_sent"),
    path(
        "reviews/<int:pk>/who-comes/<int:invitation>/remove/",
        invitation_remove,
        name="invitation_remove",
    ),
    path(
        "reviews/<int:pk>/who-comes/<int:invitation>/answer/",
        invitation_answer,
        name="invitation_answer",
    ),
    path("reviews/<int:pk>/workers-report/", workers_report, name="workers_report"),
]
