"""Children and the IROs who hold them."""

_MONTH = "by_month.{m}"
CASELOAD = (
    "children = allocated + unallocated",
    f"{_MONTH}.children = {_MONTH}.unallocated + ?{_MONTH}.allocated",
    "children = by_month.-1.children",
    "unallocated = by_month.-1.unallocated",
    *(
        f"children = weighted.{mark} + ?weighted.not_{mark}"
        for mark in ("siblings", "far", "complex", "review_to_hold")
    ),
    "average from children",
    f"{_MONTH}.average from {_MONTH}.children",
    *(f"{one} from children" for one in ("smallest", "median", "largest")),
    *(
        f"weighted.{one} from children, weighted.siblings, weighted.far, weighted.complex, "
        "weighted.review_to_hold"
        for one in ("children", "average")
    ),
)
