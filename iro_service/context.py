"""What every page's frame needs."""

from django.conf import settings
from django.urls import reverse

from accounts.models import Role
from iro_service import clock

# At most six a role: (words, name of the page).
NAVIGATION = {
    Role.IRO: [
        ("My work", "my_work"),
        ("Children", "children"),
        ("Reviews", "reviews"),
        ("Decisions", "decisions"),
        ("Oversight", "oversight"),
        ("Disputes", "disputes"),
    ],
    Role.PRACTICE_MANAGER: [
        ("Today", "today"),
        ("Reviews", "reviews"),
        ("Children", "children"),
        ("Caseloads", "caseloads"),
        ("Disputes", "disputes"),
        ("What was sent", "notices"),
    ],
    Role.GROUP_MANAGER: [
        ("Reports", "reports"),
        ("Today", "today"),
        ("Reviews", "reviews"),
        ("Children", "children"),
        ("Dashboards", "dashboards"),
        ("Disputes", "disputes"),
    ],
    Role.BUSINESS_SUPPORT: [("To send", "to_send"), ("To invite", "to_invite")],
    Role.RESPONDING_MANAGER: [("To answer", "to_answer")],
}


def house(request) -> dict:
    """The council's name, the navigation of the person's role, the demonstration's day."""
    # Imported here because the error pages must render before the apps are ready.
    from cohort.models import Council

    user = getattr(request, "user", None)
    role = getattr(user, "role", None)
    links = [(text, reverse(name)) for text, name in NAVIGATION.get(role, [])]
    return {
        "council": Council.objects.first(),
        "navigation": [
            {"text": text, "href": href, "current": request.path.startswith(href)}
            for text, href in links
        ],
        "can_search_children": bool(user and (user.is_authenticated and user.sees_children)),
        "demonstration_day": clock.today() if settings.DEMONSTRATION else None,
        "has_mailbox": settings.DEMONSTRATION,
    }
