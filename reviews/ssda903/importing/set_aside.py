"""The rows handed back outlive the tables they waited in: in a file, until somebody reads them."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import astuple

from cohort.importing import Reject

IN_MEMORY = 1 << 20


class SetAside:
    """Rejects that may be read once; gone with whoever holds them."""

    def __init__(self, rejects: Iterable[Reject]):
        self.file = tempfile.SpooledTemporaryFile(IN_MEMORY, "w+", newline="\n")  # noqa: SIM115
        for reject in rejects:
            self.file.write(json.dumps(astuple(reject)) + "\n")
        self.file.seek(0)

    def __iter__(self) -> Iterator[Reject]:
        while line := self.file.readline():
            yield Reject(*json.loads(line))

    def __del__(self):
        self.file.close()
