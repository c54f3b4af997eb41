"""A dashboard server of its own for as long as something looks at it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[1]


class Server(NamedTuple):
    """A server that runs: its address, and its process."""

    base: str
    pid: int


def free_port() -> int:
    """A loopback port that nobody listens on at this moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def running(
    tables: Path | str | None = None,
    until: str = "/readyz",
    status: int = 200,
    seconds: float = 90,
    log: Path | None = None,
    port: int = 0,
) -> Iterator[str]:
    """A fresh server process; yields its address and ends the process afterwards.

    As :func:`serving`, for all who need no more than the address.
    """
    with serving(tables, until, status, seconds, log, port) as server:
        yield server.base


@contextmanager
def serving(
    tables: Path | str | None = None,
    until: str = "/readyz",
    status: int = 200,
    seconds: float = 90,
    log: Path | None = None,
    port: int = 0,
    options: Mapping[str, object] | None = None,
    warm: float | None = 0,
) -> Iterator[Server]:
    """A fresh server process, which ends afterwards.

    ``tables`` are others than the checkout's (``DASHBOARD_DATA``), ``log`` is where the server's
    log goes, ``port`` one to listen on (else any that is free), ``options`` are settings of
    Streamlit beside those of the configuration. ``warm`` are the seconds for which it prepares what
    is likely to be asked (``DASHBOARD_WARM_SECONDS``), None for as long as it does by itself. The
    server is up when the address ``until`` answers with ``status``. Raises ``RuntimeError`` with
    the log when that does not happen within ``seconds``.
    """
    port = port or free_port()
    settings = dict(os.environ)
    # What a server imports stays compiled for the next one, which saves it two seconds.
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    if warm is not None:
        settings["DASHBOARD_WARM_SECONDS"] = str(warm)
    if tables:
        settings["DASHBOARD_DATA"] = str(tables)
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
    command += [f"--{name}={value}" for name, value in (options or {}).items()]
    base = f"http://127.0.0.1:{port}"
    with log.open("w+", encoding="utf-8") if log else tempfile.TemporaryFile("w+") as written:
        server = subprocess.Popen(
            command, cwd=ROOT, env=settings, stdout=written, stderr=subprocess.STDOUT
        )
        try:
            deadline = time.monotonic() + seconds
            while status_of(base + until) != status:
                if server.poll() is not None or time.monotonic() > deadline:
                    written.seek(0)
                    raise RuntimeError(f"The server did not come up:\n{written.read()}")
                time.sleep(0.1)
            yield Server(base, server.pid)
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def status_of(address: str) -> int:
    """The HTTP status that a loopback address answers with; 0 when nobody answers."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code
    except OSError:
        return 0
