"""The words for a child's age and participation."""

from datetime import date

from django import template

from reviews.models import Review
from statute.ages import age_on
from statute.participation import CODES

register = template.Library()


@register.filter
def age_words(child, on: date) -> str:
    """Write "7 years", and for a baby "under 1 year"."""
    if on < child.date_of_birth:
        return "not born yet"
    age = age_on(child.date_of_birth, on)
    return {0: "under 1 year", 1: "1 year"}.get(age, f"{age} years")


@register.filter
def participation_words(review: Review) -> str:
    """Say how the child took part, in the words of the code."""
    return CODES[review.participation_code].meaning if review.participation_code else "Not recorded"


@register.filter
def participation_kind(review: Review) -> str:
    """Tell the three states apart, and the children too young to be counted."""
    if not review.participation_code:
        return "not-recorded"
    return {True: "yes", False: "no", None: "young"}[CODES[review.participation_code].participated]
