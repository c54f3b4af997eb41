"""Finds the programs of a PostgreSQL server for the tests to start one, or installs them.

usage: python -m scripts.postgres

Prints their folder. Looks at the environment's POSTGRES, on the PATH, where Debian and Homebrew
have them; then installs with apt-get as root on Debian or Ubuntu.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

PROGRAMS: Final = ("initdb", "postgres")
PLACES: Final = {
    "/usr/lib/postgresql": "*/bin",
    "/opt/homebrew/opt": "postgresql*/bin",
    "/usr/local/opt": "postgresql*/bin",
}
REMEDY: Final = (
    "No PostgreSQL server was found and none could be installed. Either\n"
    "  install one; on Debian or Ubuntu: sudo apt-get install postgresql, or\n"
    "  name the folder of its programs:  make test POSTGRES=/path/to/bin"
)


def find() -> Path | None:
    """A folder that holds the programs, or None. A POSTGRES that does not is an error."""
    named = os.environ.get("POSTGRES")
    if named:
        if not _is_whole(Path(named)):
            raise FileNotFoundError(f"POSTGRES names {named!r}, which holds no initdb")
        return Path(named)
    on_path = shutil.which("initdb")
    found = [path for place, bins in PLACES.items() for path in Path(place).glob(bins)]
    newest_first = sorted(found, key=_version, reverse=True)
    candidates = [*([Path(on_path).resolve().parent] if on_path else []), *newest_first]
    return next(filter(_is_whole, candidates), None)


def install() -> None:
    """Install the server where that is ours to do; the output goes to stderr."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "postgresql"]):
        print("Installing PostgreSQL: apt-get", *command, file=sys.stderr, flush=True)
        subprocess.run(["apt-get", *command], stdout=sys.stderr, check=False, env=settings)


def main() -> None:
    """Print the folder of the programs; exits with the remedies when there is none."""
    try:
        if find() is None:
            install()
        path = find()
    except FileNotFoundError as error:
        sys.exit(str(error))
    if path is None:
        sys.exit(REMEDY)
    print(path)


def _is_whole(folder: Path) -> bool:
    return all((folder / name).is_file() for name in PROGRAMS)


def _version(folder: Path) -> int:
    digits = re.findall(r"\d+", folder.as_posix())
    return int(digits[0]) if digits else 0


if __name__ == "__main__":
    main()
