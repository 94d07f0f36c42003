"""The registers of the unit: managers, staffing changes, training, what IROs say of themselves."""

from django.db import transaction

from accounts.models import User
from cohort.models import StaffFacts, StaffingChange, Training, UnitManager
from cohort.versions import refuse_overwriting
from iro_service.refusals import Refusal

Entry = UnitManager | StaffingChange | Training
GONE = "Somebody took this out meanwhile."


@transaction.atomic
def enter_in_register(entry: Entry, *, version: int, by: User, **facts) -> Entry:
    """Keep a new entry, or put one right.

    `version` is the one the person had before them: what another changed since is not overwritten.
    """
    _refuse_all_but_managers(by)
    if entry.pk:
        entry = _locked(entry)
        refuse_overwriting(entry, version, facts)
    for name, value in facts.items():
        setattr(entry, name, value)
    entry.save()
    return entry


@transaction.atomic
def take_out_of_register(entry: Entry, *, by: User) -> None:
    """Take out what was entered wrongly; the history keeps it."""
    _refuse_all_but_managers(by)
    _locked(entry).delete()


@transaction.atomic
def keep_staff_facts(
    person: User, *, version: int, sex: str, ethnicity: str, by: User
) -> StaffFacts:
    """Keep what an IRO says of themselves; empty is not said. Managers may enter it for them."""
    if not (by.is_manager or by.pk == person.pk):
        raise Refusal("Only the IRO, or a manager for them, enters this.")
    if not person.is_iro:
        raise Refusal("These facts are kept of IROs only.")
    facts = {"sex": sex, "ethnicity": ethnicity}
    User.objects.select_for_update().get(pk=person.pk)  # one at a time, the first time too
    row = StaffFacts.objects.filter(person=person).first() or StaffFacts(person=person)
    if row.pk:
        refuse_overwriting(row, version, facts)
    row.sex, row.ethnicity = sex, ethnicity
    row.save()
    return row


def _locked(entry: Entry) -> Entry:
    found = type(entry).objects.select_for_update().filter(pk=entry.pk).first()
    if found is None:
        raise Refusal(GONE)
    return found


def _refuse_all_but_managers(by: User) -> None:
    if not by.is_manager:
        raise Refusal("Only a manager keeps the registers of the unit.")
