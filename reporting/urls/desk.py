"""The addresses of a report's desk: its steps, its lists, and the targets."""

from django.urls import path

import iro_service.addresses  # noqa: F401  # <year:year> in the addresses below
from reporting.views import desk, desk_making, desk_questions, plans, plans_targets, plans_words

DESK = "reports/<year:year>/desk/"
urlpatterns = [
    path("reports/make/", desk_making.report_make_any, name="report_make_any"),
    path("reports/targets/", plans_targets.targets, name="targets"),
    path("reports/targets/<slug:measure>/", plans_targets.target_set, name="target_set"),
    path(DESK, desk.report_desk, name="report_desk"),
    path(f"{DESK}send/", desk.report_submit, name="report_submit"),
    path(f"{DESK}take-back/", desk.report_take_back, name="report_take_back"),
    path(f"{DESK}send-back/", desk_questions.report_send_back, name="report_send_back"),
    path(f"{DESK}review/", desk.report_review, name="report_review"),
    path(f"{DESK}approve/", desk.report_approve, name="report_approve"),
    path(f"{DESK}publish/", desk_questions.report_publish, name="report_publish"),
    path(f"{DESK}correct/", desk_questions.report_correct, name="report_correct"),
    path(f"{DESK}correction/drop/", desk.report_correction_drop, name="report_correction_drop"),
    path(f"{DESK}priorities/", plans.report_priorities, name="report_priorities"),
    path(f"{DESK}priorities/add/", plans.report_priority, name="report_priority_add"),
    path(f"{DESK}priorities/<int:pk>/", plans.report_priority, name="report_priority"),
    path(
        f"{DESK}priorities/<int:pk>/move/", plans.report_priority_move, name="report_priority_move"
    ),
    path(
        f"{DESK}priorities/<int:pk>/remove/",
        plans.report_priority_remove,
        name="report_priority_remove",
    ),
    path(f"{DESK}look-back/", plans.report_look_backs, name="report_look_backs"),
    path(f"{DESK}look-back/<int:pk>/", plans.report_look_back, name="report_look_back"),
    path(f"{DESK}quotes/", plans_words.report_quotes, name="report_quotes"),
    path(f"{DESK}quotes/pick/", plans_words.report_quote_pick, name="report_quote_pick"),
    path(f"{DESK}quotes/add/", plans_words.report_quote, name="report_quote_add"),
    path(f"{DESK}quotes/<int:pk>/", plans_words.report_quote, name="report_quote"),
    path(
        f"{DESK}quotes/<int:pk>/remove/", plans_words.report_quote_remove,
        name="report_quote_remove",
    ),
    path(f"{DESK}said/", plans_words.report_said, name="report_said"),
    path(f"{DESK}said/add/", plans_words.report_said_change, name="report_said_add"),
    path(f"{DESK}said/<int:pk>/", plans_words.report_said_change, name="report_said_change"),
    path(
        f"{DESK}said/<int:pk>/remove/", plans_words.report_said_remove, name="report_said_remove"
    ),
]  # fmt: skip
