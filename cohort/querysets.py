"""The questions asked of children and their care."""

from collections.abc import Iterable
from datetime import date

from django.apps import apps
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat

from accounts.models import MANAGERS, Role
from cohort.codes import SHORT_BREAKS
from iro_service.dated import DatedQuerySet

LIKE_ENOUGH = 0.33  # a third of the trigrams: one letter wrong in a short name


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

    def unallocated(self, *, on: date):
        """Children with no IRO on the day."""
        allocation = apps.get_model("cohort", "Allocation").objects.in_force(on=on)
        return self.exclude(Exists(allocation.filter(child=OuterRef("pk"))))

    def matching(self, words: str, *, also: Iterable[str] = ()):
        """Children whose name is like every word, or whose reference it starts.

        `also` are further fields that may hold a word, such as `iro_name`.

        Spelling is forgiven: "Kira Barly" finds Keira Barley. The comparison is pg_trgm's, and
        each has its `likeness` from 0 to 1, to be sorted by.
        """
        full_name = Concat("given_name", Value(" "), "family_name")
        found = self.annotate(full_name=full_name, likeness=TrigramWordSimilarity(words, full_name))
        every_word = Q()
        for number, word in enumerate(words.split()):
            like = f"like_{number}"
            found = found.alias(**{like: TrigramWordSimilarity(word, full_name)})
            this_word = Q(**{f"{like}__gte": LIKE_ENOUGH}) | Q(reference__istartswith=word)
            for field in ("full_name", *also):
                this_word |= Q(**{f"{field}__icontains": word})
            every_word &= this_word
        return found.filter(every_word | Q(likeness__gte=LIKE_ENOUGH))

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


class PeriodQuerySet(DatedQuerySet):
    """Periods of care."""

    def counted(self, *, on: date):
        """Those in force on the day that count as looked after: not short breaks (V3, V4) only."""
        return self.in_force(on=on).beyond_short_breaks()

    def beyond_short_breaks(self):
        """Those with more to them than short breaks (V3, V4).

        Source: DfE's published counts leave out children only looked after in short breaks.
        """
        episodes = apps.get_model("cohort", "Episode").objects.filter(period=OuterRef("pk"))
        only_breaks = Exists(episodes) & ~Exists(episodes.exclude(legal_status__in=SHORT_BREAKS))
        return self.exclude(only_breaks)

    def started_between(self, first: date, last: date):
        """Those that started from the first to the last day, both included."""
        return self.filter(started_on__gte=first, started_on__lte=last)

    def ended_between(self, first: date, last: date):
        """Those that ended from the first to the last day, both included."""
        return self.filter(ended_on__gte=first, ended_on__lte=last)


class EpisodeQuerySet(DatedQuerySet):
    """Episodes."""

    def latest_first(self):
        """The newest first."""
        return self.order_by(F("started_on").desc(), F("pk").desc())
