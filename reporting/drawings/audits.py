"""The chart of what audits found strong and weak."""

from reporting import charts
from reporting.drawings.shape import Chart
from reporting.withheld import largest
from reviews.models import QualityAudit

WORDS = dict(QualityAudit.Theme.choices)


def audit_themes(figures: dict) -> Chart | None:
    """Each theme, how often it was strong and how often weak."""
    found = figures["audits"]["by_theme"] if figures["audits"]["audits"] else None
    if not found or not any(one["strong"] or one["weak"] for one in found.values()):
        return None
    message = "What audits found strong and weak"
    weak = {theme: one["weak"] for theme, one in found.items()}
    if (most := largest(weak, sum(weak.values()))) is not None:
        message = f"{WORDS[most]} was found weak most often"
    svg = charts.bars(
        message,
        "Two bars for each theme: audits that found it strong, and audits that found it weak. "
        "The table of what the audits found holds the figures.",
        [WORDS[theme] for theme in found],
        [
            ("Strong", [one["strong"] for one in found.values()]),
            ("Weak", [one["weak"] for one in found.values()]),
        ],
        id="audit-themes-chart",
        unit="audits",
    )
    return Chart("audit-themes-chart", svg, message)
