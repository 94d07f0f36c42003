"""Finding a child."""

from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.shortcuts import render

from accounts.access import SERVICE, for_roles
from cohort.filters import ChildFilter
from cohort.models import Child
from iro_service import clock
from iro_service.templatetags.house import counted
from reviews.models import Review


@for_roles(*SERVICE)
def children(request):
    """The children the person may see: looked after today, unless the filter says otherwise."""
    today = clock.today()
    planned = Review.objects.planned().filter(child=OuterRef("pk"))
    seen = (
        Child.objects.visible_to(request.user, on=today)
        .with_iro(on=today)
        .with_care(on=today)
        .annotate(next_due_on=Subquery(planned.values("due_on")[:1]))
    )
    found = ChildFilter(request.GET, queryset=seen, request=request)
    page = Paginator(found.qs, 50).get_page(request.GET.get("page"))
    return render(
        request,
        "reviews/children.html",
        {
            "filter": found,
            "page": page,
            "today": today,
            "count_text": counted(page.paginator.count, "child,children"),
        },
    )
