"""Sentences of what children answered."""

from reporting.written import counted, number, rate


def feedback(voice: dict) -> str:
    """How many children answered after their reviews."""
    offered = voice["offered"]
    if offered is None:
        return "What children answered in the time of this report is not known."
    if not offered:
        return "No child was offered a page for feedback on a review held in this time."
    return (
        f"After {counted(offered, 'review', 'reviews')} the child was offered a page for feedback. "
        f"{number(voice['answered'])} ({rate(voice['percent'])}) were answered."
    )


def beforehand(voice: dict) -> str:
    """How many children said what they think before their reviews."""
    block = voice["beforehand"]
    if not block["offered"]:
        return ""
    return (
        f"Before {counted(block['offered'], 'review', 'reviews')} the child was asked for their "
        f"views on a page of their own. {number(block['answered'])} ({rate(block['percent'])}) "
        "were answered."
    )


def too_few(voice: dict) -> str:
    """That the answers are not told, because so few might tell who said what."""
    if voice["questions"] is not None or not voice["answered"]:
        return ""
    return f"Fewer than {voice['fewest']} children answered, so their answers are not told."
