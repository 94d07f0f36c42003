"""The addresses of reporting."""

from reporting.urls import dashboards, desk, editions, figures, writing

urlpatterns = [
    *figures.urlpatterns,
    *dashboards.urlpatterns,
    *desk.urlpatterns,
    *editions.urlpatterns,
    *writing.urlpatterns,
]
