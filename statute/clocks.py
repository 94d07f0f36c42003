"""Every clock of the service: how long, counted from what, on whose authority."""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["working days", "days", "weeks", "months", "hours", "half-way"]

CARE_PLANNING = "Care Planning, Placement and Case Review (England) Regulations 2010"
ADOPTION = "Adoption Agencies Regulations 2005"
HANDBOOK = "IRO Handbook"
# Not read in a source: shown with the deadline, and open to a council's own number.
FROM_MEMORY = "From memory, to be confirmed; a council may override it."
COVID = (
    "SI 2020/445 relaxed this from 24 April to 25 September 2020; the usual limit is kept here "
    "so that years compare."
)


@dataclass(frozen=True)
class Clock:
    """One duty's time limit; a negative amount counts back from the event."""

    key: str
    amount: int
    unit: Unit
    counted_from: str
    authority: str
    note: str = ""
    # True where the number is not law: the council may set another (see timescales.deadline).
    councils_own: bool = False

    @property
    def distance_unit(self) -> str:
        """The unit in which the time left is told: 'working days' or 'days'."""
        return "working days" if self.unit == "working days" else "days"


_ALL = (
    # Somebody independent knows the child before anything is decided at a review.
    Clock(
        "iro_appointed", 5, "working days", "becoming looked after",
        f"{HANDBOOK}; Children Act 1989, section 25A", "And before the first review.",
    ),
    # The reviews of a looked after child.
    Clock("first_review", 20, "working days", "becoming looked after",
          f"{CARE_PLANNING}, reg 33(1)"),
    Clock("second_review", 3, "months", "the first review", f"{CARE_PLANNING}, reg 33(2)"),
    Clock("later_review", 6, "months", "the review before", f"{CARE_PLANNING}, reg 33(2)", COVID),
    # Regular short breaks (short_breaks.py has their limits): no review within 20 days.
    Clock("short_breaks_first", 3, "months", "the first short break", f"{CARE_PLANNING}, reg 48"),
    Clock("short_breaks_later", 6, "months", "the review before", f"{CARE_PLANNING}, reg 48"),
    # The council may place the child for adoption and has not yet done so.
    Clock("adoption_authorised_first", 3, "months", "first having authority to place",
          f"{ADOPTION}, reg 36(1)(a)"),
    Clock("adoption_authorised_later", 6, "months", "the review before",
          f"{ADOPTION}, reg 36(1)(b)"),
    # The child lives with the adopters: a new start, watched closely at first.
    Clock("adoption_placed_first", 4, "weeks", "being placed for adoption",
          f"{ADOPTION}, reg 36(3)(a)"),
    Clock("adoption_placed_second", 3, "months", "the first review after placement",
          f"{ADOPTION}, reg 36(3)(b)"),
    Clock("adoption_placed_later", 6, "months", "the review before",
          f"{ADOPTION}, reg 36(3)(c)"),
    # Once only; the day the review was due does not move.
    Clock("adjournment", 20, "working days", "the review being adjourned",
          f"{CARE_PLANNING}, reg 36(2)", f"Once. {FROM_MEMORY}", councils_own=True),
    # Real hours, weekends included: see timescales.outcome_form_due_at.
    Clock("outcome_form", 24, "hours", "the review being held", "The service's own rule"),
    Clock("decisions_to_manager", 5, "working days", "the review being held", HANDBOOK,
          FROM_MEMORY, councils_own=True),
    Clock("manager_answer", 5, "working days", "the decisions being sent", HANDBOOK,
          f"Silence counts as agreement. {FROM_MEMORY}", councils_own=True),
    # Past this day the record is overdue; the first reminder goes out before it is.
    Clock("record_completed", 20, "working days", "the review being held",
          "The service's own rule", councils_own=True),
    Clock("record_first_reminder", 15, "working days", "the review being held", HANDBOOK,
          f"The Handbook's own limit for completing the record. {FROM_MEMORY}",
          councils_own=True),
    Clock("record_distributed", 20, "working days", "the review being held", HANDBOOK,
          FROM_MEMORY, councils_own=True),
    # The IRO needs time to read it and to see the child.
    Clock("social_workers_report", -3, "working days", "the review", HANDBOOK),
    # Needs two days, the last review's and the next one's.
    Clock("oversight", 1, "half-way", "the review before", "Local practice"),
    # The formal stages together; skipping a stage does not win time.
    Clock("dispute_total", 20, "working days", "the dispute becoming formal",
          f"{HANDBOOK}, 6.2"),
    Clock("dispute_stage", 5, "working days", "the stage being reached",
          "The council's own ladder", "A default; the formal stages may not pass 20 together.",
          councils_own=True),
)  # fmt: skip

CLOCKS: dict[str, Clock] = {clock.key: clock for clock in _ALL}

# Not a clock: the IRO may refer at any point, alongside a dispute too.
CAFCASS_AUTHORITY = "Children Act 1989, section 25B(3)"
