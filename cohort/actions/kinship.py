"""Who of the children here is kin: brothers and sisters, parents and their children."""

from datetime import date

from django.db import IntegrityError, transaction

from audit.history import because
from cohort.models import Child, Kinship
from iro_service.refusals import Refusal
from statute.ages import age_on

YOUNGEST_PARENT = 10  # in years: below it a slip of the keyboard, not a parent


@transaction.atomic
def make_kin(one: Child, *, other: Child, kind: str, on: date, by) -> Kinship:
    """Record what one child is to the other; refuses kin already recorded, and a parent too young.

    `kind` is a Kinship.Kind: a sibling of the other, or the other's parent.
    """
    _refuse_strangers(one, other, on=on, by=by)
    if sentence := why_not_kin(one, other, kind):
        raise Refusal(f"{sentence}.")
    try:
        with transaction.atomic():
            return Kinship.objects.create(one=one, other=other, kind=kind)
    except IntegrityError:
        raise Refusal(f"{other} and {one} are recorded as kin already.") from None


@transaction.atomic
def part_kin(kinship: Kinship, *, reason: str, on: date, by) -> None:
    """Take out kin recorded in error; the history keeps that it stood here, and why it went."""
    _refuse_strangers(kinship.one, kinship.other, on=on, by=by)
    with because(reason):
        gone, _ = Kinship.objects.filter(pk=kinship.pk).delete()
    if not gone:
        raise Refusal("Somebody took this out meanwhile.")


def why_not_kin(one: Child, other: Child, kind: str) -> str:
    """Why the one cannot be that to the other; else ''."""
    if one == other:
        return "A child is not their own kin"
    if kind == Kinship.Kind.PARENT:
        born = other.date_of_birth
        if one.date_of_birth >= born:
            return f"{one.given_name} was not born before {other.given_name}"
        if age_on(one.date_of_birth, born) < YOUNGEST_PARENT:
            return f"{one.given_name} was under {YOUNGEST_PARENT} when {other.given_name} was born"
    return ""


def _refuse_strangers(*children: Child, on: date, by) -> None:
    """One of the two must be theirs: a brother or sister is often another IRO's."""
    theirs = Child.objects.visible_to(by, on=on).filter(pk__in=[one.pk for one in children])
    if not theirs.exists():
        raise Refusal("Only the child's IRO or a manager records who is kin.")
