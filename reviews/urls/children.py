"""The children and their time in care."""

from django.urls import path

from reviews.views.care import care_end, care_restart, episode_add, plans_missing
from reviews.views.child import child
from reviews.views.children import children, children_download
from reviews.views.correcting_care import (
    episode_correct,
    episode_take_out,
    facts_correct,
    period_correct,
    period_take_out,
    permanence_before,
)
from reviews.views.intake import child_add
from reviews.views.kin import kin_add, kin_remove

urlpatterns = [
    path("children/<int:pk>/", child, name="child"),
    path("children/", children, name="children"),
    path("children/download/", children_download, name="children_download"),
    path("children/add/", child_add, name="child_add"),
    path("children/<int:pk>/episode/", episode_add, name="episode_add"),
    path("children/<int:pk>/care/end/", care_end, name="care_end"),
    path("children/<int:pk>/care/again/", care_restart, name="care_restart"),
    path("children/<int:pk>/facts/", facts_correct, name="facts_correct"),
    path("children/<int:pk>/permanence-before/", permanence_before, name="permanence_before"),
    path("children/<int:pk>/kin/add/", kin_add, name="kin_add"),
    path("children/<int:pk>/kin/<int:kinship>/take-out/", kin_remove, name="kin_remove"),
    path("periods/<int:pk>/correct/", period_correct, name="period_correct"),
    path("periods/<int:pk>/take-out/", period_take_out, name="period_take_out"),
    path("episodes/<int:pk>/correct/", episode_correct, name="episode_correct"),
    path("episodes/<int:pk>/take-out/", episode_take_out, name="episode_take_out"),
    path("children/without-a-plan/", plans_missing, name="plans_missing"),
]
