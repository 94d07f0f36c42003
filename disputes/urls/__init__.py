"""The addresses of disputes; an address with a word comes before those that take any word."""

from disputes.urls import answering, cases, ladder, opening, patterns

urlpatterns = [
    *opening.urlpatterns,
    *ladder.urlpatterns,
    *patterns.urlpatterns,
    *answering.urlpatterns,
    *cases.urlpatterns,
]
