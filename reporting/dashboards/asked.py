"""What a dashboard is asked: which months, whose work, who looks."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from django.urls import reverse

from accounts.models import User
from cohort.models import Council
from reporting.figures.year import ReportingYear
from reporting.measures import targets_for
from reporting.monthly import Monthly, Span, Whose, monthly


@dataclass(frozen=True)
class Asked:
    """The months, whose work, who looks; the counts are read once, when first needed."""

    span: Span
    whose: Whose
    user: User
    council: Council
    query: dict[str, str] = field(default_factory=dict)  # the choices as the address has them

    @cached_property
    def counted(self) -> Monthly:
        """Every measure of the months and of the twelve before, by which they may be judged."""
        return monthly(self.span.with_before(), self.whose, self.council)

    @cached_property
    def targets(self) -> dict[str, Decimal]:
        """What the council aims at in the year of the last month."""
        return targets_for(ReportingYear.of(self.span.last))

    @property
    def opens_lists(self) -> bool:
        """Whether the lists hold exactly what is counted: those of the whole service do."""
        return self.user.is_manager and self.whose.everybodys

    @property
    def in_words(self) -> str:
        """July 2016 to June 2017."""
        return f"{self.span.months[0]:%B %Y} to {self.span.last:%B %Y}"

    @property
    def whose_words(self) -> str:
        """The whole service, or an IRO's name, or a team's."""
        names = [str(one) for one in (self.whose.iro, self.whose.team) if one]
        return ", ".join(names) or "the whole service"

    def list_of(self, name: str, query: str) -> str:
        """The address of a list, for whoever has such a list."""
        return f"{reverse(name)}?{query}" if query else reverse(name)
