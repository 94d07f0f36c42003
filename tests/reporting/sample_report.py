"""A small report with everything in it that a PDF can get wrong."""

from django.template import engines

from reporting.charts import bars, columns, lines, stacked_columns

MONTHS = ["April", "May", "June", "July", "August", "September"]
BODY = """
{% extends "reporting/print/base.html" %}
{% block sections %}
{% for section in sections %}
<section class="report-section report-section--new-page">
  {% include "reporting/parts/section_heading.html" %}
  <p>{{ section.words }}</p>
  <ul class="report-tiles">
    {% for tile in section.tiles %}{% include "reporting/parts/tile.html" %}{% endfor %}
  </ul>
  {% for chart in section.charts %}{% include "reporting/parts/chart.html" %}{% endfor %}
  {% for table in section.tables %}{% include "reporting/parts/table.html" %}{% endfor %}
  {% for part in section.subsections %}
    {% include "reporting/parts/section_heading.html" with section=part %}<p>Words.</p>
  {% endfor %}
</section>
{% endfor %}
{{ extra|safe }}
{% endblock %}
"""


def sample_html(*, extra: str = "", **context) -> str:
    """The report's HTML; ``extra`` goes in after the last section as it is."""
    return (
        engines["django"]
        .from_string(BODY)
        .render(
            {
                "council": "Worcestershire County Council",
                "report_title": "Independent Reviewing Officers: annual report",
                "subtitle": "1 April 2016 to 31 March 2017",
                "published_on": "Published on 20 July 2017.",
                "sections": sections(),
                "extra": extra,
                **context,
            }
        )
    )


def sections() -> list[dict]:
    """Two sections: reviews on time over pages, and caseloads with names from far away."""
    return [
        {
            "id": "on-time",
            "number": "1",
            "title": "Reviews on time",
            "words": "Of 1,875 reviews, 1,703 (90.8%) were held by the day they were due.",
            "tiles": [
                {"label": "Reviews in timescale", "value": "90.8%", "note": "1,703 of 1,875"}
            ],
            "charts": [
                chart(
                    "by-month",
                    columns,
                    "Reviews in timescale rose",
                    "Six columns, from 80 to 95.",
                    MONTHS,
                    [("In timescale", [80.0, 85.5, None, 90.0, 92.0, 95.0])],
                    unit="%",
                    target=95,
                ),
                chart(
                    "by-line",
                    lines,
                    "Both years end above 90",
                    "Two lines that rise from 80.",
                    MONTHS,
                    [("2015/16", [80, 82, 84, 86, 88, 91]), ("2016/17", [85, 86, 88, 90, 92, 95])],
                ),
            ],
            "tables": [
                table("by-month-table", "Reviews by month", [[m, "158", "91.1%"] for m in MONTHS]),
                table(
                    "long-table", "Reviews by team", [[f"Team {i}", "9", "–"] for i in range(60)]
                ),
            ],
            "subsections": [{"id": "late", "number": "1.1", "title": "Late reviews", "level": 3}],
        },
        {
            "id": "caseloads",
            "number": "2",
            "title": "Caseloads",
            "words": "Łukasz Nguyễn, Şeyma Dvořák, Ольга Иванова and Ελένη hold 240 children.",
            "tiles": [],
            "charts": [
                chart(
                    "caseload",
                    bars,
                    "One IRO holds more than 70 children",
                    "Two bars against a band from 50 to 70.",
                    ["Łukasz Nguyễn", "Şeyma Dvořák"],
                    [("Children", [58, 71])],
                    band=(50, 70),
                ),
                chart(
                    "parts",
                    stacked_columns,
                    "Recording failed",
                    "Three parts in each of two columns.",
                    ["2015/16", "2016/17"],
                    [("Yes", [987, 895]), ("No", [67, 30]), ("Not recorded", [409, 542])],
                ),
            ],
            "tables": [table("caseload-table", "Children", [["Łukasz Nguyễn", "58", "30.1%"]])],
            "subsections": [],
        },
    ]


def chart(id: str, draw, title: str, description: str, *given, **named) -> dict:
    """A chart as the template takes it."""
    svg = draw(title, description, *given, id=id, **named)
    return {"id": id, "svg": svg, "caption": title}


def table(id: str, caption: str, rows: list[list[str]]) -> dict:
    """A table of three columns with a total."""
    return {
        "id": id,
        "caption": caption,
        "columns": [("row", "Row", False), ("held", "Held", True), ("share", "In time", True)],
        "rows": rows,
        "total": ["Total", "1,875", "90.8%"],
        "note": "Percentages are rounded half up.",
    }
