"""The web server's access log, less what would open a child's page."""

import re

from gunicorn.glogging import Logger

# The code stands in the path once, when the link is opened: see docs/decisions/childs-page.md.
CODE = re.compile(r"(/mine/)[0-9A-Za-z_-]{16,}")


def masked(line: str) -> str:
    """The line with a child's code taken out."""
    return CODE.sub(r"\1***", line)


class AccessLog(Logger):
    """Writes what gunicorn writes, masked."""

    def atoms(self, resp, req, environ, request_time):
        """Give the parts of a line; each may hold the address."""
        parts = super().atoms(resp, req, environ, request_time)
        return {
            name: masked(part) if isinstance(part, str) else part for name, part in parts.items()
        }
