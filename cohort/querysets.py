"""The questions asked of children and their care."""

from datetime import date

from django.apps import apps
from django.contrib.postgres.aggregates import BoolAnd
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat, Greatest, Upper
from django.db.models.lookups import Regex

from accounts.models import MANAGERS, Role
from cohort.codes import SHORT_BREAKS
from cohort.spelling import slips
from iro_service.dated import DatedQuerySet

# Written as the index of names has it. What is alike enough, the settings tell the database.
FULL_NAME = Concat("given_name", Value(" "), "family_name")
UPPER_NAME = Upper(FULL_NAME)
A_SLIP = (0.9, 0.8)  # how alike a word and a name are: two letters changed places, one wrong


class ChildQuerySet(models.QuerySet):
    """Children."""

    def visible_to(self, user, *, on: date):
        """All for managers; for an IRO those allocated to them and those they cover; else none."""
        if user.role in MANAGERS:
            return self
        if user.role != Role.IRO:
            return self.none()
        iros = [user.pk, *user.covers.in_force(on=on).values_list("away_id", flat=True)]
        return self.allocated_to(*iros, on=on)

    def allocated_to(self, *iros, on: date):
        """Children whose IRO on the day is one of these."""
        allocation = apps.get_model("cohort", "Allocation").objects.in_force(on=on)
        return self.filter(Exists(allocation.filter(child=OuterRef("pk"), iro__in=iros)))

    def looked_after(self, *, on: date):
        """Children looked after on the day, leaving out those in short breaks (V3, V4) only."""
        period = apps.get_model("cohort", "PeriodOfCare").objects.counted(on=on)
        return self.filter(Exists(period.filter(child=OuterRef("pk"))))

    def kin_of(self, child):
        """Brothers, sisters, parents and children of the child, whoever may see them.

        Each with `kinship`, the number of the tie, and `kin_is`: what they are to the child
        ("sibling", "parent" or "child").
        """
        ties = apps.get_model("cohort", "Kinship").objects
        ones = ties.filter(other=child, one=OuterRef("pk"))
        others = ties.filter(one=child, other=OuterRef("pk"))
        seen_back = Case(When(kind="parent", then=Value("child")), default=F("kind"))
        # A union, which the indexes answer: with OR every child would be looked at.
        both = ties.filter(other=child).values("one").union(ties.filter(one=child).values("other"))
        return self.filter(pk__in=both).annotate(
            kinship=Coalesce(Subquery(ones.values("pk")[:1]), Subquery(others.values("pk")[:1])),
            kin_is=Coalesce(
                Subquery(ones.values("kind")[:1]),
                Subquery(others.annotate(back=seen_back).values("back")[:1]),
                output_field=models.CharField(),
            ),
        )

    def unallocated(self, *, on: date):
        """Children with no IRO on the day."""
        allocation = apps.get_model("cohort", "Allocation").objects.in_force(on=on)
        return self.exclude(Exists(allocation.filter(child=OuterRef("pk"))))

    def matching(self, words: str, *, iros_on: date | None = None):
        """Children whose name is like every word, or whose reference it starts.

        With a day, an IRO's name finds the children they have on it.

        Spelling is forgiven: "Kira Barly" finds Keira Barley. The comparison is pg_trgm's, and
        each has its `likeness` from 0 to 1, to be sorted by.
        """
        found = self.annotate(likeness=_likeness(words))
        if not words.split():
            return found.none()
        children = apps.get_model("cohort", "Child").objects.order_by()
        alike = children.alias(upper_name=UPPER_NAME).filter(upper_name__trigram_word_similar=words)
        first, *others = [children.with_word(word, iros_on=iros_on) for word in words.split()]
        every_word = first.intersection(*others) if others else first
        return found.filter(pk__in=every_word.union(alike.values("pk")))

    def with_word(self, word: str, *, iros_on: date | None = None):
        """The numbers of those it is the name, the reference or, with a day, the IRO of.

        Indexes joined by a union: with OR the database would compare with every child.
        """
        children = apps.get_model("cohort", "Child").objects.order_by()
        named = children.alias(full_name=FULL_NAME, upper_name=UPPER_NAME)
        ways = [
            named.filter(full_name__icontains=word).values("pk"),
            named.filter(upper_name__trigram_word_similar=word).values("pk"),
            children.filter(reference__istartswith=word).values("pk"),
        ]
        ways += [named.filter(upper_name__regex=slip).values("pk") for slip in slips(word)]
        if iros_on:
            held = apps.get_model("cohort", "Allocation").objects.in_force(on=iros_on)
            iro_name = Concat("iro__first_name", Value(" "), "iro__last_name")
            ways.append(
                held.order_by()
                .alias(iro_name=iro_name)
                .filter(iro_name__icontains=word)
                .values("child")
            )
        return ways[0].union(*ways[1:])

    def with_iro(self, *, on: date):
        """Each with the name of their IRO on the day (`iro_name`, None where there is none)."""
        allocation = apps.get_model("cohort", "Allocation").objects.in_force(on=on)
        name = Concat("iro__first_name", Value(" "), "iro__last_name")
        return self.annotate(
            iro_name=Subquery(
                allocation.filter(child=OuterRef("pk")).annotate(name=name).values("name")[:1]
            )
        )

    def with_care(self, *, on: date):
        """Each with `looked_after_since`, `legal_status` and `placement` on the day."""
        episode = apps.get_model("cohort", "Episode").objects.in_force(on=on)
        mine = episode.filter(period__child=OuterRef("pk")).order_by("-started_on", "-pk")
        return self.annotate(
            looked_after_since=Subquery(mine.values("period__started_on")[:1]),
            legal_status=Subquery(mine.values("legal_status")[:1]),
            placement=Subquery(mine.values("placement")[:1]),
        )


def _likeness(words: str):
    """How like the words a name is, from 0 to 1; what they are a slip of is nearly the same."""
    alike = TrigramWordSimilarity(words, UPPER_NAME)
    patterns = slips(words.strip())
    if not patterns:
        return alike
    is_slip = [
        When(Regex(UPPER_NAME, Value(pattern)), then=Value(likeness))
        for pattern, likeness in zip(patterns, A_SLIP, strict=False)
    ]
    return Greatest(alike, Case(*is_slip, default=Value(0.0)), output_field=models.FloatField())


class PeriodQuerySet(DatedQuerySet):
    """Periods of care."""

    def counted(self, *, on: date):
        """Those in force on the day that count as looked after: not short breaks (V3, V4) only."""
        return self.in_force(on=on).beyond_short_breaks()

    def beyond_short_breaks(self):
        """Those with more to them than short breaks (V3, V4).

        Source: DfE's published counts leave out children only looked after in short breaks.
        """
        return self.alias(only_breaks=_only_breaks()).filter(only_breaks=False)

    def short_breaks_only(self):
        """Those with nothing but short breaks (V3, V4), which are counted apart."""
        return self.alias(only_breaks=_only_breaks()).filter(only_breaks=True)

    def with_only_breaks(self):
        """Each with whether it has nothing but short breaks (`only_breaks`)."""
        return self.annotate(only_breaks=_only_breaks())

    def start_unknown_between(self, first: date, last: date):
        """Those first known of from the first to the last day, in care since nobody knows when."""
        return self.filter(started_on__gte=first, started_on__lte=last, began_before=True)

    def started_between(self, first: date, last: date):
        """Those that started from the first to the last day, both included.

        One of which only a later part is known started nobody knows when.
        """
        return self.filter(started_on__gte=first, started_on__lte=last, began_before=False)

    def ended_between(self, first: date, last: date):
        """Those that ended from the first to the last day, both included."""
        return self.filter(ended_on__gte=first, ended_on__lte=last)


def _only_breaks():
    # One aggregate a period, not Exists: that the database would answer for every episode there
    # ever was and keep, however few periods are asked about.
    episodes = apps.get_model("cohort", "Episode").objects.filter(period=OuterRef("pk"))
    only = episodes.order_by().values("period")
    only = only.annotate(only=BoolAnd(Q(legal_status__in=SHORT_BREAKS)))
    return Coalesce(Subquery(only.values("only")), Value(False))


class EpisodeQuerySet(DatedQuerySet):
    """Episodes."""

    def latest_first(self):
        """The newest first."""
        return self.order_by(F("started_on").desc(), F("pk").desc())


class SupportQuerySet(models.QuerySet):
    """Advocates and independent visitors for children."""

    def visible_to(self, user, *, on: date):
        """Those of the children the person may see."""
        if user.role in MANAGERS:
            return self
        children = apps.get_model("cohort", "Child").objects.visible_to(user, on=on)
        return self.filter(child__in=children)

    def with_iro(self, *, on: date):
        """Each with the child's IRO on the day: `iro_pk` and `iro_name`, None where nobody is."""
        allocation = apps.get_model("cohort", "Allocation").objects.in_force(on=on)
        theirs = allocation.filter(child=OuterRef("child"))
        name = Concat("iro__first_name", Value(" "), "iro__last_name")
        return self.annotate(
            iro_pk=Subquery(theirs.values("iro")[:1]),
            iro_name=Subquery(theirs.annotate(name=name).values("name")[:1]),
        )

    def open(self):
        """Those not ended."""
        return self.filter(ended_on__isnull=True)

    def offered(self):
        """Offered, and the child has not answered yet."""
        return self.open().filter(referred_on__isnull=True)

    def declined(self):
        """Offered, or referred, and not wanted."""
        return self.filter(declined_on__isnull=False)

    def waiting(self):
        """Referred, and nobody found yet."""
        return self.open().filter(referred_on__isnull=False, matched_on__isnull=True)

    def matched(self):
        """Those who have somebody."""
        return self.open().filter(matched_on__isnull=False)

    def ended(self):
        """Ended, with or without having had somebody; not declined."""
        return self.filter(ended_on__isnull=False, declined_on__isnull=True)
