"""Putting IROs in order for each child."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from accounts.models import User
from cohort.caseload import per_post
from cohort.models import Child
from iro_service.templatetags.house import counted, day
from reviews.proposals.choice import Choice, Proposal, RuledOut
from reviews.proposals.known import Known, gather
from reviews.proposals.ruling_out import is_over, over_words, why_not
from statute import caseload as band

# What each is worth, in weighted children per full-time post: see ORDER.
SIBLINGS, CONTINUITY, DISTRICT = Decimal(30), Decimal(10), Decimal(2)
SOON = timedelta(weeks=4)
ORDER = (
    "The IRO with the lowest weighted caseload per full-time post comes first, counted with the "
    f"child. Having a brother or sister of the child is worth {SIBLINGS} children fewer, having "
    f"been the child’s IRO before {CONTINUITY}, and holding most children of the same district "
    f"{DISTRICT}. Proposals above on the page are counted as if they were taken."
)


def propose(children: Sequence[Child], *, on: date, leaver: User | None = None) -> list[Choice]:
    """The IROs for each child from the day on, in the order of the children.

    Each is reckoned as if the first proposal for those before were taken, so that what is
    proposed is spread evenly; brothers and sisters come one after the other for that.
    """
    known = gather(children, on=on, leaver=leaver)
    choices = {}
    for child in _families_first(children, known):
        choice = choices[child.pk] = _choose(child, known)
        if choice.best:
            known.take(child, choice.best.iro.pk)
    return [choices[child.pk] for child in children]


def _families_first(children: Sequence[Child], known: Known) -> list[Child]:
    """Those with siblings to be placed too come first, while there is room for all of them."""
    here = {child.pk for child in children}
    together = {pk: sum(one.pk in here for one in known.siblings[pk]) for pk in here}
    # The number of the eldest entry of the family keeps its children next to each other.
    family = {pk: min([pk, *(o.pk for o in known.siblings[pk] if o.pk in here)]) for pk in here}
    return sorted(children, key=lambda c: (-together[c.pk], family[c.pk], c.pk))


def _choose(child: Child, known: Known) -> Choice:
    reasons_against = {iro.pk: why_not(child, iro, known) for iro in known.iros}
    able = [iro for iro in known.iros if not reasons_against[iro.pk]]
    some_under = any(not is_over(iro, known) for iro in able)
    ruled_out = [
        RuledOut(iro, reasons_against[iro.pk]) for iro in known.iros if reasons_against[iro.pk]
    ]
    proposals = []
    for iro in able:
        # Brothers and sisters are not put apart for one child above the band.
        if some_under and is_over(iro, known) and not _siblings_with(child, iro, known):
            ruled_out.append(RuledOut(iro, over_words(iro, known)))
        else:
            proposals.append(_proposal(child, iro, known, some_under=some_under))
    proposals.sort(key=lambda one: (one.ranked_by, str(one.iro), one.iro.pk))
    return Choice(child, proposals, ruled_out)


def _siblings_with(child: Child, iro: User, known: Known) -> list[Child]:
    return [one for one in known.siblings[child.pk] if known.iro_of.get(one.pk) == iro.pk]


def _proposal(child: Child, iro: User, known: Known, *, some_under: bool) -> Proposal:
    posts = known.posts[iro.pk]
    load = (known.load(iro.pk) + known.counts_for(child, iro.pk)) / posts
    worth, reasons = Decimal(0), []
    if siblings := _siblings_with(child, iro, known):
        worth += SIBLINGS
        reasons.append(f"Reviews {_names(siblings)}, brother or sister")
    if until := known.before[child.pk].get(iro.pk):
        worth += CONTINUITY
        reasons.append(f"Was this child’s IRO until {day(until)}")
    where, name = known.district.get(child.pk, (0, ""))
    if there := known.in_district.get((iro.pk, where), 0):
        most = max(number for (_, at), number in known.in_district.items() if at == where)
        worth += DISTRICT * there / most
        reasons.append(f"Holds {counted(there, 'child,children')} from {name}")
    reasons += _warnings(iro, known, some_under)
    rounded = load.quantize(Decimal("0.1"), ROUND_HALF_UP)
    would = per_post(known.children(iro.pk) + 1, posts) or Decimal(0)
    return Proposal(iro, rounded, would, load - worth, reasons)


def _names(children: list[Child]) -> str:
    names = [str(child) for child in children]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _warnings(iro: User, known: Known, some_under: bool) -> list[str]:
    words = [f"Covers for {cover.away} until {day(cover.ended_on)}"
             for cover in known.covering[iro.pk]]  # fmt: skip
    soon = known.away_soon.get(iro.pk)
    if soon and soon.started_on - known.on <= SOON:
        words.append(f"Will be away from {day(soon.started_on)} until {day(soon.ended_on)}")
    if ends := known.post_ends.get(iro.pk):
        words.append(f"The post ends on {day(ends)}")
    if some_under and is_over(iro, known):  # where all are, it says nothing
        words.append(f"Above {band.HIGHEST} children per full-time post with this child")
    return words
