"""What the machine must offer before the service starts."""

import ctypes
import socket
import sys
from contextlib import suppress

from iro_service.embedded import CannotStart

# What WeasyPrint loads to make PDFs, by the names of Linux and of macOS, and Debian's package.
LIBRARIES = {
    "libpango-1.0-0": ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    "libpangoft2-1.0-0": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    "libharfbuzz0b": ("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    "libharfbuzz-subset0": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
    "libfontconfig1": ("libfontconfig.so.1", "libfontconfig.1.dylib"),
    "libglib2.0-0": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
}


def check_port(host: str, port: int) -> None:
    """Refuse a port that another program listens on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as problem:
            reason = str(getattr(problem, "strerror", None) or problem).lower()
            raise CannotStart(
                f"Port {port} on {host} cannot be used ({reason}): stop the program that uses it, "
                "or choose another with `make run PORT=8001`."
            ) from problem


def missing_packages() -> list[str]:
    """Debian's packages of the libraries that cannot be loaded."""
    return [package for package, names in LIBRARIES.items() if not any(map(_loads, names))]


def check_libraries() -> None:
    """Refuse a machine on which no PDF could be made."""
    if missing := missing_packages():
        raise CannotStart(
            "PDFs need Pango, of which this machine lacks a part: install it "
            f"(on Debian and Ubuntu: apt-get install {' '.join(missing)})."
        )


def _loads(name: str) -> bool:
    with suppress(OSError):
        ctypes.CDLL(name)
        return True
    return False


if __name__ == "__main__":
    sys.stdout.write(" ".join(missing_packages()))  # for setup/libraries.sh
