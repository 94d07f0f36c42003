"""A list becomes a file that a spreadsheet opens and cannot be made to run."""

from datetime import date
from io import BytesIO

import pytest
from django.test import RequestFactory
from openpyxl import load_workbook

from iro_service.spreadsheets import spreadsheet

COLUMNS = ["Child", "Due", "Days"]
ROWS = [
    ['=HYPERLINK("http://elsewhere")', date(2017, 7, 20), -3],
    ["Łukasz Nguyễn\x0b", date(2017, 8, 1), 4],
]


def answer(query=""):
    return spreadsheet(RequestFactory().get(f"/{query}"), "children-2017-07-20", COLUMNS, ROWS)


def test_the_csv_has_formulas_made_harmless_and_names_a_spreadsheet_reads():
    response = answer()
    assert response.headers["content-disposition"].endswith('"children-2017-07-20.csv"')
    text = response.content.decode("utf-8-sig")
    assert text.startswith("Child,Due,Days\r\n")
    assert '"\'=HYPERLINK(""http://elsewhere"")",2017-07-20,-3\r\n' in text
    assert "Łukasz Nguyễn" in text


def test_the_workbook_holds_text_days_and_numbers_and_no_formula():
    response = answer("?as=xlsx")
    assert response.headers["content-disposition"].endswith('"children-2017-07-20.xlsx"')
    sheet = load_workbook(BytesIO(response.content)).active
    assert [cell.value for cell in sheet[1]] == COLUMNS
    first, second = sheet[2], sheet[3]
    assert first[0].data_type == "s"
    assert first[0].value.startswith("=HYPERLINK")
    assert first[1].value.date() == date(2017, 7, 20)
    assert first[2].value == -3
    assert second[0].value == "Łukasz Nguyễn"


@pytest.mark.parametrize("start", "=+-@\t\r")
def test_whatever_begins_like_a_formula_is_text_in_the_csv(start):
    response = spreadsheet(RequestFactory().get("/"), "x", ["A"], [[f"{start}1"]])
    assert f"'{start}1" in response.content.decode("utf-8-sig")
