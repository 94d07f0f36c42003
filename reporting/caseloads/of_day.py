"""The caseload of a day: each IRO's children, posts, weighted children and reviews to hold."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse

from cohort.caseload import Caseload, IROCaseload, Marked, caseload
from reporting import charts
from reporting.drawings.shape import Chart, said
from reporting.percent import ratio
from reporting.written import day as in_words
from reviews.caseloads import HORIZON, to_hold_by_iro, weighted
from statute import caseload as band

COLUMNS = [
    *("IRO", "Full-time equivalent", "Children", "Children per full-time post"),
    *("Weighted children per full-time post", "Reviews to hold within four weeks"),
]


@dataclass(frozen=True)
class Line:
    """One IRO on the day."""

    row: IROCaseload
    marked: Marked
    to_hold: int
    children_href: str
    reviews_href: str

    @property
    def weighted(self) -> Decimal | None:
        """Weighted children per full-time post."""
        return ratio(self.marked.load, self.row.posts)

    @property
    def against(self) -> str:
        """Where they are against the band, in a word."""
        if self.row.per_post is None:
            return "No post"
        if self.row.over:
            return f"Over {band.HIGHEST}"
        return f"Under {band.LOWEST}" if self.row.per_post < band.LOWEST else "Within"


@dataclass(frozen=True)
class Day:
    """The service on a day."""

    now: Caseload
    lines: list[Line]
    weighed: Marked
    is_today: bool

    @property
    def weighted(self) -> Decimal | None:
        """Weighted children per full-time post filled, those without an IRO included."""
        return ratio(self.weighed.load, self.now.posts)

    def values(self) -> list[list]:
        """The rows for a spreadsheet."""
        return [
            [
                str(line.row.iro),
                line.row.posts,
                line.row.children,
                "" if line.row.per_post is None else line.row.per_post,
                "" if line.weighted is None else line.weighted,
                line.to_hold,
            ]
            for line in self.lines
        ]


def look(*, on: date, today: date) -> Day:
    """The caseload of the day, in a constant number of queries."""
    now, weighed, to_hold = caseload(on=on), weighted(on=on), to_hold_by_iro(on=on)
    lines = [
        Line(
            row,
            weighed.get(row.iro.pk, Marked()),
            to_hold.get(row.iro.pk, 0),
            _children(row, on, today),
            _reviews(row, on) if on == today else "",
        )
        for row in now.by_iro
    ]
    return Day(now, lines, sum(weighed.values(), Marked()), on == today)


def day_strip(seen: Day, *, today: date) -> list[dict]:
    """The figures at the head of the page; those that count children open them."""
    now, on = seen.now, {} if seen.is_today else {"on": seen.now.on.isoformat()}
    known = now.on <= today
    without = reverse("to_allocate") if seen.is_today else _list(care="unallocated", **on)
    return [
        {"label": "Children looked after", "number": f"{now.children:,}",
         "href": _list(**on) if known else ""},
        {"label": "Full-time posts filled", "number": f"{now.posts.normalize():f}"},
        {"label": "Children per full-time post", "number": _or_none(now.average)},
        {"label": "Weighted children per full-time post", "number": _or_none(seen.weighted)},
        {"label": f"IROs over {band.HIGHEST}", "number": now.over_limit,
         "tone": "overdue" if now.over_limit else None},
        {"label": "Without an IRO", "number": now.unallocated,
         "href": without if known else "", "tone": "overdue" if now.unallocated else None},
    ]  # fmt: skip


def day_chart(seen: Day) -> Chart | None:
    """A bar for each IRO against the band, and the reviews to hold as a second one."""
    rows = [line for line in seen.lines if line.row.per_post is not None]
    if not rows:
        return None
    per_post = [(str(line.row.iro), float(line.row.per_post or 0)) for line in rows]
    title = f"Children for each full-time post on {in_words(seen.now.on.isoformat())}"
    svg = charts.bars(
        title,
        f"Two bars for each IRO. Children for each full-time post: {said(per_post)}. "
        f"Reviews to hold: {said([(str(line.row.iro), line.to_hold) for line in rows])}.",
        [name for name, _ in per_post],
        [
            ("Children per full-time post", [value for _, value in per_post]),
            ("Reviews to hold within four weeks", [line.to_hold for line in rows]),
        ],
        id="caseload-of-day",
        band=(band.LOWEST, band.HIGHEST),
        band_label=f"Handbook: {band.LOWEST} to {band.HIGHEST}",
    )
    return Chart("caseload-of-day", svg, title)


def table_of_day(seen: Day) -> tuple[list[str], list[list]]:
    """The columns and rows for a spreadsheet."""
    return COLUMNS, seen.values()


def _or_none(number: Decimal | None):
    return "None" if number is None else number


def _children(row: IROCaseload, on: date, today: date) -> str:
    # Who will be looked after nobody knows; the list offers only IROs who may sign in.
    if not row.children or on > today or not row.iro.is_active:
        return ""
    return _list(iro=row.iro.pk, **({} if on == today else {"on": on.isoformat()}))


def _reviews(row: IROCaseload, on: date) -> str:
    choices = {"state": "planned", "iro": row.iro.pk, "to": (on + HORIZON).isoformat()}
    return f"{reverse('reviews')}?{urlencode(choices)}"


def _list(**choices) -> str:
    query = urlencode(choices)
    return f"{reverse('children')}{f'?{query}' if query else ''}"
