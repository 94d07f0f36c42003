"""The due days of reviews, their forms and records: how far away, and why they are that day."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from cohort.council import the_council, working_calendar
from reviews.deadlines.shown import Shown, hours_left
from statute.calendar import UnknownBankHolidays, WorkingCalendar
from statute.clocks import CLOCKS
from statute.timescales import Explanation, deadline, distance, explain, explain_outcome_form


@dataclass(frozen=True)
class Deadlines:
    """Shows due days as they stand on a day, by the calendar and the council's way to count."""

    on: date
    at: datetime
    calendar: WorkingCalendar
    count_months_as: str = "months"

    def of_review(self, review) -> Shown:
        """The last lawful day of a planned review."""
        return self._shown(
            review.due_on,
            review.rule,
            review.base_on,
            title=review.get_rule_display(),
            # As it was when the day was set: the council may count otherwise by now.
            months=review.count_months_as,
        )

    def of_record(self, record, held_on: date) -> Shown:
        """The last day to complete a record of discussion."""
        return self._shown(record.due_on, "record_completed", held_on, title="Record of discussion")

    def of_form(self, form, held_at: datetime) -> Shown:
        """The last moment to hand in an outcome form."""
        why = explain_outcome_form(held_at)
        due_on = timezone.localtime(form.due_at).date()
        return Shown(
            due_on=due_on,
            state="overdue" if form.due_at < self.at else "today" if due_on == self.on else "due",
            distance=hours_left(form.due_at, self.at),
            rule="Outcome form",
            sentence=f"{why.sentence}.",
            authority=why.authority,
        )

    def of_adjournment(self, adjournment) -> Shown:
        """The last day to go on with an adjourned review; its own due day stays what it was."""
        title = "Adjourned review to be completed"
        return self._shown(
            adjournment.resume_by, "adjournment", adjournment.adjourned_on, title=title
        )

    def of_appointment(self, looked_after_since: date) -> Shown:
        """The last day for a child to have an IRO; it is counted here, as no row keeps it."""
        try:
            due = deadline("iro_appointed", looked_after_since, self.calendar)
        except UnknownBankHolidays:
            state = "overdue" if looked_after_since < self.on else "due"
            return Shown(looked_after_since, state, rule="IRO appointed")
        return self._shown(due.due_on, due.rule, due.base_on, title="IRO appointed")

    def _shown(
        self, due_on: date, clock: str, base_on: date, *, title: str, months: str = "months"
    ) -> Shown:
        state = "overdue" if due_on < self.on else "today" if due_on == self.on else "due"
        try:
            left = distance(due_on, self.on, self.calendar, CLOCKS[clock].distance_unit)
            why = self._why(clock, base_on, months)
        except UnknownBankHolidays:  # the stored day still stands; only the count is not known
            return Shown(due_on, state, rule=title, authority=CLOCKS[clock].authority)
        return Shown(due_on, state, left, title, _sentence(why, due_on), why.authority)

    def _why(self, clock: str, base_on: date, months: str) -> Explanation:
        return explain(clock, base_on, self.calendar, count_months_as=months)


def deadlines_as_at(at: datetime, *, on: date) -> Deadlines:
    """Due days as this council counts them."""
    return Deadlines(on, at, working_calendar(), the_council().count_months_as)


def _sentence(why: Explanation, due_on: date) -> str:
    """The explanation, unless the stored day came about in another way (an older calendar)."""
    if why.due_on == due_on:
        return f"{why.sentence}."
    return f"The day was set when the review was planned, counted from {why.base_on:%-d %B %Y}."
