"""The deeds around people: taking them in, changing their role, letting them go."""

from collections.abc import Callable
from datetime import date

from django.db import IntegrityError, transaction

from accounts.invitations import send_link
from accounts.models import User
from iro_service.refusals import Refusal

# What apps above this one know against a person's going: why_not(person, on=day) -> sentence or "".
IN_THE_WAY: list[Callable[..., str]] = []


@transaction.atomic
def add_person(*, first_name: str, last_name: str, email: str, role: str, by: User) -> User:
    """Take a person in and mail them a link to choose a password."""
    try:
        with transaction.atomic():
            person = User.objects.create_user(
                email, first_name=first_name, last_name=last_name, role=role
            )
    except IntegrityError:
        raise Refusal("Somebody with this email address is here already.") from None
    transaction.on_commit(lambda: send_link(person, invited_by=by))
    return person


@transaction.atomic
def change_person(person: User, *, on: date, by: User, **fields) -> User:
    """Change a person's name, address or role; nobody changes their own role."""
    if person == by and fields.get("role", person.role) != person.role:
        raise Refusal("You cannot change your own role. Ask another manager.")
    if fields.get("role", person.role) != person.role:
        _refuse_while_in_the_way(person, on)
    User.objects.filter(pk=person.pk).update(**fields)
    person.refresh_from_db()
    return person


@transaction.atomic
def stop_sign_in(person: User, *, on: date, by: User) -> None:
    """End a person's access; what they did stays under their name."""
    if person == by:
        raise Refusal("You cannot end your own access. Ask another manager.")
    _refuse_while_in_the_way(person, on)
    User.objects.filter(pk=person.pk).update(is_active=False)


@transaction.atomic
def allow_sign_in(person: User, *, by: User) -> None:
    """Give a person access again."""
    User.objects.filter(pk=person.pk).update(is_active=True)


def _refuse_while_in_the_way(person: User, on: date) -> None:
    for why_not in IN_THE_WAY:
        if sentence := why_not(person, on=on):
            raise Refusal(f"{sentence}.")


def choose_password(person: User, *, password: str) -> None:
    """Set a password; every other session of the person ends."""
    person.set_password(password)
    person.save(update_fields=["password"])
