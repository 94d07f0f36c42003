"""Every address with every role and with nobody signed in: who gets the page, who gets nothing."""

from datetime import UTC, date, datetime
from itertools import product

import pytest
from django.core.mail import EmailMessage, get_connection
from django.test import Client
from django.urls import get_resolver, reverse

from accounts.models import Role
from cohort.models import ImportRun, Kinship
from reviews.actions.feed import make_feed
from reviews.mails import mails
from reviews.models import ChildsPage, Draft, Invitation, ReviewPart, Strike
from reviews.voice_codes import link_hash
from tests.disputes.cases import answered, raised
from tests.editions import published_edition
from tests.factories import (
    AllocationFactory,
    AuditActionFactory,
    CommentFactory,
    CoverFactory,
    DecisionFactory,
    DecisionSheetFactory,
    EpisodeFactory,
    HeldReviewFactory,
    MidwayCheckFactory,
    NoticeFactory,
    OutcomeFormFactory,
    PassageFactory,
    PeriodFactory,
    PriorityFactory,
    ProclaimedHolidayFactory,
    PublishedMonthFactory,
    PublishedYearFactory,
    QuoteFactory,
    RecipientFactory,
    RecordFactory,
    ReportFactory,
    ReportFileFactory,
    ReviewFactory,
    SaidAndDidFactory,
    StaffingChangeFactory,
    TrainingFactory,
    UnitManagerFactory,
    UserFactory,
)
from tests.pages import (
    BS,
    COVERING,
    EVERYBODY,
    GM,
    IRO,
    PAGES,
    PM,
    POST_ONLY,
    RM,
    STRANGER,
)


def names():
    """Every named address there is."""
    return {name for name in get_resolver().reverse_dict if isinstance(name, str)}


@pytest.fixture
def people(iro, other_iro, practice_manager, group_manager, business_support, responding_manager):
    """One person for each line of sight."""
    covering = UserFactory(role=Role.IRO)
    CoverFactory(away=iro, covered_by=covering)
    return {
        IRO: iro,
        STRANGER: other_iro,
        COVERING: covering,
        PM: practice_manager,
        GM: group_manager,
        BS: business_support,
        RM: responding_manager,
    }


@pytest.fixture
def address(people, settings, tmp_path):
    """The address of a page about one child of the IRO, by the page's name."""
    period = EpisodeFactory(period__started_on=date(2017, 6, 1)).period
    AllocationFactory(child=period.child, iro=people[IRO], started_on=date(2017, 6, 2))
    held = OutcomeFormFactory(
        review__period=period, review__held_on=date(2017, 6, 20), review__chair=people[IRO]
    ).review
    record = RecordFactory(review=held, completed_on=date(2017, 7, 1), completed_by=people[IRO])
    planned = ReviewFactory(
        period=period,
        rule="second_review",
        base_on=date(2017, 6, 20),
        booked_for=datetime(2017, 7, 19, 9, tzinfo=UTC),
    )
    objected = DecisionSheetFactory(
        review=held,
        manager=people[RM],
        sent_on=date(2017, 6, 21),
        answer="objects",
        answer_text="There is no such school.",
        answered_on=date(2017, 6, 22),
    )
    to_send = DecisionSheetFactory(
        review=HeldReviewFactory(period=period, held_on=date(2017, 6, 13))
    )
    earlier = DecisionFactory(
        number=1, review=HeldReviewFactory(period=period, held_on=date(2017, 6, 6))
    )
    MidwayCheckFactory(review=planned)
    Strike.objects.create(
        review=to_send.review, reason="Twice", asked_on=date(2017, 7, 3), asked_by=people[IRO]
    )
    part = ReviewPart.objects.create(review=planned, held_on=date(2017, 7, 3), with_whom="Nan")
    draft = Draft.objects.create(
        review=planned, by=UserFactory(), answers={}, saved_at=datetime(2017, 7, 19, tzinfo=UTC)
    )
    notice = NoticeFactory(review=held, to=people[IRO])
    left = PeriodFactory(ended_on=date(2017, 5, 1))
    coming = AllocationFactory(
        child=EpisodeFactory().period.child, started_on=date(2017, 8, 1), iro=people[STRANGER]
    )
    kin = Kinship.objects.create(one=period.child, other=left.child, kind="sibling")
    support = period.child.supports.create(service="visitor", referred_on=date(2017, 7, 3))
    period.episodes.update(ended_on=date(2017, 7, 3), reason_ended="X1")
    later_episode = EpisodeFactory(period=period, started_on=date(2017, 7, 3), reason_new="P")
    report = ReportFileFactory(making__asked_by=people[GM]).making
    written = ReportFactory(begun_by=people[GM])  # of 2016-17
    approved = ReportFactory(begun_by=people[GM], period="2016-17-H1", approved=True)
    edition = published_edition(period="2016-17-Q1")
    passage = PassageFactory(report=written)
    year_before = ReportFactory(begun_by=people[GM], period="2015-16", closed=True)
    priority = PriorityFactory(report=written)
    promised = PriorityFactory(report=year_before)
    quote, said = QuoteFactory(report=written), SaidAndDidFactory(report=written)
    action = AuditActionFactory(audit__review=held)
    entries = {
        "unit_managers": UnitManagerFactory(),
        "staffing_changes": StaffingChangeFactory(),
        "training": TrainingFactory(),
    }
    invitation = Invitation.objects.create(review=planned, name="Nan", role="other_family")
    ChildsPage.objects.create(
        review=planned,
        kind="views",
        code_hash=link_hash("a-link"),
        made_at=datetime(2017, 7, 19, 9, tzinfo=UTC),
        made_by=people[IRO],
        expires_on=date(2017, 8, 19),
        saved_at=datetime(2017, 7, 19, 10, tzinfo=UTC),
    )
    who = {"by": people[IRO], "asked": people[RM]}
    dispute = raised(period.child, **who)
    to_meet = answered(period.child, answer="meeting", **who)
    agreed = answered(period.child, answer="agrees", **who).actions.get()
    copy = RecipientFactory(record=record)
    feed = make_feed(people[IRO], at=datetime(2017, 7, 20, 9, tzinfo=UTC))
    settings.MAIL_DIR = tmp_path
    write = get_connection(
        "django.core.mail.backends.filebased.EmailBackend", file_path=str(tmp_path)
    )
    everybody = [person.email for person in people.values()]
    EmailMessage("The week", "Words", None, everybody, connection=write).send()
    about = {
        "calendar_feed": [feed],
        "mail": [mails(tmp_path)[0].name],
        "who_comes": [planned.pk],
        "who_comes_propose": [planned.pk],
        "invitations_sent": [planned.pk],
        "invitation_remove": [planned.pk, invitation.pk],
        "invitation_answer": [planned.pk, invitation.pk],
        "workers_report": [planned.pk],
        "childs_page": [planned.pk, "views"],
        "childs_page_withdraw": [planned.pk, "views"],
        "childs_page_share": [planned.pk],
        "mine_link": ["a-link"],
        "mine_question": [1],
        "person_edit": [people[BS].pk],
        "person_access": [people[BS].pk],
        "post_fill": [people[STRANGER].pk],
        "allocation_change": [period.child_id],
        "allocation_call_off": [coming.pk],
        "caseload_download": ["day"],
        "iro_leaves": [people[STRANGER].pk],
        "child": [period.child_id],
        "episode_add": [period.child_id],
        "care_end": [period.child_id],
        "care_restart": [left.child_id],
        "facts_correct": [period.child_id],
        "permanence_before": [period.child_id],
        "kin_add": [period.child_id],
        "kin_remove": [period.child_id, kin.pk],
        "support_add": [period.child_id],
        "support_step": [support.pk, "match"],
        "support_take_out": [support.pk],
        "period_correct": [period.pk],
        "period_take_out": [EpisodeFactory().period_id],
        "episode_correct": [later_episode.pk],
        "episode_take_out": [later_episode.pk],
        "bank_holiday_remove": [ProclaimedHolidayFactory().pk],
        "cover_end": [people[IRO].absences.get().pk],
        "notice_retry": [notice.pk],
        "cohort_download": ["age"],
        "dashboard_picture": ["reviews-in-timescale", "svg"],
        "dashboard_table": ["reviews-in-timescale"],
        "return_export": ["2016-17"],
        "return_export_files": ["2016-17"],
        "return_findings": ["2016-17", "participation"],
        "return_findings_download": ["2016-17", "participation"],
        "report_year": ["2016-17"],
        "report_make": ["2016-17"],
        "report_progress": [report.pk],
        "report_state": [report.pk],
        "report_pdf": [report.pk],
        "report_begin": [written.period],
        "report_write": [written.period, passage.section],
        "report_comment": [written.period, passage.section],
        "report_comment_settle": [CommentFactory(report=written).pk],
        "report_nothing": [written.period, "audits"],
        "report_nothing_take_back": [written.period, "audits"],
        "report_passage_versions": [written.period, passage.section],
        "report_passage_version": [written.period, passage.section, 1],
        "report_passage_restore": [written.period, passage.section, 1],
        "report_priority": [written.period, priority.pk],
        "report_priority_move": [written.period, priority.pk],
        "report_priority_remove": [written.period, priority.pk],
        "report_look_back": [written.period, promised.pk],
        "report_quote": [written.period, quote.pk],
        "report_quote_remove": [written.period, quote.pk],
        "report_said_change": [written.period, said.pk],
        "report_said_remove": [written.period, said.pk],
        "report_publish": [approved.period],
        "report_edition": [edition.pk],
        "edition_make": [edition.pk],
        "edition_pack": [edition.pk],
        "report_pack": ["2016-17"],
        "public_report": [edition.report.period],
        "public_edition": [edition.report.period, 1],
        "public_pdf": [edition.report.period],
        "public_edition_pdf": [edition.report.period, 1],
        "public_childrens": [edition.report.period],
        "public_childrens_pdf": [edition.report.period],
        "public_figures": [edition.report.period],
        "public_table": [edition.report.period, "ages"],
        "target_set": ["reviews-in-timescale"],
        "published_month": [PublishedMonthFactory().pk],
        "published_year": [PublishedYearFactory().pk],
        "password_choose": ["MQ", "abc-123"],
        "record": [record.review_id],
        "record_preview": [record.review_id],
        "record_complete": [record.review_id],
        "record_distribute": [record.review_id],
        "record_recipients": [record.review_id],
        "recipient_add": [record.review_id],
        "recipient_change": [record.review_id, copy.pk],
        "recipient_remove": [record.review_id, copy.pk],
        "record_pdf": [record.review_id],
        "review": [planned.pk],
        "review_book": [planned.pk],
        "review_decisions": [held.pk],
        "decision_carry": [to_send.review_id, earlier.number],
        "decisions_send": [to_send.review_id],
        "decisions_settle": [held.pk],
        "decisions_answer": [objected.pk],
        "dispute_patterns_download": ["by-theme"],
        "dispute_open": [period.child_id],
        "dispute": [dispute.pk],
        "dispute_answer": [dispute.pk],
        "dispute_meeting": [to_meet.pk],
        "dispute_escalate": [dispute.pk],
        "dispute_accept": [dispute.pk],
        "dispute_close": [dispute.pk],
        "dispute_cafcass": [dispute.pk],
        "dispute_legal_advice": [dispute.pk],
        "dispute_note": [dispute.pk],
        "agreed_action_done": [agreed.pk],
        "dispute_bundle": [dispute.pk],
        "good_practice_add": [period.child_id],
        "midway_check": [planned.pk],
        "footprint_add": [period.child_id],
        "review_bring_forward": [planned.pk],
        "review_adjourn": [planned.pk],
        "review_part": [planned.pk],
        "review_held_before": [planned.pk],
        "review_cancel": [planned.pk],
        "review_strike": [held.pk],
        "review_strike_answer": [held.pk],
        "review_strike_decline": [to_send.review_id],
        "review_part_take_out": [planned.pk, part.pk],
        "outcome_form": [planned.pk],
        "outcome_form_check": [planned.pk],
        "outcome_form_others": [planned.pk, draft.by_id],
        "outcome_form_correct": [held.pk],
        "outcome_form_versions": [held.pk],
    }
    for key, entry in entries.items():
        about |= {f"{key}_edit": [entry.pk], f"{key}_take_out": [entry.pk]}
    about |= {key: [action.audit_id] for key in ("quality_audit", "quality_audit_edit")}
    about |= {"audit_action_add": [action.audit_id], "quality_audit_add": [earlier.review_id]}
    about |= {key: [action.pk] for key in ("audit_action_edit", "audit_action_done")}
    about["staff_facts_edit"] = [people[IRO].pk]
    about |= {key: ["children"] for key in ("import_new", "import_template")}
    about |= {
        key: [written.period]
        for key in (
            *("report_desk", "report_submit", "report_take_back", "report_send_back"),
            *("report_review", "report_approve", "report_correct", "report_correction_drop"),
            *("report_priorities", "report_priority_add", "report_look_backs", "report_quotes"),
            *("report_quote_pick", "report_quote_add", "report_said", "report_said_add"),
        )
    }
    handed_in = ImportRun.objects.create(
        kind="children", asked_by=people[PM], asked_at=datetime(2017, 7, 19, 9, tzinfo=UTC)
    )
    handed_in.files.create(part="given", name="children.csv", content=b"CHILD,Given name\nC1,Ann")
    about["import_columns"] = [handed_in.pk]
    looked = ImportRun.objects.create(
        kind="ssda903", asked_by=people[PM], asked_at=datetime(2017, 7, 19, 9, tzinfo=UTC),
        dry_run=True, finished_at=datetime(2017, 7, 19, 9, 1, tzinfo=UTC),
        summary={"counts": {}, "notes": [], "missing": [period.child.reference]},
    )  # fmt: skip
    looked.files.create(part="given", name="header.csv", content=b"CHILD")
    looked.files.create(part="rejects", name="rejects.csv", content=b"file,line,column,reason,row")
    about |= {
        key: [looked.pk]
        for key in ("import_run", "import_state", "import_rejects", "import_carry_out")
    }
    return lambda name: reverse(name, args=about.get(name, []))


def test_every_address_is_in_the_table():
    assert names() == set(PAGES)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_who_gets_the_page_gets_it_without_a_fault(name, address, people, client_for, settings):
    settings.DEMONSTRATION = True  # the mailbox is a page of the demonstration
    open_to = EVERYBODY if PAGES[name] is None else PAGES[name]
    answers = {who: client_for(user).get(address(name)).status_code for who, user in people.items()}
    answered = {who for who, status in answers.items() if status not in (403, 404)}
    assert answered == open_to if name not in POST_ONLY else answered >= open_to
    expected = {200, 302, 410} | ({405} if name in POST_ONLY else set())
    assert {who for who in open_to if answers[who] not in expected} == set()


# What is refused changes nothing, so that one council does for every address.
def test_nobody_gets_in_without_signing_in(address):
    behind_a_sign_in = [name for name, open_to in PAGES.items() if open_to is not None]
    got_in = []
    for name, method in product(behind_a_sign_in, ("get", "post")):
        answer = getattr(Client(), method)(address(name))
        if not (answer.status_code == 302 and answer.url.startswith("/sign-in/?next=")):
            got_in.append((name, method))
    assert got_in == []


def test_who_does_not_get_a_page_cannot_post_to_it(address, people, client_for):
    clients = {who: client_for(user) for who, user in people.items()}
    got_in = [
        (name, who)
        for name, open_to in PAGES.items()
        if open_to is not None
        for who in sorted(EVERYBODY - open_to)
        if clients[who].post(address(name)).status_code not in (403, 404)
    ]
    assert got_in == []


def test_pages_about_children_are_kept_by_no_cache(address, people, client_for):
    answer = client_for(people[IRO]).get(address("child"))
    assert answer.headers["cache-control"] == "private, no-store"
