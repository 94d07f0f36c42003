"""The addresses of reviews; an address with a word comes before those that take any word."""

from reviews.urls import (
    allocations,
    before,
    calendar,
    children,
    childs_page,
    decisions,
    exports,
    imports,
    mine,
    notices,
    outcome_form,
    oversight,
    plan,
    record,
    support,
    work,
)

urlpatterns = [
    *work.urlpatterns,
    *calendar.urlpatterns,
    *children.urlpatterns,
    *plan.urlpatterns,
    *outcome_form.urlpatterns,
    *record.urlpatterns,
    *before.urlpatterns,
    *childs_page.urlpatterns,
    *mine.urlpatterns,
    *decisions.urlpatterns,
    *oversight.urlpatterns,
    *notices.urlpatterns,
    *allocations.urlpatterns,
    *imports.urlpatterns,
    *exports.urlpatterns,
    *support.urlpatterns,
]
