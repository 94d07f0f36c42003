"""The addresses of reporting."""

from reporting.urls import desk, editions, figures, writing

urlpatterns = [
    *figures.urlpatterns,
    *desk.urlpatterns,
    *editions.urlpatterns,
    *writing.urlpatterns,
]
