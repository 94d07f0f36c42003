"""The system user PostgreSQL runs as where we are root, which it refuses to be."""

import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

NAME = "iro-postgres"


@dataclass(frozen=True)
class Servant:
    """A user, or (with no number) ourselves."""

    number: int | None = None
    group: int | None = None

    @classmethod
    def for_data(cls, data: Path) -> "Servant":
        """The owner of the data, or for new data a user that owns nothing else."""
        if os.geteuid() != 0:
            return cls()
        if data.exists() and data.stat().st_uid != 0:
            return cls(data.stat().st_uid, data.stat().st_gid)
        entry = _system_user()
        return cls(entry.pw_uid, entry.pw_gid)

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a program as this user, with none of our PG... variables."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
        return subprocess.run(
            [str(word) for word in command],
            env=kept | {"LC_ALL": "C"},
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            user=self.number,
            group=self.group,
            extra_groups=None if self.number is None else [],
        )

    def own(self, path: Path) -> None:
        """Give it a file or directory."""
        if self.number is not None and self.group is not None:
            os.chown(path, self.number, self.group)

    def open_way(self, path: Path) -> None:
        """Let it pass through the directories above a path; it still cannot list them."""
        if self.number is None:
            return
        for above in path.resolve().parents:
            mode = above.stat().st_mode
            if not mode & stat.S_IXOTH and above.stat().st_uid != self.number:
                above.chmod(mode | stat.S_IXOTH)

    def open_tree(self, top: Path) -> None:
        """Let it read programs that were installed for their owner only."""
        if self.number is None or top.stat().st_mode & 0o005 == 0o005:
            return
        for path in [top, *top.rglob("*")]:
            if not path.is_symlink():
                mode = path.stat().st_mode
                path.chmod(mode | (0o555 if mode & stat.S_IXUSR else 0o444))


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        pass
    if program := shutil.which("useradd"):
        subprocess.run(
            [program, "--system", "--user-group", "--no-create-home", NAME],
            capture_output=True,
            check=False,
        )
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        return pwd.getpwnam("nobody")
