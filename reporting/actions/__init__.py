"""The deeds of reporting."""

from reporting.actions.asking import ask_for_report
from reporting.actions.earlier import publish_month, publish_year

__all__ = ["ask_for_report", "publish_month", "publish_year"]
