"""The field's words for a child's care."""

from django import template

from cohort.codes import LegalStatus, Placement
from statute import ages

register = template.Library()


@register.filter
def age_on(child, on) -> str:
    """Write a child's age on the day as "7 years", and under 1 in months."""
    years = ages.age_on(child.date_of_birth, on)
    if years:
        return f"{years} year" if years == 1 else f"{years} years"
    born = child.date_of_birth
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    return f"{months} month" if months == 1 else f"{months} months"


@register.filter
def legal_status(code) -> str:
    """Write a legal status in words; the code is the return's."""
    return LegalStatus(code).label if code else ""


@register.filter
def placement(code) -> str:
    """Write a placement in words; the code is the return's."""
    return Placement(code).label if code else ""
