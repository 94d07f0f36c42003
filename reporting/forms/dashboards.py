"""What a dashboard is asked: how far back, and of managers whose work."""

from datetime import date

from django import forms

from accounts.models import Role, User
from cohort.models import Team
from iro_service.forms import FilterForm
from reporting.figures import ReportingYear
from reporting.monthly import Span, Whose

MONTHS = {"12": "Last 12 months", "36": "Last three years"}


class DashboardForm(FilterForm):
    """The months; for managers an IRO or a team."""

    over = forms.ChoiceField(label="Months", required=False)
    iro = forms.ModelChoiceField(
        label="IRO", queryset=User.objects.none(), empty_label="Every IRO", required=False
    )
    team = forms.ModelChoiceField(
        label="Team", queryset=Team.objects.none(), empty_label="Every team", required=False
    )

    def __init__(self, data, *, user: User, on: date, records_from: date):
        self.user, self.on = user, on
        super().__init__(data)
        latest, first = ReportingYear.of(on), ReportingYear.of(records_from)
        known = [latest.before(n) for n in range(latest.begins_in - first.begins_in + 1)]
        years = [(str(one), str(one).replace("-", "/")) for one in known]
        self.fields["over"].choices = [*MONTHS.items(), *years]
        if user.is_manager:
            self.fields["iro"].queryset = User.objects.filter(role=Role.IRO)
            self.fields["team"].queryset = Team.objects.all()
        else:  # nobody is compared with colleagues
            del self.fields["iro"], self.fields["team"]

    @property
    def span(self) -> Span:
        """The months asked for; the last twelve where that makes no sense."""
        over = self._clean("over") or "12"
        if over in MONTHS:
            return Span.whole(self.on, int(over))
        return Span.of_year(ReportingYear.parse(over), self.on)

    @property
    def whose(self) -> Whose:
        """An IRO's own work; for managers whose they ask for."""
        if not self.user.is_manager:
            return Whose(iro=self.user)
        return Whose(iro=self._clean("iro"), team=self._clean("team"))

    @property
    def query(self) -> dict[str, str]:
        """The choices as they stand in the address."""
        values = {name: self._clean(name) for name in self.fields}
        return {name: str(getattr(one, "pk", one)) for name, one in values.items() if one}

    def _clean(self, name: str):
        self.is_valid()
        return self.cleaned_data.get(name)
