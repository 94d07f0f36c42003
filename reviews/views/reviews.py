"""The list of reviews."""

from django.core.paginator import Paginator
from django.db.models import F
from django.shortcuts import render
from django.urls import reverse

from accounts.access import SERVICE, for_roles
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from reviews.filters import filtered_reviews
from reviews.rows import row_of

A_PAGE = 50
SORTS = {
    "child": ("child__family_name", "child__given_name"),
    "due": ("due_on",),
    "held": ("held_on",),
    "iro": ("iro_name",),
}


@for_roles(*SERVICE)
def reviews(request):
    """Reviews of the children the person sees, narrowed and sorted by the address."""
    on, at = clock.today(), clock.now()
    narrowed = filtered_reviews(request.GET, user=request.user, on=on, at=at)
    page = Paginator(in_order(narrowed.qs, request.GET.get("sort", "")), A_PAGE).get_page(
        request.GET.get("page")
    )
    page.object_list = [row_of(review, on=on, at=at) for review in page.object_list]
    context = {
        "on": on,
        "iros_seen": _iros_seen(request.user, on),
        "filter": narrowed,
        "page": page,
        "number": page.paginator.count,
        "state": narrowed.chosen_state,
        "download_href": f"{reverse('reviews_download')}?{request.GET.urlencode()}",
    }
    return render(request, "reviews/reviews.html", context)


@for_roles(*SERVICE)
def reviews_download(request):
    """The same rows as a file for a spreadsheet, all pages of them."""
    on, at = clock.today(), clock.now()
    narrowed = filtered_reviews(request.GET, user=request.user, on=on, at=at)
    found = in_order(narrowed.qs, request.GET.get("sort", ""))
    rows = (cells(row_of(review, on=on, at=at)) for review in found)
    return spreadsheet(request, f"reviews-{on}", COLUMNS, rows)


def _iros_seen(user, on) -> set[int]:
    """The IROs whose children's pages open to an IRO; a review they only chair opens none."""
    return {user.pk, *user.covers.in_force(on=on).values_list("away_id", flat=True)}


COLUMNS = ["Reference", "Child", "Review", "Due", "Held", "Participation", "IRO", "State", "Owed"]


def cells(row) -> list[str]:
    """The row's cells, in the order of COLUMNS."""
    review = row.review
    return [
        review.child.reference,
        str(review.child),
        review.get_rule_display(),
        review.due_on.isoformat() if review.due_on else "",
        review.held_on.isoformat() if review.held_on else "",
        review.participation_code,
        review.iro_name or "",
        row.tag,
        "; ".join(row.owed),
    ]


def in_order(reviews, sort: str):
    """Sorted as the address says; else the planned ones by due day, then the newest held."""
    fields = SORTS.get(sort.removeprefix("-"))
    if not fields:
        return reviews.order_by(F("held_on").desc(nulls_first=True), "due_on", "pk")
    down = sort.startswith("-")
    orders = [
        F(field).desc(nulls_last=True) if down else F(field).asc(nulls_last=True)
        for field in fields
    ]
    return reviews.order_by(*orders, "pk")
