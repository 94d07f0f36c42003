"""Before due, on due, overdue, then to the practice manager: what is owed on which day."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection

from accounts.models import Role
from iro_service.demonstration.days import CALENDAR
from reviews.actions.notices import owe_digests, owe_notices, send_notices
from reviews.chasers.days import OfficeDay, sends_from
from reviews.chasers.table import CHASERS
from reviews.models import (
    Adjournment,
    ChildsPage,
    DecisionSheet,
    MidwayCheck,
    Notice,
    OutcomeForm,
    Review,
)
from tests.factories import (
    AllocationFactory,
    HeldReviewFactory,
    OutcomeFormFactory,
    PeriodFactory,
    RecordFactory,
    ReviewFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
NOON = timedelta(hours=11)  # of UTC: mail leaves at this time in summer and in winter


def moment(on: date) -> datetime:
    """Noon of the day."""
    return datetime(on.year, on.month, on.day, tzinfo=UTC) + NOON


def review_due(due_on: date, **fields) -> Review:
    """A planned review whose last lawful day this is."""
    started_on = due_on - timedelta(days=200)
    period = PeriodFactory(started_on=started_on)
    return ReviewFactory(period=period, due_on=due_on, base_on=started_on, **fields)


def held(on: date) -> Review:
    """A review held on the day, in time."""
    period = PeriodFactory(started_on=on - timedelta(days=200))
    return HeldReviewFactory(period=period, due_on=on, held_on=on, base_on=period.started_on)


def a_review(due_on: date, iro) -> Review:
    return review_due(due_on)


def a_form(due_on: date, iro) -> Review:
    due_at = moment(due_on)
    booked = review_due(due_on + timedelta(days=60), booked_for=due_at - timedelta(hours=24))
    return OutcomeFormFactory(review=booked, due_at=due_at, submitted_at=None).review


def a_record(due_on: date, iro) -> Review:
    review = held(CALENDAR.add_working_days(due_on, -20))
    return RecordFactory(review=review, due_on=due_on).review


def a_sheet(due_on: date, iro) -> Review:
    review = held(CALENDAR.add_working_days(due_on, -5))
    DecisionSheet.objects.create(review=review, due_on=due_on)
    return review


def an_answer(due_on: date, iro) -> Review:
    sent_on = CALENDAR.add_working_days(due_on, -5)
    manager = UserFactory(role=Role.RESPONDING_MANAGER)
    DecisionSheet.objects.create(
        review=held(sent_on), due_on=sent_on, manager=manager,
        sent_on=sent_on, sent_by=iro, answer_due_on=due_on,
    )  # fmt: skip
    return Review.objects.get()


def a_check(due_on: date, iro) -> Review:
    review = review_due(due_on + timedelta(days=90), booked_for=moment(due_on + timedelta(days=80)))
    MidwayCheck.objects.create(review=review, due_on=due_on)
    return review


def a_report(due_on: date, iro) -> Review:
    booked_on = CALENDAR.add_working_days(due_on, 3)
    return review_due(booked_on, booked_for=moment(booked_on), report_due_on=due_on)


def a_page(due_on: date, iro) -> Review:
    review = review_due(due_on + timedelta(days=30), booked_for=moment(due_on))
    ChildsPage.objects.create(
        review=review, kind="views", code_hash="a", made_at=moment(due_on - timedelta(days=20)),
        made_by=iro, expires_on=due_on,
    )  # fmt: skip
    return review


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


class TestQuietDays:
    @pytest.mark.parametrize(
        ("at", "leaves"),
        [
            ("2017-07-20 05:59", False),  # 06:59 in London
            ("2017-07-20 06:00", True),
            ("2017-07-20 18:00", True),
            ("2017-07-20 18:01", False),
            ("2017-07-22 11:00", False),  # Saturday
            ("2017-07-23 11:00", False),
            ("2017-08-28 11:00", False),  # the August holiday
            ("2017-01-19 06:59", False),  # winter: London is UTC
            ("2017-01-19 07:00", True),
        ],
    )
    def test_mail_leaves_on_working_days_from_seven_to_seven(self, iro, at, leaves):
        at = datetime.fromisoformat(f"{at}+00:00")
        review = held(date(2016, 11, 1))
        RecordFactory(review=review, due_on=date(2016, 11, 29))
        AllocationFactory(child=review.child, iro=iro, started_on=date(2016, 10, 1))
        owe_notices(on=date(2016, 12, 1))
        send_notices(at=at)
        assert bool(mail.outbox) is leaves
        assert (sends_from(at, OfficeDay(at.date(), CALENDAR)) is None) is leaves

    @pytest.mark.parametrize(
        ("at", "opens"),
        [
            ("2017-07-20 04:00", "2017-07-20 06:00"),
            ("2017-07-20 19:00", "2017-07-21 06:00"),
            ("2017-07-21 19:00", "2017-07-24 06:00"),
            ("2017-04-14 03:00", "2017-04-18 06:00"),
        ],
    )
    def test_it_is_known_when_mail_leaves_again(self, at, opens):
        at = datetime.fromisoformat(f"{at}+00:00")
        again = sends_from(at, OfficeDay(at.date(), CALENDAR))
        assert again == datetime.fromisoformat(f"{opens}+00:00")

    def test_where_the_bank_holidays_are_not_known_yet_only_weekends_are_quiet(self):
        assert OfficeDay(date(2031, 4, 12), CALENDAR).is_quiet
        assert not OfficeDay(date(2031, 4, 14), CALENDAR).is_quiet
        assert OfficeDay(date(2031, 4, 10), CALENDAR).ahead(2) == date(2031, 4, 14)


class TestTheWeek:
    @pytest.fixture
    def arrears(self, iro):
        """A record overdue and another due next week, both the IRO's."""
        for due_on in (date(2017, 7, 7), date(2017, 7, 25)):
            review = a_record(due_on, iro)
            AllocationFactory(child=review.child, iro=iro, started_on=review.period.started_on)
        return review

    @pytest.mark.parametrize(
        ("on", "week"),
        [
            ("2017-07-16", None),  # Sunday
            ("2017-07-17", "2017-07-17"),
            ("2017-07-20", "2017-07-17"),  # missed, and caught up within the week
            ("2017-07-22", None),  # ... and not after it
            ("2017-08-28", None),  # a bank holiday: on Tuesday
            ("2017-08-29", "2017-08-28"),
        ],
    )
    def test_it_is_owed_on_the_first_working_day_of_the_week(self, arrears, iro, on, week):
        owe_digests(on=date.fromisoformat(on))
        owed = [notice.due_on.isoformat() for notice in Notice.objects.filter(to=iro)]
        assert owed == ([week] if week else [])

    def test_it_is_owed_once_a_week(self, arrears):
        for day in (17, 17, 18, 21, 24):
            owe_digests(on=date(2017, 7, day))
        assert sorted(notice.due_on.day for notice in Notice.objects.all()) == [17, 24]

    def test_last_weeks_is_not_sent_any_more(self, arrears):
        owe_digests(on=date(2017, 7, 17))
        send_notices(at=moment(date(2017, 7, 24)))
        assert Notice.objects.get().state == "withdrawn"
        assert not mail.outbox

    def test_who_has_nothing_in_it_gets_none(self, iro, practice_manager, business_support):
        owe_digests(on=date(2017, 7, 17))
        assert not Notice.objects.exists()

    def test_it_tells_the_iro_what_is_overdue_and_what_comes(self, arrears, iro):
        owe_digests(on=date(2017, 7, 17))
        send_notices(at=moment(date(2017, 7, 17)))
        (message,) = mail.outbox
        assert (message.to, message.subject) == ([iro.email], "The week from Monday 17 July 2017")
        assert "* Children you review: 2" in message.body
        assert "* Overdue: 1 record of discussion" in message.body
        assert "* To do until Sunday 30 July 2017: 1 record of discussion" in message.body
        assert (
            f"Next week\n\n* Child {arrears.child.reference}: record of discussion, due by "
            "Tuesday 25 July 2017; 6 working days left." in message.body
        )
        assert arrears.child.family_name not in message.body

    def test_it_tells_the_practice_manager_by_iro_and_what_was_escalated(
        self, arrears, iro, practice_manager
    ):
        owe_notices(on=date(2017, 7, 17))
        owe_digests(on=date(2017, 7, 17))
        send_notices(at=moment(date(2017, 7, 17)))
        (message,) = [
            message
            for message in mail.outbox
            if message.to == [practice_manager.email] and "week" in message.subject
        ]
        assert f"* {iro}: 2 children, overdue: 1 record of discussion." in message.body
        assert "due by 7 July 2017" in message.body

    def test_it_tells_business_support_what_to_send(self, iro, business_support):
        RecordFactory(
            review=held(date(2017, 6, 1)), completed_on=date(2017, 6, 5), completed_by=iro
        )
        owe_digests(on=date(2017, 7, 17))
        send_notices(at=moment(date(2017, 7, 17)))
        (message,) = [one for one in mail.outbox if one.to == [business_support.email]]
        assert "* Records to send: 1, 1 of them past the last day." in message.body

    def test_it_asks_no_more_for_many_than_for_one(
        self, arrears, iro, django_assert_max_num_queries
    ):
        for _ in range(10):
            review = a_record(date(2017, 7, 7), iro)
            AllocationFactory(child=review.child, iro=iro, started_on=review.period.started_on)
        with django_assert_max_num_queries(23):
            owe_digests(on=date(2017, 7, 17))
        with django_assert_max_num_queries(28):
            send_notices(at=moment(date(2017, 7, 17)))
        assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_owe_a_person_one_week(iro):
    review = a_record(date(2017, 7, 7), iro)
    AllocationFactory(child=review.child, iro=iro, started_on=review.period.started_on)
    start, faults = threading.Barrier(2), []

    def owe():
        try:
            start.wait(timeout=10)
            owe_digests(on=date(2017, 7, 17))
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    workers = [threading.Thread(target=owe) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=20)
    assert not faults
    assert Notice.objects.count() == 1
