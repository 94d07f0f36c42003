"""The list of disputes: who sees which, whose turn it is, the time left, and files of it."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import Role
from cohort.models import CaseHolding
from disputes.actions.answering import Promise, answer_dispute
from disputes.actions.climbing import escalate
from disputes.actions.closing import close
from disputes.models import Dispute
from disputes.rows import rows_of
from tests.disputes.conftest import at
from tests.factories import AllocationFactory, ChildFactory, UserFactory

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
THERE = "/disputes/"


@pytest.fixture
def row(raise_concern):
    """A dispute as a row of the list on the business day."""

    def show(**raised):
        (one,) = rows_of([raise_concern(**raised)], on=TODAY)
        return one

    return show


@pytest.mark.parametrize(
    ("on", "stage", "words", "shown"),
    [
        # Raised on Monday 17 July: five working days informally, of which three have gone.
        (date(2017, 7, 17), 0, "2 of 5 working days left", 2),
        (date(2017, 7, 17), 1, "17 of 20 working days left", 17),
        (date(2017, 7, 13), 0, "0 of 5 working days left", 0),
        (date(2017, 7, 12), 0, "over by 1 working day", 0),
        (date(2017, 6, 12), 1, "over by 8 working days", 0),
    ],
)
def test_the_bar_drains_by_working_days(row, on, stage, words, shown):
    left = row(on=on, stage=stage).left
    assert (left.words, left.shown) == (words, shown)
    assert left.is_overdue == words.startswith("over")


def test_a_day_missed_over_a_weekend_is_over_by_one(raise_concern):
    dispute = raise_concern(on=date(2017, 7, 14))
    (friday,) = rows_of([dispute], on=date(2017, 7, 21))
    (saturday,) = rows_of([dispute], on=date(2017, 7, 22))
    assert friday.left.words == "0 of 5 working days left"
    assert saturday.left.words == "over by 1 working day"


def test_whose_turn_it_is(raise_concern, iro, responding_manager):
    def turn(dispute):
        (one,) = rows_of([Dispute.objects.get(pk=dispute.pk)], on=TODAY)
        return one.turn

    waiting = raise_concern(on=date(2017, 7, 17))
    silent = raise_concern(on=date(2017, 6, 12))
    unasked = raise_concern(on=date(2017, 7, 17), team=None)
    assert turn(waiting) == f"{responding_manager}, answer due 24 Jul"
    assert turn(silent) == f"IRO: no answer from {responding_manager} by 19 Jun"
    assert turn(unasked) == "Nobody is asked, answer due 24 Jul"
    day = date(2017, 7, 18)
    promise = [Promise("A plan.", "Team manager", day)]
    answer_dispute(waiting, answer="agrees", promises=promise, on=day, at=at(day), by=iro)
    assert turn(waiting) == "IRO: decide on the answer"
    close(silent, outcome="upheld", what_changed="A plan.", on=day, at=at(day), by=iro)
    assert turn(silent) == "Closed: upheld"


@pytest.fixture
def listed(client_for):
    """The texts of the list as a person gets them, in their order."""

    def look(user, query=""):
        page = client_for(user).get(THERE + query).context["page"]
        return [row.dispute.text for row in page.object_list]

    return look


def test_who_sees_which(
    listed, client_for, raise_concern, iro, other_iro, practice_manager, group_manager,
    responding_manager,
):  # fmt: skip
    raise_concern(on=TODAY, text="mine")
    for user in (iro, practice_manager, group_manager):
        assert listed(user) == ["mine"]
    assert listed(other_iro) == []
    assert client_for(responding_manager).get(THERE).status_code == 404
    assert client_for(UserFactory(role=Role.BUSINESS_SUPPORT)).get(THERE).status_code == 403


def test_the_day_that_comes_first_stands_first_and_what_is_closed_last(listed, raise_concern, iro):
    closed = raise_concern(on=date(2017, 6, 1), text="closed")
    close(closed, outcome="upheld", what_changed="A plan.", on=TODAY, at=at(TODAY), by=iro)
    raise_concern(on=date(2017, 7, 18), text="soon")
    raise_concern(on=date(2017, 6, 12), text="silent")
    raise_concern(on=TODAY, text="new")
    # Its stage has days left, the formal stages together have none.
    old = raise_concern(on=date(2017, 5, 1), text="old", stage=1)
    escalate(old, stage=2, text="No answer.", on=TODAY, at=at(TODAY), by=iro)
    assert listed(iro) == ["old", "silent", "soon", "new", "closed"]
    assert listed(iro, "?sort=raised") == ["old", "closed", "silent", "soon", "new"]
    assert listed(iro, "?sort=-raised")[0] == "new"
    assert listed(iro, "?sort=nonsense") == listed(iro)
    for sort in ("child", "theme", "stage", "team", "-left"):
        assert len(listed(iro, f"?sort={sort}")) == 5


def test_the_page_says_all_of_it(client_for, raise_concern, iro):
    dispute = raise_concern(on=date(2017, 6, 12), stage=1)
    found = client_for(iro).get(THERE).content.decode()
    assert reverse("dispute", args=[dispute.pk]) in found
    assert "1 dispute" in found
    assert "over by 8 working days" in found
    assert 'max="20" value="0"' in found
    assert "Drift and delay" in found
    assert "Team manager" in found


def test_a_choice_that_is_not_there_says_so_and_the_empty_list_what_to_do(client_for, iro):
    assert "No concern has been raised." in client_for(iro).get(THERE).content.decode()
    narrowed = client_for(iro).get(f"{THERE}?theme=health").content.decode()
    assert "No dispute matches." in narrowed


def test_the_list_goes_into_a_spreadsheet_as_it_is_narrowed(client_for, raise_concern, iro):
    raise_concern(on=date(2017, 7, 17), text="=drift")
    raise_concern(on=date(2017, 7, 17), theme="health", text="health")
    client, there = client_for(iro), reverse("disputes_download")
    found = client.get(f"{there}?group=delay").content.decode()
    assert "'=drift" in found
    assert "health" not in found
    book = load_workbook(BytesIO(client.get(f"{there}?group=delay&as=xlsx").content))
    (heads, cells) = book.active.iter_rows(values_only=True)
    line = dict(zip(heads, cells, strict=True))
    assert line["Theme"] == "Drift and delay"
    assert line["Working days left"] == 2
    assert line["Answer due"].date() == date(2017, 7, 24)


def test_more_disputes_ask_no_more_questions(
    client_for, raise_concern, practice_manager, iro, django_assert_max_num_queries
):
    client = client_for(practice_manager)

    def several(number):
        for _ in range(number):
            child = ChildFactory()
            AllocationFactory(child=child, iro=iro)
            raise_concern(on=date(2017, 7, 17), child=child, stage=1)

    def asked(query=""):
        with django_assert_max_num_queries(40) as queries:
            client.get(THERE + query)
        return len(queries)

    several(2)
    few = asked()
    several(12)
    assert asked() == few
    assert asked("?sort=team&q=ella") <= few + 1
    assert CaseHolding.objects.exists()


def test_a_long_list_has_pages(client_for, raise_concern, iro, child):
    for _ in range(51):
        raise_concern(on=date(2017, 7, 17))
    page = client_for(iro).get(f"{THERE}?page=2&state=open").context["page"]
    assert len(page.object_list) == 1
    assert page.paginator.count == 51
