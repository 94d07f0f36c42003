"""What `make run` says once the service answers."""

from django.conf import settings

from accounts.demonstration import SIGN_INS
from iro_service import clock
from iro_service.embedded import Places


def announcement(address: str, places: Places) -> str:
    """The address, who can sign in, and how to stop."""
    lines = ["", f"The IRO service answers at {address}", ""]
    if settings.DEMONSTRATION:
        today = clock.today()
        day = f"{today:%A} {today.day} {today:%B %Y}"
        lines += [
            "This is a demonstration: the council, its children and its people are invented,",
            f"and its business day is {day}. Sign in as:",
            "",
            *(f"  {role:<30}  {email:<42}  {password}" for role, email, password in SIGN_INS),
        ]
    else:
        lines += ["On a first start it asks for the council's name and its first manager."]
    lines += [
        "",
        f"Logs are in {places.logs}. Ctrl-C stops everything; the data stays.",
        "",
    ]
    return "\n".join(lines)
