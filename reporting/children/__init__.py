"""The report as children read it: two to four pages, five numbers, plain words."""

from reporting.children.document import compose_children

__all__ = ["compose_children"]
