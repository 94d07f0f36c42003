"""Priorities, how they went, children's words, what was said and done, targets."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from iro_service.refusals import Refusal
from reporting.actions.plans import look_back, move_priority, set_priority, set_quote, set_target
from reporting.measures import targets_for
from reporting.models import Priority, Quote, SaidAndDid, Target
from reporting.writing import writing_of
from reviews.models import ChildsPage
from statute.reporting_year import ReportingYear
from tests.factories import (
    HeldReviewFactory,
    PriorityFactory,
    QuoteFactory,
    ReportFactory,
    SaidAndDidFactory,
)

pytestmark = pytest.mark.django_db
AT = datetime(2017, 7, 20, 9, tzinfo=UTC)
GOOD = {
    "title": "Records reach people in time",
    "lead": "Practice manager",
    "due_on_0": "31", "due_on_1": "3", "due_on_2": "2018",
    "measure": "Nine in ten within 20 working days",
    "figure": "records",
}  # fmt: skip
WORDS = {
    "words": "My IRO remembered my dog.",
    "age_band": "5_to_10",
    "consent_on_0": "3", "consent_on_1": "7", "consent_on_2": "2017",
    "consent_to": "Nel Ibarra",
    "for_public": "yes",
}  # fmt: skip


@pytest.fixture
def report(group_manager):
    return ReportFactory(begun_by=group_manager)


@pytest.fixture
def client(group_manager, client_for):
    return client_for(group_manager)


def at(name, *args):
    return reverse(name, args=["2016-17", *args])


def test_a_priority_is_added_with_lead_day_measure_and_figure(report, client):
    answer = client.post(at("report_priority_add"), GOOD, follow=True)
    assert "Saved. Next year" in answer.content.decode()
    row = report.priorities.get()
    assert (row.title, row.lead, row.due_on, row.figure) == (
        "Records reach people in time", "Practice manager", date(2018, 3, 31), "records",
    )  # fmt: skip
    assert writing_of(report).priorities[0].due_on == "2018-03-31"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Enter what is to be done"),
        ({"lead": " "}, "Enter who leads on it"),
        ({"measure": ""}, "Enter how it will be known that it is done"),
        ({"due_on_2": ""}, "The day it is to be done by must include a year"),
        ({"due_on_2": "2017"}, "must be on or after 1 April 2017"),
        ({"figure": "nonsense"}, "Select"),
    ],
)
def test_what_a_priority_lacks_is_said_at_its_question(report, client, changes, sentence):
    page = client.post(at("report_priority_add"), GOOD | changes).content.decode()
    assert "There is a problem" in page
    assert sentence in page
    assert not report.priorities.exists()


def test_a_priority_is_changed_and_taken_out(report, client):
    row = PriorityFactory(report=report)
    page = client.get(at("report_priority", row.pk)).content.decode()
    assert row.measure in page
    client.post(at("report_priority", row.pk), GOOD | {"title": "Fathers are asked"})
    assert report.priorities.get().title == "Fathers are asked"
    client.post(at("report_priority_remove", row.pk))
    assert not report.priorities.exists()


def test_priorities_change_places_without_a_script(report, client):
    first, second, third = (PriorityFactory(report=report, title=title) for title in "ABC")

    def order():
        return "".join(report.priorities.values_list("title", flat=True))

    client.post(at("report_priority_move", third.pk), {"way": "up"})
    assert order() == "ACB"
    client.post(at("report_priority_move", first.pk), {"way": "down"})
    assert order() == "CAB"
    move_priority(Priority.objects.get(title="C"), up=True)
    move_priority(Priority.objects.get(title="B"), up=False)
    assert order() == "CAB"  # at an end they stay
    page = client.get(at("report_priorities")).content.decode()
    assert page.count('value="up"') == 2
    assert page.count('value="down"') == 2
    assert second.title in page


def test_a_priority_is_for_the_year_to_come_and_told_by_a_known_figure(report):
    given = {"title": "A", "lead": "B", "measure": "C"}
    with pytest.raises(Refusal, match="next year"):
        set_priority(report, **given, due_on=date(2017, 3, 31))
    with pytest.raises(Refusal, match="figure"):
        set_priority(report, **given, due_on=date(2017, 4, 1), figure="nonsense")


def test_how_last_years_priorities_went_is_kept_with_their_figures_then_and_now(
    report, client, group_manager
):
    promised = PriorityFactory(
        report=ReportFactory(period="2015-16", closed=True), figure="reviews-in-timescale"
    )
    HeldReviewFactory()
    page = client.get(at("report_look_backs")).content.decode()
    assert "Reviews held in timescale: <strong>not known</strong> then, <strong>100.0%" in page
    refused = client.post(at("report_look_back", promised.pk), {"went": ""}).content.decode()
    assert "Select how far it is" in refused
    assert "Enter how it went" in refused
    client.post(at("report_look_back", promised.pk), {"result": "partly", "went": "Half of it."})
    promised.refresh_from_db()
    assert (promised.result, promised.went, promised.looked_by) == (
        "partly", "Half of it.", group_manager,
    )  # fmt: skip
    assert writing_of(report).looked_back[0].result == "Partly done"


def test_only_last_years_priorities_are_looked_back_on(report, client, group_manager):
    own = PriorityFactory(report=report)
    assert client.get(at("report_look_back", own.pk)).status_code == 404
    with pytest.raises(Refusal, match="last year's"):
        look_back(report, priority=own, result="done", went="Well", at=AT, by=group_manager)


def test_a_childs_words_need_consent_and_an_age_band(report, client):
    page = client.post(at("report_quote_add"), {"words": ""}).content.decode()
    for sentence in (
        "Enter the child&#x27;s words",
        "Select how old the child is",
        "Enter the day the child agreed",
        "Enter who asked the child",
        "Select whether the child agreed that everybody may read it",
    ):
        assert sentence in page
    late = client.post(at("report_quote_add"), WORDS | {"consent_on_0": "21"}).content.decode()
    assert "must be on or before 20 July 2017" in late
    client.post(at("report_quote_add"), WORDS)
    row = report.quotes.get()
    assert (row.words, row.consent_on, row.for_public) == (
        "My IRO remembered my dog.", date(2017, 7, 3), True,
    )  # fmt: skip
    with pytest.raises(Refusal, match="cannot be after today"):
        set_quote(
            report, words="A", age_band="5_to_10", consent_on=date(2017, 7, 21),
            consent_to="B", for_public=False, on=date(2017, 7, 20),
        )  # fmt: skip


def finished_page(held_on, words="They explained it."):
    """A child's page after a review, with something written."""
    review = HeldReviewFactory(held_on=held_on, late_reason="court")
    return ChildsPage.objects.create(
        review=review, kind="feedback", code_hash=f"hash-{review.pk}", made_at=AT,
        made_by=ReportFactory(period=f"20{review.pk % 50 + 20}-{review.pk % 50 + 21}").begun_by,
        expires_on=date(2017, 8, 1), saved_at=AT, finished_at=AT,
        answers={"better": {"words": words}, "listened": {"choice": "yes"}},
    )  # fmt: skip


def test_words_are_chosen_from_what_children_wrote_in_the_period(report, client):
    page = finished_page(date(2017, 3, 1))
    finished_page(date(2017, 4, 3), "Out of the period")
    listed = client.get(at("report_quote_pick")).content.decode()
    assert "They explained it." in listed
    assert "Out of the period" not in listed
    assert "5 to 10" in listed
    child = page.review.child
    assert child.given_name not in listed
    assert child.reference not in listed
    address = f"{at('report_quote_add')}?from={page.pk}-better"
    assert "They explained it." in client.get(address).content.decode()
    assert (
        "Enter the day the child agreed"
        in client.post(
            address, WORDS | {"consent_on_0": "", "consent_on_1": "", "consent_on_2": ""}
        ).content.decode()
    )
    client.post(address, WORDS)
    assert report.quotes.get().page == page
    assert "Taken" in client.get(at("report_quote_pick")).content.decode()


@pytest.mark.parametrize(
    "key", ["", "x", "1-", "99999-better", "99999999999999-better", "²-better"]
)
def test_a_key_that_leads_to_no_words_gives_an_empty_form(report, client, key):
    answer = client.get(at("report_quote_add"), {"from": key})
    assert answer.status_code == 200
    assert "Written in answer" not in answer.content.decode()


def test_words_are_changed_and_taken_out(report, client):
    row = QuoteFactory(report=report)
    client.post(at("report_quote", row.pk), WORDS | {"for_public": "no"})
    assert Quote.objects.get().words == "My IRO remembered my dog."
    assert Quote.objects.get().for_public is False
    client.post(at("report_quote_remove", row.pk))
    assert not Quote.objects.exists()


def test_what_was_said_and_done_is_added_changed_and_taken_out(report, client):
    refused = client.post(at("report_said_add"), {"said": "", "did": ""}).content.decode()
    assert "Enter what was said" in refused
    assert "Enter what was done" in refused
    client.post(at("report_said_add"), {"said": "Too long", "did": "Shorter"})
    row = SaidAndDid.objects.get()
    client.post(at("report_said_change", row.pk), {"said": "Too long", "did": "Five questions"})
    assert writing_of(report).said_and_did == [("Too long", "Five questions")]
    client.post(at("report_said_remove", row.pk))
    assert not SaidAndDid.objects.exists()


def test_what_was_reviewed_stands_in_every_list(group_manager, client):
    report = ReportFactory(reviewed=True)
    before = PriorityFactory(report=ReportFactory(period="2015-16", closed=True))
    priority, quote, said = (
        factory(report=report) for factory in (PriorityFactory, QuoteFactory, SaidAndDidFactory)
    )
    for name, args, data in (
        ("report_priority_add", [], GOOD),
        ("report_priority", [priority.pk], GOOD),
        ("report_priority_move", [priority.pk], {"way": "up"}),
        ("report_priority_remove", [priority.pk], {}),
        ("report_look_back", [before.pk], {"result": "done", "went": "Well"}),
        ("report_quote_add", [], WORDS),
        ("report_quote", [quote.pk], WORDS),
        ("report_quote_remove", [quote.pk], {}),
        ("report_said_add", [], {"said": "A", "did": "B"}),
        ("report_said_change", [said.pk], {"said": "A", "did": "B"}),
        ("report_said_remove", [said.pk], {}),
    ):
        answer = client.post(at(name, *args), data)
        assert (name, answer.status_code) == (name, 409)
        assert "its words stand" in answer.content.decode()
    for name in ("report_priorities", "report_quotes", "report_said"):
        page = client.get(at(name)).content.decode()
        assert "Take out" not in page
        assert "taken back on its desk" in page


def test_a_row_of_another_report_is_not_found(report, client):
    other = ReportFactory(period="2016-17-H1")
    for name, row in (
        ("report_priority", PriorityFactory(report=other)),
        ("report_quote", QuoteFactory(report=other)),
        ("report_said_change", SaidAndDidFactory(report=other)),
    ):
        assert client.get(at(name, row.pk)).status_code == 404


def test_a_target_holds_from_its_year_until_a_later_one(council, client):
    answer = client.post(
        reverse("target_set", args=["records"]), {"from_year": "2016", "value": "90"}, follow=True
    )
    assert "Saved. Records in 20 working days: 90% from 2016-17 on." in answer.content.decode()
    client.post(reverse("target_set", args=["records"]), {"from_year": "2018", "value": "95.5"})
    client.post(reverse("target_set", args=["records"]), {"from_year": "2016", "value": "92"})
    assert targets_for(ReportingYear(2017)) == {"records": Decimal("92.0")}
    assert targets_for(ReportingYear(2018)) == {"records": Decimal("95.5")}
    page = client.get(reverse("targets")).content.decode()
    assert "92%" in page
    assert "95.5% from 2018-19" in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"from_year": "", "value": "90"}, "Select the year"),
        ({"from_year": "1999", "value": "90"}, "Select the year"),
        ({"from_year": "2017", "value": ""}, "Enter the target"),
        ({"from_year": "2017", "value": "101"}, "The target must be between 0 and 100"),
        ({"from_year": "2017", "value": "9.55"}, "must have 1 decimal places or fewer"),
    ],
)
def test_a_target_is_a_number_of_a_year(council, client, typed, sentence):
    page = client.post(reverse("target_set", args=["records"]), typed).content.decode()
    assert sentence in page
    assert not Target.objects.exists()


def test_nothing_is_aimed_at_where_more_is_neither_better_nor_worse(council, client):
    assert client.get(reverse("target_set", args=["concerns"])).status_code == 404
    assert client.get(reverse("target_set", args=["nonsense"])).status_code == 404
    with pytest.raises(Refusal):
        set_target(measure="concerns", from_year=2016, value=Decimal(3))


@pytest.mark.parametrize(
    ("name", "factory"),
    [
        ("report_priorities", PriorityFactory),
        ("report_quotes", QuoteFactory),
        ("report_said", SaidAndDidFactory),
    ],
)
def test_more_rows_cost_no_more_questions(report, client, name, factory):
    factory(report=report)

    def count():
        with CaptureQueriesContext(connection) as asked:
            client.get(at(name))
        return len(asked)

    few = count()
    for _ in range(4):
        factory(report=report)
    assert count() == few
