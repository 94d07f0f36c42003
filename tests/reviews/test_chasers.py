"""Before due, on due, overdue, then to the practice manager: what is owed on which day."""

from datetime import date

import pytest
from django.core import mail

from reviews.actions.notices import owe_notices, send_notices
from reviews.chasers.table import CHASERS
from reviews.models import (
    Adjournment,
    ChildsPage,
    Notice,
    OutcomeForm,
)
from tests.factories import (
    AllocationFactory,
)
from tests.reviews.chased import (
    a_check,
    a_form,
    a_page,
    a_record,
    a_report,
    a_review,
    a_sheet,
    an_answer,
    moment,
    review_due,
)

pytestmark = pytest.mark.django_db


# Matter, its last day, then the day and what was owed by then, one after the other.
DAYS = [
    # Wednesday 19 July: ten working days before is the 5th.
    (a_review, "2017-07-19", "2017-07-04", ""),
    (a_review, "2017-07-19", "2017-07-05", "review_to_book"),
    (a_review, "2017-07-19", "2017-07-18", "review_to_book"),
    (a_review, "2017-07-19", "2017-07-19", "review_due"),
    (a_review, "2017-07-19", "2017-07-20", "review_overdue"),
    (a_review, "2017-07-19", "2017-07-26", "review_overdue"),
    (a_review, "2017-07-19", "2017-07-27", "escalated review_overdue"),
    # Sunday 23 July: the last day to do something is the Friday, it is overdue on Monday.
    (a_review, "2017-07-23", "2017-07-20", "review_to_book"),
    (a_review, "2017-07-23", "2017-07-21", "review_due"),
    (a_review, "2017-07-23", "2017-07-22", ""),
    (a_review, "2017-07-23", "2017-07-24", "review_overdue"),
    # Easter 2017: Good Friday 14 April, Easter Monday 17 April.
    (a_review, "2017-04-20", "2017-04-03", ""),
    (a_review, "2017-04-20", "2017-04-04", "review_to_book"),
    (a_review, "2017-04-16", "2017-04-13", "review_due"),
    (a_review, "2017-04-16", "2017-04-17", ""),
    (a_review, "2017-04-16", "2017-04-18", "review_overdue"),
    (a_review, "2017-04-12", "2017-04-21", "review_overdue"),
    (a_review, "2017-04-12", "2017-04-24", "escalated review_overdue"),
    # Christmas 2016: the 26th and 27th and 2 January are holidays.
    (a_review, "2017-01-04", "2016-12-15", ""),
    (a_review, "2017-01-04", "2016-12-16", "review_to_book"),
    (a_review, "2016-12-25", "2016-12-23", "review_due"),
    (a_review, "2016-12-25", "2016-12-27", ""),
    (a_review, "2016-12-25", "2016-12-28", "review_overdue"),
    (a_form, "2017-07-19", "2017-07-18", ""),
    (a_form, "2017-07-19", "2017-07-19", "outcome_form_due"),
    (a_form, "2017-07-19", "2017-07-20", "outcome_form_overdue"),
    (a_form, "2017-07-22", "2017-07-21", ""),  # on Friday the review is still to come
    (a_form, "2017-07-22", "2017-07-24", "outcome_form_overdue"),
    (a_form, "2017-07-19", "2017-07-27", "escalated outcome_form_overdue"),
    (a_record, "2017-07-19", "2017-07-11", ""),
    (a_record, "2017-07-19", "2017-07-12", "record_reminder"),  # the 15th working day
    (a_record, "2017-07-19", "2017-07-19", "record_due"),
    (a_record, "2017-07-19", "2017-07-20", "record_overdue"),
    (a_record, "2017-07-19", "2017-07-27", "escalated record_overdue"),
    (a_record, "2017-01-05", "2016-12-23", ""),
    (a_record, "2017-01-05", "2016-12-28", "record_reminder"),
    (a_sheet, "2017-07-19", "2017-07-18", ""),
    (a_sheet, "2017-07-19", "2017-07-19", "decisions_to_send"),
    (a_sheet, "2017-07-19", "2017-07-24", "decisions_to_send"),
    (a_sheet, "2017-07-19", "2017-07-27", "decisions_to_send escalated"),
    (an_answer, "2017-07-19", "2017-07-11", ""),
    (an_answer, "2017-07-19", "2017-07-12", "decisions_to_answer"),  # sent that day
    (an_answer, "2017-07-19", "2017-07-19", "decisions_to_answer"),
    (an_answer, "2017-07-19", "2017-07-20", ""),  # silence is agreement
    (a_check, "2017-07-19", "2017-07-11", ""),
    (a_check, "2017-07-19", "2017-07-12", "midway_due"),
    (a_check, "2017-07-19", "2017-07-19", "midway_due"),
    (a_check, "2017-07-19", "2017-07-20", "midway_overdue"),
    (a_check, "2017-07-19", "2017-07-27", "escalated midway_overdue"),
    (a_report, "2017-07-19", "2017-07-19", ""),
    (a_report, "2017-07-19", "2017-07-20", "report_missing"),
    (a_report, "2017-07-19", "2017-07-24", "report_missing"),  # the day of the review
    (a_page, "2017-07-19", "2017-07-13", ""),
    (a_page, "2017-07-19", "2017-07-14", "childs_page_unopened"),  # over the weekend
    (a_page, "2017-07-19", "2017-07-19", "childs_page_unopened"),
    (a_page, "2017-07-19", "2017-07-20", ""),
]


@pytest.mark.parametrize(("matter", "due_on", "on", "kinds"), DAYS)
def test_each_matter_is_chased_on_its_days(iro, practice_manager, matter, due_on, on, kinds):
    review = matter(date.fromisoformat(due_on), iro)
    AllocationFactory(child=review.child, iro=iro, started_on=review.period.started_on)
    owe_notices(on=date.fromisoformat(on))
    owed = Notice.objects.order_by("kind").values_list("kind", flat=True)
    assert " ".join(owed) == kinds
    for notice in Notice.objects.all():
        assert notice.due_on.isoformat() == due_on
        assert (notice.to == practice_manager) is (notice.kind == "escalated")
        assert (notice.to.role == "responding_manager") is (notice.kind == "decisions_to_answer")


def test_every_kind_of_notice_but_the_week_is_in_the_table():
    assert {chaser.kind for chaser in CHASERS} == set(Notice.Kind) - {Notice.Kind.WEEKLY_DIGEST}


class TestWhatIsInHand:
    @pytest.mark.parametrize(
        "fields",
        [
            {"opened_at": moment(date(2017, 7, 10))},
            {"withdrawn_at": moment(date(2017, 7, 10))},
            {"made_at": moment(date(2017, 7, 18))},  # today: it may still be opened
            {"kind": "feedback"},
        ],
    )
    def test_a_childs_page_that_was_opened_or_taken_back_is_not_chased(self, iro, fields):
        review = a_page(date(2017, 7, 19), iro)
        AllocationFactory(child=review.child, iro=iro, started_on=review.period.started_on)
        ChildsPage.objects.update(**fields)
        owe_notices(on=date(2017, 7, 18))
        assert not Notice.objects.exists()

    def test_the_mail_about_a_page_not_opened_says_so_and_leads_there(self, iro):
        review = a_page(date(2017, 7, 19), iro)
        AllocationFactory(child=review.child, iro=iro, started_on=review.period.started_on)
        owe_notices(on=date(2017, 7, 18))
        send_notices(at=moment(date(2017, 7, 18)))
        told = mail.outbox[0]
        assert told.subject == "Coming up: 1 child's page not opened"
        assert "It is the day of the review; the link made for the child" in told.body
        assert f"/reviews/{review.pk}/" in told.body

    def test_a_team_managers_mail_ends_with_what_silence_means(self, iro):
        an_answer(date(2017, 7, 19), iro)
        owe_notices(on=date(2017, 7, 18))
        send_notices(at=moment(date(2017, 7, 18)))
        assert "No answer by its day counts as agreement." in mail.outbox[0].body
        assert "practice manager" not in mail.outbox[0].body

    def test_a_review_booked_in_time_is_not_chased(self, iro):
        review_due(date(2017, 7, 20), booked_for=moment(date(2017, 7, 20)))
        review_due(date(2017, 7, 25), booked_for=moment(date(2017, 7, 24)))
        owe_notices(on=date(2017, 7, 20))
        assert not Notice.objects.exists()

    def test_one_booked_for_after_its_last_day_is(self, practice_manager):
        review_due(date(2017, 7, 20), booked_for=moment(date(2017, 7, 24)))
        owe_notices(on=date(2017, 7, 20))
        assert Notice.objects.get().kind == "review_due"

    def test_a_review_that_took_place_owes_its_form_and_not_itself(self, practice_manager):
        review = review_due(date(2017, 7, 18), booked_for=moment(date(2017, 7, 18)))
        OutcomeForm.objects.create(review=review, due_at=moment(date(2017, 7, 19)))
        owe_notices(on=date(2017, 7, 20))
        assert Notice.objects.get().kind == "outcome_form_overdue"

    def test_an_adjourned_review_is_chased_by_the_day_to_resume_it(self, practice_manager):
        review = review_due(date(2017, 7, 10))
        Adjournment.objects.create(
            review=review, adjourned_on=date(2017, 7, 7), resume_by=date(2017, 8, 4),
            reason="The father was ill.", by=practice_manager,
        )  # fmt: skip
        owe_notices(on=date(2017, 7, 20))
        assert not Notice.objects.exists()
        owe_notices(on=date(2017, 8, 7))
        assert Notice.objects.get().due_on == date(2017, 8, 4)

    def test_what_moved_to_its_next_stage_before_it_was_sent_is_told_once(self, iro):
        review = review_due(date(2017, 7, 20))
        AllocationFactory(child=review.child, iro=iro, started_on=review.period.started_on)
        for day in (19, 20, 21):  # and no mail left on the first two
            owe_notices(on=date(2017, 7, day))
        send_notices(at=moment(date(2017, 7, 21)))
        assert [message.subject for message in mail.outbox] == ["Overdue: 1 review"]
        states = {notice.kind: notice.state for notice in Notice.objects.all()}
        assert states == {
            "review_to_book": "withdrawn",
            "review_due": "withdrawn",
            "review_overdue": "sent",
        }


def test_a_weeks_outage_is_one_mail_a_person_and_the_newest_stage_of_each(iro, practice_manager):
    """Nothing ran from Tuesday 11 to Thursday 20 July."""
    for matter, due_on in [
        (a_record, date(2017, 7, 10)),  # was to be told on the 11th, escalated on the 18th
        (a_record, date(2017, 7, 17)),  # due and overdue meanwhile
        (a_record, date(2017, 7, 24)),  # reminded of meanwhile
        (a_check, date(2017, 7, 18)),
    ]:
        review = matter(due_on, iro)
        AllocationFactory(child=review.child, iro=iro, started_on=review.period.started_on)
    owe_notices(on=date(2017, 7, 20))
    send_notices(at=moment(date(2017, 7, 20)))
    assert {message.to[0]: message.subject for message in mail.outbox} == {
        iro.email: "Overdue: 2 records of discussion and 1 midway check; "
        "coming up: 1 record of discussion",
        practice_manager.email: "Still overdue: 1 record of discussion",
    }
    assert len(mail.outbox) == 2
    (told,) = [message for message in mail.outbox if message.to == [iro.email]]
    assert told.body.index("past their last day") < told.body.index("coming up")
