"""The people of the demonstration council, one sign-in a role; printed by `make run`."""

from accounts.models import Role

PASSWORD = "looked-after-2017"  # noqa: S105  # a demonstration's, printed on the screen
DOMAIN = "demonstration.example"

# (role, given name, family name): the first person of each role.
PEOPLE = (
    (Role.IRO, "Amara", "Lindqvist"),
    (Role.PRACTICE_MANAGER, "Judith", "Okonjo"),
    (Role.GROUP_MANAGER, "Martin", "Achterberg"),
    (Role.BUSINESS_SUPPORT, "Perry", "Wainstone"),
    (Role.RESPONDING_MANAGER, "Colette", "Varga"),
)


def address(given_name: str, family_name: str) -> str:
    """The email address of a person of the demonstration."""
    return f"{given_name}.{family_name}@{DOMAIN}".lower()


SIGN_INS = [
    (role.label, address(given_name, family_name), PASSWORD)
    for role, given_name, family_name in PEOPLE
]
