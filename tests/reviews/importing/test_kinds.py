"""Every kind of import there is can be carried out."""

import pytest

from cohort.models import Child, ImportRun
from reviews.importing.kinds import RUNNERS, may_start
from tests.factories import ChildFactory
from tests.reviews.importing.registers import AT, TODAY

pytestmark = pytest.mark.django_db
RETURN = (
    "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC1,F,14/05/2008,WBRI,,0,\n",
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
    "URN\nC1,05/09/2016,S,C2,N1,U6,PR1,,,,,,\n",
)


def told(step: str, percent: int) -> None:
    """Nobody follows."""


def test_each_kind_has_what_carries_it_out():
    assert set(RUNNERS) == set(ImportRun.Kind)


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_return_comes_in_or_is_only_looked_at(dry_run, council, practice_manager):
    run = ImportRun.objects.create(
        kind="ssda903", asked_by=practice_manager, asked_at=AT, dry_run=dry_run
    )
    files = [(f"{number}.csv", text.encode()) for number, text in enumerate(RETURN)]
    outcome = RUNNERS[run.kind](run, files, on=TODAY, progress=told)
    assert {name: one.added for name, one in outcome.counts.items()} == {"Header": 1, "Episodes": 1}
    assert Child.objects.exists() == (not dry_run)


def test_a_register_waits_until_its_columns_are_matched(practice_manager):
    ChildFactory(reference="C1")
    run = ImportRun.objects.create(kind="children", asked_by=practice_manager, asked_at=AT)
    assert not may_start(run)
    run.columns = {"matched": {"child": "CHILD", "given_name": "Name"}}
    assert may_start(run)
    outcome = RUNNERS[run.kind](run, [("c.csv", b"CHILD,Name\nC1,Ann\n")], on=TODAY, progress=told)
    assert next(iter(outcome.counts.values())).changed == 1


def test_a_return_waits_for_nothing(practice_manager):
    assert may_start(ImportRun(kind="ssda903", asked_by=practice_manager, asked_at=AT))
