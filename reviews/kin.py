"""A child's kin among the children here, in words, and who might be kin."""

from datetime import date

from django.db.models import OuterRef, Subquery

from cohort.models import Child
from reviews.models import Review

WORDS = {
    "sibling": {"M": "Brother", "F": "Sister", "U": "Brother or sister"},
    "parent": {"M": "Father", "F": "Mother", "U": "Parent"},
    "child": {"M": "Son", "F": "Daughter", "U": "Child"},
}
FOUND = 20  # more than that is no search


def kin_in_words(kin: Child) -> str:
    """What one of the children of kin_of is to the child: "Sister", "Mother", "Son"."""
    return WORDS[kin.kin_is][kin.sex]


def kin_of(child: Child, user, *, on: date) -> list[Child]:
    """The child's kin with `words`, `iro_name`, `next_due_on`, and `may_open` for the person."""
    planned = Review.objects.planned().filter(child=OuterRef("pk"))
    found = list(
        Child.objects.kin_of(child)
        .with_iro(on=on)
        .annotate(next_due_on=Subquery(planned.values("due_on")[:1]))
        .order_by("date_of_birth", "pk")
    )
    seen = Child.objects.visible_to(user, on=on).filter(pk__in=[one.pk for one in found])
    may_open = set(seen.values_list("pk", flat=True)) if found else set()
    for one in found:
        one.words, one.may_open = kin_in_words(one), one.pk in may_open
    return found


def perhaps_kin(child: Child, words: str, user, *, on: date) -> list[Child]:
    """Whom the words find, or without words those of the same family name; kin left out.

    An IRO finds children of their own, and any other child by the whole reference: a list of
    everybody else's children is not theirs to read.
    """
    seen = Child.objects.visible_to(user, on=on)
    if words.strip():
        found = seen.matching(words).order_by("-likeness", "family_name", "given_name", "pk")
    else:
        found = seen.filter(family_name__iexact=child.family_name)
    known = [child.pk, *Child.objects.kin_of(child).values_list("pk", flat=True)]
    perhaps = list(found.exclude(pk__in=known)[:FOUND])
    by_reference = Child.objects.filter(reference__iexact=words.strip()).exclude(pk__in=known)
    return [*(one for one in by_reference if one not in perhaps), *perhaps]
