"""Advocates and independent visitors: offered, declined, asked for, found, ended."""

from datetime import date

from django.db import IntegrityError, transaction

from audit.history import because
from cohort.models import Child, Support
from cohort.support import why_not_step, why_not_then
from iro_service.refusals import Refusal

DECLINED = "Declined"
GONE = "Somebody took this out meanwhile."


@transaction.atomic
def offer_support(child: Child, *, service: str, offered_on: date, on: date, by) -> Support:
    """Keep that an advocate or independent visitor was offered, and is not answered yet."""
    return _begin(child, service, offered_on, on=on, by=by, offered_on=offered_on)


@transaction.atomic
def refer_child(child: Child, *, service: str, referred_on: date, on: date, by) -> Support:
    """Ask the service for somebody for a child, without an offer on record."""
    return _begin(child, service, referred_on, on=on, by=by, referred_on=referred_on)


@transaction.atomic
def decline_at_once(child: Child, *, service: str, declined_on: date, on: date, by) -> Support:
    """Keep that one was offered and declined the same day; it may be offered again."""
    offer = offer_support(child, service=service, offered_on=declined_on, on=on, by=by)
    return decline_support(offer, declined_on=declined_on, on=on, by=by)


@transaction.atomic
def decline_support(support: Support, *, declined_on: date, on: date, by) -> Support:
    """Keep that the child does not want it; it may be offered again."""
    facts = {"declined_on": declined_on, "ended_on": declined_on, "reason_ended": DECLINED}
    return _step(support, "decline", declined_on, on=on, by=by, **facts)


@transaction.atomic
def refer_support(support: Support, *, referred_on: date, on: date, by) -> Support:
    """Ask the service for somebody, as the child wants it: the wait begins."""
    return _step(support, "refer", referred_on, on=on, by=by, referred_on=referred_on)


@transaction.atomic
def match_support(support: Support, *, matched_on: date, supporter: str, on: date, by) -> Support:
    """Keep who was found for the child: the wait is over."""
    if not supporter.strip():
        raise Refusal("Enter who was found for the child.")
    facts = {"matched_on": matched_on, "supporter": supporter.strip()}
    return _step(support, "match", matched_on, on=on, by=by, **facts)


@transaction.atomic
def end_support(support: Support, *, ended_on: date, reason: str, on: date, by) -> Support:
    """End it, whether somebody was found or not, and say why."""
    if not reason.strip():
        raise Refusal("Enter why it ended.")
    facts = {"ended_on": ended_on, "reason_ended": reason.strip()}
    return _step(support, "end", ended_on, on=on, by=by, **facts)


@transaction.atomic
def take_out_support(support: Support, *, reason: str, on: date, by) -> None:
    """Take out what was entered wrongly; the history keeps it, and why it went."""
    _refuse_strangers(support.child, on=on, by=by)
    with because(reason):
        gone, _ = Support.objects.filter(pk=support.pk).delete()
    if not gone:
        raise Refusal(GONE)


def _begin(child: Child, service: str, day: date, *, on: date, by, **days: date) -> Support:
    _refuse_strangers(child, on=on, by=by)
    if sentence := why_not_then(child, day, on=on):
        raise Refusal(f"{sentence}.")
    try:
        with transaction.atomic():
            return Support.objects.create(child=child, service=service, **days)
    except IntegrityError:
        words = Support.Service(service).label.lower()
        raise Refusal(
            f"An {words} for {child.given_name} is under way already. Go on with that one."
        ) from None


def _step(support: Support, step: str, day: date, *, on: date, by, **facts) -> Support:
    now = Support.objects.select_for_update(of=("self",)).select_related("child")
    found = now.filter(pk=support.pk).first()
    if found is None:
        raise Refusal(GONE)
    support = found
    _refuse_strangers(support.child, on=on, by=by)
    if sentence := why_not_step(support, step) or why_not_then(
        support.child, day, on=on, after=support
    ):
        raise Refusal(f"{sentence}.")
    Support.objects.filter(pk=support.pk).update(**facts)
    support.refresh_from_db()
    return support


def _refuse_strangers(child: Child, *, on: date, by) -> None:
    if not Child.objects.visible_to(by, on=on).filter(pk=child.pk).exists():
        raise Refusal("Only the child's IRO or a manager records this.")
