"""Children held by an IRO, for tests of caseloads."""

from tests.factories import AllocationFactory, EpisodeFactory


def held_by(iro, children: int = 1, **episode):
    """So many children looked after whom the IRO holds; with nobody, those without an IRO."""
    found = []
    for _ in range(children):
        child = EpisodeFactory(**episode).period.child
        if iro:
            AllocationFactory(child=child, iro=iro)
        found.append(child)
    return found
