"""The question of the first day."""

from accounts.forms import NewPasswordForm, PasswordField
from accounts.models import User
from iro_service.forms import (
    DecimalField,
    EmailField,
    PersonNameField,
    QuestionForm,
    ShortTextField,
)


class FirstRunForm(QuestionForm):
    """Which council is this, and who is its first manager?"""

    button = "Set up the service"

    name = ShortTextField(
        label="The council's name",
        noun="the council's name",
        limit=100,
        help_text="As it shall stand on every page and on the report",
        missing="Enter the council's name",
    )
    established_posts = DecimalField(
        label="Full-time IRO posts in the establishment",
        noun="the number of posts",
        least=0,
        most=500,
        decimal_places=1,
        help_text="For example 10 or 7.5. You can change it later.",
        missing="Enter the number of posts, 0 if you do not know it yet",
    )
    first_name = PersonNameField(label="Your given name", missing="Enter your given name")
    last_name = PersonNameField(label="Your family name", missing="Enter your family name")
    email = EmailField(label="Your email address", missing="Enter your email address")
    password = PasswordField(
        label="A password",
        autocomplete="new-password",
        help_text="At least 10 characters. Three random words are good.",
        missing="Enter a password",
    )
    clean_password = NewPasswordForm.clean_password

    @property
    def user(self) -> User:
        """The person to be, whom the password must not resemble."""
        typed = self.cleaned_data
        names = {name: typed.get(name, "") for name in ("first_name", "last_name", "email")}
        return User(**names)

    def layout(self) -> list:
        return [
            self.section("The council", "name", "established_posts"),
            self.section("You, as group manager", "first_name", "last_name", "email", "password"),
        ]
