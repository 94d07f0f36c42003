"""Questions in GOV.UK style: fields that say what is wrong and lose nothing that was typed."""

from iro_service.forms.choices import (
    CheckboxesField,
    ModelSelectField,
    RadiosField,
    SelectField,
    TickField,
)
from iro_service.forms.days import DayField
from iro_service.forms.filters import FilterForm
from iro_service.forms.numbers import DecimalField, WholeNumberField
from iro_service.forms.question import QuestionForm
from iro_service.forms.row import RowForm
from iro_service.forms.times import TimeField
from iro_service.forms.words import EmailField, LongTextField, PersonNameField, ShortTextField

__all__ = [
    "CheckboxesField",
    "DayField",
    "DecimalField",
    "EmailField",
    "FilterForm",
    "LongTextField",
    "ModelSelectField",
    "PersonNameField",
    "QuestionForm",
    "RadiosField",
    "RowForm",
    "SelectField",
    "ShortTextField",
    "TickField",
    "TimeField",
    "WholeNumberField",
]
