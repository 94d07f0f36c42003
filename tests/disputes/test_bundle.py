"""A dispute for a court bundle: every shared step is in it and nothing private; it can be heard."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from audit.models import Look
from disputes.actions.answering import Promise, answer_dispute, finish_action, hold_meeting
from disputes.actions.climbing import add_note, escalate, refer_to_cafcass, seek_legal_advice
from disputes.actions.closing import accept, close
from disputes.models import Dispute
from reporting.dispute_print import dispute_pdf
from tests.disputes.cases import raised
from tests.disputes.conftest import at
from tests.reporting.pdf_checks import check_accessible

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.fixture
def dispute(child, iro, responding_manager, director):
    """One that went all the way."""
    dispute = raised(
        child, by=iro, asked=responding_manager, on=date(2017, 6, 1), impact="She does not sleep."
    )

    def on(day, by=iro):
        dispute.refresh_from_db()
        return {"on": date(2017, 6, day), "at": at(date(2017, 6, day)), "by": by}

    answer_dispute(dispute, answer="meeting", text="To hear more.", **on(2, responding_manager))
    hold_meeting(dispute, text="We met at the school.", **on(5))
    add_note(dispute, text="The worker drinks.", private=True, at=at(date(2017, 6, 5)), by=iro)
    add_note(dispute, text="The school rang twice.", private=False, at=at(TODAY), by=iro)
    seek_legal_advice(dispute, text="Counsel said to wait.", **on(6))
    escalate(
        dispute, stage=2, text="Nothing came of it.", asked=director,
        skipped_because="They share an office.", **on(9),
    )  # fmt: skip
    refer_to_cafcass(dispute, text="The plan is a breach.", **on(12))
    promises = [Promise("A plan by a new worker", "Sam Reed", date(2017, 6, 30))]
    answer_dispute(
        dispute, answer="partly", text="Half of it is right.", promises=promises, **on(20)
    )
    accept(dispute, text="Half will do.", **on(21))
    finish_action(dispute.actions.get(), **on(28))
    close(dispute, outcome="partly", what_changed="She has a plan.", **on(29))
    return Dispute.objects.select_related("child", "asked", "raised_by").get(pk=dispute.pk)


def test_it_holds_every_shared_step_in_order_and_no_private_word(dispute, council):
    pdf = dispute_pdf(dispute, on=TODAY)
    assert check_accessible(pdf) == []
    text = text_of(pdf)
    front = (
        council.name, "Dispute: drift and delay", str(dispute.child), dispute.child.reference,
        "Thursday 1 June 2017", "Stage 2 of 4: Service manager", "Closed: partly upheld",
        "Thursday 29 June 2017", "Referred on Monday 12 June 2017",
        "Private notes of the IRO service are not part of this document.",
    )  # fmt: skip
    for said in front:
        assert said in text, said
    steps = [
        "No plan since March.", "A plan.", "She does not sleep.", "She has a plan.", "Every step",
        "Raised informally", "To hear more.", "We met at the school.",
        "Taken further to the stage “Service manager”", "They share an office.",
        "Nothing came of it.", "The plan is a breach.", "agrees in part", "Late.",
        "Half of it is right.", "A plan by a new worker", "Half will do.", "Agreed action done",
        "Closed: partly upheld", "The school rang twice.", "What was agreed, and what became",
        "30 June 2017", "28 June 2017",
    ]  # fmt: skip
    where = -1
    for said in steps:
        where = text.find(said, where + 1)
        assert where > 0, said
    for private in ("drinks", "Counsel", "Legal advice"):
        assert private not in text


def test_the_front_sheet_stands_alone(dispute):
    first, second = PdfReader(BytesIO(dispute_pdf(dispute, on=TODAY))).pages[:2]
    assert "The concern" not in first.extract_text()
    assert "The concern" in second.extract_text()


def test_one_that_was_raised_today_can_be_heard_too(child, iro, council):
    dispute = raised(child, by=iro, asked=None, on=TODAY)
    pdf = dispute_pdf(dispute, on=TODAY)
    assert check_accessible(pdf) == []
    text = text_of(pdf)
    assert "Not referred" in text
    assert "None." in text


def test_words_typed_stay_words(child, iro, council):
    dispute = raised(child, by=iro, asked=None, text="<b>So</b> <img src=https://example.org/x>")
    assert "<b>So</b> <img src=https://example.org/x>" in text_of(dispute_pdf(dispute, on=TODAY))


def test_the_file_is_kept_by_no_cache_names_nobody_and_is_logged(dispute, iro, client_for):
    answer = client_for(iro).get(reverse("dispute_bundle", args=[dispute.pk]))
    assert answer["content-type"] == "application/pdf"
    assert answer["cache-control"] == "private, no-store"
    assert answer["content-disposition"] == f'inline; filename="dispute-{dispute.pk}.pdf"'
    looks = Look.objects.filter(page="court bundle", by=iro)
    assert set(looks.values_list("subject", flat=True)) == {"dispute", "child"}


@pytest.mark.parametrize(("role", "status"), [("other_iro", 404), ("responding_manager", 404)])
def test_a_stranger_and_a_manager_who_is_asked_get_no_file(
    dispute, client_for, request, role, status
):
    client = client_for(request.getfixturevalue(role))
    assert client.get(reverse("dispute_bundle", args=[dispute.pk])).status_code == status
