"""Every change of a case record is kept by database triggers: nobody forgets, nobody edits."""

from contextlib import AbstractContextManager

import pghistory


def keep_history(model):
    """Keep each insert, change and deletion of the model's rows in an append-only table."""
    return pghistory.track(
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
    )(model)


def because(reason: str) -> AbstractContextManager:
    """Keep the reason with every version made within."""
    return pghistory.context(reason=reason)
