"""The sections of a report in their order: what each is called, and what people are asked to write.

The headings are those that annual reports of the service have carried; the Handbook's own list is
in reporting.handbook.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A section; `asks` is empty where everything in it is made from records."""

    id: str
    title: str
    asks: str = ""


OUTLINE = (
    Heading("summary", "Summary", "What a councillor with two minutes should know."),
    Heading("look-back", "How last year's priorities went", "Anything the list does not say."),
    Heading("purpose", "Purpose and legal context", "Why the service exists. A text is provided."),
    Heading("duties", "The duties of the IRO", "What the law asks of an IRO. A text is provided."),
    Heading("unit", "The unit", "What else the unit does, and how it stays independent."),
    Heading("management", "Management", "How the service is managed and supervised."),
    Heading(
        "team",
        "IROs and their caseloads",
        "Continuity, absence and vacancies; whether the team reflects the children; what the "
        "caseloads mean for them.",
    ),
    Heading("timeliness", "Reviews held in timescale", "Why reviews were late, and what helps."),
    Heading("participation", "Participation", "How children and their parents took part."),
    Heading(
        "records",
        "Outcome forms and records of discussion",
        "What holds records up, and what helps.",
    ),
    Heading(
        "disputes",
        "Dispute resolution",
        "What the concerns were about, how they were resolved, and what changed for children.",
    ),
    Heading("oversight", "Oversight between reviews", "What IROs found half-way."),
    Heading("children", "The children looked after", "What has changed in the cohort, and why."),
    Heading("disabled", "Disabled children and short breaks", "How their reviews are done."),
    Heading("uasc", "Unaccompanied asylum-seeking children", "What they need of their reviews."),
    Heading("voice", "What children told us", "What was heard, and what it changed."),
    Heading("advocacy", "Advocacy and independent visitors", "Who provides it, and how it goes."),
    Heading("audits", "Quality audits of reviews", "What the audits found, and what follows."),
    Heading(
        "practice",
        "Good practice and what to develop",
        "Good practice; what is to be developed, and where urgent action is needed.",
    ),
    Heading(
        "resources",
        "Resources",
        "Whatever puts the service at risk: posts, buildings, systems, administration.",
    ),
    Heading("development", "Training and development", "What the team learned."),
    Heading("priorities", "Priorities for next year", "Anything the list does not say."),
    Heading("notes", "Definitions and notes"),
    Heading("handbook", "What the Handbook asks for"),
)
HEADINGS = {heading.id: heading for heading in OUTLINE}
WRITTEN = tuple(heading for heading in OUTLINE if heading.asks)
