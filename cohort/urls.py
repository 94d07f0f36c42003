"""The addresses of the cohort."""

from django.urls import path

from cohort.views.cover import cover_add, cover_end, covers
from cohort.views.first_run import first_run
from cohort.views.settings import council, post_fill

urlpatterns = [
    path("first-run/", first_run, name="first_run"),
    path("council/", council, name="council"),
    path("people/<int:pk>/post/", post_fill, name="post_fill"),
    path("cover/", covers, name="covers"),
    path("cover/add/", cover_add, name="cover_add"),
    path("cover/<int:pk>/end/", cover_end, name="cover_end"),
]
