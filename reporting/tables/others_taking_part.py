"""The tables of parents, carers and the IRO's talk with the child alone."""

from reporting.tables.shape import Table, column, of_whole
from reporting.written import number, rate
from reviews.codes import TookPart

SEEN_ALONE = {"yes": "Seen alone", "no": "Not seen alone", "not_recorded": "Not recorded"}
ANSWERS = {**dict(TookPart.choices), "not_recorded": "Not recorded"}


def parents_and_carers(parents_participation: dict) -> Table | None:
    """Reviews by how parents, and carers, took part."""
    reviews = parents_participation["reviews"]
    if not reviews or all(
        parents_participation[whose]["not_recorded"] == reviews for whose in ("parents", "carers")
    ):
        return None
    told = [parents_participation[whose] for whose in ("parents", "carers")]
    return Table(
        "parents-and-carers",
        "How parents and carers took part in reviews",
        [column("Answer", numeric=False), column("Parents"), column("Carers")],
        [[words, *(number(one[key]) for one in told)] for key, words in ANSWERS.items()]
        + [
            ["Took part, of those to be asked", *(rate(one["percent"]) for one in told)],
            ["Took part, of those recorded", *(rate(one["percent_of_recorded"]) for one in told)],
        ],
        ["All reviews", *(number(reviews) for _ in told)],
    )


def seen_alone(participation: dict) -> Table | None:
    """Reviews by whether the IRO spoke with the child alone."""
    counts = participation.get("seen_alone")
    whole = participation["by_year"][-1]["reviews_aged_4_and_over"]
    if not counts or not whole:
        return None
    return of_whole(
        "seen-alone",
        "Whether the IRO spoke with the child alone, children aged 4 and over",
        {words: counts[key] for key, words in SEEN_ALONE.items()},
        whole,
        what="Reviews",
    )
