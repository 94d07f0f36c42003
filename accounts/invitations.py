"""The link by mail with which a person chooses a password."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from accounts.models import User


def send_link(person: User, *, invited_by: User | None = None) -> None:
    """Mail the person a link that works once, for three days."""
    address = reverse(
        "password_choose",
        args=[
            urlsafe_base64_encode(force_bytes(person.pk)),
            default_token_generator.make_token(person),
        ],
    )
    body = render_to_string(
        "accounts/mail/link.txt",
        {"person": person, "invited_by": invited_by, "link": settings.SERVICE_ADDRESS + address},
    )
    send_mail("IRO service: choose your password", body, None, [person.email])


def person_of_link(key: str, token: str) -> User | None:
    """The person the link was sent to; none when it was used, is too old or was altered."""
    try:
        person = User.objects.get(pk=urlsafe_base64_decode(key).decode(), is_active=True)
    except (User.DoesNotExist, ValueError, OverflowError):
        return None
    return person if default_token_generator.check_token(person, token) else None
