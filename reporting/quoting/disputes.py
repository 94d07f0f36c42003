"""Concerns and how they were settled, in sentences."""

from collections.abc import Callable

from disputes.codes import Group
from reporting import sentences
from reporting.quoting.shape import Quotable, at, sentence
from reporting.sentences.disputes import NOT_KEPT
from reporting.written import number, rate

HERE = "disputes"


def _days(value) -> str:
    """12, or 12.5."""
    return f"{value:g}"


def _kept(path: str) -> Callable[[dict], object]:
    """A count of disputes; not known of a year in which none were kept, where it stands at 0."""
    value = at(f"disputes.{path}")
    return lambda figures: None if figures["disputes"]["basis"] == NOT_KEPT else value(figures)


def _figure(name: str, words: str, path: str, written: Callable = number) -> Quotable:
    return Quotable(name, words, HERE, _kept(path), written)


QUOTABLE = [
    _figure("concerns-raised", "Concerns raised", "raised"),
    _figure("concerns-informal", "Concerns that stayed informal", "informal"),
    _figure("concerns-formal", "Concerns that became formal", "formal"),
    _figure("concerns-per-100-children", "Concerns for each 100 children", "per_100_children"),
    _figure("concerns-about-delay", "Concerns about delay", f"by_group.{Group.DELAY}"),
    _figure("concerns-about-practice", "Concerns about practice", f"by_group.{Group.PRACTICE}"),
    _figure("disputes-settled", "Disputes settled", "settled"),
    _figure("disputes-open", "Disputes open at the end", "open_at_end"),
    _figure("disputes-to-cafcass", "Disputes referred to Cafcass", "cafcass"),
    _figure(
        "disputes-median-working-days", "Working days to settle, the middle",
        "median_working_days", _days,
    ),
    _figure(
        "disputes-in-20-working-days", "Formal disputes settled in 20 working days",
        "within_20_working_days",
    ),
    _figure(
        "disputes-in-20-working-days-percent", "Formal disputes settled in 20 working days, share",
        "within_20_working_days_percent", rate,
    ),
    _figure("good-practice-recorded", "Good practice recorded", "good_practice"),
    sentence("disputes-kept", "From when disputes were kept", HERE, sentences.disputes_kept),
    sentence(
        "concerns-raised",
        "How many concerns were raised",
        HERE,
        lambda figures: sentences.concerns_raised(figures["disputes"]),
    ),
    sentence(
        "themes-of-concerns",
        "What they were about",
        HERE,
        lambda figures: sentences.themes_of_concerns(figures["disputes"]),
    ),
    sentence(
        "how-disputes-ended",
        "How they ended",
        HERE,
        lambda figures: sentences.how_disputes_ended(figures["disputes"]),
    ),
    sentence(
        "how-long-disputes-took",
        "How long they took",
        HERE,
        lambda figures: sentences.how_long_disputes_took(figures["disputes"]),
    ),
    sentence("beside-disputes", "Cafcass, and good practice", HERE, sentences.beside_disputes),
]  # fmt: skip
