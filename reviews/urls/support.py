"""Advocates and independent visitors."""

from django.urls import path

from reviews.views.support import (
    support_add,
    support_step,
    support_take_out,
    supports,
    supports_download,
)

urlpatterns = [
    path("advocacy/", supports, name="supports"),
    path("advocacy/download/", supports_download, name="supports_download"),
    path("advocacy/<int:pk>/take-out/", support_take_out, name="support_take_out"),
    path("advocacy/<int:pk>/<slug:step>/", support_step, name="support_step"),
    path("children/<int:pk>/advocacy/add/", support_add, name="support_add"),
]
