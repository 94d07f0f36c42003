"""Where people find what they have to do."""

from django.urls import path

from reviews.views.today import today
from reviews.views.work import my_work

urlpatterns = [
    path("my-work/", my_work, name="my_work"),
    path("today/", today, name="today"),
]
