"""The people who sign in."""

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class Role(models.TextChoices):
    """What a person is here for; each sees and does what that work needs."""

    IRO = "iro", "Independent Reviewing Officer"
    PRACTICE_MANAGER = "practice_manager", "Practice manager"
    GROUP_MANAGER = "group_manager", "Group manager"
    BUSINESS_SUPPORT = "business_support", "Business support"
    RESPONDING_MANAGER = "responding_manager", "Responding manager"


MANAGERS = (Role.PRACTICE_MANAGER, Role.GROUP_MANAGER)


class UserManager(BaseUserManager["User"]):
    """Makes people, known by their email address."""

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        """A person; without a password they cannot sign in until one is set."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str) -> "User":
        """The person with the address, however it was typed."""
        return self.get(email__iexact=email.strip())

    def independent_reviewing_officers(self):
        """IROs who may sign in, by name."""
        return self.filter(role=Role.IRO, is_active=True).order_by("last_name", "first_name")

    def responding_managers(self):
        """Managers who can be asked and may sign in, by name."""
        asked = self.filter(role=Role.RESPONDING_MANAGER, is_active=True)
        return asked.order_by("last_name", "first_name")


class User(AbstractUser):
    """A person who signs in with an email address, in one role."""

    username = None
    email = models.EmailField("email address", unique=True)
    role = models.CharField(max_length=20, choices=Role.choices)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []
    objects = UserManager()  # type: ignore[misc,assignment]

    class Meta:
        ordering = ["last_name", "first_name"]
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="user_has_role"),
            models.UniqueConstraint(Lower("email"), name="one_person_an_address"),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    @property
    def is_iro(self) -> bool:
        """Whether they review children."""
        return self.role == Role.IRO

    @property
    def is_manager(self) -> bool:
        """Whether they manage the service, and so see all of it."""
        return self.role in MANAGERS

    @property
    def sees_children(self) -> bool:
        """Whether their work opens children's pages."""
        return self.is_iro or self.is_manager
