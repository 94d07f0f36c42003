"""The chart of children's answers."""

from reporting import charts
from reporting.drawings.shape import Chart
from reporting.percent import percent
from reporting.written import rate

# The five faces, from the happiest, as three parts of a column.
PARTS = {
    "Happy": ("great", "good"),
    "In between": ("okay",),
    "Not happy": ("poor", "bad"),
}


def answers(figures: dict) -> Chart | None:
    """How happy children were, question by question."""
    voice = figures["voice"]
    asked = [one for one in voice["questions"] or [] if one["answers"]]
    if not asked:
        return None
    counts = [{one["key"]: one["pages"] for one in question["answers"]} for question in asked]
    parts = {
        words: [sum(of[key] for key in keys) for of in counts] for words, keys in PARTS.items()
    }
    happy = sum(parts["Happy"])
    share = rate(percent(happy, sum(sum(of.values()) for of in counts)))
    message = "What children answered after their reviews"
    if share and share[0].isdigit():
        message = f"{share} of children's answers were happy ones"
    svg = charts.stacked_columns(
        message,
        "Stacked columns by question of answers that were happy, in between and not happy. "
        "The tables of what children answered hold the figures.",
        [question["short"] for question in asked],
        list(parts.items()),
        id="answers-chart",
        unit="answers",
    )
    return Chart("answers-chart", svg, message)
