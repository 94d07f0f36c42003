"""The web server's access log, less the secrets that stand in an address."""

import re

from gunicorn.glogging import Logger

# A child's link (see docs/decisions/childs-page.md), a calendar feed, a link to set a password.
SECRET = re.compile(r"(/mine/|/calendar/|/password/[^/\s]+/)[0-9A-Za-z_-]{16,}")


def masked(line: str) -> str:
    """The line with what would open something taken out."""
    return SECRET.sub(r"\1***", line)


class AccessLog(Logger):
    """Writes what gunicorn writes, masked."""

    def atoms(self, resp, req, environ, request_time):
        """Give the parts of a line; each may hold the address."""
        parts = super().atoms(resp, req, environ, request_time)
        return {
            name: masked(part) if isinstance(part, str) else part for name, part in parts.items()
        }
