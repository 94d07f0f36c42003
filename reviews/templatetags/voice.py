"""What a child wrote, and what is arranged before a review, on the pages of that review."""

from django import template

from accounts.models import Role
from iro_service import clock
from reviews.actions.before import report_due_on
from reviews.childs_questions import answers_of
from reviews.invitations import counts_of
from reviews.models import ChildsPage, OutcomeForm
from reviews.querysets import children_of
from reviews.views.scoped import SENDERS
from reviews.voice import the_day
from statute.ages import age_on

register = template.Library()
FROM_AGE = 4


@register.inclusion_tag("reviews/parts/before.html", takes_context=True)
def before_review(context, review):
    """The section of a review's page: who comes, the report, the child's own page."""
    user, on = context["request"].user, clock.today()
    planned = not review.held_on and not review.cancelled_on
    due_on = review.report_due_on or report_due_on(review)
    invitations = list(review.invitations.all())
    return {
        "request": context["request"],
        "review": review,
        "planned": planned,
        "counts": counts_of(invitations) if invitations else None,
        "may_arrange": user.role in SENDERS,
        "report_due_on": due_on,
        "report_late": bool(planned and due_on and due_on < on and not review.report_received_on),
        **_childs(review, user, on),
    }


@register.inclusion_tag("reviews/parts/childs_words.html", takes_context=True)
def childs_words(context, review):
    """What the child wrote beforehand, beside the form or record of the review."""
    page = _page(review, "views")
    return {
        "review": review,
        "page": page,
        "answers": _words(page, context["request"].user, clock.today()),
    }


def _childs(review, user, on) -> dict:
    """The child's pages, as much of them as the person may know."""
    views, feedback = _page(review, "views"), _page(review, "feedback")
    is_theirs = user.role == Role.IRO and (
        children_of(user, on=on).filter(pk=review.child_id).exists()
    )
    old_enough = age_on(review.child.date_of_birth, the_day(review)) >= FROM_AGE
    submitted = review.held_on and OutcomeForm.objects.submitted().filter(review=review).exists()
    return {
        "views": views,
        "views_answers": _words(views, user, on),
        "may_share": is_theirs and views and views.saved_at and not views.shared_at,
        "feedback": feedback,
        "feedback_answers": _words(feedback, user, on),
        "may_make": is_theirs and old_enough,
        "may_ask": is_theirs and old_enough and submitted,
    }


def _page(review, kind: str) -> ChildsPage | None:
    """The page that stands, else the last one withdrawn with words on it."""
    pages = ChildsPage.objects.filter(review=review, kind=kind)
    standing = pages.standing().first()
    return standing or pages.filter(saved_at__isnull=False).order_by("-made_at").first()


def _words(page: ChildsPage | None, user, on):
    """The answers, for those who may read them."""
    if page is None or page.saved_at is None:
        return None
    if not ChildsPage.objects.readable_by(user, on=on).filter(pk=page.pk).exists():
        return None
    return [one for one in answers_of(page) if one.is_given]
