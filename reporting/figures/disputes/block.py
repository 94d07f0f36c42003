"""The year's disputes in figures."""

from datetime import date

from django.db.models import Count, Q

from cohort.council import working_calendar
from cohort.models import Child, Council
from disputes.codes import Group, Outcome, Theme
from disputes.forms.states import stage_choices
from disputes.models import Dispute, GoodPractice
from disputes.patterns import Fact, Window, counted_by, facts, kept_from, spread_of
from reporting.figures.disputes.teams import by_team
from reporting.figures.disputes.years import by_year
from reporting.figures.year import RECORDS, ReportingYear
from reporting.percent import percent, ratio

NOT_KEPT = "not kept"
FOLLOWED_UP = "followed_up"  # settled, and without an outcome until what was agreed is done


def disputes(year: ReportingYear, *, on: date, council: Council) -> dict:
    """The concerns raised in a year, those settled in it, and those open at its end.

    Unit: disputes; working days, and disputes for each 100 children with one decimal. Source:
    DEFINITIONS. The basis is "not kept" for a year that was over before the council had its
    first ladder (`kept_from`): concerns of it that were entered since are told (`entered_since`)
    and not counted, because nobody knows that they are all.
    """
    window, since = Window(year.first, year.as_at(on)), kept_from()
    rows = facts(Dispute.objects.raised_between(window.first, window.last))
    kept = since is not None and since <= window.last
    return {
        "year": str(year),
        **(_counted(rows, window) if kept else _nothing()),
        "by_year": by_year(year, on, council),
        "entered_since": 0 if kept else len(rows),
        "kept_from": since and since.isoformat(),
        "basis": RECORDS if kept else NOT_KEPT,
    }


def _nothing() -> dict:
    """The promised counts at nothing and what is worked out from them unknown."""
    counts = ("raised", "informal", "formal", "settled", "within_20_working_days", "cafcass")
    made_up = ("by_stage", "by_theme", "by_group", "by_outcome")
    unknown = (
        "by_month by_team children per_100_children median_working_days p90_working_days "
        "closed closed_saying_what_changed formal_settled formal_median_working_days "
        "formal_p90_working_days within_20_working_days_percent open_at_end good_practice"
    )
    return {
        **dict.fromkeys(counts, 0),
        **{key: {} for key in made_up},
        **dict.fromkeys(unknown.split()),
    }


def _counted(rows: list[Fact], window: Window) -> dict:
    everything = Dispute.objects.filter(raised_on__lte=window.last)
    good = GoodPractice.objects.recorded_between(window.first, window.last)
    praised = list(good.values_list("raised_on", flat=True))
    children = Child.objects.looked_after(on=window.last).count()
    formal = sum(row.formal_on is not None for row in rows)
    raised_on = [row.raised_on for row in rows]
    return {
        "raised": len(rows),
        "informal": len(rows) - formal,
        "formal": formal,
        "by_month": [
            {
                "month": f"{month.first:%Y-%m}",
                "raised": sum(day in month for day in raised_on),
                "good_practice": sum(day in month for day in praised),
            }
            for month in window.months
        ],
        "by_stage": _by_stage(rows),
        "by_theme": _of_each(Theme, counted_by(rows, "theme")),
        "by_group": _of_each(Group, counted_by(rows, "group")),
        "by_team": by_team(rows, window),
        "children": children,
        "per_100_children": ratio(len(rows) * 100, children),
        **_settled(facts(everything.filter(settled_on__range=(window.first, window.last)))),
        "cafcass": everything.filter(cafcass_on__range=(window.first, window.last)).count(),
        "open_at_end": everything.exclude(closed_on__lte=window.last).count(),
        **_closed(everything.filter(closed_on__range=(window.first, window.last))),
        "good_practice": len(praised),
    }


def _closed(disputes) -> dict:
    """Those closed, and of how many of them it is said what changed for the child."""
    return disputes.aggregate(
        closed=Count("pk"),
        closed_saying_what_changed=Count("pk", filter=~Q(what_changed="")),
    )


def _settled(rows: list[Fact]) -> dict:
    calendar = working_calendar()
    formal = [row for row in rows if row.formal_on]
    every = spread_of([(row.raised_on, row.settled_on) for row in rows], calendar)
    formally = spread_of([(row.formal_on, row.settled_on) for row in formal], calendar)
    within = sum(row.within_total for row in formal)
    outcomes = counted_by(rows, lambda row: row.outcome or FOLLOWED_UP)
    return {
        "settled": every.disputes,
        "by_outcome": _of_each([*Outcome, FOLLOWED_UP], outcomes),
        "median_working_days": every.median,
        "p90_working_days": every.ninetieth,
        "formal_settled": formally.disputes,
        "formal_median_working_days": formally.median,
        "formal_p90_working_days": formally.ninetieth,
        "within_20_working_days": within,
        "within_20_working_days_percent": percent(within, formally.disputes),
    }


def _by_stage(rows: list[Fact]) -> dict[str, int]:
    counts = counted_by(rows, "stage")
    by_name: dict[str, int] = {}
    for number, name in stage_choices():
        by_name[name] = by_name.get(name, 0) + counts[number]
    return by_name


def _of_each(codes, counts) -> dict[str, int]:
    return {str(code): counts[code] for code in codes}
