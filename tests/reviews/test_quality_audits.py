"""Quality audits: of reviews that were held, read by who chaired them, with their actions."""

from datetime import date

import pytest

from cohort.versions import ChangedMeanwhile, version_of
from iro_service.refusals import Refusal
from reviews.actions.audits import do_audit_action, keep_audit, keep_audit_action
from reviews.audit_versions import earlier_versions
from reviews.models import AuditAction, QualityAudit
from tests.factories import AuditActionFactory, HeldReviewFactory, QualityAuditFactory
from tests.reviews.pages import words
from tests.reviews.test_care_pages import boxes, said
from tests.reviews.test_queries import queries_of

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


@pytest.fixture
def held(iro):
    """A review held on 6 June 2017 by the IRO."""
    return HeldReviewFactory(held_on=date(2017, 6, 6), chair=iro)


@pytest.fixture
def manager(client_for, practice_manager):
    return client_for(practice_manager)


def facts(**changes) -> dict:
    """What an audit says."""
    known = {"audited_on": date(2017, 7, 3), "auditor": "A neighbour", "grade": "good"}
    return known | {"strong": ["voice"], "weak": [], "found": "Short and clear."} | changes


def typed(**changes) -> dict:
    """The same as it is typed."""
    answers = {
        **boxes("audited_on", "3 7 2017"), "auditor": "A neighbour", "grade": "good",
        "strong": ["voice"], "weak": ["record"], "found": "Short and clear.", "version": "0",
    }  # fmt: skip
    return answers | changes


def test_a_review_is_audited_once_it_was_held(held, iro, practice_manager, planned):
    kept = {"version": 0, "on": TODAY, "by": practice_manager}
    audit = keep_audit(QualityAudit(review=held), **facts(), **kept)
    assert (audit.entered_by, audit.grade) == (practice_manager, "good")
    for review, day, why in (
        (planned, date(2017, 7, 3), "once it was held"),
        (held, date(2017, 6, 5), "the audit comes after it"),
        (held, date(2017, 7, 21), "cannot be after today"),
    ):
        with pytest.raises(Refusal, match=why):
            keep_audit(QualityAudit(review=review), **facts(audited_on=day), **kept)
    with pytest.raises(Refusal, match="audited this review meanwhile"):
        keep_audit(QualityAudit(review=held), **facts(), **kept)
    with pytest.raises(Refusal, match="Only a manager"):
        keep_audit(QualityAudit(review=held), **facts(), **(kept | {"by": iro}))


def test_who_comes_second_to_an_audit_is_told_and_nothing_is_lost(practice_manager):
    audit = QualityAuditFactory(review__held_on=date(2017, 6, 6))
    opened = version_of(audit)
    kept = {"on": TODAY, "by": practice_manager}
    keep_audit(audit, version=opened, **facts(grade="improve"), **kept)
    with pytest.raises(ChangedMeanwhile):
        keep_audit(audit, version=opened, **facts(grade="inadequate"), **kept)
    audit.refresh_from_db()
    assert audit.grade == "improve"
    assert [one.audit.grade for one in earlier_versions(audit)] == ["good"]


def test_an_action_is_done_once_and_stands_then(practice_manager, iro):
    action = AuditActionFactory()
    do_audit_action(action, on=TODAY, by=practice_manager)
    assert (action.done_on, action.done_by) == (TODAY, practice_manager)
    with pytest.raises(Refusal, match="already"):
        do_audit_action(action, on=TODAY, by=practice_manager)
    changed = {"text": "Else", "owner": "IRO", "due_on": TODAY}
    with pytest.raises(Refusal, match="stands"):
        keep_audit_action(action, version=version_of(action), **changed, by=practice_manager)
    with pytest.raises(Refusal, match="Only a manager"):
        do_audit_action(AuditActionFactory(), on=TODAY, by=iro)


def test_actions_are_overdue_from_the_day_after_their_last_day():
    for due_on, done_on in (("2017-07-19", None), ("2017-07-20", None), ("2017-07-10", TODAY)):
        AuditActionFactory(due_on=due_on, done_on=done_on)
    assert AuditAction.objects.overdue(on=TODAY).count() == 1


def test_a_manager_audits_a_review_from_its_page(manager, held):
    there = f"/reviews/{held.pk}/audit/"
    assert there in manager.get(f"/reviews/{held.pk}/").content.decode()
    page = said(manager, there, typed())
    assert "Saved. The IRO who chaired the review can read it." in page
    audit = QualityAudit.objects.get()
    assert (audit.strong, audit.weak) == (["voice"], ["record"])
    review = manager.get(f"/reviews/{held.pk}/").content.decode()
    assert f"/audits/{audit.pk}/" in review
    assert there not in review
    assert manager.get(there).url == f"/audits/{audit.pk}/"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (boxes("audited_on", "3 6 2017"), "the audit comes after it"),
        (boxes("audited_on", "21 7 2017"), "The day of the audit cannot be after today"),
        ({"weak": ["voice"]}, "Strong or weak, not both: The child&#x27;s voice"),
        ({"grade": ""}, "Select the grade"),
        ({"found": ""}, "Enter what was found"),
        ({"auditor": ""}, "Enter who audited it"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(manager, held, changes, sentence):
    assert sentence in said(manager, f"/reviews/{held.pk}/audit/", typed(**changes))
    assert not QualityAudit.objects.exists()


def test_two_who_change_an_audit_see_both_versions(manager, client_for, group_manager):
    audit = QualityAuditFactory(review__held_on=date(2017, 6, 6))
    there, opened = f"/audits/{audit.pk}/change/", str(version_of(audit))
    said(manager, there, typed(version=opened, found="Theirs."))
    answer = client_for(group_manager).post(there, typed(version=opened, found="Mine."))
    assert answer.status_code == 409
    assert "Theirs." in words(answer)
    assert "Mine." in words(answer)


def test_what_an_audit_said_before_can_be_read(manager, practice_manager):
    audit = QualityAuditFactory(review__held_on=date(2017, 6, 6))
    there = f"/audits/{audit.pk}/change/"
    page = said(manager, there, typed(version=str(version_of(audit)), grade="improve"))
    assert "Quality audit: requires improvement" in page
    assert f"then changed by {practice_manager}" in page


def test_an_action_is_added_changed_and_done(manager):
    audit = QualityAuditFactory(review__held_on=date(2017, 5, 9), audited_on=date(2017, 6, 20))
    asked = {"text": "Meet the child", "owner": "IRO", "version": "0"}
    there = f"/audits/{audit.pk}/actions/add/"
    early = said(manager, there, asked | boxes("due_on", "19 6 2017"))
    assert "The day must be the day of the audit or later" in early
    assert "Overdue" in said(manager, there, asked | boxes("due_on", "10 7 2017"))
    action = audit.actions.get()
    later = asked | boxes("due_on", "31 7 2017") | {"version": str(version_of(action))}
    assert "To do" in said(manager, f"/audits/actions/{action.pk}/", later)
    page = said(manager, f"/audits/actions/{action.pk}/done/", {})
    assert "Saved. It was done today." in page
    assert "Done today</button>" not in page


def test_an_iro_reads_the_audits_of_the_reviews_they_chaired(client_for, iro, other_iro, held):
    audit = QualityAuditFactory(review=held)
    QualityAuditFactory(review__chair=other_iro)
    client = client_for(iro)
    page = client.get("/audits/")
    assert [one.pk for one in page.context["page"].object_list] == [audit.pk]
    assert "Add an action" not in client.get(f"/audits/{audit.pk}/").content.decode()
    assert client_for(other_iro).get(f"/audits/{audit.pk}/").status_code == 404


@pytest.fixture
def some(iro, other_iro):
    """Three audits: one with an overdue action, one with all done, one with none."""
    rows = (("good", ["voice"], "2017-06-01", iro), ("improve", [], "2017-05-02", other_iro),
            ("good", [], "2017-04-03", other_iro))  # fmt: skip
    audits = [
        QualityAuditFactory(
            grade=grade, strong=strong, weak=["plan"], audited_on=day, review__chair=chair,
            review__held_on=date(2017, 3, 1), auditor=str(n),
        )
        for n, (grade, strong, day, chair) in enumerate(rows)
    ]  # fmt: skip
    AuditActionFactory(audit=audits[0], due_on=date(2017, 7, 1))
    AuditActionFactory(audit=audits[1], due_on=date(2017, 7, 1), done_on=date(2017, 7, 1))
    return audits


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "012"),
        ("?grade=good", "02"),
        ("?strong=voice", "0"),
        ("?weak=plan&sort=audited_on", "210"),
        ("?actions=overdue", "0"),
        ("?actions=done", "1"),
        ("?actions=none", "2"),
        ("?first=2017-05-02", "01"),
        ("?last=2017-05-02", "12"),
    ],
)
def test_the_list_is_narrowed_and_sorted(manager, some, query, found):
    rows = manager.get(f"/audits/{query}").context["page"].object_list
    assert "".join(one.auditor for one in rows) == found


def test_the_list_is_narrowed_to_an_iro_and_downloaded(manager, some, iro):
    lines = manager.get(f"/audits/download/?iro={iro.pk}").content.decode().splitlines()
    assert len(lines) == 2
    assert "The child's voice" in lines[1]
    assert manager.get("/audits/download/?as=xlsx").status_code == 200


def test_more_audits_are_no_more_queries(manager, some):
    addresses = ("/audits/", "/audits/download/", "/unit/")
    few = [queries_of(manager, one) for one in addresses]
    for _ in range(6):
        AuditActionFactory(audit__review__held_on=date(2017, 3, 1))
    assert [queries_of(manager, one) for one in addresses] == few


def test_overdue_actions_stand_on_the_managers_first_page(manager, some):
    page = manager.get("/today/").content.decode()
    assert "Audits with actions overdue" in page
    assert "/audits/?actions=overdue" in page
