"""Jobs and their schedule."""

import os

from celery import Celery, chain
from celery.schedules import crontab
from celery.signals import setup_logging, worker_ready

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
    # At 06:00 what is overdue since yesterday, before the office opens. The later hours owe only
    # what a stopped machine missed: owing twice is owing once.
    "owe-notices": {
        "task": "reviews.tasks.owe_notices",
        "schedule": crontab(hour="6-22", minute=0),
    },
    # Whatever is owed and not sent: soon after it is owed, and again after a mail server's fault.
    "send-notices": {"task": "reviews.tasks.send_notices", "schedule": crontab(minute="*/10")},
    # A report whose worker was killed; one whose worker lives is left to it.
    "resume-reports": {"task": "reporting.tasks.resume_reports", "schedule": crontab(minute="*/5")},
}


@worker_ready.connect
def catch_up(**_) -> None:
    """Owe and send at once what was missed while no worker ran, and take up unfinished reports."""
    tasks = ("reviews.tasks.owe_notices", "reviews.tasks.send_notices")
    chain(*(app.signature(task, immutable=True) for task in tasks)).apply_async()
    app.signature("reporting.tasks.resume_reports").apply_async()
