"""Reads figures published before the records began out of a CSV file, known by its columns."""

from reporting.published.importing import import_published

__all__ = [
    "import_published",
]
