"""A manager hands in a return, looks at what it would change, and imports it."""

import io
import zipfile
from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cohort.models import Child, ImportFile, ImportRun
from iro_service import clock
from iro_service.claims import IMPORTS
from reviews import tasks
from reviews.importing import carrying_out
from reviews.models import Review
from tests.claims import claimed_by_another
from tests.factories import PeriodFactory
from tests.reviews.pages import sentences, words
from tests.reviews.ssda903.importing.returns import (
    EPISODES,
    HEADER,
    REVIEWS,
    child,
    episode,
    review,
)

pytestmark = pytest.mark.django_db
FILES = {
    "who.csv": f"{HEADER}\n{child()}\n",
    "care.csv": f"{EPISODES}\n{episode()}\n",
    "held.csv": f"{REVIEWS}\n{review(held='30/09/2016')}\n{review('999')}\n",
}


@pytest.fixture
def queued(monkeypatch):
    """What was put into the queue, instead of a queue."""
    jobs = []
    monkeypatch.setattr(tasks.carry_out_import, "delay", jobs.append)
    return jobs


@pytest.fixture
def manager(practice_manager, client_for, queued):
    return client_for(practice_manager)


def handed_in(client, files=FILES, **typed):
    given = [SimpleUploadedFile(name, text.encode()) for name, text in files.items()]
    return client.post(reverse("return_import"), {"files": given, "year": ""} | typed)


@pytest.fixture
def hand_in(manager, queued, django_capture_on_commit_callbacks):
    """Hand the files in and let the worker at them; gives the page of what came of it."""

    def hand(files=FILES, **typed):
        with django_capture_on_commit_callbacks(execute=True):
            answer = handed_in(manager, files, **typed)
        tasks.carry_out_import(queued.pop())
        return answer.url

    return hand


def test_the_files_are_looked_at_first_and_nothing_changes(manager, hand_in):
    page = words(manager.get(hand_in()))
    assert "Nothing was changed. This is what an import would do." in page
    assert "line" in page.lower()
    assert "CHILD is 999: no such child is in Header or in the records (DfE rule INT08)." in page
    assert "Reviews planned: 1." in page
    assert not Child.objects.exists()
    assert ImportRun.objects.get().dry_run


def test_what_was_looked_at_is_imported_by_one_button_once(
    manager, hand_in, queued, django_capture_on_commit_callbacks
):
    looked = ImportRun.objects.get(pk=hand_in().split("/")[2])
    with django_capture_on_commit_callbacks(execute=True):
        answer = manager.post(reverse("import_carry_out", args=[looked.pk]))
    tasks.carry_out_import(queued.pop())
    assert "The records hold it now." in words(manager.get(answer.url))
    assert Review.objects.held().get().held_on == date(2016, 9, 30)
    done = ImportRun.objects.get(dry_run=False)
    assert done.years == ["2016-17"]
    again = manager.post(reverse("import_carry_out", args=[looked.pk]))
    assert again.status_code == 409
    assert "Import these files" not in words(manager.get(reverse("import_run", args=[looked.pk])))


def test_what_was_handed_in_is_deleted_once_it_is_imported(manager, hand_in):
    address = hand_in(**{"import": "Import at once"})
    parts = ImportFile.objects.values_list("part", flat=True)
    assert list(parts) == ["rejects"]
    rejects = manager.get(f"{address}rejects.csv")
    text = b"".join(rejects.streaming_content).decode("utf-8-sig")
    assert text.splitlines()[0] == "file,line,column,reason,row"
    assert text.splitlines()[1].startswith("held.csv,3,CHILD,CHILD is 999")


def test_several_tables_in_one_zip_are_unpacked(manager, hand_in):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in FILES.items():
            archive.writestr(f"903/{name}", text)
        archive.writestr("__MACOSX/903/._who.csv", "nothing")
    file = SimpleUploadedFile("903.zip", packed.getvalue())
    manager.post(reverse("return_import"), {"files": [file], "year": "", "import": "1"})
    tasks.carry_out_import(ImportRun.objects.get().pk)
    assert Review.objects.held().count() == 1


@pytest.mark.parametrize(
    ("files", "typed", "sentence"),
    [
        ({}, {}, "Choose the files of the return"),
        ({"a.csv": ""}, {}, "One of the files is empty"),
        ({"a.zip": "no zip"}, {}, "a.zip cannot be unpacked: it must be a .zip without a password"),
        (FILES, {"year": "2016"}, "Enter a year like 2016-17, or leave it empty"),
    ],
)
def test_what_cannot_be_taken_is_said_at_its_question(manager, files, typed, sentence):
    answer = handed_in(manager, files, **typed)
    assert sentence in sentences(answer)
    assert not ImportRun.objects.exists()


def test_files_that_are_no_return_fail_with_a_sentence_and_can_be_tried_again(manager, hand_in):
    page = words(manager.get(hand_in({"notes.csv": "Day,Words\n1,2\n"})))
    assert "None of the files is a table of the return" in page
    assert "Nothing was changed." in page
    assert "Try again" in page


def test_a_fault_of_ours_leaves_nothing_and_says_sorry(manager, hand_in, monkeypatch):
    def broken(*_, **__):
        Child.objects.all().delete()
        PeriodFactory()
        raise RuntimeError("secret detail")

    monkeypatch.setitem(carrying_out.RUNNERS, "ssda903", broken)
    page = words(manager.get(hand_in()))
    assert "Something went wrong while the files were read, and nothing was changed." in page
    assert "secret" not in page
    assert not Child.objects.exists()


def test_the_page_shows_how_far_it_is_until_it_is_done(manager):
    handed_in(manager)
    run = ImportRun.objects.get()
    page = manager.get(reverse("import_run", args=[run.pk])).content.decode()
    assert f'data-poll-url="{reverse("import_state", args=[run.pk])}"' in page
    assert "Waiting to start" in page
    tasks.carry_out_import(run.pk)
    state = manager.get(reverse("import_state", args=[run.pk])).content.decode()
    assert "data-poll-url" not in state


def test_a_job_run_twice_does_it_once_and_one_another_worker_has_is_left_to_it(manager):
    handed_in(manager, **{"import": "1"})
    run = ImportRun.objects.get()
    with claimed_by_another(IMPORTS, run.pk):
        tasks.carry_out_import(run.pk)
        assert not Child.objects.exists()
    tasks.carry_out_import(run.pk)
    finished_at = ImportRun.objects.get().finished_at
    tasks.carry_out_import(run.pk)
    assert ImportRun.objects.get().finished_at == finished_at


def test_what_a_killed_worker_left_is_taken_up_and_what_waits_for_its_columns_is_not(
    manager, queued
):
    handed_in(manager)
    ImportRun.objects.create(kind="children", asked_at=clock.now())
    tasks.resume_imports()
    assert queued == [ImportRun.objects.get(kind="ssda903").pk]


def test_files_and_rejects_are_deleted_after_30_days_and_what_came_of_them_stays(hand_in):
    hand_in()
    ImportRun.objects.update(asked_at=datetime.fromisoformat("2017-06-20T09:00:00+01:00"))
    tasks.clear_imports()
    assert ImportFile.objects.count() == 2 + 2  # on the 30th day all are there
    ImportRun.objects.update(asked_at=datetime.fromisoformat("2017-06-19T09:00:00+01:00"))
    tasks.clear_imports()
    assert not ImportFile.objects.exists()
    assert ImportRun.objects.get().summary["counts"]["Reviews"]["rejected"] == 1


def test_a_child_the_files_leave_out_is_told_with_a_link(manager, hand_in):
    left_out = PeriodFactory().child
    page = manager.get(hand_in()).content.decode()
    assert reverse("child", args=[left_out.pk]) in page


def test_returns_lists_the_years_and_what_was_brought_in(manager, hand_in):
    hand_in(**{"import": "1"})
    page = manager.get(reverse("returns")).content.decode()
    assert reverse("return_export", args=["2016-17"]) in page
    assert "2016-17" in page
    assert "Imported" in page
