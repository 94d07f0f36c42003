"""The decisions of reviews."""

from django.urls import path

from reviews.views.decision_sheet import decisions_answer, decisions_send, decisions_settle
from reviews.views.decisions import (
    decision_carry,
    decisions,
    decisions_download,
    review_decisions,
)

urlpatterns = [
    path("reviews/<int:pk>/decisions/", review_decisions, name="review_decisions"),
    path("reviews/<int:pk>/decisions/send/", decisions_send, name="decisions_send"),
    path("reviews/<int:pk>/decisions/settle/", decisions_settle, name="decisions_settle"),
    path(
        "reviews/<int:pk>/decisions/<int:number>/carry-forward/",
        decision_carry,
        name="decision_carry",
    ),
    path("decisions/<int:pk>/answer/", decisions_answer, name="decisions_answer"),
    path("decisions/", decisions, name="decisions"),
    path("decisions/download/", decisions_download, name="decisions_download"),
]
