"""The time between reviews."""

from django.urls import path

from reviews.views.oversight import (
    footprint_add,
    midway_check,
    oversight,
    oversight_download,
)

urlpatterns = [
    path("reviews/<int:pk>/midway-check/", midway_check, name="midway_check"),
    path("children/<int:pk>/footprint/", footprint_add, name="footprint_add"),
    path("oversight/", oversight, name="oversight"),
    path("oversight/download/", oversight_download, name="oversight_download"),
]
