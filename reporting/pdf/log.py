"""What WeasyPrint says while it works."""

import logging
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from weasyprint.logger import LOGGER, PROGRESS_LOGGER

STEPS = {
    "1": "Reading the report",
    "2": "Reading the style sheets",
    "3": "Applying the styles",
    "4": "Measuring the text",
    "6": "Writing the file",
    "7": "Adding titles and headings for screen readers",
}


class Listener(logging.Handler):
    """Hears one thread only, since a worker may print two reports side by side."""

    def __init__(self, level: int, hear: Callable[[str], None]):
        super().__init__(level)
        self.hear = hear
        self.thread = threading.get_ident()

    def emit(self, record):
        if record.thread == self.thread:
            self.hear(record.getMessage())


@contextmanager
def listening(progress: Callable[[str], None] | None) -> Iterator[list[str]]:
    """Pass on each step as a sentence, and collect what WeasyPrint calls an error."""
    errors: list[str] = []
    ears = [(LOGGER, Listener(logging.ERROR, errors.append), LOGGER.level)]
    if progress:
        step = Listener(logging.INFO, lambda message: progress(sentence(message)))
        ears.append((PROGRESS_LOGGER, step, PROGRESS_LOGGER.level))
    for logger, listener, _ in ears:
        logger.addHandler(listener)
        logger.setLevel(min(listener.level, logger.level or listener.level))
    try:
        yield errors
    finally:
        for logger, listener, level in ears:
            logger.removeHandler(listener)
            logger.setLevel(level)


def sentence(message: str) -> str:
    """WeasyPrint's step in the words of the page that shows it."""
    page = re.search(r"Page (\d+)", message)
    if page:
        return f"Laying out page {page[1]}"
    step = re.match(r"Step (\d)", message)
    return STEPS.get(step[1], "Laying out the pages") if step else message
