"""The addresses of reviews."""

from django.urls import path

from reviews.views.before import (
    invitation_answer,
    invitation_remove,
    invitations_sent,
    to_invite,
    who_comes,
    who_comes_propose,
    workers_report,
)
from reviews.views.booking import review_book, review_bring_forward
from reviews.views.calendar import (
    calendar,
    calendar_feed,
    calendar_feed_end,
    calendar_feed_make,
)
from reviews.views.care import care_end, care_restart, episode_add, facts_correct, plans_missing
from reviews.views.child import child
from reviews.views.children import children, children_download
from reviews.views.childs_page import childs_page, childs_page_share, childs_page_withdraw
from reviews.views.correction import outcome_form_correct, outcome_form_versions
from reviews.views.decision_sheet import decisions_answer, decisions_send, decisions_settle
from reviews.views.decisions import (
    decision_carry,
    decisions,
    decisions_download,
    review_decisions,
)
from reviews.views.feedback import feedback, feedback_download
from reviews.views.holidays import bank_holiday_add, bank_holiday_remove, bank_holidays
from reviews.views.intake import child_add
from reviews.views.life import review_adjourn, review_cancel, review_part
from reviews.views.mailbox import mail, mailbox
from reviews.views.notices import notice_retry, notices, notices_download, notices_retry
from reviews.views.others_draft import outcome_form_others
from reviews.views.outcome_form import outcome_form, outcome_form_check
from reviews.views.oversight import (
    footprint_add,
    midway_check,
    oversight,
    oversight_download,
)
from reviews.views.recipients import (
    recipient_add,
    recipient_change,
    recipient_remove,
    record_recipients,
)
from reviews.views.record import record, record_complete, record_preview
from reviews.views.review import review
from reviews.views.reviews import reviews, reviews_download
from reviews.views.sending import record_distribute, to_send
from reviews.views.striking import review_strike, review_strike_answer, strikes
from reviews.views.today import today
from reviews.views.voice import (
    mine,
    mine_check,
    mine_done,
    mine_finish,
    mine_link,
    mine_question,
    mine_start,
    mine_stopped,
)
from reviews.views.work import my_work

urlpatterns = [
    path("my-work/", my_work, name="my_work"),
    path("calendar/", calendar, name="calendar"),
    path("calendar/feed/make/", calendar_feed_make, name="calendar_feed_make"),
    path("calendar/feed/end/", calendar_feed_end, name="calendar_feed_end"),
    path("calendar/<str:secret>.ics", calendar_feed, name="calendar_feed"),
    path("today/", today, name="today"),
    path("children/<int:pk>/", child, name="child"),
    path("reviews/", reviews, name="reviews"),
    path("reviews/download/", reviews_download, name="reviews_download"),
    path("children/", children, name="children"),
    path("children/download/", children_download, name="children_download"),
    path("children/add/", child_add, name="child_add"),
    path("children/<int:pk>/episode/", episode_add, name="episode_add"),
    path("children/<int:pk>/care/end/", care_end, name="care_end"),
    path("children/<int:pk>/care/again/", care_restart, name="care_restart"),
    path("children/<int:pk>/facts/", facts_correct, name="facts_correct"),
    path("children/without-a-plan/", plans_missing, name="plans_missing"),
    path("bank-holidays/", bank_holidays, name="bank_holidays"),
    path("bank-holidays/add/", bank_holiday_add, name="bank_holiday_add"),
    path("bank-holidays/<int:pk>/remove/", bank_holiday_remove, name="bank_holiday_remove"),
    path("reviews/<int:pk>/", review, name="review"),
    path("reviews/<int:pk>/book/", review_book, name="review_book"),
    path("reviews/<int:pk>/bring-forward/", review_bring_forward, name="review_bring_forward"),
    path("reviews/<int:pk>/adjourn/", review_adjourn, name="review_adjourn"),
    path("reviews/<int:pk>/parts/add/", review_part, name="review_part"),
    path("reviews/<int:pk>/cancel/", review_cancel, name="review_cancel"),
    path("reviews/<int:pk>/recorded-in-error/", review_strike, name="review_strike"),
    path(
        "reviews/<int:pk>/recorded-in-error/answer/",
        review_strike_answer,
        name="review_strike_answer",
    ),
    path("reviews/recorded-in-error/", strikes, name="strikes"),
    path("reviews/<int:pk>/outcome-form/", outcome_form, name="outcome_form"),
    path("reviews/<int:pk>/outcome-form/check/", outcome_form_check, name="outcome_form_check"),
    path(
        "reviews/<int:pk>/outcome-form/unfinished/<int:by>/",
        outcome_form_others,
        name="outcome_form_others",
    ),
    path(
        "reviews/<int:pk>/outcome-form/correct/",
        outcome_form_correct,
        name="outcome_form_correct",
    ),
    path(
        "reviews/<int:pk>/outcome-form/versions/",
        outcome_form_versions,
        name="outcome_form_versions",
    ),
    path("reviews/<int:pk>/record/", record, name="record"),
    path("reviews/<int:pk>/record/preview/", record_preview, name="record_preview"),
    path("reviews/<int:pk>/record/complete/", record_complete, name="record_complete"),
    path("reviews/<int:pk>/record/distribute/", record_distribute, name="record_distribute"),
    path("reviews/<int:pk>/record/recipients/", record_recipients, name="record_recipients"),
    path("reviews/<int:pk>/record/recipients/add/", recipient_add, name="recipient_add"),
    path(
        "reviews/<int:pk>/record/recipients/<int:recipient>/",
        recipient_change,
        name="recipient_change",
    ),
    path(
        "reviews/<int:pk>/record/recipients/<int:recipient>/remove/",
        recipient_remove,
        name="recipient_remove",
    ),
    path("to-send/", to_send, name="to_send"),
    path("to-invite/", to_invite, name="to_invite"),
    path("reviews/<int:pk>/who-comes/", who_comes, name="who_comes"),
    path("reviews/<int:pk>/who-comes/add/", who_comes_propose, name="who_comes_propose"),
    path("reviews/<int:pk>/who-comes/sent/", invitations_sent, name="invitations_sent"),
    path(
        "reviews/<int:pk>/who-comes/<int:invitation>/remove/",
        invitation_remove,
        name="invitation_remove",
    ),
    path(
        "reviews/<int:pk>/who-comes/<int:invitation>/answer/",
        invitation_answer,
        name="invitation_answer",
    ),
    path("reviews/<int:pk>/workers-report/", workers_report, name="workers_report"),
    path("reviews/<int:pk>/childs-page/share/", childs_page_share, name="childs_page_share"),
    path("reviews/<int:pk>/childs-page/<slug:kind>/", childs_page, name="childs_page"),
    path(
        "reviews/<int:pk>/childs-page/<slug:kind>/withdraw/",
        childs_page_withdraw,
        name="childs_page_withdraw",
    ),
    path("feedback/", feedback, name="feedback"),
    path("feedback/download/", feedback_download, name="feedback_download"),
    path("mine/", mine, name="mine"),
    path("mine/hello/", mine_start, name="mine_start"),
    path("mine/question/<int:number>/", mine_question, name="mine_question"),
    path("mine/check/", mine_check, name="mine_check"),
    path("mine/finish/", mine_finish, name="mine_finish"),
    path("mine/done/", mine_done, name="mine_done"),
    path("mine/stopped/", mine_stopped, name="mine_stopped"),
    path("mine/<slug:code>/", mine_link, name="mine_link"),
    path("reviews/<int:pk>/decisions/", review_decisions, name="review_decisions"),
    path("reviews/<int:pk>/decisions/send/", decisions_send, name="decisions_send"),
    path("reviews/<int:pk>/decisions/settle/", decisions_settle, name="decisions_settle"),
    path(
        "reviews/<int:pk>/decisions/<int:number>/carry-forward/",
        decision_carry,
        name="decision_carry",
    ),
    path("decisions/<int:pk>/answer/", decisions_answer, name="decisions_answer"),
    path("decisions/", decisions, name="decisions"),
    path("decisions/download/", decisions_download, name="decisions_download"),
    path("reviews/<int:pk>/midway-check/", midway_check, name="midway_check"),
    path("children/<int:pk>/footprint/", footprint_add, name="footprint_add"),
    path("oversight/", oversight, name="oversight"),
    path("oversight/download/", oversight_download, name="oversight_download"),
    path("notices/", notices, name="notices"),
    path("notices/download/", notices_download, name="notices_download"),
    path("notices/try-again/", notices_retry, name="notices_retry"),
    path("notices/<int:pk>/try-again/", notice_retry, name="notice_retry"),
    path("mailbox/", mailbox, name="mailbox"),
    path("mailbox/<slug:name>/", mail, name="mail"),
]
