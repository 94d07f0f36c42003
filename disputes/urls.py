"""The addresses of disputes."""

from django.urls import path

from disputes.views import to_answer

urlpatterns = [path("to-answer/", to_answer, name="to_answer")]
