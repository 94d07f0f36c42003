"""Figures of the years before the records began, typed in or out of a file."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from iro_service.refusals import Refusal
from reporting.actions import publish_month, publish_year
from reporting.figures import ReportingYear, figures
from reporting.models import PublishedMonth, PublishedYear
from tests.factories import PublishedMonthFactory, PublishedYearFactory

pytestmark = pytest.mark.django_db
MONTHS = "year,month,reviews,reviews_in_timescale,percent_as_printed\n"
YEARS = "year,reviews_aged_4_and_over,participated,not_recorded\n"


@pytest.fixture
def client(practice_manager, client_for):
    return client_for(practice_manager)


def send(client, content: str | bytes):
    data = content if isinstance(content, bytes) else content.encode()
    file = SimpleUploadedFile("figures.csv", data, content_type="text/csv")
    return client.post(reverse("published_figures_import"), {"file": file}, follow=True)


def test_a_file_of_months_is_known_by_its_columns(client):
    answer = send(client, MONTHS + '2014-15,2014-04,160,143,89.4%\n2015-16,2016-03,"1,155",140,x\n')
    assert "Imported 2 rows of timeliness by month." in answer.content.decode()
    rows = PublishedMonth.objects.values_list("month", "reviews", "in_timescale")
    assert list(rows) == [(date(2014, 4, 1), 160, 143), (date(2016, 3, 1), 1155, 140)]


def test_a_file_of_years_is_known_by_its_columns(client):
    answer = send(client, "\ufeff" + YEARS + "2014-15,1543,1366,57\n")
    assert "Imported 1 row of participation by year." in answer.content.decode()
    row = PublishedYear.objects.get()
    assert (row.reviews_aged_4_and_over, row.participated, row.not_participated) == (
        1543,
        1366,
        120,
    )


def test_a_file_of_years_may_tell_the_children_of_the_last_day(client):
    send(client, "year,reviews_aged_4_and_over,participated,not_recorded,looked_after\n"
         "2013-14,1543,1366,57,612\n2014-15,1500,1300,50,\n")  # fmt: skip
    told = PublishedYear.objects.order_by("year").values_list("looked_after", flat=True)
    assert list(told) == [612, None]
    send(client, YEARS + "2013-14,1543,1366,58\n")
    row = PublishedYear.objects.get(year="2013-14")
    assert (row.not_recorded, row.looked_after) == (58, 612)
    rows = figures("2016-17", on=date(2017, 7, 20))["cohort"]["totals"]
    assert [(one["total"], one["basis"]) for one in rows[:3]] == [
        (None, "published"), (None, "published"), (612, "published"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2014-15,2014-13,1,1", "is not a month: write it like 2015-04."),
        ("2014-15,2015-04,1,1", "does not lie in the year 2014-15."),
        ("2014,2014-04,1,1", "is not a reporting year"),
        ("2014-15,2014-04,ten,1", "is not a number of reviews"),
        ("2014-15,2014-04,-1,1", "is not a number of reviews"),
        ("2014-15,2014-04,9999999999999,1", "is not a number of reviews"),
        ("2014-15,2014-04,²,1", "is not a number of reviews"),
        ("2014-15,2014-04,1,2", "cannot be more than all reviews"),
        ("2016-17,2016-04,1,1", "counted from the service"),
        ("2014-15,2014-04", "is not a number of reviews"),
    ],
)
def test_a_bad_row_is_handed_back_with_its_reason_and_the_good_ones_are_taken(client, row, reason):
    answer = send(client, f"{MONTHS}{row}\n2014-15,2014-05,174,147\n")
    page = answer.content.decode().replace("&#x27;", "'")
    assert reason in page
    assert "1 row of timeliness by month was imported; 1 row is handed back" in page
    assert PublishedMonth.objects.get().month == date(2014, 5, 1)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"a,b\n1,2\n", "columns are not known"),
        (b"\x81\x8d\x8f", "The file is not text"),
        (b"year,month\x00,reviews\n", "columns are not known"),
        (MONTHS.encode() + b'2014-15,"2014-04,1,1\n', "cannot be read as CSV"),
        (b"x" * 1_000_001, "must be smaller than 1 MB"),
        (MONTHS.encode() + b"2014-15,2014-04,1,1\n" * 1001, "more than 1,000 rows"),
    ],
)
def test_a_file_that_is_none_of_the_two_is_refused_with_a_sentence(client, content, sentence):
    assert sentence in send(client, content).content.decode()


def test_script_in_a_file_is_shown_and_not_run(client):
    page = send(client, MONTHS + "<script>x</script>,2014-04,1,1\n").content.decode()
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


def test_a_month_is_typed_in_and_corrected(client):
    numbers = {"reviews": "124", "in_timescale": "118"}
    client.post(reverse("published_month_add"), {"month": "2015-04", **numbers})
    row = PublishedMonth.objects.get()
    assert (row.month, row.reviews, row.in_timescale) == (date(2015, 4, 1), 124, 118)
    numbers["in_timescale"] = "117"
    client.post(reverse("published_month", args=[row.pk]), numbers)
    assert PublishedMonth.objects.get().in_timescale == 117
    assert "94.4%" in client.get(reverse("published_figures")).content.decode()


def test_a_year_is_typed_in_and_corrected(client):
    numbers = {"reviews_aged_4_and_over": "1463", "participated": "987", "not_recorded": "409"}
    client.post(reverse("published_year_add"), {"year": "2015-16", **numbers})
    row = PublishedYear.objects.get()
    assert row.looked_after is None
    numbers |= {"participated": "988", "looked_after": "641"}
    client.post(reverse("published_year", args=[row.pk]), numbers)
    row = PublishedYear.objects.get()
    assert (row.participated, row.looked_after) == (988, 641)
    page = client.get(reverse("published_figures")).content.decode()
    assert 'data-label="Children on 31 March">641<' in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"month": ""}, "Select the month"),
        ({"month": "2016-04"}, "Select the month"),
        ({"reviews": ""}, "Enter the number of reviews held"),
        ({"reviews": "-1"}, "must be between 0"),
        ({"in_timescale": "125"}, "Reviews in timescale cannot be more than the reviews held"),
        ({"reviews": "9" * 100_000}, "must be a whole number"),
    ],
)
def test_a_wrong_answer_gets_a_sentence_and_nothing_is_lost(client, typed, sentence):
    answers = {"month": "2015-04", "reviews": "124", "in_timescale": "118", **typed}
    page = client.post(reverse("published_month_add"), answers).content.decode()
    assert sentence in page
    assert 'value="1' in page
    assert not PublishedMonth.objects.exists()


def test_years_of_the_records_are_not_published(council):
    with pytest.raises(Refusal, match="2016-17 is counted from the service's own records"):
        publish_month(date(2016, 4, 1), reviews=1, in_timescale=1)
    with pytest.raises(Refusal, match="counted from the service's own records"):
        publish_year(ReportingYear(2016), reviews_aged_4_and_over=1, participated=1, not_recorded=0)


def test_a_year_in_which_the_records_began_is_still_published(council):
    council.records_from = date(2016, 10, 1)
    council.save()
    assert publish_month(date(2016, 4, 1), reviews=1, in_timescale=1).pk


def test_parts_greater_than_their_whole_are_refused(council):
    with pytest.raises(Refusal, match="cannot be more than all reviews of children aged 4"):
        publish_year(ReportingYear(2015), reviews_aged_4_and_over=2, participated=2, not_recorded=1)


def test_the_page_lists_what_was_entered(client):
    PublishedMonthFactory(month=date(2014, 4, 1), reviews=1234, in_timescale=1000)
    PublishedYearFactory()
    page = client.get(reverse("published_figures")).content.decode()
    for words in ("April 2014", "1,234", "81.0%", "2015-16", "67.5%"):
        assert words in page


def test_only_managers_enter_published_figures(iro, client_for):
    for name in ("published_figures", "published_figures_import", "published_month_add"):
        assert client_for(iro).get(reverse(name)).status_code == 403
