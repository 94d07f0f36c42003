"""Sentences of how children took part in their reviews."""

from reporting.sentences.change import against
from reporting.written import counted, during, number, rate

MANY_NOT_RECORDED = 10  # percent: from here the rate of all reviews tells of recording


def participated(participation: dict) -> str:
    """The three states of the year, kept apart."""
    now, before = participation["by_year"][-1], participation["by_year"][-2]
    everyone = now["reviews_aged_4_and_over"]
    if everyone is None:
        return f"How children took part {during(now['year'])} is not known."
    if not everyone:
        return "No review was held of a child aged 4 or over."
    return (
        f"Of {counted(everyone, 'review', 'reviews')} of children aged 4 and over, "
        f"{number(now['participated'])} ({rate(now['participated_percent'])}) recorded that the "
        f"child took part{against(now['participated_percent'], before['participated_percent'])}. "
        f"{number(now['not_participated'])} recorded that the child did not, and for "
        f"{number(now['not_recorded'])} ({rate(now['not_recorded_percent'])}) nothing was recorded."
    )


def of_those_recorded(participation: dict) -> str:
    """The rate among reviews with a code, with a warning where many have none."""
    now = participation["by_year"][-1]
    if now["participated_percent_of_recorded"] is None:
        return ""
    recorded = now["participated"] + now["not_participated"]
    share = (
        f"of the {counted(recorded, 'review', 'reviews')} with a record, the child took part "
        f"in {rate(now['participated_percent_of_recorded'])}."
    )
    if now["not_recorded_percent"] < MANY_NOT_RECORDED:
        return share[0].upper() + share[1:]
    return (
        "With so many reviews not recorded, the rate of all reviews tells more about recording "
        f"than about children: {share}"
    )


def attended(participation: dict) -> str:
    """How often the child came."""
    now = participation["by_year"][-1]
    if now["attended_percent"] is None:
        return ""
    return (
        f"The child came to {counted(now['attended'], 'review', 'reviews')} "
        f"({rate(now['attended_percent'])} of all, "
        f"{rate(now['attended_percent_of_recorded']) or 'none'} of those recorded)."
    )


def seen_alone(participation: dict) -> str:
    """How often the IRO spoke with the child alone."""
    counts = participation.get("seen_alone")
    if not counts or counts["percent"] is None:
        return ""
    return (
        f"The IRO spoke with the child alone at {counted(counts['yes'], 'review', 'reviews')} "
        f"({rate(counts['percent'])} of all, {rate(counts['percent_of_recorded']) or 'none'} of "
        f"those recorded), and did not at {number(counts['no'])}"
        + (
            f"; for {number(counts['not_recorded'])} nothing was recorded."
            if counts["not_recorded"]
            else "."
        )
    )


def parents_and_carers(others: dict) -> str:
    """In how many reviews a parent, and a carer, took part."""
    reviews = others["reviews"]
    if not reviews:
        return ""
    parents, carers = others["parents"], others["carers"]
    if parents["not_recorded"] == carers["not_recorded"] == reviews:
        of = counted(reviews, "review", "reviews")
        return f"How parents and carers took part was not recorded of any of the {of}."
    return (
        f"A parent came to, or gave their views for, {number(parents['took_part'])} "
        f"({rate(parents['percent']) or 'none'}) of the reviews at which parents were to be "
        f"asked, and a carer {number(carers['took_part'])} ({rate(carers['percent']) or 'none'})."
    )
