"""What is done to one dispute."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
