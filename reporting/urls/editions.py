"""The addresses of published editions: for managers, and for everybody."""

from django.urls import path

import iro_service.addresses  # noqa: F401  # <year:year> in the addresses below
from reporting.views.editions import edition_make, edition_pack, report_edition, report_pack
from reporting.views.public import (
    public_childrens,
    public_childrens_pdf,
    public_figures,
    public_pdf,
    public_report,
    public_reports,
    public_table,
)

YEAR = "published/<year:year>"

urlpatterns = [
    path("reports/editions/<int:pk>/", report_edition, name="report_edition"),
    path("reports/editions/<int:pk>/make/", edition_make, name="edition_make"),
    path("reports/editions/<int:pk>/pack.zip", edition_pack, name="edition_pack"),
    path("reports/<year:year>/pack.zip", report_pack, name="report_pack"),
    path("published/", public_reports, name="public_reports"),
    path(f"{YEAR}/", public_report, name="public_report"),
    path(f"{YEAR}.pdf", public_pdf, name="public_pdf"),
    path(f"{YEAR}-children.pdf", public_childrens_pdf, name="public_childrens_pdf"),
    path(f"{YEAR}/children/", public_childrens, name="public_childrens"),
    path(f"{YEAR}/figures.json", public_figures, name="public_figures"),
    path(f"{YEAR}/tables/<slug:table>.csv", public_table, name="public_table"),
    path(f"{YEAR}/<int:edition>/", public_report, name="public_edition"),
    path(f"{YEAR}/<int:edition>/report.pdf", public_pdf, name="public_edition_pdf"),
]
