"""The form of a list's filter: it lives in the address, so that going back finds it again."""

from crispy_forms_gds.layout import Layout
from django import forms

from iro_service.forms.question import SafeFormHelper, block


class FilterForm(forms.Form):
    """A filter; layouts/list.html puts the form tag and the buttons around it."""

    @property
    def helper(self) -> SafeFormHelper:
        """The fields alone."""
        helper = SafeFormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.layout = Layout(*(block(self, name) for name in self.fields))
        return helper

    @property
    def chosen(self) -> int:
        """How many of the fields narrow the list."""
        return sum(any(self._typed(name)) for name in self.fields)

    @property
    def is_open(self) -> bool:
        """Tell whether the panel starts open: it does while it narrows the list."""
        return bool(self.chosen)

    def _typed(self, name: str) -> list:
        value = self[name].value()
        values = value if isinstance(value, list | tuple) else [value]
        return [one for one in values if one not in (None, "")]
