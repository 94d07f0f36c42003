"""The deeds of reporting."""

from reporting.actions.asking import ask_for_edition, ask_for_report
from reporting.actions.earlier import publish_month, publish_year
from reporting.actions.publishing import publish_report

__all__ = ["ask_for_edition", "ask_for_report", "publish_month", "publish_report", "publish_year"]
