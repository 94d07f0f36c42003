"""Children, reviews and people for tests; every row is one the constraints accept."""

from datetime import UTC, date, datetime, time, timedelta

import factory
from factory.django import DjangoModelFactory

from accounts.models import Role, User
from cohort.models import (
    Allocation,
    CaseHolding,
    Child,
    Council,
    Cover,
    District,
    Episode,
    IROPost,
    PeriodOfCare,
    ProclaimedHoliday,
    SocialWorker,
    StaffFacts,
    StaffingChange,
    Team,
    Training,
    UnitManager,
)
from disputes.ladder import ladder_in_force
from disputes.models import Dispute
from reporting.models import (
    Comment,
    Edition,
    Making,
    Nothing,
    Passage,
    Priority,
    PublishedMonth,
    PublishedYear,
    Quote,
    Report,
    ReportFile,
    SaidAndDid,
    Target,
)
from reviews.models import (
    AuditAction,
    Decision,
    DecisionSheet,
    Footprint,
    MidwayCheck,
    Notice,
    OutcomeForm,
    QualityAudit,
    Recipient,
    Record,
    Review,
)
from statute.calendar import known_calendar
from statute.timescales import deadline, outcome_form_due_at

CALENDAR = known_calendar()


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    first_name = factory.Sequence(lambda n: f"Person{n}")
    last_name = "Teal"
    email = factory.Sequence(lambda n: f"person{n}@example.org")
    role = Role.IRO
    password = "!"  # signs in by force_login; a test that types a password sets one


class CouncilFactory(DjangoModelFactory):
    class Meta:
        model = Council

    name = "Westshire County Council"
    records_from = date(2016, 4, 1)
    established_posts = 10


class ProclaimedHolidayFactory(DjangoModelFactory):
    """A Wednesday on which everybody worked but for the proclamation."""

    class Meta:
        model = ProclaimedHoliday

    day = date(2017, 7, 26)
    name = "State funeral"


class DistrictFactory(DjangoModelFactory):
    class Meta:
        model = District

    name = factory.Sequence(lambda n: f"District {n}")
    position = factory.Sequence(lambda n: n)


class TeamFactory(DjangoModelFactory):
    class Meta:
        model = Team

    name = factory.Sequence(lambda n: f"Team {n}")


class SocialWorkerFactory(DjangoModelFactory):
    class Meta:
        model = SocialWorker

    name = factory.Sequence(lambda n: f"Worker {n}")
    team = factory.SubFactory(TeamFactory)


class ChildFactory(DjangoModelFactory):
    class Meta:
        model = Child

    reference = factory.Sequence(lambda n: f"C{n:05}")
    given_name = factory.Sequence(lambda n: f"Ella{n}")
    family_name = "Brown"
    date_of_birth = date(2008, 5, 14)
    sex = "F"
    ethnicity = "WBRI"


class PeriodFactory(DjangoModelFactory):
    class Meta:
        model = PeriodOfCare

    child = factory.SubFactory(ChildFactory)
    started_on = date(2016, 9, 5)
    reason_ended = factory.LazyAttribute(lambda o: "E4a" if o.ended_on else None)
    ended_on = None


class EpisodeFactory(DjangoModelFactory):
    class Meta:
        model = Episode

    period = factory.SubFactory(PeriodFactory)
    started_on = factory.SelfAttribute("period.started_on")
    ended_on = factory.SelfAttribute("period.ended_on")
    reason_ended = factory.SelfAttribute("period.reason_ended")
    reason_new = "S"
    legal_status = "C2"
    need = "N1"
    placement = "U6"
    provider = "PR1"


class IROPostFactory(DjangoModelFactory):
    class Meta:
        model = IROPost

    iro = factory.SubFactory(UserFactory)
    full_time_equivalent = 1
    contract = "permanent"
    started_on = date(2015, 4, 1)


class AllocationFactory(DjangoModelFactory):
    class Meta:
        model = Allocation

    child = factory.SubFactory(ChildFactory)
    iro = factory.SubFactory(UserFactory)
    started_on = date(2016, 9, 6)


class CaseHoldingFactory(DjangoModelFactory):
    class Meta:
        model = CaseHolding

    child = factory.SubFactory(ChildFactory)
    team = factory.SubFactory(TeamFactory)
    started_on = date(2016, 9, 6)


class CoverFactory(DjangoModelFactory):
    class Meta:
        model = Cover

    away = factory.SubFactory(UserFactory)
    covered_by = factory.SubFactory(UserFactory)
    started_on = date(2017, 7, 17)
    ended_on = date(2017, 7, 31)


class ReviewFactory(DjangoModelFactory):
    """A planned review; by default a first one, its due day worked out by the law."""

    class Meta:
        model = Review

    period = factory.SubFactory(PeriodFactory)
    child = factory.SelfAttribute("period.child")
    rule = "first_review"
    base_on = factory.SelfAttribute("period.started_on")
    due_on = factory.LazyAttribute(lambda o: deadline(o.rule, o.base_on, CALENDAR).due_on)


class HeldReviewFactory(ReviewFactory):
    """A review held on its due day unless `held_on` says otherwise."""

    held_on = factory.SelfAttribute("due_on")
    held_time = time(10, 0)
    method = "in_person"
    participation_code = "PN1"
    late_reason = factory.LazyAttribute(lambda o: "court" if o.held_on > o.due_on else "")


class OutcomeFormFactory(DjangoModelFactory):
    """Submitted an hour after the review unless `submitted_at` is None."""

    class Meta:
        model = OutcomeForm

    review = factory.SubFactory(HeldReviewFactory)
    due_at = factory.LazyAttribute(
        lambda o: outcome_form_due_at(
            o.review.booked_for or datetime.combine(o.review.held_on, time(10), tzinfo=UTC)
        )
    )
    submitted_at = factory.LazyAttribute(lambda o: o.due_at - timedelta(hours=23))
    submitted_by = factory.LazyAttribute(lambda o: UserFactory() if o.submitted_at else None)
    seen_alone = True


class DecisionFactory(DjangoModelFactory):
    class Meta:
        model = Decision

    review = factory.SubFactory(HeldReviewFactory)
    number = factory.Sequence(lambda n: n + 1)
    text = "The school place is confirmed."
    owner = "Social worker"
    by_when = date(2017, 9, 1)


class DecisionSheetFactory(DjangoModelFactory):
    """Decisions to send; with `sent_on` they are sent, and have their day to be answered by."""

    class Meta:
        model = DecisionSheet

    review = factory.SubFactory(HeldReviewFactory)
    due_on = factory.LazyAttribute(lambda o: CALENDAR.add_working_days(o.review.held_on, 5))
    manager = factory.LazyFunction(lambda: UserFactory(role=Role.RESPONDING_MANAGER))
    sent_by = factory.LazyAttribute(lambda o: UserFactory() if o.sent_on else None)
    answer_due_on = factory.LazyAttribute(
        lambda o: CALENDAR.add_working_days(o.sent_on, 5) if o.sent_on else None
    )
    answered_by = factory.LazyAttribute(lambda o: o.manager if o.answered_on else None)
    sent_on = None
    answered_on = None


class MidwayCheckFactory(DjangoModelFactory):
    """A check to do before a planned review."""

    class Meta:
        model = MidwayCheck

    review = factory.SubFactory(ReviewFactory)
    due_on = date(2017, 7, 27)


class FootprintFactory(DjangoModelFactory):
    class Meta:
        model = Footprint

    child = factory.SubFactory(ChildFactory)
    kind = Footprint.Kind.VISIT
    on = date(2017, 7, 3)
    by = factory.SubFactory(UserFactory)
    logged_at = datetime(2017, 7, 3, 15, tzinfo=UTC)


class RecordFactory(DjangoModelFactory):
    """A record of discussion owed for a held review."""

    class Meta:
        model = Record

    class Params:
        base = factory.LazyAttribute(lambda o: o.review.held_on)

    review = factory.SubFactory(HeldReviewFactory)
    remind_on = factory.LazyAttribute(lambda o: CALENDAR.add_working_days(o.base, 15))
    due_on = factory.LazyAttribute(lambda o: CALENDAR.add_working_days(o.base, 20))
    distribution_due_on = factory.SelfAttribute("due_on")
    discussion = "The plan was talked through."


class RecipientFactory(DjangoModelFactory):
    """A person who gets the full record by post, and has not got it yet."""

    class Meta:
        model = Recipient

    record = factory.SubFactory(RecordFactory)
    name = factory.Sequence(lambda n: f"Reader {n}")
    role = "mother"
    what = "full"
    why = factory.LazyAttribute(lambda o: "" if o.what == "full" else "Agreed at the review")
    how = factory.LazyAttribute(lambda o: "" if o.what == "nothing" else "post")


class NoticeFactory(DjangoModelFactory):
    class Meta:
        model = Notice

    kind = Notice.Kind.RECORD_OVERDUE
    review = factory.SubFactory(HeldReviewFactory)
    to = factory.SubFactory(UserFactory)
    due_on = date(2017, 7, 18)
    owed_on = date(2017, 7, 19)


class PublishedMonthFactory(DjangoModelFactory):
    class Meta:
        model = PublishedMonth

    month = date(2015, 4, 1)
    reviews = 124
    in_timescale = 118


class PublishedYearFactory(DjangoModelFactory):
    class Meta:
        model = PublishedYear

    year = "2015-16"
    reviews_aged_4_and_over = 1463
    participated = 987
    not_recorded = 409


class MakingFactory(DjangoModelFactory):
    """A report made, with the least of figures."""

    class Meta:
        model = Making

    period = "2016-17"
    asked_by = factory.SubFactory(UserFactory)
    asked_at = datetime(2017, 7, 20, 9, tzinfo=UTC)
    made_at = datetime(2017, 7, 20, 9, 1, tzinfo=UTC)
    figures = factory.LazyFunction(dict)


class ReportFileFactory(DjangoModelFactory):
    class Meta:
        model = ReportFile

    making = factory.SubFactory(MakingFactory)
    pdf = b"%PDF-1.7"


class DisputeFactory(DjangoModelFactory):
    """A concern raised informally on Monday 12 June 2017, without its log."""

    class Meta:
        model = Dispute

    child = factory.SubFactory(ChildFactory)
    theme = "drift_and_delay"
    text = "Nothing has moved since the last review."
    wanted = "A plan for permanence by the next review."
    raised_on = date(2017, 6, 12)
    raised_by = factory.SubFactory(UserFactory)
    ladder = factory.LazyAttribute(lambda dispute: ladder_in_force(on=dispute.raised_on))
    stage = 0
    started_at_stage = 0
    stage_from_on = factory.SelfAttribute("raised_on")
    stage_due_on = factory.LazyAttribute(
        lambda dispute: deadline("dispute_stage", dispute.stage_from_on, CALENDAR).due_on
    )


WRITTEN_AT = datetime(2017, 7, 18, 9, tzinfo=UTC)


class ReportFactory(DjangoModelFactory):
    """A report being written; `submitted`, `reviewed`, `approved` and `closed` take the steps."""

    class Meta:
        model = Report

    class Params:
        closed = False
        approved = factory.SelfAttribute("closed")
        reviewed = factory.SelfAttribute("approved")
        submitted = factory.SelfAttribute("reviewed")

    period = "2016-17"
    begun_at = WRITTEN_AT
    begun_by = factory.SubFactory(UserFactory, role=Role.GROUP_MANAGER)
    submitted_at = factory.LazyAttribute(lambda o: WRITTEN_AT if o.submitted else None)
    submitted_by = factory.LazyAttribute(lambda o: o.begun_by if o.submitted_at else None)
    reviewed_at = factory.LazyAttribute(lambda o: WRITTEN_AT if o.reviewed else None)
    reviewed_by = factory.LazyAttribute(
        lambda o: UserFactory(role=Role.PRACTICE_MANAGER) if o.reviewed_at else None
    )
    approved_at = factory.LazyAttribute(lambda o: WRITTEN_AT if o.approved else None)
    approved_by = factory.LazyAttribute(lambda o: o.begun_by if o.approved_at else None)
    closed_at = factory.LazyAttribute(lambda o: WRITTEN_AT if o.closed else None)


class PassageFactory(DjangoModelFactory):
    """The first version of a section's words."""

    class Meta:
        model = Passage

    report = factory.SubFactory(ReportFactory)
    section = "timeliness"
    number = 1
    text = "More reviews were held in time."
    begun_at = WRITTEN_AT
    saved_at = factory.SelfAttribute("begun_at")
    by = factory.SelfAttribute("report.begun_by")


class CommentFactory(DjangoModelFactory):
    """A comment nobody has settled."""

    class Meta:
        model = Comment

    report = factory.SubFactory(ReportFactory)
    section = "timeliness"
    text = "Say which reason was given most."
    by = factory.SubFactory(UserFactory, role=Role.PRACTICE_MANAGER)
    at = WRITTEN_AT


class NothingFactory(DjangoModelFactory):
    class Meta:
        model = Nothing

    report = factory.SubFactory(ReportFactory)
    item = "audits"
    because = "No review was audited in the year."


class QuoteFactory(DjangoModelFactory):
    class Meta:
        model = Quote

    report = factory.SubFactory(ReportFactory)
    words = "My IRO listened to me."
    age_band = "11_to_13"
    consent_on = date(2017, 7, 3)
    consent_to = "The participation officer"


class PriorityFactory(DjangoModelFactory):
    """A priority nobody has looked back on; with `result` it is looked back on."""

    class Meta:
        model = Priority

    report = factory.SubFactory(ReportFactory)
    position = factory.Sequence(lambda n: n + 1)
    title = "Records reach people in time"
    lead = "Practice manager"
    due_on = date(2018, 3, 31)
    measure = "Nine in ten records are distributed within 20 working days."
    result = None
    went = factory.LazyAttribute(lambda o: "It went well." if o.result else "")
    looked_at = factory.LazyAttribute(lambda o: WRITTEN_AT if o.result else None)
    looked_by = factory.LazyAttribute(lambda o: o.report.begun_by if o.result else None)


class SaidAndDidFactory(DjangoModelFactory):
    class Meta:
        model = SaidAndDid

    report = factory.SubFactory(ReportFactory)
    said = "The forms are too long."
    did = "There are five questions now."


class EditionFactory(DjangoModelFactory):
    """A published edition with the least of figures and no document."""

    class Meta:
        model = Edition

    report = factory.SubFactory(ReportFactory, closed=True)
    number = 1
    published_at = WRITTEN_AT
    published_by = factory.SelfAttribute("report.begun_by")
    reason = factory.LazyAttribute(lambda o: "A figure was put right." if o.number > 1 else "")
    figures = factory.LazyFunction(dict)
    documents = factory.LazyFunction(dict)


class TargetFactory(DjangoModelFactory):
    class Meta:
        model = Target

    measure = "in-timescale"
    from_year = 2016
    value = 95


class QualityAuditFactory(DjangoModelFactory):
    """A good review, found so a month after it was held."""

    class Meta:
        model = QualityAudit

    review = factory.SubFactory(HeldReviewFactory)
    audited_on = factory.LazyAttribute(lambda o: o.review.held_on + timedelta(days=30))
    auditor = "Practice manager"
    grade = QualityAudit.Grade.GOOD
    strong = ["voice"]
    weak = ["record"]
    found = "The child's wishes are told in the child's own words."
    entered_by = factory.SubFactory(UserFactory, role=Role.PRACTICE_MANAGER)


class AuditActionFactory(DjangoModelFactory):
    """Something still to be done."""

    class Meta:
        model = AuditAction

    audit = factory.SubFactory(QualityAuditFactory)
    text = "Give every decision an owner and a day."
    owner = "IRO"
    due_on = factory.LazyAttribute(lambda o: o.audit.audited_on + timedelta(days=28))
    done_on = None
    done_by = factory.LazyAttribute(lambda o: o.audit.entered_by if o.done_on else None)


class TrainingFactory(DjangoModelFactory):
    class Meta:
        model = Training

    title = "Hearing children who use few words"
    kind = Training.Kind.TRAINING
    held_on = date(2017, 2, 9)
    hours = 6
    attended = 8
    learned = "Reviews begin with what the child likes."


class StaffingChangeFactory(DjangoModelFactory):
    class Meta:
        model = StaffingChange

    on = date(2016, 11, 14)
    kind = StaffingChange.Kind.INTERIM
    words = "An interim IRO covers a long absence."


class UnitManagerFactory(DjangoModelFactory):
    class Meta:
        model = UnitManager

    name = factory.Sequence(lambda n: f"Manager {n}")
    title = "Group manager"
    answers_for = "The whole unit."
    started_on = date(2017, 3, 6)


class StaffFactsFactory(DjangoModelFactory):
    class Meta:
        model = StaffFacts

    person = factory.SubFactory(UserFactory)
    sex = "F"
    ethnicity = "WBRI"
