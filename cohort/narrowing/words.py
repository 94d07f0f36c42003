"""What a list is narrowed to, in words, each part with the names it has in the address."""

from collections.abc import Mapping
from dataclasses import dataclass

from cohort.codes import ReasonEnded
from cohort.make_up import said
from cohort.narrowing.addresses import ENDED, ON, REASON, SHORT_BREAKS, START, STARTED, YES, Days
from cohort.narrowing.narrowing import BOOLEAN, Narrowing
from iro_service.templatetags.house import day as written

IS = {"disabled": "disabled", "unaccompanied": "unaccompanied asylum-seeking children"}
IS_NOT = {"disabled": "not disabled", "unaccompanied": "not unaccompanied"}


@dataclass(frozen=True)
class Part:
    """A part of the narrowing; without its names in the address it is taken off."""

    words: str
    names: tuple[str, ...]


def parts(narrowing: Narrowing, districts: Mapping[str, str]) -> list[Part]:
    """Each part in words, in the order in which a sentence says them."""
    found = [
        Part(_said(fact, values, districts), (fact,)) for fact, values in narrowing.facts.items()
    ]
    if narrowing.short_breaks:
        found.append(Part("in short breaks only", (SHORT_BREAKS,)))
    if narrowing.started and narrowing.start_is_not_known:
        words = f"first known of {_in(narrowing.started)}, in care since an unknown day"
        found.append(Part(words, (*STARTED, START)))
    elif narrowing.started:
        words = f"started to be looked after {_in(narrowing.started)}"
        found.append(Part(words, STARTED))
    if narrowing.ended:
        found.append(Part(f"ceased to be looked after {_in(narrowing.ended)}", (*ENDED, REASON)))
    if narrowing.reasons:
        labels = dict(ReasonEnded.choices)
        each = " or ".join(labels.get(one, one) for one in narrowing.reasons)
        found.append(Part(f"reason: {each}", (REASON,)))
    if narrowing.on:
        asked = f"on {written(narrowing.on)}"
        found.append(Part(asked if found else f"looked after {asked}", (ON,)))
    return found


def sentence(found: list[Part]) -> str:
    """The parts as one sentence: "Male, Full care order on 31 March 2017"."""
    *others, last = [part.words for part in found]
    day = found[-1].names == (ON,)
    words = f"{', '.join(others)}{' ' if day else ', '}{last}" if others else last
    return words[:1].upper() + words[1:]


def _said(fact: str, values: tuple[str, ...], districts: Mapping[str, str]) -> str:
    if fact in BOOLEAN:
        return " or ".join(IS[fact] if value == YES else IS_NOT[fact] for value in values)
    return said(fact, values, dict(districts) if fact == "district" else None)


def _in(days: Days) -> str:
    if days.first == days.last:
        return f"on {written(days.first)}"
    return f"from {written(days.first)} to {written(days.last)}"
