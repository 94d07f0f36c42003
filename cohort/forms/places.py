"""Where a child lives, and how far from home."""

import re

from django.core.exceptions import ValidationError
from django.forms import TextInput

from cohort.codes import LegalStatus, Need, Placement, Provider
from iro_service.forms import QuestionForm, SelectField, ShortTextField, WholeNumberField

NARROW = "govuk-input--width-10"
POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}")
PLACE = ("placement", "provider", "home_postcode", "placement_postcode", "miles_from_home", "urn")


class PostcodeField(ShortTextField):
    """A postcode of the United Kingdom, kept in capitals with one space."""

    def __init__(self, **kwargs):
        super().__init__(limit=10, **kwargs)
        self.widget.attrs["class"] = NARROW

    def clean(self, value):
        """Give the postcode as it is written, or say how one looks."""
        typed = " ".join(super().clean(value).upper().split())
        if typed and not POSTCODE.fullmatch(typed):
            raise ValidationError("Enter a full postcode, like WR5 2NP")
        bare = typed.replace(" ", "")
        return f"{bare[:-3]} {bare[-3:]}" if bare else ""


class PlaceFields(QuestionForm):
    """The order a child is under, and the place where they live."""

    legal_status = SelectField(
        label="Legal status", choices=LegalStatus.choices, missing="Select the legal status"
    )
    need = SelectField(
        label="Category of need", choices=Need.choices, missing="Select the category of need"
    )
    placement = SelectField(
        label="Placement", choices=Placement.choices, missing="Select the placement"
    )
    provider = SelectField(
        label="Provided by", choices=Provider.choices, missing="Select who provides it"
    )
    home_postcode = PostcodeField(
        label="Postcode of the child's home (optional)", noun="the home's postcode", required=False
    )
    placement_postcode = PostcodeField(
        label="Postcode of the placement (optional)",
        noun="the placement's postcode",
        required=False,
    )
    miles_from_home = WholeNumberField(
        label="Miles from home (optional)", noun="the miles from home", most=999, required=False
    )
    urn = ShortTextField(
        label="Ofsted's unique reference number (optional)",
        noun="Ofsted's number",
        limit=10,
        help_text="Of the children's home or agency; XXXXXXX where it has none",
        required=False,
        widget=TextInput(attrs={"class": NARROW}),
    )
