"""The same deed done by several people at one moment, each over a connection of their own."""

from collections.abc import Callable
from threading import Barrier, Thread

from django.db import connection

from iro_service.refusals import Refusal


def at_once(deed: Callable, *people) -> list[str]:
    """What each was told: 'done' or the refusal's sentence; those done first."""
    start, told = Barrier(len(people)), []

    def act(person):
        try:
            start.wait(timeout=30)
            deed(person)
            told.append("done")
        except Refusal as refusal:
            told.append(refusal.sentence)
        finally:
            connection.close()

    threads = [Thread(target=act, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sorted(told, key=lambda words: words != "done")
