"""Loads the demonstration council into an empty database, all of it or nothing."""

from django.contrib.auth import get_user_model
from django.db import connection, transaction

from cohort.models import Child, Council
from disputes.models import Dispute
from iro_service.demonstration.office import load_office
from iro_service.demonstration.people import AMARA
from iro_service.refusals import Refusal
from reviews.models import Decision, OutcomeForm, Record, Review


def is_loaded() -> bool:
    """Whether the demonstration is there; raises Refusal where another council is."""
    council = Council.objects.first()
    if council is None:
        return False
    if get_user_model().objects.filter(email=AMARA.email).exists():
        return True
    raise Refusal(
        f"The demonstration was not loaded: this database holds the records of {council.name}."
    )


def load() -> dict[str, int]:
    """Load it; how many of what it holds."""
    # Only when they are needed: working the plan out takes seconds.
    from iro_service.demonstration.aims import load_aims
    from iro_service.demonstration.annual_reports import load_annual_reports
    from iro_service.demonstration.asked_since import load_asked_since
    from iro_service.demonstration.auditing import load_audits
    from iro_service.demonstration.children import load_children
    from iro_service.demonstration.disputes import load_disputes
    from iro_service.demonstration.following_up import load_following_up
    from iro_service.demonstration.happenings import load_happenings
    from iro_service.demonstration.interim_report import publish_interim_report
    from iro_service.demonstration.kin import load_kin
    from iro_service.demonstration.overseeing import load_overseeing
    from iro_service.demonstration.recipients import load_recipients
    from iro_service.demonstration.referrals import load_referrals
    from iro_service.demonstration.replanning import load_replanning
    from iro_service.demonstration.reviewing import load_reviews
    from iro_service.demonstration.supporting import load_supports
    from iro_service.demonstration.unit import load_unit
    from iro_service.demonstration.voices import load_voices

    with transaction.atomic():
        office = load_office()
        children = load_children(office)
        load_kin(children)
        load_supports(children)
        load_referrals(children)
        load_unit(office)
        load_reviews(office, children)
        load_asked_since()
        load_recipients(office)
        load_following_up()
        load_overseeing()
        load_happenings()
        load_replanning()
        load_voices(office)
        load_disputes(office)
        load_audits(office)
        load_aims()
        load_annual_reports(office)
        # What is published is counted, and counting is slow on tables nothing is known of.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        publish_interim_report(office)
    return {
        "children": Child.objects.count(),
        "reviews": Review.objects.count(),
        "outcome forms": OutcomeForm.objects.count(),
        "decisions": Decision.objects.count(),
        "records": Record.objects.count(),
        "disputes": Dispute.objects.count(),
    }
