"""The demonstration's figures for 2016-17 equal the published ones to the last digit."""

import csv
import json
import re
from datetime import date, timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils.html import escape
from pypdf import PdfReader

from iro_service import demonstration as package
from reporting import tables
from reporting.audience import Audience
from reporting.figures import as_json, figures
from reporting.making import PRINT, printed
from reporting.report import compose
from reporting.withholding import public
from reviews.models import Review
from statute.ages import BANDS
from tests.reporting.pdf_checks import check_accessible

TODAY = date(2017, 7, 20)
PUBLISHED = Path(package.__file__).parent / "figures"


def published(name: str) -> list[dict]:
    with (PUBLISHED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def figure(demonstration):
    return figures("2016-17", on=TODAY)


def test_every_month_of_three_years_is_the_published_one(figure):
    found = {
        month["month"]: (month["reviews"], month["in_timescale"])
        for year in figure["timeliness"]["by_year"]
        for month in year["by_month"]
    }
    rows = published("review_timeliness_by_month")
    assert len(rows) == len(found) == 36
    for row in rows:
        expected = int(row["reviews"]), int(row["reviews_in_timescale"])
        assert found[row["month"]] == expected, row["month"]


def test_the_years_add_up_to_the_published_totals(figure):
    years = [
        (year["year"], year["reviews"], year["in_timescale"], str(year["percent"]), year["basis"])
        for year in figure["timeliness"]["by_year"]
    ]
    assert years == [
        ("2014-15", 1911, 1700, "89.0", "published"),
        ("2015-16", 1848, 1618, "87.6", "published"),
        ("2016-17", 1875, 1703, "90.8", "records"),
    ]
    assert sum(row["reviews"] for row in figure["timeliness"]["late_reasons"]) == 1875 - 1703
    assert sum(row["reviews"] for row in figure["timeliness"]["by_kind"]) == 1875


def test_participation_is_the_published_one(figure):
    keys = ("reviews_aged_4_and_over", "participated", "not_recorded")
    found = {row["year"]: [row[key] for key in keys] for row in figure["participation"]["by_year"]}
    expected = {
        row["year"]: [int(row[key]) for key in keys] for row in published("participation_by_year")
    }
    assert found == expected
    this_year = figure["participation"]["by_year"][-1]
    assert (this_year["not_participated"], str(this_year["participated_percent"])) == (30, "61.0")


def test_the_children_are_the_published_ones_by_district_sex_and_age(figure):
    bands = dict(
        zip(
            BANDS,
            ("aged_under_1", "aged_1_4", "aged_5_10", "aged_11_13", "aged_14_15", "aged_16_plus"),
            strict=True,
        )
    )
    columns = {"male": "male", "female": "female", "total": "total", **bands}
    rows = published("looked_after_by_district_2017-03-31")
    found = figure["cohort"]["by_district"]
    assert [row["district"] for row in found] == [row["district"] for row in rows]
    for ours, theirs in zip(found, rows, strict=True):
        for key, column in columns.items():
            assert ours[key] == int(theirs[column]), (ours["district"], key)
        assert ours["sex_not_known"] == 0


def test_the_headline_is_the_published_one(figure):
    cohort = figure["cohort"]
    assert (cohort["as_at"], cohort["total"]) == ("2017-03-31", 767)
    assert (cohort["previous_as_at"], cohort["previous_total"]) == ("2016-03-31", 694)
    assert str(cohort["change_percent"]) == "10.5"
    assert cohort["total"] - cohort["previous_total"] == cohort["starts"] - cohort["ends"]
    assert (cohort["disabled"], cohort["uasc"]) == (33, 31)
    statuses = {
        re.search(r"\((\w+)\)|None", row["status"])[0].strip("()").upper(): int(row["children"])
        for row in published("status_prior_to_looked_after_2016-17")
    }
    assert cohort["status_before"] == statuses
    assert cohort["starts"] == sum(statuses.values()) == 341
    for breakdown in ("by_ethnicity", "by_legal_status", "by_placement", "by_age", "by_sex"):
        assert sum(cohort[breakdown].values()) == 767, breakdown


def test_the_caseload_is_767_children_over_ten_posts(figure):
    caseload = figure["caseload"]
    assert (caseload["children"], float(caseload["fte_in_post"])) == (767, 10)
    assert str(caseload["average"]) == "76.7"
    assert (caseload["full_time"], caseload["part_time"]) == (8, 3)
    assert sum(row["children"] for row in caseload["by_iro"]) == 767


def test_the_spring_after_shows_better_recording(demonstration):
    spring = figures("2017-18", on=TODAY)["participation"]["by_year"][-1]
    assert (round(spring["participated_percent"]), round(spring["attended_percent"])) == (93, 40)


def test_moving_one_reviews_day_moves_the_figures(figure):
    review = Review.objects.filter(
        held_on__month=6, held_on__year=2016, held_in_time=True, due_on__lt=date(2016, 6, 29)
    ).first()
    review.held_on, review.late_reason = review.due_on + timedelta(days=1), "court"
    review.save()
    moved = figures("2016-17", on=TODAY)["timeliness"]
    june = next(month for month in moved["by_month"] if month["month"] == "2016-06")
    before = next(m for m in figure["timeliness"]["by_month"] if m["month"] == "2016-06")
    assert june["in_timescale"] == before["in_timescale"] - 1
    assert moved["by_year"][-1]["in_timescale"] == 1702


def test_the_command_prints_the_same(figure):
    out = StringIO()
    call_command("figures", "2016-17", stdout=out)
    assert json.loads(out.getvalue()) == json.loads(as_json(figure))


def test_the_pdf_says_what_the_figures_say(figure):
    pdf = printed(compose(figure))
    assert check_accessible(pdf) == []
    pages = PdfReader(BytesIO(pdf)).pages
    words = " ".join(" ".join(page.extract_text().split()) for page in pages)
    together = words.replace(" ", "")
    for said in ("90.8%", "1,875", "61.0%", "767", "10.5%"):
        assert said in words
    assert (
        "767 children were looked after on 31 March 2017, a 10.5% increase on 694 a year before."
        in words
    )
    for table in (
        tables.timeliness_by_month(figure["timeliness"]),
        tables.participation_by_year(figure["participation"]),
        tables.districts_by_sex(figure["cohort"]),
        tables.districts_by_age(figure["cohort"]),
        tables.status_before(figure["cohort"]),
        tables.caseloads(figure["caseload"]),
        tables.records(figure["records"]),
    ):
        for row in filter(None, [*table.rows, table.total]):
            line = "".join("–" if cell is None else cell for cell in row).replace(" ", "")
            assert line in together, f"{table.caption}: {line}"  # a long name takes two lines


def test_the_public_edition_names_no_iro_and_the_internal_one_each(figure):
    page = {
        audience: render_to_string(
            PRINT[0], {**compose(figure, audience=audience).context(), "layout": PRINT[1]}
        )
        for audience in (Audience.INTERNAL, Audience.PUBLIC)
    }
    names = [escape(row["name"]) for row in figure["caseload"]["by_iro"]]
    assert len(names) == 11
    for name in names:
        assert name in page[Audience.INTERNAL]
        assert name.split()[-1] not in page[Audience.PUBLIC]
    told = as_json(public(figure))
    assert not any(row["name"] in told for row in figure["caseload"]["by_iro"])
