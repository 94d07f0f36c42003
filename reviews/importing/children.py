"""The register of children: the names and facts that the return does not hold."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Count, F, Max

from cohort.codes import StatusBefore
from cohort.models import Child, District, PeriodOfCare
from iro_service.templatetags.house import day as in_words
from reviews.importing.columns import CHILD, Column
from reviews.importing.rows import NotTaken, Row
from reviews.importing.spans import put_right
from reviews.importing.tally import Did, Tally

COLUMNS = (
    CHILD,
    Column("given_name", "Given name", known=("first name", "forename", "pers_forename")),
    Column("family_name", "Family name", known=("last name", "surname", "pers_surname")),
    Column("district", "District before care", "Where the child lived before being looked after",
           known=("district", "home district", "locality")),
    Column("status_before", "Status before care", "CP, CIN or none",
           known=("status before", "prior status", "status prior to care")),
    Column("disabled", "Disabled", "Yes or no", known=("disability", "has disability")),
    Column("date_of_birth", "Date of birth", "Only to check that it is the same child",
           known=("dob", "birth date", "born", "pers_dob")),
)  # fmt: skip
ONE_OF: tuple[str, ...] = ("given_name", "family_name", "district", "status_before", "disabled")
ABOUT = "Names, the district and the status before care, for children who came in with a return."
NO_NAME = "Child"  # the given name of one of whom only the reference is known
STATUS = {
    **dict.fromkeys(("cp", "cpp", "child protection", "child protection plan"), StatusBefore.CP),
    **dict.fromkeys(("cin", "child in need", "child in need plan"), StatusBefore.CIN),
    **dict.fromkeys(("none", "no", "neither", "not known before"), StatusBefore.NONE),
}  # fmt: skip
RENAMED = "{} gave a child another name, which they have now"


class Children:
    """Finds the child a cell means."""

    def __init__(self) -> None:
        self.by_reference = {child.reference: child for child in Child.objects.all()}
        periods = PeriodOfCare.objects.order_by().values("child")
        ended = periods.annotate(last=Max("ended_on"), all=Count("pk"), over=Count("ended_on"))
        # By the child, the day care ended for good, of those not looked after any more.
        self.left_on = dict(ended.filter(all=F("over")).values_list("child", "last"))

    def of(self, row: Row) -> Child:
        """The child of the row."""
        reference = row.words("child", required="There is no child's reference.")
        try:
            return self.by_reference[reference]
        except KeyError:
            raise NotTaken(f"No child here has the reference {reference[:40]}.", "child") from None


def bring_in(rows: Iterable[Row], tally: Tally, *, on: date, at: datetime, by) -> None:
    """Take names and facts of children who are here; an empty cell changes nothing."""
    tally.take_each(rows, _Intake(tally).take)


class _Intake:
    def __init__(self, tally: Tally):
        self.tally = tally
        self.children = Children()
        self.periods: dict[int, PeriodOfCare] = {}
        for period in PeriodOfCare.objects.order_by("started_on"):
            self.periods[period.child_id] = period  # the latest stays
        self.districts = {one.name.casefold(): one for one in District.objects.all()}
        self.may_found = not self.districts
        self.lines: dict[int, int] = {}

    def take(self, row: Row) -> Did:
        """Take what a row says of a child."""
        child = self.children.of(row)
        if line := self.lines.get(child.pk):
            raise NotTaken(f"The child is in line {line} already.", "child")
        born = row.day("date_of_birth")
        if born and born != child.date_of_birth:
            raise NotTaken(
                f"Here {child.reference} was born on {in_words(child.date_of_birth)}. "
                "Is it the same child?",
                "date_of_birth",
            )
        facts = {"disabled": row.flag("disabled"), **self._names(row)}
        did = [self._put_care_right(child, row), put_right(Child, child, facts)]
        self._tell_renamed(child, facts)
        self.lines[child.pk] = row.line
        return "changed" if "changed" in did else "unchanged"

    def _names(self, row: Row) -> dict:
        return {name: row.name(name) for name in ("given_name", "family_name")}

    def _tell_renamed(self, child: Child, facts: dict) -> None:
        first, last = facts["given_name"], facts["family_name"]
        now = f"{first or child.given_name} {last or child.family_name}"
        if child.given_name != NO_NAME and now != str(child):
            self.tally.note(RENAMED, f"{child.reference}, {child} is now {now}")

    def _put_care_right(self, child: Child, row: Row) -> Did:
        status = row.words("status_before").lower()
        if status and status not in STATUS:
            raise NotTaken("The status before care is none of: CP, CIN, none.", "status_before")
        if not (status or row.words("district")):
            return "unchanged"
        period = self.periods.get(child.pk)
        if period is None:
            raise NotTaken(f"{child.reference} has no period of care here to add this to.", "child")
        facts = {"district": self._district(row), "status_before": STATUS.get(status)}
        return put_right(PeriodOfCare, period, facts)

    def _district(self, row: Row) -> District | None:
        name = row.words("district", limit=60)
        if not name:
            return None
        if known := self.districts.get(name.casefold()):
            return known
        if not self.may_found:
            names = ", ".join(one.name for one in self.districts.values())
            raise NotTaken(
                f"{name} is none of the council's districts: {names}. "
                "Leave the cell empty where the child lived elsewhere.",
                "district",
            )
        found = District.objects.create(name=name, position=len(self.districts))
        self.districts[name.casefold()] = found
        return found
