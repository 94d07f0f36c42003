"""Who may open and fill in an outcome form."""

import pytest
from django.urls import reverse

from tests.factories import CoverFactory

PAGES = ["outcome_form", "outcome_form_check", "review_book", "review"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("role", "status"),
    [("other_iro", 404), ("business_support", 403), ("responding_manager", 404)],
)
def test_a_stranger_is_turned_away(planned, client_for, request, page, role, status):
    client = client_for(request.getfixturevalue(role))
    assert client.get(reverse(page, args=[planned.pk])).status_code == status


def test_the_group_manager_reads_and_does_not_write(planned, group_manager, client_for):
    client = client_for(group_manager)
    page = client.get(reverse("review", args=[planned.pk]))
    assert page.status_code == 200
    assert "Book the review" not in page.content.decode()
    assert client.get(reverse("outcome_form", args=[planned.pk])).status_code == 403


def test_an_iro_who_covers_may_fill_it_in(planned, iro, other_iro, client_for):
    CoverFactory(away=iro, covered_by=other_iro)
    page = client_for(other_iro).get(reverse("outcome_form", args=[planned.pk]))
    assert page.status_code == 200
