"""The children by a code of the return."""

from datetime import date

from django.db.models import Count, F, OuterRef, Subquery

from cohort.models import Episode

NOT_RECORDED = "not_recorded"


def on_the_day(counted, field: str, day: date):
    """Each period with what its episode of the day says in a field, as `current`."""
    episodes = Episode.objects.in_force(on=day).filter(period=OuterRef("pk"))
    return counted.annotate(current=Subquery(episodes.latest_first().values(field)[:1]))


def by_code(periods, field: str, order: list[str] | None = None) -> dict[str, int]:
    """Counts by code, in the order of the codes; codes without a child are left out."""
    counted = periods.order_by().values(code=F(field)).annotate(children=Count("pk"))
    found = {row["code"] or NOT_RECORDED: row["children"] for row in counted}
    return {
        code: found[code] for code in [*(order or sorted(found)), NOT_RECORDED] if code in found
    }
