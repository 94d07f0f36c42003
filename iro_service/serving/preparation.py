"""What is done before the first page can be shown: tables, the demonstration, static files."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from iro_service.embedded import Places


def prepare_database(council: str) -> None:
    """Bring the tables up to date, and load the demonstration where it is asked for."""
    call_command("migrate", verbosity=0, interactive=False)
    if council == "demonstration":
        call_command("demo")
    connections.close_all()


def prepare_static_files(places: Places) -> None:
    """Gather, name by content and compress the static files, if any has changed."""
    stamp = places.var / "static.stamp"
    fingerprint = _fingerprint(settings.BASE_DIR)
    gathered = settings.STATIC_ROOT / "staticfiles.json"
    if gathered.exists() and stamp.exists() and stamp.read_text() == fingerprint:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(fingerprint)


def _fingerprint(root: Path) -> str:
    """Changes when a built file or a package does."""
    files = [root / "requirements.lock", *sorted((root / "static" / "dist").rglob("*"))]
    digest = hashlib.sha256()
    for path in files:
        if path.is_file():
            facts = path.stat()
            digest.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
