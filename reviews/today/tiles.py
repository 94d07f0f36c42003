"""A number of the page, with the address of the list it counts."""

from urllib.parse import urlencode

from django.urls import reverse


def list_of(**choices) -> str:
    """The address of the list of reviews with these choices made."""
    return f"{reverse('reviews')}?{urlencode(choices)}"


def tile(label: str, number: int, href: str) -> dict:
    """A number and its list; red unless it is nought."""
    return {
        "label": label,
        "number": number,
        "href": href,
        "tone": "overdue" if number else "",
    }
