"""The headline measures as they are written."""

from reporting.written import number, rate


def value_of(row: dict, value) -> str | None:
    """A measure's value with its unit: 90.8%, 1,875, 76.7."""
    return rate(value) if row["unit"] == "%" else number(value)


def then_and_now(figures: dict, measure: str) -> str:
    """The measure a year before and now; nothing where it is no headline measure."""
    rows = [row for row in figures["headline"] if row["measure"] == measure]
    if not rows:
        return ""
    before, now = (value_of(rows[0], value) for value in rows[0]["values"][-2:])
    if now is None:
        return ""
    return f"{rows[0]['words']}: {f'{before} then, ' if before else ''}{now} now"
