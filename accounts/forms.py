"""The questions of signing in and of who works here."""

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.models import Role, User
from iro_service.forms import EmailField, PersonNameField, QuestionForm, RadiosField
from iro_service.forms.sentences import Sentences


class PasswordField(Sentences, forms.CharField):
    """A password: typed as it is, never shown again."""

    def __init__(self, *, autocomplete: str, **kwargs):
        super().__init__(strip=False, **kwargs)
        self.widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})


class SignInForm(QuestionForm):
    """Who are you?"""

    button = "Sign in"

    email = EmailField(label="Email address", missing="Enter your email address")
    password = PasswordField(
        label="Password", autocomplete="current-password", missing="Enter your password"
    )

    def __init__(self, data=None, *, request, **kwargs):
        super().__init__(data, **kwargs)
        self.request = request
        self.user: User | None = None
        self.fields["email"].widget.attrs["autocomplete"] = "username"

    def clean(self):
        """Find the person, without telling a stranger which of the two was wrong."""
        typed = super().clean()
        if not self.errors:
            self.user = authenticate(
                self.request, username=typed["email"], password=typed["password"]
            )
            if self.user is None:
                raise ValidationError("The email address or the password is not right")
        return typed


class NewPasswordForm(QuestionForm):
    """A new password, by the person it is for."""

    button = "Save password"

    password = PasswordField(
        label="New password",
        autocomplete="new-password",
        help_text="At least 10 characters. Three random words are good.",
        missing="Enter a new password",
    )

    def __init__(self, data=None, *, user: User, **kwargs):
        super().__init__(data, **kwargs)
        self.user = user

    def clean_password(self):
        """Refuse what is short, common or made of the person's own name."""
        validate_password(self.cleaned_data["password"], self.user)
        return self.cleaned_data["password"]


class ForgottenForm(QuestionForm):
    """Which address shall the link go to?"""

    button = "Send me a link"

    email = EmailField(label="Email address", missing="Enter your email address")


class PersonForm(QuestionForm):
    """Somebody who works with the service."""

    first_name = PersonNameField(label="Given name", missing="Enter their given name")
    last_name = PersonNameField(label="Family name", missing="Enter their family name")
    email = EmailField(label="Email address", missing="Enter their email address")
    role = RadiosField(label="Role", choices=Role.choices, missing="Select their role", small=True)

    def __init__(self, data=None, *, person: User | None = None, **kwargs):
        kwargs.setdefault(
            "initial",
            {name: getattr(person, name) for name in self.base_fields} if person else None,
        )
        super().__init__(data, **kwargs)
        self.person = person

    def clean_email(self):
        """Refuse an address that is another person's."""
        email = self.cleaned_data["email"].lower()
        taken = User.objects.filter(email__iexact=email)
        if self.person:
            taken = taken.exclude(pk=self.person.pk)
        if taken.exists():
            raise ValidationError("Somebody with this email address is here already")
        return email
