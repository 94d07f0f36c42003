"""What the blocks of one year told of the two years before it."""

from datetime import date

from cohort.caseload import caseload
from cohort.models import Council
from reporting.figures import audits, disputes, outcome_forms, oversight, records, support, voice
from reporting.figures.year import ReportingYear, counts_are_known

TOLD = {
    "outcome_forms": (outcome_forms.outcome_forms, ("percent",)),
    "records": (
        records.records,
        ("completed_in_time_percent", "distributed_in_time_percent"),
    ),
    "disputes": (
        disputes.disputes,
        ("per_100_children", "within_20_working_days_percent"),
    ),
    "oversight": (
        oversight.oversight,
        ("due", "done_in_time_percent", "contacts", "contacts_per_child"),
    ),
    "voice": (voice.voice, ("offered", "answered", "percent")),
    "audits": (audits.audits, ("audits", "good_or_better_percent", "reviews_audited_percent")),
}


def earlier(year: ReportingYear, *, on: date, council: Council) -> list[dict]:
    """The same of the two years before, the earliest first: totals and rates.

    Unit, source and None: as each block of figures says of itself.
    """
    return [_year(one, on, council) for one in year.three()[:-1]]


def _year(year: ReportingYear, on: date, council: Council) -> dict:
    told: dict = {"year": str(year)}
    for block, (counted, names) in TOLD.items():
        figures = counted(year, on=on, council=council)
        told[block] = {name: figures[name] for name in names}
    services = support.support(year, on=on, council=council)
    told["support"] = {
        service: {name: counts[name] for name in ("referred", "matched")}
        for service, counts in services.items()
    }
    return {**told, "caseload": _caseload(year.last, council)}


def _caseload(day: date, council: Council) -> dict:
    # Not the whole block: its months and its rows of each IRO are told of the year itself only.
    if not counts_are_known(day, council.records_from):
        return {"average": None, "over_limit": None}
    found = caseload(on=day)
    return {"average": found.average, "over_limit": found.over_limit}
