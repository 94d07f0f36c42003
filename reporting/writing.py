"""What people wrote for a report, as plain values: what is frozen with its figures."""

from dataclasses import dataclass, field, replace

from reporting.audience import Audience
from reporting.models import Passage, Priority, Report


@dataclass(frozen=True)
class Promise:
    """A priority with lead, day and measure; looked back on, also how it went."""

    title: str
    lead: str
    due_on: str  # ISO
    measure: str
    figure: str = ""
    result: str = ""
    went: str = ""


@dataclass(frozen=True)
class Said:
    """A child's words with the age band."""

    words: str
    age_band: str
    for_public: bool


@dataclass(frozen=True)
class Writing:
    """The words of a report."""

    passages: dict[str, str] = field(default_factory=dict)  # section -> text
    nothings: dict[str, str] = field(default_factory=dict)  # item of the Handbook -> why
    looked_back: list[Promise] = field(default_factory=list)
    priorities: list[Promise] = field(default_factory=list)
    quotes: list[Said] = field(default_factory=list)
    said_and_did: list[tuple[str, str]] = field(default_factory=list)


NOTHING_WRITTEN = Writing()


def writing_of(report: Report | None) -> Writing:
    """All that is written for a report as it stands; nothing where there is none."""
    if report is None:
        return NOTHING_WRITTEN
    return Writing(
        passages=passages_of(report),
        nothings=dict(report.nothings.values_list("item", "because")),
        looked_back=[_promise(one) for one in to_look_back_on(report)],
        priorities=[_promise(one) for one in report.priorities.all()],
        quotes=[Said(one.words, one.age_band, one.for_public) for one in report.quotes.all()],
        said_and_did=list(report.said_and_did.values_list("said", "did")),
    )


def for_readers(writing: Writing, audience: str) -> Writing:
    """What the readers of an edition may read: outside only what a child let everybody read."""
    if audience == Audience.INTERNAL:
        return writing
    return replace(writing, quotes=[one for one in writing.quotes if one.for_public])


def passages_of(report: Report) -> dict[str, str]:
    """The text that stands of each section that has one."""
    standing = Passage.objects.filter(report=report).order_by("section", "-number")
    return dict(standing.distinct("section").values_list("section", "text"))


def to_look_back_on(report: Report):
    """The priorities that the same period's report of the year before set."""
    return Priority.objects.filter(report__period=str(report.year.before(1)))


def _promise(one: Priority) -> Promise:
    return Promise(
        one.title, one.lead, one.due_on.isoformat(), one.measure, one.figure,
        one.get_result_display() or "", one.went,
    )  # fmt: skip
