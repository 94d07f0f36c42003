"""A child's page: made by the IRO, written by the child, shared as the child agreed."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from iro_service.refusals import Refusal
from reviews.models import ChildsPage, OutcomeForm, Review
from reviews.voice import OPEN_DAYS, is_open, the_day
from reviews.voice_codes import Code, link_hash, new_code, words_hash

MADE_MEANWHILE = "Somebody made or withdrew a link meanwhile. Look at the page again."


@transaction.atomic
def make_page(
    review: Review, *, kind: str, replaces: int | None, at: datetime, on: date, by
) -> tuple[ChildsPage, Code]:
    """Make the page and its code, which is told this once; one made anew keeps what was written."""
    _refuse_untimely(review, kind, on)
    standing = ChildsPage.objects.standing().filter(review=review, kind=kind)
    old = standing.select_for_update().first()
    if (old and old.pk) != replaces:
        raise Refusal(MADE_MEANWHILE)
    if old and old.finished_at:
        raise Refusal(f"{review.child.given_name} has finished this page already.")
    before = old or _last_withdrawn(review, kind)
    if old:
        standing.update(withdrawn_at=at)
    code = new_code()
    page = ChildsPage(
        review=review,
        kind=kind,
        code_hash=link_hash(code.link),
        words_hash=words_hash(code.words),
        made_at=at,
        made_by=by,
        expires_on=_expires_on(review, kind, on),
        answers=before.answers if before else {},
        saved_at=before.saved_at if before else None,
    )
    try:
        with transaction.atomic():
            page.save()
    except IntegrityError as error:
        raise Refusal(MADE_MEANWHILE) from error
    if before:  # the child's words are kept in one place only
        ChildsPage.objects.filter(pk=before.pk).update(answers={}, saved_at=None)
    return page, code


@transaction.atomic
def withdraw_page(page: ChildsPage, *, at: datetime, by) -> ChildsPage:
    """End the link and the words at once; what the child wrote stays."""
    if ChildsPage.objects.standing().filter(pk=page.pk).update(withdrawn_at=at) != 1:
        raise Refusal("This link was withdrawn already.")
    page.refresh_from_db()
    return page


@transaction.atomic
def share_page(page: ChildsPage, *, at: datetime, by) -> ChildsPage:
    """Let managers and whoever writes the record read the child's words, as the child agreed."""
    written = ChildsPage.objects.filter(pk=page.pk, kind="views", saved_at__isnull=False)
    if written.filter(shared_at__isnull=True).update(shared_at=at) != 1:
        raise Refusal("There is nothing to share, or it was shared already.")
    page.refresh_from_db()
    return page


def open_page(page: ChildsPage, *, at: datetime) -> None:
    """Keep when the child first opened it."""
    ChildsPage.objects.filter(pk=page.pk, opened_at__isnull=True).update(opened_at=at)


@transaction.atomic
def save_answer(
    page: ChildsPage, *, key: str, choice: str, words: str, on: date, at: datetime
) -> ChildsPage:
    """Keep one answer beside the others; an empty one takes the old away."""
    page = _locked(page, on)
    page.answers.pop(key, None)
    if choice or words:
        page.answers[key] = {"choice": choice, "words": words}
    page.saved_at = at
    page.save(update_fields=["answers", "saved_at"])
    return page


@transaction.atomic
def finish_page(page: ChildsPage, *, on: date, at: datetime) -> ChildsPage:
    """Finish it, once; from then on its code opens nothing."""
    page = _locked(page, on)
    page.finished_at = at
    page.saved_at = page.saved_at or at
    page.save(update_fields=["finished_at", "saved_at"])
    return page


def _locked(page: ChildsPage, on: date) -> ChildsPage:
    """The page for this writer alone, still open; two tabs of one child wait for each other."""
    pages = ChildsPage.objects.select_for_update(of=("self",)).select_related("review__child")
    page = pages.get(pk=page.pk)
    if not is_open(page, on=on):
        raise Refusal("This page is closed now. What you wrote before is saved.")
    return page


def _last_withdrawn(review: Review, kind: str) -> ChildsPage | None:
    withdrawn = ChildsPage.objects.filter(review=review, kind=kind, saved_at__isnull=False)
    return withdrawn.order_by("-made_at", "-pk").first()


def _expires_on(review: Review, kind: str, on: date) -> date:
    if kind == "views" and review.booked_for:
        return the_day(review) + timedelta(days=1)
    return on + timedelta(days=OPEN_DAYS)


def _refuse_untimely(review: Review, kind: str, on: date) -> None:
    """Views are asked for before a review, feedback once the outcome form is in."""
    name = review.child.given_name
    if kind == "views":
        if review.held_on or review.cancelled_on:
            raise Refusal(f"This review is not to come any more: {name} cannot prepare for it.")
        if review.booked_for and the_day(review) < on:
            raise Refusal("The day of this review is past. Book it anew first.")
    elif review.struck_on or not OutcomeForm.objects.submitted().filter(review=review).exists():
        raise Refusal(f"{name} is asked about the review once its outcome form is in.")
