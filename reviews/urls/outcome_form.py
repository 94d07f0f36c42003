"""The outcome form of a review."""

from django.urls import path

from reviews.views.correction import outcome_form_correct, outcome_form_versions
from reviews.views.others_draft import outcome_form_others
from reviews.views.outcome_form import outcome_form, outcome_form_check

urlpatterns = [
    path("reviews/<int:pk>/outcome-form/", outcome_form, name="outcome_form"),
    path("reviews/<int:pk>/outcome-form/check/", outcome_form_check, name="outcome_form_check"),
    path(
        "reviews/<int:pk>/outcome-form/unfinished/<int:by>/",
        outcome_form_others,
        name="outcome_form_others",
    ),
    path(
        "reviews/<int:pk>/outcome-form/correct/",
        outcome_form_correct,
        name="outcome_form_correct",
    ),
    path(
        "reviews/<int:pk>/outcome-form/versions/",
        outcome_form_versions,
        name="outcome_form_versions",
    ),
]
