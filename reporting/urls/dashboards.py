"""The addresses of dashboards."""

from django.urls import path

from reporting.views.dashboards import (
    dashboard_board,
    dashboard_picture,
    dashboard_table,
    dashboards,
)

urlpatterns = [
    path("dashboards/", dashboards, name="dashboards"),
    path("dashboards/board/", dashboard_board, name="dashboard_board"),
    path("dashboards/<slug:panel>/table/", dashboard_table, name="dashboard_table"),
    path("dashboards/<slug:panel>.<slug:ending>", dashboard_picture, name="dashboard_picture"),
]
