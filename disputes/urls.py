"""The addresses of disputes."""

urlpatterns: list = []
