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
    # At 06:00 what the new day brings, before the office opens. The later hours owe what was sent
    # or booked since, and what a stopped machine missed: owing twice is owing once.
    "owe-notices": {
        "task": "reviews.tasks.owe_notices",
        "schedule": crontab(hour="6-22", minute=0),
    },
    # On Monday before the mails leave. Every later hour of the week finds them owed, unless all
    # of Monday was missed or was a bank holiday.
    "owe-digests": {
        "task": "reviews.tasks.owe_digests",
        "schedule": crontab(hour="6-22", minute=5),
    },
    # Whatever is owed and not sent, from 7:00 to 19:00 on working days: soon after it is owed,
    # and again after a mail server's fault.
    "send-notices": {"task": "reviews.tasks.send_notices", "schedule": crontab(minute="*/10")},
    # A report whose worker was killed; one whose worker lives is left to it.
    "resume-reports": {"task": "reporting.tasks.resume_reports", "schedule": crontab(minute="*/5")},
    # The same for imports: a killed one has changed nothing, and is begun anew.
    "resume-imports": {"task": "reviews.tasks.resume_imports", "schedule": crontab(minute="*/5")},
    # Files and rejects of imports hold children's facts: after 30 days they go, at night.
    "clear-imports": {
        "task": "reviews.tasks.clear_imports",
        "schedule": crontab(hour=2, minute=30),
    },
}


@worker_ready.connect
def catch_up(**_) -> None:
    """Owe and send at once what was missed while no worker ran, and take up what is unfinished."""
    names = ("owe_notices", "owe_digests", "send_notices")
    tasks = [f"reviews.tasks.{name}" for name in names]
    chain(*(app.signature(task, immutable=True) for task in tasks)).apply_async()
    app.signature("reporting.tasks.resume_reports").apply_async()
    app.signature("reviews.tasks.resume_imports").apply_async()
