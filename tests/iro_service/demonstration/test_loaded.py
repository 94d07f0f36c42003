"""The demonstration in the database: every published figure by counting its rows."""

import itertools
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count, F, Q, Sum

from accounts.demonstration import PASSWORD, PEOPLE, address
from accounts.models import User
from cohort.codes import PLACED_FOR_ADOPTION, SHORT_BREAKS
from cohort.models import Allocation, Child, Council, Episode, IROPost, PeriodOfCare
from iro_service.clock import now
from iro_service.demonstration import published
from iro_service.demonstration.days import CALENDAR, RECORDS_FROM, TODAY, YEAR_END
from reporting.models import PublishedMonth, PublishedYear
from reviews.models import Decision, OutcomeForm, Recipient, Record, Review
from reviews.regimes import regime_of
from statute.ages import age_band, age_on
from statute.schedule import REGIMES, next_review

pytestmark = pytest.mark.usefixtures("demonstration")
YEAR = (RECORDS_FROM, YEAR_END)
PARTICIPATED = ("PN1", "PN2", "PN3", "PN5", "PN6")


def test_reviews_held_and_held_in_time_in_each_month():
    held = Review.objects.held_between(*YEAR).values_list("held_on", "held_in_time")
    reviews = Counter(day.replace(day=1) for day, _ in held)
    in_time = Counter(day.replace(day=1) for day, timely in held if timely)
    for month in published.months("2016-17"):
        assert (reviews[month.first], in_time[month.first]) == (month.reviews, month.in_timescale)


def test_the_two_years_before_are_published_figures():
    assert PublishedMonth.objects.count() == 24
    totals = PublishedMonth.objects.filter(month__gte=date(2015, 4, 1)).aggregate(
        reviews=Sum("reviews"), in_timescale=Sum("in_timescale")
    )
    assert totals == {"reviews": 1848, "in_timescale": 1618}
    rows = PublishedYear.objects.values_list(
        "year", "reviews_aged_4_and_over", "participated", "not_recorded"
    )
    assert list(rows) == [("2014-15", 1543, 1366, 57), ("2015-16", 1463, 987, 409)]


def test_participation_of_the_year():
    held = Review.objects.held_between(*YEAR).select_related("child")
    older = [r for r in held if age_on(r.child.date_of_birth, r.held_on) >= 4]
    codes = Counter(review.participation_code for review in older)
    assert len(older) == 1467
    assert sum(codes[code] for code in PARTICIPATED) == 895
    assert codes["PN4"] + codes["PN7"] == 30
    assert codes[""] == 542


def test_children_looked_after_by_district_sex_and_age():
    counted = Counter()
    for period in PeriodOfCare.objects.counted(on=YEAR_END).select_related("child", "district"):
        district = period.district and period.district.name
        counted[district, period.child.sex] += 1
        counted[district, age_band(age_on(period.child.date_of_birth, YEAR_END))] += 1
    for district in published.districts():
        for key, number in {**district.sexes, **district.bands}.items():
            assert counted.pop((district.name, key)) == number
    assert not counted


def test_children_looked_after_a_year_before_and_those_who_came_and_left():
    assert PeriodOfCare.objects.counted(on=date(2016, 3, 31)).count() == 694
    assert PeriodOfCare.objects.counted(on=YEAR_END).count() == 767
    assert PeriodOfCare.objects.started_between(*YEAR).count() == 341
    assert PeriodOfCare.objects.ended_between(*YEAR).count() == 268
    before = PeriodOfCare.objects.started_between(*YEAR).values_list("status_before")
    assert dict(before.annotate(Count("pk")).order_by()) == {"CP": 200, "CIN": 87, "NONE": 54}


@pytest.mark.parametrize("day", [YEAR_END, TODAY])
def test_disabled_and_unaccompanied_children_and_the_posts_on_both_days(day):
    counted = PeriodOfCare.objects.counted(on=day)
    assert counted.filter(child__disabled=True).count() == 33
    assert counted.filter(child__unaccompanied=True).count() == 31
    posts = IROPost.objects.in_force(on=day)
    assert posts.aggregate(fte=Sum("full_time_equivalent"))["fte"] == Decimal("10.00")
    assert posts.filter(full_time_equivalent=1).count() == 8
    assert posts.filter(full_time_equivalent__lt=1).count() == 3
    assert posts.filter(contract="interim").count() == 1


def test_half_of_the_children_in_childrens_homes_live_in_the_councils_own():
    homes = Episode.objects.in_force(on=YEAR_END).filter(placement="K2")
    own = homes.filter(provider="PR1").count()
    assert round(100 * own / homes.count()) == 51


def test_each_due_day_follows_from_the_law_and_the_reviews_before_it():
    clock_starts = first_days_of_adoption()
    for period in PeriodOfCare.objects.prefetch_related("reviews"):
        reviews = sorted(period.reviews.all(), key=lambda r: r.held_on or date.max)
        days = [review.held_on for review in reviews if review.held_on]
        for n, review in enumerate(reviews):
            regime = next(name for name, rules in REGIMES.items() if review.rule in rules)
            began = clock_starts.get((period.pk, regime), period.started_on)
            due = next_review(
                regime=regime,
                counted_from=began,
                held=[day for day in days[:n] if day >= began],
                calendar=CALENDAR,
            )
            stored = (review.due_on, review.rule, review.base_on)
            assert stored == (due.due_on, due.rule, due.base_on), review


def first_days_of_adoption():
    """The day each clock of adoption began, by period and regime."""
    episodes = Episode.objects.order_by("-started_on").values_list(
        "period", "started_on", "legal_status", "placement"
    )
    days = {}
    for period, day, legal_status, placement in episodes:
        if legal_status == "E1":
            days[period, "authorised_for_adoption"] = day
        if placement in PLACED_FOR_ADOPTION:
            days[period, "placed_for_adoption"] = day
    return days


def test_each_planned_review_is_of_the_regime_its_episodes_give():
    planned = Review.objects.planned().select_related("period")
    special = Q(rule__startswith="adoption") | Q(rule__startswith="short_breaks")
    episodes = Q(period__episodes__legal_status__in=["E1", *SHORT_BREAKS])
    for review in planned.filter(special | episodes).distinct():
        assert review.rule in REGIMES[regime_of(review.period, TODAY).name]
    assert planned.filter(rule__startswith="adoption").exists()
    assert planned.filter(rule="short_breaks_first").count() == 6


def test_each_child_in_care_has_one_planned_review_and_nobody_else_has():
    open_periods = PeriodOfCare.objects.in_force(on=TODAY)
    assert open_periods.count() == Review.objects.planned().count()
    planned = Review.objects.planned().filter(period__in=open_periods)
    assert planned.values("child").distinct().count() == open_periods.count()


def test_short_breaks_are_not_in_the_years_figures():
    children = Child.objects.filter(periods__episodes__legal_status__in=SHORT_BREAKS)
    assert children.count() == 6
    assert not Review.objects.held().filter(child__in=children).exists()
    assert not PeriodOfCare.objects.counted(on=TODAY).filter(child__in=children).exists()


def test_every_period_is_covered_by_its_episodes_without_a_gap():
    for period in PeriodOfCare.objects.prefetch_related("episodes"):
        episodes = sorted(period.episodes.all(), key=lambda e: e.started_on)
        assert episodes[0].started_on == period.started_on
        assert episodes[0].reason_new == "S"
        assert episodes[-1].ended_on == period.ended_on
        for before, after in itertools.pairwise(episodes):
            assert (before.ended_on, before.reason_ended) == (after.started_on, "X1")


def test_every_child_has_an_iro_within_five_working_days_and_on_the_day_that_is_counted():
    allocated = Allocation.objects.in_force(on=YEAR_END).values("child")
    assert allocated.count() == 767
    first = {}
    for child, day in Allocation.objects.values_list("child", "started_on"):
        first[child] = min(day, first.get(child, day))
    for child, began in PeriodOfCare.objects.values_list("child", "started_on"):
        latest = CALENDAR.add_working_days(began, 5)
        assert child not in first or began <= first[child] <= latest


def test_every_review_since_the_records_began_has_its_form_decisions_and_record():
    held = Review.objects.held_between(RECORDS_FROM, TODAY)
    assert OutcomeForm.objects.submitted().filter(review__in=held).count() == held.count()
    assert Record.objects.filter(review__in=held).count() == held.count()
    assert not held.filter(decisions__isnull=True).exists()
    assert Decision.objects.exclude(review__in=held).count() == 0
    assert not held.filter(outcome_form__submitted_at__date__lt=F("held_on")).exists()
    year = OutcomeForm.objects.filter(review__held_on__range=YEAR)
    assert 0.65 < year.filter(within_24_hours=True).count() / year.count() < 0.75
    lately = OutcomeForm.objects.submitted().filter(review__held_on__gte=date(2017, 6, 1))
    assert lately.filter(within_24_hours=True).count() / lately.count() > 0.9


def test_the_work_lists_of_the_business_day_live():
    at = now().replace(hour=12)
    amara = User.objects.get(email=address("Amara", "Lindqvist"))
    hers = Review.objects.planned().filter(chair=amara)
    assert hers.filter(booked_for__date=TODAY).count() >= 2
    forms = OutcomeForm.objects.filter(review__chair=amara)
    assert forms.overdue(at=at).count() == 1
    assert forms.owed(at=at).count() > 1
    assert Record.objects.filter(review__chair=amara).overdue(on=TODAY).count() >= 3
    assert Review.objects.overdue(on=TODAY).count() == 8
    assert Record.objects.overdue(on=TODAY).count() == 25
    assert Record.objects.to_send().filter(distributed_on__isnull=True).count() == 15
    assert Record.objects.to_send().count() == 17  # two with a copy that came back
    waiting = OutcomeForm.objects.owed(at=at).filter(review__booked_for__date__lt=TODAY)
    assert waiting.count() == 6
    assert amara.covers.in_force(on=TODAY).count() == 1


def test_records_since_june_say_who_got_what():
    since = Record.objects.completed().filter(review__held_on__gte=date(2017, 6, 1))
    assert not since.filter(recipients__isnull=True).exists()
    assert not Record.objects.to_send().filter(recipients__isnull=True).exists()
    copies = Recipient.objects
    assert copies.getting_nothing().exclude(role="child").count() > 5
    assert copies.filter(what="decisions").count() > 20
    assert copies.filter(came_back_on__isnull=False).count() == 2
    assert not copies.due().waiting().exclude(record__in=Record.objects.to_send()).exists()
    letters = Record.objects.filter(style="letter")
    assert letters.completed().count() > 5
    assert letters.outstanding().count() == 1
    assert letters.completed().written_out().count() == letters.completed().count()


def test_each_printed_sign_in_opens():
    for role, given_name, family_name in PEOPLE:
        user = User.objects.get(email=address(given_name, family_name))
        assert user.role == role
        assert user.check_password(PASSWORD)


def test_a_second_load_changes_nothing_and_says_so():
    models = (Child, PeriodOfCare, Review, OutcomeForm, Decision, Record, User, Council)
    before = [model.objects.count() for model in models]
    said = StringIO()
    call_command("demo", stdout=said)
    assert said.getvalue() == "The demonstration is already loaded.\n"
    assert [model.objects.count() for model in models] == before


def test_another_councils_database_is_refused():
    User.objects.filter(email=address("Amara", "Lindqvist")).update(email="somebody@example.org")
    with pytest.raises(CommandError, match="holds the records of Severnshire County Council"):
        call_command("demo")


def test_bookings_are_in_office_hours_of_working_days():
    planned = Review.objects.planned().filter(booked_for__isnull=False)
    days = {booked_for.date() for booked_for in planned.values_list("booked_for", flat=True)}
    assert all(CALENDAR.is_working_day(day) for day in days)
    assert max(days) <= TODAY + timedelta(days=15)
    held = Review.objects.held()
    assert not held.filter(Q(held_time__hour__lt=9) | Q(held_time__gt="16:30")).exists()
