"""The record of a review and whom it is sent to."""

from django.urls import path

from reviews.views.recipients import (
    recipient_add,
    recipient_change,
    recipient_remove,
    record_recipients,
)
from reviews.views.record import record, record_complete, record_preview
from reviews.views.sending import record_distribute, to_send

urlpatterns = [
    path("reviews/<int:pk>/record/", record, name="record"),
    path("reviews/<int:pk>/record/preview/", record_preview, name="record_preview"),
    path("reviews/<int:pk>/record/complete/", record_complete, name="record_complete"),
    path("reviews/<int:pk>/record/distribute/", record_distribute, name="record_distribute"),
    path("reviews/<int:pk>/record/recipients/", record_recipients, name="record_recipients"),
    path("reviews/<int:pk>/record/recipients/add/", recipient_add, name="recipient_add"),
    path(
        "reviews/<int:pk>/record/recipients/<int:recipient>/",
        recipient_change,
        name="recipient_change",
    ),
    path(
        "reviews/<int:pk>/record/recipients/<int:recipient>/remove/",
        recipient_remove,
        name="recipient_remove",
    ),
    path("to-send/", to_send, name="to_send"),
]
