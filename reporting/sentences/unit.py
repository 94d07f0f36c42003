"""Sentences of training and development."""

from reporting.written import counted, number


def training(unit: dict) -> str:
    """How many events there were, and the hours for each full-time post."""
    if unit["training"] is None:
        return ""
    events = len(unit["training"])
    if not events:
        return "No training or other event of development was entered for the time of this report."
    held = f"{counted(events, 'event was', 'events were')} held."
    if unit["training_hours_per_post"] is None:
        return held
    left_out = unit["events_without_hours"]
    without = (
        f" {counted(left_out, 'event', 'events')} without hours or attendance "
        f"{'is' if left_out == 1 else 'are'} not in this number."
        if left_out
        else ""
    )
    hours = number(unit["training_hours_per_post"])
    return f"{held} They came to {hours} hours for each full-time IRO post.{without}"
