"""Wrong passwords: whose they were, and how a person who proved who they are is let in again."""

from axes.utils import reset

from accounts.models import User


def address_typed(request, credentials=None) -> str:
    """The address a person tried to sign in with, however they wrote it."""
    typed = (credentials or {}).get("username") or request.POST.get("email", "")
    return typed.strip().lower()


def forgive(person: User) -> None:
    """Forget the person's wrong passwords: they came by the link in their own mail."""
    reset(username=person.email.lower())
