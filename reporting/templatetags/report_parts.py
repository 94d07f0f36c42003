"""What the report's templates need and Django's own tags lack."""

from django import template

from reporting.written import number

register = template.Library()


@register.filter
def beside(row, columns):
    """Each cell of a row with its column.

    Raises ValueError for a row of another length: a ragged table is read out under wrong
    headings.
    """
    if len(row) != len(columns):
        raise ValueError(f"A row of {len(row)} cells in a table of {len(columns)} columns: {row}")
    return list(zip(row, columns, strict=True))


@register.filter
def thousands(value) -> str:
    """Write a count as 1,875."""
    return number(value) or ""
