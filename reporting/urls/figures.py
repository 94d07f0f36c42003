"""The addresses of figures, and of reports made of them."""

from django.urls import path

import iro_service.addresses  # noqa: F401  # <year:year> in the addresses below
from reporting.views.caseload_weights import caseload_weights
from reporting.views.caseloads import (
    caseload_ahead,
    caseload_download,
    caseload_history,
    caseload_what_if,
    caseloads,
)
from reporting.views.cohort import cohort, cohort_download
from reporting.views.dispute_bundle import dispute_bundle
from reporting.views.making import report_make, report_pdf, report_progress, report_state
from reporting.views.patterns import dispute_patterns, dispute_patterns_download
from reporting.views.published import (
    published_figures,
    published_figures_import,
    published_month,
    published_year,
)
from reporting.views.record_pdf import record_pdf
from reporting.views.reports import report_year, reports

urlpatterns = [
    path("caseloads/", caseloads, name="caseloads"),
    path("caseloads/history/", caseload_history, name="caseload_history"),
    path("caseloads/ahead/", caseload_ahead, name="caseload_ahead"),
    path("caseloads/what-if/", caseload_what_if, name="what_if"),
    path("caseloads/weights/", caseload_weights, name="caseload_weights"),
    path("caseloads/download/<slug:table>/", caseload_download, name="caseload_download"),
    path("cohort/", cohort, name="cohort"),
    path("cohort/<slug:table>/", cohort_download, name="cohort_download"),
    path("disputes/patterns/", dispute_patterns, name="dispute_patterns"),
    path(
        "disputes/patterns/<slug:table>/",
        dispute_patterns_download,
        name="dispute_patterns_download",
    ),
    path("reports/", reports, name="reports"),
    path("reports/<year:year>/", report_year, name="report_year"),
    path("reports/<year:year>/make/", report_make, name="report_make"),
    path("reports/making/<int:pk>/", report_progress, name="report_progress"),
    path("reports/making/<int:pk>/state/", report_state, name="report_state"),
    path("reports/made/<int:pk>.pdf", report_pdf, name="report_pdf"),
    path("reviews/<int:pk>/record.pdf", record_pdf, name="record_pdf"),
    path("disputes/<int:pk>/bundle.pdf", dispute_bundle, name="dispute_bundle"),
    path("reports/published-figures/", published_figures, name="published_figures"),
    path(
        "reports/published-figures/import/",
        published_figures_import,
        name="published_figures_import",
    ),
    path("reports/published-figures/months/add/", published_month, name="published_month_add"),
    path("reports/published-figures/months/<int:pk>/", published_month, name="published_month"),
    path("reports/published-figures/years/add/", published_year, name="published_year_add"),
    path("reports/published-figures/years/<int:pk>/", published_year, name="published_year"),
]
