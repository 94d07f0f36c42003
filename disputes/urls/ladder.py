"""The council's ladder."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
