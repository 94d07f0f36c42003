"""Posts and caseloads, in sentences."""

from reporting import sentences
from reporting.quoting.shape import Quotable, at, counts, sentence
from reporting.sentences.team import weighted_caseload
from reporting.written import fewest

HERE = "team"


QUOTABLE = [
    Quotable(
        "posts-established", "Posts established", HERE, at("caseload.fte_established"), fewest,
    ),
    Quotable("posts-filled", "Posts filled", HERE, at("caseload.fte_in_post"), fewest),
    Quotable("iros", "IROs in post", HERE, at("team_make_up.iros")),
    *counts(
        HERE,
        {
            "caseload-average": ("Children for each full-time post", "caseload.average"),
            "caseload-smallest": ("The smallest caseload", "caseload.smallest"),
            "caseload-median": ("The caseload in the middle", "caseload.median"),
            "caseload-largest": ("The largest caseload", "caseload.largest"),
            "caseload-weighted": ("The weighted caseload", "caseload.weighted.average"),
            "iros-over-the-highest": (
                "IROs over the Handbook's highest caseload",
                "caseload.over_limit",
            ),
            "children-without-an-iro": ("Children without an IRO", "caseload.unallocated"),
            "handbook-lowest-caseload": ("The Handbook's lowest caseload", "caseload.lowest"),
            "handbook-highest-caseload": ("The Handbook's highest caseload", "caseload.highest"),
        },
    ),
    sentence(
        "posts", "Posts, and how they are filled", HERE,
        lambda figures: sentences.posts(figures["caseload"]),
    ),
    sentence(
        "average-caseload", "Children for each full-time post", HERE,
        lambda figures: sentences.average_caseload(figures["caseload"]),
    ),
    sentence(
        "over-limit", "IROs over the highest caseload", HERE,
        lambda figures: sentences.over_limit(figures["caseload"]),
    ),
    sentence(
        "weighted-caseload", "The caseload by the council's own weights", HERE,
        lambda figures: weighted_caseload(figures["caseload"]),
    ),
]  # fmt: skip
