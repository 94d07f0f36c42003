"""The form that every page with a question starts from."""

from datetime import date

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Div, Field, Fieldset, Layout
from django import forms
from django.forms.utils import ErrorDict
from django.utils.html import conditional_escape

from iro_service.forms.choices import CheckboxesField, RadiosField, TickField
from iro_service.forms.words import LongTextField


class SafeFormHelper(FormHelper):
    """The library's helper, less its trust: it prints labels and hints as markup."""

    def render_layout(self, form, context, **kwargs):
        """Escape labels and hints, which may hold a child's name, before they are printed."""
        for field in form:
            field.label = conditional_escape(field.label)
            field.help_text = conditional_escape(field.help_text)
        return super().render_layout(form, context, **kwargs)


def block(form: forms.Form, name: str):
    """Lay out one field the way its kind wants."""
    field = form.fields[name]
    if isinstance(field, LongTextField):
        return Field.textarea(name, rows=field.rows, max_characters=field.limit)
    if isinstance(field, RadiosField):
        return Field.radios(name, inline=field.inline, small=field.small)
    if isinstance(field, CheckboxesField):
        return Field.checkboxes(name, small=field.small)
    if isinstance(field, TickField):
        return Field.checkbox(name, small=True)
    return Field(name)


class QuestionForm(forms.Form):
    """One or several questions and the button that answers them.

    Subclasses declare fields; those that need sections or hidden parts override `layout`.
    """

    button = "Save"
    action = ""

    @property
    def helper(self) -> SafeFormHelper:
        """The layout, made when asked for, so that it sees what a subclass did to its fields."""
        helper = SafeFormHelper()
        helper.form_action = self.action
        # Nothing about a child is offered to the next person at a shared computer.
        helper.attrs = {"novalidate": "novalidate", "autocomplete": "off"}
        helper.layout = Layout(*self.layout(), *self.buttons())
        return helper

    def layout(self) -> list:
        """Give the questions in order; by default every field that is shown."""
        return [self.block(name) for name in self.fields]

    def buttons(self) -> list:
        """Give the buttons; by default the one."""
        return [
            Button.primary(
                "go",
                self.button,
                css_id=self.auto_id % self.add_prefix("go") if self.auto_id else "go",
                data_prevent_double_click="true",
            )
        ]

    def unchecked(self):
        """Show what was typed without judging it yet: a row is being added, or a draft opened."""
        self._errors, self.cleaned_data = ErrorDict(), {}
        return self

    def block(self, name: str):
        """Lay out one field; a name that is no field is passed on, so blocks can be mixed."""
        return block(self, name) if isinstance(name, str) else name

    def section(self, legend: str, *names):
        """Lay out fields under a heading."""
        return Fieldset(
            *(self.block(name) for name in names),
            legend=conditional_escape(legend),
            legend_tag="h2",
            css_class="house-section",
        )

    def reveal(self, *names, when: str, equals: str):
        """Lay out fields that scripts show only while `when` has one of the values in `equals`."""
        return Div(
            *(self.block(name) for name in names),
            css_class="house-reveal",
            data_reveal_when=self.add_prefix(when),
            data_reveal_equals=equals,
        )

    def reveal_after(self, *names, day: str, due_on: date):
        """Lay out fields that scripts show only while the day typed is after `due_on`."""
        return Div(
            *(self.block(name) for name in names),
            css_class="house-reveal",
            data_reveal_day=self[day].auto_id,
            data_reveal_after=due_on.isoformat(),
        )
