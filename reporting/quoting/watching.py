"""Oversight between reviews, quality audits, and what children told us, in sentences."""

from reporting.quoting.shape import counts, sentence, shares
from reporting.sentences import audits, oversight, voice

QUOTABLE = [
    *counts(
        "oversight",
        {
            "midway-checks-due": ("Midway checks due", "oversight.due"),
            "midway-checks-in-time": ("Midway checks done in time", "oversight.done_in_time"),
            "contacts": ("Contacts logged", "oversight.contacts"),
            "contacts-per-child": ("Contacts for each child", "oversight.contacts_per_child"),
            "children-without-contact": (
                "Children without a contact",
                "oversight.children_without_contact",
            ),
            "children-without-oversight": (
                "Children nobody looked at for three months",
                "oversight.without_oversight",
            ),
        },
    ),
    *shares(
        "oversight",
        {
            "midway-checks-in-time-percent": (
                "Share of midway checks done in time",
                "oversight.done_in_time_percent",
            ),
        },
    ),
    sentence(
        "midway-checks", "How many midway checks were done", "oversight",
        lambda figures: oversight.checks(figures["oversight"]),
    ),
    sentence(
        "contacts", "How many contacts were logged", "oversight",
        lambda figures: oversight.contacts(figures["oversight"]),
    ),
    sentence(
        "without-oversight", "Children nobody looked at for three months", "oversight",
        lambda figures: oversight.gaps(figures["oversight"], figures["as_at"]),
    ),
    *counts(
        "voice",
        {
            "children-asked": ("Children asked after their reviews", "voice.offered"),
            "children-answered": ("Children who answered", "voice.answered"),
        },
    ),
    *shares("voice", {"children-answered-percent": ("Share who answered", "voice.percent")}),
    sentence(
        "feedback", "How many children answered", "voice",
        lambda figures: voice.feedback(figures["voice"]),
    ),
    sentence(
        "beforehand", "What children said before their reviews", "voice",
        lambda figures: voice.beforehand(figures["voice"]),
    ),
    *counts(
        "audits",
        {
            "audits": ("Audits made", "audits.audits"),
            "audits-good-or-better": ("Audits graded good or better", "audits.good_or_better"),
            "reviews-audited": ("Reviews audited", "audits.reviews_audited"),
            "audit-actions": ("Actions the audits asked for", "audits.actions"),
            "audit-actions-done": ("Actions done", "audits.actions_done"),
            "audit-actions-overdue": ("Actions overdue", "audits.actions_overdue"),
        },
    ),
    *shares(
        "audits",
        {
            "audits-good-or-better-percent": (
                "Share graded good or better",
                "audits.good_or_better_percent",
            ),
            "reviews-audited-percent": (
                "Share of reviews audited",
                "audits.reviews_audited_percent",
            ),
        },
    ),
    sentence(
        "audits", "How good the reviews were found", "audits",
        lambda figures: audits.made(figures["audits"]),
    ),
    sentence(
        "audit-actions", "What became of the actions", "audits",
        lambda figures: audits.actions(figures["audits"]),
    ),
]  # fmt: skip
