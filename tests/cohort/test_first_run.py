"""A council without the demonstration names itself and makes its first manager."""

import pytest

from accounts.models import Role, User
from cohort.models import Council

pytestmark = pytest.mark.django_db

TYPED = {
    "name": "Northshire County Council",
    "established_posts": "7.5",
    "first_name": "Ngọc",
    "last_name": "Nguyễn",
    "email": "ngoc@example.org",
    "password": "three random words",
}


def test_every_way_in_leads_to_the_first_run_page(client):
    assert client.get("/").headers["location"] == "/first-run/"
    assert "Set up the service" in client.get("/first-run/").content.decode()


def test_the_council_is_named_and_its_manager_is_signed_in(client):
    answer = client.post("/first-run/", TYPED, follow=True)
    assert answer.redirect_chain == [("/people/", 302)]
    assert "Northshire County Council" in answer.content.decode()
    assert Council.objects.get().records_from.isoformat() == "2017-04-01"
    assert User.objects.get().role == Role.GROUP_MANAGER


def test_the_page_is_gone_afterwards(client, council):
    assert client.get("/first-run/").status_code == 302
    client.post("/first-run/", TYPED)
    assert Council.objects.get() == council
    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", "", "Enter the council&#x27;s name"),
        ("name", "x" * 100_000, "must be 100 characters or fewer"),
        ("established_posts", "ten", "number of posts"),
        ("established_posts", "-1", "number of posts"),
        ("email", "ngoc", "Enter an email address like"),
        ("password", "password12", "too common"),
        ("password", "ngoc@example", "too similar"),
    ],
)
def test_a_wrong_answer_gets_a_sentence_and_loses_nothing(client, field, typed, sentence):
    page = client.post("/first-run/", TYPED | {field: typed}).content.decode()
    assert sentence in page
    assert 'value="Ngọc"' in page
    assert not Council.objects.exists()
