"""The patterns behind disputes."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
