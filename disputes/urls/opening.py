"""Opening a dispute, recording good practice, and the lists of both."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
