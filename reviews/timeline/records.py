"""What records of discussion add to a child's timeline."""

from iro_service.templatetags.house import day as in_words
from reviews.events import Event


def of_record(record, href: str):
    """The record completed and distributed, each on its day."""
    if record is None:
        return
    if record.distributed_on:
        to = ", ".join(record.distributed_to.splitlines())
        late = "" if record.distributed_in_time else "late"
        if late:
            to = f"It was due {in_words(record.distribution_due_on)}. {to}"
        yield Event(record.distributed_on, "records", "Record distributed", to, href, late)
    if record.completed_on:
        late = "" if record.completed_in_time else "late"
        due = "" if record.completed_in_time else f"It was due {in_words(record.due_on)}."
        yield Event(record.completed_on, "records", "Record completed", due, href, late)
