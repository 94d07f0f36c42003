"""The addresses of accounts."""

urlpatterns: list = []
