"""Registers out of other systems: the kinds there are, a file handed in, its columns matched."""

from django.urls import path

from reviews.views.imports import import_columns, import_new, import_template, imports

urlpatterns = [
    path("imports/", imports, name="imports"),
    path("imports/new/<slug:kind>/", import_new, name="import_new"),
    path("imports/new/<slug:kind>/template/", import_template, name="import_template"),
    path("imports/<int:pk>/columns/", import_columns, name="import_columns"),
]
