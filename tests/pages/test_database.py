"""Pages over a database: the same figures, why they are not the newest, nothing that is secret."""

from __future__ import annotations

import io
import re
import signal
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lib.exports.__main__ import main as export
from lib.model import store
from lib.wording.catalogue import translations
from scripts.serving import running, status_of
from tests.fixture.copies import REAL
from tests.fixture.postgres import PASSWORD, Server, fill
from tests.pages.reading import PAGES, Opened, again, opened, plain

FRESH = 30  # seconds after which the return of a database must be seen


@pytest.fixture(scope="module")
def address(postgres: Server) -> str:
    """The record, in a schema of its own."""
    return fill(postgres, "pages", REAL)


@pytest.fixture
def configured(
    postgres: Server, address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[str]:
    """The database, which the environment names, with a state of its own."""
    monkeypatch.setenv("DASHBOARD_DATA", address)
    monkeypatch.setenv("DASHBOARD_STATE", str(tmp_path / "state"))
    yield address
    postgres.send(signal.SIGCONT)
    postgres.start()


def later(holds: Callable[[], bool], seconds: float = FRESH) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.2)


def said(shown: Opened) -> str:
    """Everything on a page, whoever reads it."""
    return "\n".join([*shown.texts, *shown.marked, *shown.unmarked, str(shown.at._tree)])


def test_the_overview_says_what_it_says_of_files(
    configured: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = opened("overview", {"edition": "2"}).numbers
    monkeypatch.setenv("DASHBOARD_DATA", str(REAL))
    assert found == opened("overview", {"edition": "2"}).numbers


def test_pages_over_a_frozen_database_say_since_when_and_why(
    postgres: Server, configured: str
) -> None:
    shown = {language: opened("overview", {"lang": language}) for language in ("en", "de")}
    numbers = {language: page.numbers for language, page in shown.items()}
    assert not any(page.at.warning for page in shown.values())
    postgres.send(signal.SIGSTOP)
    began = time.monotonic()
    assert again(shown["en"]).numbers == numbers["en"]
    assert time.monotonic() - began < 5
    later(lambda: store.standing().trouble is not None)
    for language, page in shown.items():
        assert again(page).numbers == numbers[language]
        (warning,) = page.at.warning
        assert re.fullmatch(form_of_banner(language), plain(warning.value))
    postgres.send(signal.SIGCONT)
    later(lambda: store.standing().trouble is None)
    assert not again(shown["en"]).at.warning


def form_of_banner(language: str) -> str:
    """What a page says of a database that does not answer, with any moments."""
    _ = translations(language).gettext
    why = _(
        "The database has not answered within {detail} s. Look whether it is overloaded or "
        "locked, or whether a view takes too long; it is asked again every few seconds."
    )
    texts = (
        _("The database has not been readable since {since}."),
        why.format(detail=3),
        _("What you see are its tables as they were read {moment}."),
    )
    return re.sub(r"\\\{\w+\\\}", ".+", " ".join(map(re.escape, texts)))


def test_without_any_good_set_the_page_says_what_to_do(postgres: Server, configured: str) -> None:
    postgres.kill()
    began = time.monotonic()
    shown = opened("funding")
    assert time.monotonic() - began < 5
    assert shown.title == "The tables cannot be used: 1 fault"
    (listed,) = shown.tables
    file, line, _column, _value, rule = map(plain, listed[0].values())
    assert (file, line) == ("DASHBOARD_DATA", "")
    assert rule.startswith("No database answers at the address in DASHBOARD_DATA. Start it")
    postgres.start()
    later(store.is_ready)
    assert again(shown).title == opened("funding").title != "The tables cannot be used: 1 fault"


def test_faults_are_listed_by_the_keys_of_rows(postgres: Server, configured: str) -> None:
    shown = opened("check")
    later(store.is_ready)  # what is good is known before something is wrong
    with postgres.owner() as owner:
        asked = "UPDATE pages.sites SET latitude = {} WHERE site_id = %s RETURNING site_id"
        known = owner.execute("SELECT min(site_id) FROM pages.sites WHERE latitude > 0").fetchone()
        assert known is not None
        before = owner.execute("SELECT latitude FROM pages.sites WHERE site_id = %s", known)
        (latitude,) = before.fetchone() or ()
        owner.execute(asked.format(95), known)  # type: ignore[arg-type]
    try:
        later(lambda: store.standing().trouble is not None)
        (listed,) = again(shown).tables
        place = [plain(one) for one in listed[0].values()][:4]
        assert place == ["pages.sites", known[0], "latitude", "95"]
    finally:
        with postgres.owner() as owner:
            owner.execute(asked.format(latitude), known)  # type: ignore[arg-type]


def test_the_password_is_on_no_page_and_in_no_file(
    postgres: Server, configured: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pages = [said(opened(page)) for page in (*PAGES, *("check", "own"))]
    # The kinds that can be read through: they hold every table, figure, note and property.
    kinds = ["--format", "zip", "--format", "xlsx"]
    assert export(["--out", str(tmp_path / "pack"), *kinds, "edition=1"]) == 0
    brought = store.standing().package.brought
    files = [path.read_bytes() for path in (tmp_path / "pack").iterdir()]
    files += [path.read_bytes() for path in (tmp_path / "state").iterdir()]
    assert len(files) >= 3
    contents = [*brought.folder().values(), *files]
    for one in files:
        if zipfile.is_zipfile(io.BytesIO(one)):
            with zipfile.ZipFile(io.BytesIO(one)) as archive:
                contents += [archive.read(name) for name in archive.namelist()]
    postgres.kill()  # perhaps while it is being asked: what is refused is the question after that
    later(lambda: store.standing().trouble is not None and "refused" in caplog.text)
    pages += [said(opened(page)) for page in ("overview", "check")]
    for secret in (PASSWORD, "127.0.0.1"):
        assert not [page for page in pages if secret in page]
    assert not [one for one in contents if PASSWORD.encode() in one]
    assert PASSWORD not in caplog.text


def test_a_server_starts_without_its_database_and_heals(
    postgres: Server, address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A process of its own: nothing of the password is in its log, whatever happens.

    The second is let in no more, and begins with the last good tables of the first.
    """
    monkeypatch.setenv("DASHBOARD_STATE", str(tmp_path / "state"))
    log = tmp_path / "log"
    postgres.kill()
    with running(address, until="/readyz", status=503, log=log) as base:
        assert status_of(f"{base}/healthz") == 200
        postgres.start()
        later(lambda: status_of(f"{base}/readyz") == 200)
        postgres.kill()
        later(lambda: log.read_text().count("refused") == 2)
        assert status_of(f"{base}/readyz") == 200
    postgres.start()
    wrong, second = address.replace(PASSWORD, f"{PASSWORD}x"), tmp_path / "again"
    with running(wrong, until="/readyz", log=second):
        later(lambda: "authentication failed" in second.read_text())
    for written in (log, second):
        text = written.read_text()
        assert "DASHBOARD_DATA: OperationalError" in text
        assert PASSWORD not in text
        assert "Traceback" not in text
