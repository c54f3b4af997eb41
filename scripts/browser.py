"""Finds a Chromium to look at the dashboard with, or installs one.

usage: python -m scripts.browser

Prints the path. Looks at the environment's CHROMIUM, on the PATH, among Playwright's downloads;
then installs: with apt-get as root on Debian or Ubuntu, else through Playwright.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REMEDY: Final = (
    "No Chromium was found and none could be installed. Either\n"
    "  install Chromium or Chrome so that it is on the PATH, or\n"
    "  name one:  make test CHROMIUM=/path/to/chrome, or\n"
    "  let Playwright fetch one:  .venv/bin/python -m playwright install --with-deps chromium"
)


def find() -> Path | None:
    """A Chromium that starts, or None. A CHROMIUM that does not start is an error, not a miss."""
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        if path is None or not starts(path):
            raise FileNotFoundError(f"CHROMIUM names {named!r}, which does not start")
        return Path(path)
    for candidate in (*(shutil.which(name) for name in NAMES), _of_playwright()):
        if candidate and starts(candidate):
            return Path(candidate)
    return None


def starts(path: str) -> bool:
    """Whether the program answers with its version (a distribution's empty stub does not)."""
    try:
        answer = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and ("Chromium" in answer.stdout or "Chrome" in answer.stdout)


def install() -> None:
    """Try the ways to install one, until one is found; their output goes to stderr."""
    for command in _ways():
        print("Installing a browser:", " ".join(command), file=sys.stderr, flush=True)
        settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(command, stdout=sys.stderr, check=False, env=settings)
        if find():
            return


def main() -> None:
    """Print the path of a Chromium; exits with the remedies when there is none."""
    try:
        if find() is None:
            install()
        path = find()
    except FileNotFoundError as error:
        sys.exit(str(error))
    if path is None:
        sys.exit(REMEDY)
    print(path)


def _of_playwright() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _ways() -> list[list[str]]:
    playwright = [sys.executable, "-m", "playwright", "install"]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        return [
            ["apt-get", "update", "-qq"],
            ["apt-get", "install", "-y", "-qq", "chromium"],
            [*playwright, "--with-deps", "chromium"],
        ]
    return [[*playwright, "chromium"]]


if __name__ == "__main__":
    main()
