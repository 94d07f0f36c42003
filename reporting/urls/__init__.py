"""The addresses of reporting."""

from reporting.urls import figures

urlpatterns = [*figures.urlpatterns]
