"""What a responding manager is asked, and answers."""

from django.urls import path

from disputes.views.answering import dispute_answer
from disputes.views.to_answer import to_answer

urlpatterns = [
    path("to-answer/", to_answer, name="to_answer"),
    path("disputes/<int:pk>/answer/", dispute_answer, name="dispute_answer"),
]
