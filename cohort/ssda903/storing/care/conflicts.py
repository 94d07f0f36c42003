"""Why an episode cannot follow the one before it."""

from cohort.ssda903.checking.cells import in_words
from cohort.ssda903.storing.care.history import Period, Start, Told

Conflict = tuple[str, str]  # column, sentence


def why_not_after(start: Start, now: Told, before: Start, period: Period) -> Conflict | None:
    """Why the episode cannot follow the one before it, which is the last of the period."""
    last = before.now
    assert last is not None  # noqa: S101  # only what counts is followed
    if last.ended_on is None or last.ended_on > start.started_on:
        goes_on = f"goes on until {in_words(last.ended_on)}" if last.ended_on else "has not ended"
        return "DECOM", (
            f"DECOM is {in_words(start.started_on)}, but {_the_episode(before, now)} {goes_on}: "
            "they overlap."
        )
    if now.starts_care and not last.ends_care:
        return "RNE", (
            f"RNE is S, but the child was looked after already: {_the_episode(before, now)} ended "
            "with REC X1, which does not end care."
        )
    if not now.starts_care and last.ends_care:
        begins_here = start.here and not start.here.starts_care
        if begins_here and start.period_id != before.period_id:
            return None  # a period recorded here of which nobody knows when it began
        return "RNE", (
            f"RNE is {now.reason_new}, but care had ended on {in_words(last.ended_on)} with REC "
            f"{last.reason_ended}: a new period of care begins with RNE S."
        )
    continues = not now.starts_care and None not in (start.period_id, period.id)
    if continues and start.period_id != period.id:
        return "RNE", (
            f"RNE is {now.reason_new}, but here a new period of care begins on "
            f"{in_words(start.started_on)}."
        )
    return None


def why_not_before(start: Start, row: Start) -> Conflict:
    """Why the row cannot be where an episode that is recorded, and stays, comes later."""
    last = row.now
    assert last is not None  # noqa: S101
    follows = f"the episode recorded here from {in_words(start.started_on)}"
    if last.ended_on is None:
        return "DEC", f"DEC is empty, but {follows} comes after this one: they overlap."
    if last.ended_on > start.started_on:
        return "DEC", f"DEC is {in_words(last.ended_on)}, but {follows} had begun: they overlap."
    if last.ends_care:
        return "REC", (
            f"REC is {last.reason_ended}, which ends care, but {follows} goes on with it."
        )
    return "REC", f"REC is {last.reason_ended}, but {follows} begins a new period of care."


def _the_episode(start: Start, beside: Told) -> str:
    """The episode by its day, and by its line where both are in one file."""
    now = start.now
    same_file = now and now.at and beside.at and now.at[0] == beside.at[0]
    place = f" (line {now.at[1]})" if same_file and now and now.at else ""
    return f"the episode from {in_words(start.started_on)}{place}"
