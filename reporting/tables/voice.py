"""The tables of children's answers, and of what was said and what was done."""

from collections.abc import Sequence

from reporting.tables.shape import Table, column
from reporting.written import number, rate, year


def answers(voice: dict) -> list[Table]:
    """Each question's answers; questions with the same choices stand in one table."""
    choices: dict[tuple[str, ...], list[dict]] = {}
    for question in voice["questions"] or []:
        if question["answers"]:
            words = tuple(one["words"] for one in question["answers"])
            choices.setdefault(words, []).append(question)
    return [_table(n, words, asked) for n, (words, asked) in enumerate(choices.items(), 1)]


def _table(n: int, words: tuple[str, ...], questions: list[dict]) -> Table:
    return Table(
        f"answers-{n}",
        "What children answered"
        if len(questions) > 1
        else f"What children answered: {questions[0]['asked']}",
        [column("Question", numeric=False), *map(column, words)],
        [
            [one["asked"], *(number(answer["pages"]) for answer in one["answers"])]
            for one in questions
        ],
    )


def answered_by_year(figures: dict) -> Table | None:
    """Pages offered and answered over the years, where they were recorded."""
    years = [*figures["earlier"], {"year": figures["year"], "voice": figures["voice"]}]
    known = [one for one in years if one["voice"]["offered"]]
    if len(known) < 2:
        return None
    return Table(
        "feedback-by-year",
        "Children's feedback over the years",
        [
            column("Year", numeric=False), column("Pages offered"), column("Answered"),
            column("Response rate"),
        ],
        [
            [
                year(one["year"]), number(one["voice"]["offered"]),
                number(one["voice"]["answered"]), rate(one["voice"]["percent"]),
            ]
            for one in known
        ],
    )  # fmt: skip


def said_and_did(rows: Sequence[tuple[str, str]]) -> Table | None:
    """You said, we did."""
    if not rows:
        return None
    return Table(
        "said-and-did",
        "What children said, and what was done",
        [column("You said", numeric=False), column("We did", numeric=False)],
        [[said, did] for said, did in rows],
    )
