"""One wrong figure is impossible in one place only: page, PDF, JSON and CSV move together."""

import csv
import json
import re
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from pypdf import PdfReader

from reporting import sentences
from reporting.attaching import table_csv
from reporting.figures import figures
from reporting.making import printed
from reporting.report import compose
from reviews.models import Review
from tests.reporting.figures_sample import TODAY, some_of_everything

pytestmark = pytest.mark.django_db
TABLE = "reviews-by-month"
YEAR = "2016-17"


def on_the_page(client) -> int:
    """Reviews in time of the whole year, read from the page's table."""
    words = client.get(reverse("report_year", args=[YEAR])).content.decode()
    table = words[words.index(f'id="{TABLE}"') :]
    total = table[table.index("report-table__total") : table.index("</table>")]
    return int(re.findall(r"(?:>)([\d,]+)(?:<)", total)[-1].replace(",", ""))


def in_the_pdf() -> int:
    """The same, read from the sentence that the PDF prints."""
    pages = PdfReader(BytesIO(printed(compose(figures(YEAR, on=TODAY))))).pages
    words = " ".join(" ".join(page.extract_text().split()) for page in pages)
    return int(re.search(r"held in the year, and ([\d,]+) of them", words)[1])


def in_the_json() -> int:
    """The same, as the command prints it."""
    out = StringIO()
    call_command("figures", YEAR, stdout=out)
    return json.loads(out.getvalue())["timeliness"]["by_year"][-1]["in_timescale"]


def in_the_csv() -> int:
    """The same, in the file of the table."""
    table = next(one for one in compose(figures(YEAR, on=TODAY)).tables if one.id == TABLE)
    rows = list(csv.reader(StringIO(table_csv(table).decode("utf-8-sig"))))
    return int(rows[-1][-2])


def on_the_list(client) -> int:
    """The same, on the list that the number opens."""
    days = "from=2016-04-01&to=2017-03-31"
    answer = client.get(f"{reverse('reviews')}?state=held_in_time&{days}")
    return answer.context["page"].paginator.count


def test_a_review_that_turns_late_moves_every_place_by_one(council, group_manager, client_for):
    some_of_everything()
    client = client_for(group_manager)

    def everywhere():
        return {
            "page": on_the_page(client),
            "PDF": in_the_pdf(),
            "JSON": in_the_json(),
            "CSV": in_the_csv(),
            "list": on_the_list(client),
        }

    before = everywhere()
    assert len(set(before.values())) == 1, before
    review = Review.objects.filter(held_in_time=True).first()
    review.held_on, review.late_reason = review.due_on + timedelta(days=1), "court"
    review.save()
    after = everywhere()
    assert after == {place: number - 1 for place, number in before.items()}
    told = figures(YEAR, on=TODAY)["timeliness"]
    assert f"and {after['JSON']} of them" in sentences.in_timescale(told)
