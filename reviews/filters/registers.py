"""What a register of the unit can be narrowed to, and how it is sorted."""

import django_filters

from cohort.registers import Register
from iro_service.forms import FilterForm
from reviews.filters.days import DayFilter

SIDES = {"first": "gte", "last": "lte"}


class RegisterFilter(django_filters.FilterSet):
    """The entries of some days."""

    first = DayFilter("first", "From")
    last = DayFilter("last", "To")

    class Meta:
        form = FilterForm
        fields: list[str] = []

    def __init__(self, data, *, register: Register):
        self.register = register
        super().__init__(data, queryset=register.model._default_manager.all())

    @property
    def qs(self):
        """The entries the choices leave, sorted as the address says."""
        sorts = {column.sort for column in self.register.columns if column.sort}
        sort = self.data.get("sort", "")
        order = sort if sort.removeprefix("-") in sorts else self.register.order
        people = [one.sort.split("__")[0] for one in self.register.columns if "__" in one.sort]
        return super().qs.select_related(*people).order_by(order, "-pk")

    def by_day(self, entries, name: str, value):
        """Those from the day on, or until it."""
        return entries.filter(**{f"{self.register.day}__{SIDES[name]}": value})
