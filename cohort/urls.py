"""The addresses of cohort."""

urlpatterns: list = []
