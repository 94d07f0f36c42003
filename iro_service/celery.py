"""Jobs and their schedule."""

import os

from celery import Celery
from celery.schedules import crontab
from celery.signals import setup_logging

from iro_service import embedded

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iro_service.settings")
embedded.ensure()

app = Celery("iro_service")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def keep_django_logging(**_) -> None:
    """Leave logging as Django's settings have it."""


app.conf.beat_schedule = {
    # What is overdue since yesterday, before the office opens; a missed day is caught up.
    "owe-notices": {"task": "reviews.tasks.owe_notices", "schedule": crontab(hour=6, minute=0)},
    # Whatever is owed and not sent: soon after it is owed, and again after a mail server's fault.
    "send-notices": {"task": "reviews.tasks.send_notices", "schedule": crontab(minute="*/10")},
}
