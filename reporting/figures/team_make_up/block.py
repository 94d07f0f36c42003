"""The team on the day, and who came, left and stayed in the year."""

from datetime import date
from decimal import Decimal

from django.db.models import Count, Sum

from cohort.models import Council, IROPost
from reporting.figures.team_make_up.continuity import continuity
from reporting.figures.team_make_up.people import by_sex_and_group
from reporting.figures.team_make_up.service import by_length, runs
from reporting.figures.year import RECORDS, ReportingYear, counts_are_known

ON_THE_DAY = ("iros", "by_contract", "fte_vacant", "by_length", "by_sex", "by_ethnic_group")
IN_THE_YEAR = ("started", "left")
CONTINUITY = ("children", "same_iro", "same_iro_percent")


def team_make_up(year: ReportingYear, *, on: date, council: Council) -> dict:
    """IROs by contract, length of service, sex and ethnic group; who started, left and stayed.

    Unit: IROs, full-time equivalents, children. Source: DEFINITIONS. None where the records do not
    reach back.
    """
    as_at = year.as_at(on)
    found = {
        "as_at": as_at.isoformat(),
        **dict.fromkeys((*ON_THE_DAY, *IN_THE_YEAR)),
        "continuity": dict.fromkeys(CONTINUITY),
    }
    every = runs(as_at)
    if counts_are_known(as_at, council.records_from):
        found |= _on_the_day([run for run in every if run.holds(as_at)], as_at, council)
    if year.basis(council.records_from) == RECORDS:
        days = (year.first, as_at)
        found |= {
            "started": sum(days[0] <= run.started_on for run in every),
            "left": sum(days[0] <= run.ended_on <= days[1] for run in every if run.ended_on),
            "continuity": continuity(*days),
        }
    return found


def _on_the_day(there, as_at: date, council: Council) -> dict:
    filled = IROPost.objects.in_force(on=as_at).order_by().values("contract")
    rows = filled.annotate(posts=Count("pk"), fte=Sum("full_time_equivalent"))
    contracts = {row["contract"]: {"posts": row["posts"], "fte": row["fte"]} for row in rows}
    fte = sum((one["fte"] for one in contracts.values()), Decimal(0))
    nobody = {"posts": 0, "fte": Decimal(0)}
    return {
        "iros": len(there),
        "by_contract": {one: contracts.get(one, nobody) for one in IROPost.Contract.values},
        # A council that never said how many posts it has is not full.
        "fte_vacant": max(council.established_posts - fte, Decimal(0))
        if council.established_posts
        else None,
        "by_length": by_length(there, as_at),
        **by_sex_and_group(len(there), as_at),
    }
