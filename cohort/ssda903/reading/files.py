"""The files of a return, in a folder or handed over, each opened anew as often as it is read."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

TEXTS = (".csv", ".txt", ".tsv")
WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".ods")


@dataclass(frozen=True)
class Given:
    """A file by the name it was given."""

    name: str
    content: Path | bytes

    def open(self) -> BinaryIO:
        """Its bytes from the beginning."""
        if isinstance(self.content, Path):
            return self.content.open("rb")
        return io.BytesIO(self.content)


def given(files: Iterable[tuple[str, Path | bytes]]) -> list[Given]:
    """The files by name, those of one name in the order they were given."""
    return sorted((Given(name, content) for name, content in files), key=lambda one: one.name)


def in_folder(folder: Path) -> list[tuple[str, Path | bytes]]:
    """All that lies in the folder itself but what is hidden; raises OSError where there is none."""
    return [
        (entry.name, entry) for entry in sorted(folder.iterdir()) if not entry.name.startswith(".")
    ]


def why_not_text(file: Given) -> str:
    """Why the file cannot be read as a table, as a sentence; else ''."""
    if isinstance(file.content, Path) and file.content.is_dir():
        return f"{file.name} is a folder in the folder: what is in it was not read."
    ending = Path(file.name).suffix.lower()
    if ending in WORKBOOKS:
        return f"{file.name} is a workbook and was not read: save each of its sheets as CSV."
    if ending not in TEXTS:
        return f"{file.name} was not read: a table of the return is a CSV file."
    return ""
