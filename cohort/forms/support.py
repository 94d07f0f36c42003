"""The questions about an advocate or independent visitor for a child."""

from django.core.exceptions import ValidationError

from cohort.models import Child, Support
from cohort.support import why_not_then
from iro_service.forms import DayField, QuestionForm, RadiosField, ShortTextField

OFFERED, DECLINED, REFERRED = "offered", "declined", "referred"


class OnADay(QuestionForm):
    """Something that happened for a child on a day."""

    day = DayField(label="On which day?", missing="Enter the day", noun="the day")

    def __init__(self, data=None, *, child: Child, after: Support | None = None, today, **kwargs):
        self.child, self.after, self.today = child, after, today
        super().__init__(data, initial={"day": today}, **kwargs)

    def clean_day(self):
        """Hold the day against the child's life and the step before."""
        day = self.cleaned_data["day"]
        if why := why_not_then(self.child, day, on=self.today, after=self.after):
            raise ValidationError(why)
        return day


class NewSupportForm(OnADay):
    """An offer or a referral, the first thing known of it."""

    service = RadiosField(
        label="What for?", choices=Support.Service.choices, missing="Select what it is for"
    )
    happened = RadiosField(
        label="What happened?",
        choices=[
            (OFFERED, "It was offered, and the child has not answered yet"),
            (DECLINED, "It was offered, and the child does not want it"),
            (REFERRED, "The child was referred for one"),
        ],
        missing="Select what happened",
    )
    field_order = ("service", "happened", "day")

    def clean(self):
        """Refuse a second one for the same service while one is under way."""
        typed = super().clean()
        service = typed.get("service")
        if service and self.child.supports.open().filter(service=service).exists():
            words = Support.Service(service).label.lower()
            self.add_error("service", f"An {words} is under way already. Go on with that one")
        return typed


class MatchForm(OnADay):
    """Who was found."""

    supporter = ShortTextField(
        label="Who was found?",
        noun="who was found",
        limit=120,
        missing="Enter who was found",
        help_text="Their name, and their organisation if it is not always the same",
    )
    field_order = ("supporter", "day")


class EndForm(OnADay):
    """Why it ended."""

    reason = ShortTextField(
        label="Why did it end?", noun="why it ended", limit=300, missing="Enter why it ended"
    )
