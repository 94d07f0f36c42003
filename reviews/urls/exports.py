"""A year's return on its way out."""

from django.urls import path

import iro_service.addresses  # noqa: F401  # <year:year> in the addresses below
from reviews.views.exports import (
    return_export,
    return_export_files,
    return_findings,
    return_findings_download,
)

urlpatterns = [
    path("returns/<year:year>/", return_export, name="return_export"),
    path("returns/<year:year>/files.zip", return_export_files, name="return_export_files"),
    path("returns/<year:year>/<slug:name>/", return_findings, name="return_findings"),
    path(
        "returns/<year:year>/<slug:name>/download/",
        return_findings_download,
        name="return_findings_download",
    ),
]
