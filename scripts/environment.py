"""Makes the virtual environment and installs the pinned requirements, once.

usage: python scripts/environment.py FOLDER REQUIREMENTS_FILE

Runs under the system's Python, before anything is installed: standard library only.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
PIP = "pip==26.3"


def say(text: str) -> None:
    """Print at once, also when the output is a file."""
    print(text, flush=True)


def python_of(environment: Path) -> Path:
    """The interpreter inside a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(requirements: Path) -> str:
    """What changes when a requirements file, a file it includes or the Python changes."""
    digest = hashlib.sha256(sys.version.encode())
    for line in requirements.read_text(encoding="utf-8").splitlines():
        if line.startswith("-r "):
            digest.update(fingerprint(requirements.parent / line[3:].strip()).encode())
        digest.update(line.encode())
    return digest.hexdigest()


def included(requirements: Path) -> list[Path]:
    """The requirements files that are installed with this one, itself first."""
    lines = requirements.read_text(encoding="utf-8").splitlines()
    return [requirements] + [
        file
        for line in lines
        if line.startswith("-r ")
        for file in included(requirements.parent / line[3:].strip())
    ]


def install(python: Path, requirements: Path) -> bool:
    """Install a requirements file; whether that went well."""
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "-q"]
    # The one of an older Python takes twice as long; where no newer one is to be had, it does.
    subprocess.run([*pip, PIP], check=False, stderr=subprocess.DEVNULL)
    # Of ten thousand modules few are ever imported; those are compiled then.
    whole = [*pip, "--no-compile", "-r", str(requirements)]
    return subprocess.run(whole, check=False).returncode == 0


def works(environment: Path) -> bool:
    """Whether the environment is there, has pip and belongs to the Python that runs now."""
    question = "import sys, pip; print(sys.version)"
    try:
        answer = subprocess.run(
            [python_of(environment), "-c", question], capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.strip() == sys.version


def provide_venv() -> None:
    """Make ``python -m venv`` usable; exits with the remedy where that is not ours to do."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        say(f"Python's venv module is incomplete; installing {package}")
        settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=settings)
        subprocess.run(["apt-get", "install", "-y", "-qq", package], check=False, env=settings)
        importlib.invalidate_caches()
        if importlib.util.find_spec("ensurepip") is not None:
            return
    sys.exit(
        f"{sys.executable} cannot make virtual environments (its ensurepip is missing).\n"
        f"On Debian or Ubuntu: sudo apt-get install {package}\n"
        "Elsewhere: choose a complete Python, for example  make PYTHON=/path/to/python3.12 run"
    )


def main() -> None:
    """Bring the environment up to date with the requirements; says nothing when it is."""
    if sys.version_info < OLDEST:
        sys.exit(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is {sys.version}")
    environment, requirements = Path(sys.argv[1]), Path(sys.argv[2])
    if not works(environment):
        provide_venv()
        say(f"Making the virtual environment {environment}")
        subprocess.run([sys.executable, "-m", "venv", "--clear", environment], check=True)
    stamps = {
        environment / f"{file.name}.sha256": fingerprint(file) for file in included(requirements)
    }
    stamp, wanted = next(iter(stamps.items()))
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    say(f"Installing {requirements.name} (once, a minute or two)")
    if not install(python_of(environment), requirements):
        sys.exit(f"The packages of {requirements} could not be installed; pip says why above")
    for path, text in stamps.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
