"""The IROs a list can be narrowed to."""

from accounts.models import Role, User

NOBODY = "nobody"


def iro_choices() -> list[tuple[str, str]]:
    """Every IRO there is or was, and nobody."""
    iros = User.objects.filter(role=Role.IRO)
    return [*((str(iro.pk), str(iro)) for iro in iros), (NOBODY, "No IRO")]
