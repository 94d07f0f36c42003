"""The council's ladder."""

from django.urls import path

from disputes.views.ladder import ladder

urlpatterns = [path("disputes/ladder/", ladder, name="ladder")]
