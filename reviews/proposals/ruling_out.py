"""Who cannot review a child now."""

from datetime import timedelta

from accounts.models import User
from cohort.caseload import per_post
from cohort.models import Child
from iro_service.templatetags.house import day
from reviews.proposals.known import Known
from statute import caseload as band

# The second review is due within four months of care; a child should not change IRO before it.
LEAVING = timedelta(days=120)


def why_not(child: Child, iro: User, known: Known) -> str:
    """Why the IRO cannot review the child, whatever they hold; else ''."""
    for kin, words in ((known.parents, "mother or father"), (known.babies, "child")):
        for one in kin[child.pk]:
            if known.iro_of.get(one.pk) == iro.pk:
                return f"Reviews {one}, this child’s {words}: each needs an IRO of their own"
    if cover := known.away.get(iro.pk):
        return f"Away, back on {day(cover.ended_on)}"
    if not known.posts.get(iro.pk):
        return "Fills no post"
    ends = known.post_ends.get(iro.pk)
    if ends and ends - known.on <= LEAVING:
        return f"Leaves: the post ends on {day(ends)}"
    return ""


def is_over(iro: User, known: Known) -> bool:
    """Whether one child more brings the IRO above the band."""
    return known.children(iro.pk) + 1 > band.HIGHEST * known.posts[iro.pk]


def over_words(iro: User, known: Known) -> str:
    """What one child more would make of the IRO's caseload."""
    would = per_post(known.children(iro.pk) + 1, known.posts[iro.pk])
    return f"Would hold {would} children per full-time post; others are at {band.HIGHEST} or under"
