"""The addresses of the composer."""

from django.urls import path

import iro_service.addresses  # noqa: F401  # <year:year> in the addresses below
from reporting.views.writing import (
    report_begin,
    report_comment,
    report_comment_settle,
    report_nothing,
    report_nothing_take_back,
    report_passage_restore,
    report_passage_version,
    report_passage_versions,
    report_write,
)

SECTION = "reports/<year:year>/write/<slug:section>/"
NOTHING = "reports/<year:year>/nothing/<slug:item>/"
urlpatterns = [
    path("reports/<year:year>/begin/", report_begin, name="report_begin"),
    path(SECTION, report_write, name="report_write"),
    path(f"{SECTION}comment/", report_comment, name="report_comment"),
    path(f"{SECTION}versions/", report_passage_versions, name="report_passage_versions"),
    path(f"{SECTION}versions/<int:number>/", report_passage_version, name="report_passage_version"),
    path(
        f"{SECTION}versions/<int:number>/restore/",
        report_passage_restore,
        name="report_passage_restore",
    ),
    path("reports/comments/<int:pk>/settle/", report_comment_settle, name="report_comment_settle"),
    path(NOTHING, report_nothing, name="report_nothing"),
    path(f"{NOTHING}take-back/", report_nothing_take_back, name="report_nothing_take_back"),
]
