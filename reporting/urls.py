"""The addresses of reporting."""

urlpatterns: list = []
