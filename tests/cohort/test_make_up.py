"""How the demonstration's children are made up, counted once more by hand, child by child."""

from collections import Counter, defaultdict
from datetime import date

import pytest
from dateutil.relativedelta import relativedelta

from cohort.make_up import FACTS, said, tally
from cohort.models import Episode, PeriodOfCare
from statute.ages import age_band, age_on


def in_force(one, day):
    return one.started_on <= day and (one.ended_on is None or one.ended_on > day)


def length(started_on, day):
    for key, months in (
        ("under_6_months", 6), ("6_to_12_months", 12), ("1_to_2_years", 24), ("2_to_5_years", 60),
    ):  # fmt: skip
        if started_on + relativedelta(months=months) > day:
            return key
    return "5_years_plus"


def facts(period, episode, day):
    child = period.child
    unaccompanied = child.unaccompanied and (
        child.unaccompanied_until is None or child.unaccompanied_until > day
    )
    return {
        "age": age_band(age_on(child.date_of_birth, day)),
        "sex": child.sex,
        "ethnicity": child.ethnicity,
        "district": period.district_id and str(period.district_id),
        "legal_status": episode and episode.legal_status,
        "placement": episode and episode.placement,
        "provider": (episode and episode.provider) or None,
        "need": episode and episode.need,
        "status_before": period.status_before,
        "disabled": child.disabled,
        "unaccompanied": unaccompanied,
        "length": length(period.started_on, day),
    }


@pytest.mark.parametrize(
    "day", [date(2016, 3, 31), date(2016, 12, 25), date(2017, 2, 28), date(2017, 7, 20)]
)
def test_one_statement_counts_what_a_count_by_hand_counts(demonstration, day):
    episodes = defaultdict(list)
    for one in Episode.objects.all():
        episodes[one.period_id].append(one)
    total, breaks, by_hand = 0, 0, {fact: Counter() for fact in FACTS}
    by_hand["district", "sex"], by_hand["district", "age"] = Counter(), Counter()
    for period in PeriodOfCare.objects.select_related("child"):
        if not in_force(period, day):
            continue
        every = episodes[period.pk]
        if every and all(one.legal_status in ("V3", "V4") for one in every):
            breaks += 1
            continue
        total += 1
        known = facts(period, next((one for one in every if in_force(one, day)), None), day)
        for fact in FACTS:
            by_hand[fact][known[fact]] += 1
        for other in ("sex", "age"):
            by_hand["district", other][known["district"], known[other]] += 1
    found = tally(on=day)
    assert (found.total, found.short_breaks) == (total, breaks)
    assert total > 600
    for fact, counts in by_hand.items():
        assert found.by(*([fact] if isinstance(fact, str) else fact)) == counts, fact


@pytest.mark.parametrize(
    ("fact", "values", "words"),
    [
        ("legal_status", ["C2"], "Full care order"),
        ("legal_status", ["C1", "C2"], "Interim care order or Full care order"),
        ("placement", ["U3", "U1", "U2"], "Foster care with a relative or friend"),
        ("placement", ["U1", "U2", "not_recorded"],
         "Foster placement with relative or friend, long term or Foster placement with relative or "
         "friend, also approved adopter or not recorded"),
        ("age", ["5_to_10"], "aged 5 to 10"),
        ("provider", ["not_recorded"], "provider not recorded"),
        ("status_before", ["CP"], "before care: Child protection plan"),
        ("need", ["ZZ"], "need: ZZ"),
    ],
)  # fmt: skip
def test_a_fact_is_said_in_words(fact, values, words):
    assert said(fact, values) == words
