"""The children looked after on a day, and those who came and left in the year."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import Count, F, OuterRef, Q, Subquery

from cohort.codes import Ethnicity, LegalStatus, Placement, Sex, StatusBefore
from cohort.models import Council, District, Episode, PeriodOfCare
from reporting.figures import groups
from reporting.figures.ages import band_on
from reporting.figures.definition import Definition
from reporting.figures.year import RECORDS, ReportingYear, counts_are_known
from reporting.percent import percent
from statute.ages import BANDS

DEFINITIONS = (
    Definition(
        measure="Children looked after",
        numerator=(
            "children in a period of care on the day; one that ended that day is not counted, "
            "nor is one of short breaks (V3, V4) only"
        ),
        denominator="",
        day="31 March, or the day the figures were taken while the year runs",
        unit="children",
        source="DfE, SSDA903 return; DfE's counts leave out short breaks only",
    ),
    Definition(
        measure="Started and ceased to be looked after",
        numerator="periods of care that began, or ended, in the year, short breaks only left out",
        denominator="",
        day="the day the period began or ended",
        unit="periods of care",
        source="DfE, SSDA903 return (RNE S; REC other than X1)",
    ),
    Definition(
        measure="District",
        numerator="children by the district they lived in before they were looked after",
        denominator="children looked after",
        day="as for children looked after",
        unit="children",
        source="The service's own record; the return does not hold it",
    ),
    Definition(
        measure="Unaccompanied asylum-seeking children",
        numerator="children looked after and recorded as unaccompanied on the day",
        denominator="",
        day="as for children looked after",
        unit="children",
        source="DfE, SSDA903 return, UASC table",
    ),
)
SEXES = {Sex.MALE: "male", Sex.FEMALE: "female", Sex.UNKNOWN: "sex_not_known"}
NO_DISTRICT = "Out of County / Not recorded / Unknown"
NOT_RECORDED = "not_recorded"


def cohort(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Who was looked after on the year's last day (or on `on` before it), and who came and left.

    Unit: children; starts and ends: periods of care. Source: DEFINITIONS. A count the
    records do not reach back to is None.
    """
    as_at = year.as_at(on)
    days = [as_at - relativedelta(years=n) for n in (2, 1, 0)]
    totals = [_total(day, council) for day in days]
    return {
        "as_at": as_at.isoformat(),
        "total": totals[2],
        "previous_as_at": days[1].isoformat(),
        "previous_total": totals[1],
        "change_percent": _change(totals[2], totals[1]),
        "by_year": [
            {"as_at": day.isoformat(), "total": n} for day, n in zip(days, totals, strict=True)
        ],
        **_flows(year, as_at, council),
        **(_make_up(as_at) if totals[2] is not None else _no_make_up()),
    }


def _total(day: date, council: Council) -> int | None:
    # Asked even where it is not known, so that the number of questions never changes.
    total = PeriodOfCare.objects.counted(on=day).count()
    return total if counts_are_known(day, council.records_from) else None


def _change(total: int | None, previous: int | None):
    return None if total is None or previous is None else percent(total - previous, previous)


def _flows(year: ReportingYear, as_at: date, council: Council) -> dict:
    """Starts and ends of the year, and what the children who started were to the council before."""
    if year.basis(council.records_from) != RECORDS:
        unknown = dict.fromkeys(StatusBefore.values)
        return {"starts": None, "ends": None, "status_before": unknown}
    periods = PeriodOfCare.objects.beyond_short_breaks()
    started = _by(periods.started_between(year.first, as_at), "status_before")
    return {
        "starts": sum(started.values()),
        "ends": periods.ended_between(year.first, as_at).count(),
        "status_before": {status: started.get(status, 0) for status in StatusBefore.values},
    }


def _make_up(as_at: date) -> dict:
    counted = PeriodOfCare.objects.counted(on=as_at)
    rows = _by_district(counted, as_at)
    ethnicity = _by(counted, "child__ethnicity", Ethnicity.values)
    placement = _by(_on_the_day(counted, "placement", as_at), "current", Placement.values)
    unaccompanied = Q(child__unaccompanied=True) & (
        Q(child__unaccompanied_until__isnull=True) | Q(child__unaccompanied_until__gt=as_at)
    )
    special = counted.aggregate(
        disabled=Count("pk", filter=Q(child__disabled=True)),
        uasc=Count("pk", filter=unaccompanied),
    )
    return {
        "by_district": rows,
        "by_sex": {name: sum(row[name] for row in rows) for name in SEXES.values()},
        "by_age": {band: sum(row[band] for row in rows) for band in BANDS},
        "by_ethnicity": ethnicity,
        "by_ethnic_group": groups.grouped(ethnicity, groups.ETHNICITY),
        "by_legal_status": _by(
            _on_the_day(counted, "legal_status", as_at), "current", LegalStatus.values
        ),
        "by_placement": placement,
        "by_placement_group": groups.grouped(placement, groups.PLACEMENT),
        **special,
    }


def _no_make_up() -> dict:
    several = ("by_district", "by_sex", "by_age", "by_ethnicity", "by_ethnic_group")
    rest = ("by_legal_status", "by_placement", "by_placement_group", "disabled", "uasc")
    return dict.fromkeys((*several, *rest))


def _by_district(counted, as_at: date) -> list[dict]:
    """A row a district in the council's order, and last one for children without a district."""
    found: dict[str | None, dict[str, int]] = {}
    counts = (
        counted.annotate(band=band_on("child__date_of_birth", as_at))
        .order_by()
        .values("district__name", "child__sex", "band")
        .annotate(children=Count("pk"))
    )
    names = [*District.objects.values_list("name", flat=True), None]
    for name in names:
        found[name] = dict.fromkeys((*SEXES.values(), *BANDS, "total"), 0)
    for row in counts:
        district = found[row["district__name"]]
        for key in (SEXES[row["child__sex"]], row["band"], "total"):
            district[key] += row["children"]
    return [{"district": name or NO_DISTRICT, **found[name]} for name in names]


def _on_the_day(counted, field: str, day: date):
    """Each period with what its episode of the day says in a field, as `current`."""
    episodes = Episode.objects.in_force(on=day).filter(period=OuterRef("pk"))
    return counted.annotate(current=Subquery(episodes.latest_first().values(field)[:1]))


def _by(periods, field: str, order: list[str] | None = None) -> dict[str, int]:
    """Counts by code, in the order of the codes; codes without a child are left out."""
    counted = periods.order_by().values(code=F(field)).annotate(children=Count("pk"))
    found = {row["code"] or NOT_RECORDED: row["children"] for row in counted}
    return {
        code: found[code] for code in [*(order or sorted(found)), NOT_RECORDED] if code in found
    }
