"""The addresses of reporting."""

from reporting.urls import desk, editions, figures

urlpatterns = [*figures.urlpatterns, *desk.urlpatterns, *editions.urlpatterns]
