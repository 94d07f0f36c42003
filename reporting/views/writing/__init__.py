"""The composer: a report's sections written, commented on, and their versions."""

from reporting.views.writing.section import report_begin, report_write
from reporting.views.writing.talking import (
    report_comment,
    report_comment_settle,
    report_nothing,
    report_nothing_take_back,
)
from reporting.views.writing.versions import (
    report_passage_restore,
    report_passage_version,
    report_passage_versions,
)

__all__ = [
    "report_begin",
    "report_comment",
    "report_comment_settle",
    "report_nothing",
    "report_nothing_take_back",
    "report_passage_restore",
    "report_passage_version",
    "report_passage_versions",
    "report_write",
]
