"""Every address, app by app."""

from django.urls import include, path

from iro_service import views

urlpatterns = [
    path("", views.home, name="home"),
    path("healthz", views.health, name="health"),
    path("", include("accounts.urls")),
    path("", include("cohort.urls")),
    path("", include("reviews.urls")),
    path("", include("disputes.urls")),
    path("", include("reporting.urls")),
]
