"""What a responding manager is asked, and answers."""

from django.urls import path

from disputes.views.to_answer import to_answer

urlpatterns = [path("to-answer/", to_answer, name="to_answer")]
