"""Opening a dispute, recording good practice, and the lists of both."""

from django.urls import path

from disputes.views.good_practice import good_practice, good_practice_add, good_practice_download
from disputes.views.lists import disputes, disputes_download
from disputes.views.opening import dispute_open

urlpatterns = [
    path("disputes/", disputes, name="disputes"),
    path("disputes/download/", disputes_download, name="disputes_download"),
    path("disputes/good-practice/", good_practice, name="good_practice"),
    path("disputes/good-practice/download/", good_practice_download, name="good_practice_download"),
    path("children/<int:pk>/disputes/open/", dispute_open, name="dispute_open"),
    path("children/<int:pk>/good-practice/add/", good_practice_add, name="good_practice_add"),
]
