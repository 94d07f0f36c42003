"""The children of the day by district and a second fact."""

from collections.abc import Mapping

from cohort.make_up import NOT_RECORDED
from iro_service.templatetags.house import day as written
from reporting.comparison.cells import of_day
from reporting.comparison.seen import Seen
from reporting.opening import Cell, Table


def district_by(seen: Seen, fact: str, what: str, words: Mapping[str, str]) -> Table:
    """A row a district and a column a value of the fact; on the day, not the other."""
    day = seen.days.on
    found = seen.tallies[day]
    caption = f"District and {what} on {written(day)}"
    counts = found.by("district", fact) if found else {}
    shown = [code for code in words if any(key[1] == code for key in counts)]
    named = {**seen.districts, NOT_RECORDED: "Not recorded"}
    rows = []
    for code, name in named.items():
        numbers = [counts.get((None if code == NOT_RECORDED else code, one), 0) for one in shown]
        if not any(numbers) and code == NOT_RECORDED:
            continue
        rows.append([
            Cell(name),
            *(
                of_day(number, f"{name}, {words[one]}", day, **{"district": code, fact: one})
                for one, number in zip(shown, numbers, strict=True)
            ),
            of_day(sum(numbers), name, day, district=code),
        ])  # fmt: skip
    return Table(
        f"district-{fact}", caption, ["District", *(words[one] for one in shown), "Total"],
        rows if counts else [], empty="Nobody was looked after, or it is not known.",
        folded=f"Show each district by {what}" if counts else "",
    )  # fmt: skip
