"""Outcome forms and records of discussion."""

from reporting import drawings, sentences, tables
from reporting.sections.shape import Part, Section
from reporting.writing import Writing
from reporting.written import day


def section(figures: dict, _writing: Writing) -> Section:
    """What was written in time, and what was not."""
    forms, records = figures["outcome_forms"], figures["records"]
    stand = f"The figures show how things stood on {day(figures['taken_on'])}."
    return Section(
        "records",
        [
            Part(
                "Outcome forms",
                [
                    "The IRO hands in the outcome form within 24 hours of the review.",
                    sentences.outcome_forms(forms),
                    stand,
                ],
                tables=[tables.outcome_forms(forms)],
            ),
            Part(
                "Decisions",
                [
                    "The IRO sends the decisions of a review to the team manager within 5 working "
                    "days.",
                    sentences.decisions_sent(figures["decisions"]),
                ],
                tables=[tables.decisions(figures["decisions"])],
            ),
            Part(
                "Records of discussion",
                [
                    "The IRO completes the record of discussion within 20 working days of the "
                    "review, and it is sent to the people it is for.",
                    sentences.records(records),
                    sentences.records_sent(records),
                ],
                tables=[tables.records(records), tables.records_sent(records)],
            ),
            Part(
                "By month of the review",
                charts=[drawings.written_in_time(figures)],
                tables=[tables.written_by_month(figures)],
            ),
        ],
        new_page=True,
    )
