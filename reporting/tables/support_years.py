"""The table of referrals for advocates and independent visitors over the years."""

from reporting.tables.shape import Table, column
from reporting.written import number, year

SERVICES = {"advocate": "advocates", "visitor": "independent visitors"}


def referrals_by_year(figures: dict) -> Table | None:
    """Referred and matched in each year that the records tell of."""
    years = [*figures["earlier"], {"year": figures["year"], "support": figures["support"]}]
    known = [one for one in years if one["support"]["advocate"]["referred"] is not None]
    if len(known) < 2:
        return None
    heads = [
        f"{what} {of}" for of in SERVICES.values() for what in ("Referred for", "Matched with")
    ]
    return Table(
        "referrals-by-year",
        "Referrals over the years",
        [column("Year", numeric=False), *map(column, heads)],
        [
            [
                year(one["year"]),
                *(
                    number(one["support"][service][key])
                    for service in SERVICES
                    for key in ("referred", "matched")
                ),
            ]
            for one in known
        ],
    )
