"""A database that is absent, killed, frozen, slow: what stood stays, and fresh rows come back."""

from __future__ import annotations

import gc
import signal
import threading
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from lib.files import database
from lib.files.address import VARIABLE, Address
from lib.model import watcher
from lib.model.faults import FaultyTables
from lib.model.keeper import Standing
from lib.model.watcher import Watcher
from tests.fixture.copies import FOLDER
from tests.fixture.postgres import READER, Server, fill

FRESH = 30  # seconds after which the return of a database must be seen
SHORT = 2  # seconds: libpq waits no less for a server that lets nobody in
_numbers = count()


@pytest.fixture
def schema() -> str:
    """The name of a schema that no other test has."""
    return f"watched_{next(_numbers)}"


@pytest.fixture
def made(postgres: Server, schema: str) -> Iterator[Address]:
    """The tables made for tests, in a schema of their own; afterwards the server runs again."""
    yield Address(fill(postgres, schema, FOLDER))
    postgres.send(signal.SIGCONT)
    postgres.start()


@pytest.fixture
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorter waits than those promised, which ``test_killed_and_started_again`` keeps to."""
    monkeypatch.setattr(watcher, "PAUSE", 0.3)
    monkeypatch.setattr(watcher, "SHARE", 1)
    monkeypatch.setitem(database._NETWORK, "connect_timeout", SHORT)
    monkeypatch.setitem(database._SETTINGS, "statement_timeout", f"{SHORT}s")


def within(seconds: float, holds: Callable[[], bool]) -> float:
    """Wait until something holds; how long it took."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds
        time.sleep(0.05)
    return time.monotonic() - began


def asked(watched: Watcher) -> Standing:
    """What stands; who had to wait for the database would wait ``SHORT`` or longer."""
    began = time.monotonic()
    found = watched.standing()
    assert time.monotonic() - began < SHORT / 2
    return found


def rules(watched: Watcher) -> list[str]:
    """Why what stands is not the newest."""
    trouble = asked(watched).trouble
    return [fault.rule for fault in trouble.faults] if trouble else []


def change(postgres: Server, schema: str, name: str) -> None:
    with postgres.owner() as owner:
        owner.execute(f"UPDATE {schema}.sites SET name = '{name}' WHERE site_id = 'site-1'")


def named(watched: Watcher) -> str:
    """The place whose name the tests change."""
    sites = asked(watched).package.portfolio.sites
    return str(sites.loc[sites["site_id"] == "site-1", "name"].iloc[0])


def test_changed_rows_appear(
    postgres: Server, schema: str, made: Address, tmp_path: Path, _hasty: None
) -> None:
    watched = Watcher(made, tmp_path)
    before = watched.standing()
    assert before.trouble is None
    within(5, lambda: asked(watched).read_at > before.read_at)
    assert asked(watched).package is before.package  # the same rows are judged once
    change(postgres, schema, "Elsewhere")
    within(5, lambda: named(watched) == "Elsewhere")
    assert asked(watched).package.portfolio.fingerprint != before.package.portfolio.fingerprint


def test_killed_and_started_again(
    postgres: Server, schema: str, made: Address, tmp_path: Path
) -> None:
    """In the times that are promised."""
    watched = Watcher(made, tmp_path)
    good = watched.standing()
    change(postgres, schema, "Before")
    within(FRESH, lambda: named(watched) == "Before")
    postgres.kill()
    within(watcher.LONGEST_PAUSE + 1, lambda: rules(watched) == ["database_unreachable"])
    held = asked(watched)
    assert held.trouble is not None
    assert held.trouble.since > held.read_at > good.read_at
    assert named(watched) == "Before"
    postgres.start()
    change(postgres, schema, "After")
    within(FRESH, lambda: named(watched) == "After")
    assert rules(watched) == []


def test_frozen_and_thawed(
    postgres: Server, schema: str, made: Address, tmp_path: Path, _hasty: None
) -> None:
    watched = Watcher(made, tmp_path)
    watched.standing()
    postgres.send(signal.SIGSTOP)
    within(watcher.LONGEST_PAUSE + 4, lambda: rules(watched) == ["database_slow"])
    since = asked(watched).trouble
    assert since is not None
    time.sleep(watcher.PAUSE + SHORT + 1)  # it is asked once more
    assert asked(watched).trouble == since  # not each time anew
    postgres.send(signal.SIGCONT)
    change(postgres, schema, "After")
    within(FRESH, lambda: named(watched) == "After" and not rules(watched))


def test_a_view_that_becomes_slow(
    postgres: Server, schema: str, made: Address, tmp_path: Path, _hasty: None
) -> None:
    watched = Watcher(made, tmp_path)
    watched.standing()
    with postgres.owner() as owner:
        owner.execute(f"SET search_path TO {schema}; ALTER TABLE parts RENAME TO quick")
        owner.execute("CREATE VIEW parts AS SELECT quick.* FROM quick, pg_sleep(60)")
        owner.execute(f"GRANT SELECT ON parts TO {READER}")
    within(12, lambda: rules(watched) == ["database_slow"])
    with postgres.owner() as owner:
        owner.execute(f"SET search_path TO {schema}; DROP VIEW parts")
        owner.execute("ALTER TABLE quick RENAME TO parts")
    within(FRESH, lambda: not rules(watched))


def test_rows_with_faults_leave_the_last_good_ones(
    postgres: Server, schema: str, made: Address, tmp_path: Path, _hasty: None
) -> None:
    watched = Watcher(made, tmp_path)
    good = watched.standing()
    with postgres.owner() as owner:
        owner.execute(f"UPDATE {schema}.sites SET latitude = 95 WHERE site_id = 'site-1'")
    within(5, lambda: rules(watched) == ["latitude"])
    held = asked(watched)
    assert held.package is good.package
    assert held.trouble is not None
    assert held.trouble.faults[0].place == "site-1"
    with postgres.owner() as owner:
        owner.execute(f"UPDATE {schema}.sites SET latitude = NULL, longitude = NULL")
    within(5, lambda: rules(watched) == [])


@pytest.mark.parametrize("what", ["USAGE ON SCHEMA {0}", "SELECT ON {0}.sites"])
@pytest.mark.usefixtures("_hasty")
def test_rights_that_are_taken_away_leave_the_last_good_rows(
    postgres: Server, schema: str, made: Address, tmp_path: Path, what: str
) -> None:
    watched = Watcher(made, tmp_path)
    good = watched.standing()
    right = what.format(schema)
    with postgres.owner() as owner:
        owner.execute(f"REVOKE {right} FROM {READER}")
    within(FRESH, lambda: {*rules(watched)} == {"not_granted"})
    held = asked(watched)
    assert held.package is good.package
    assert held.trouble is not None
    assert {fault.detail for fault in held.trouble.faults} == {schema}
    with postgres.owner() as owner:
        owner.execute(f"GRANT {right} TO {READER}")
    within(FRESH, lambda: not rules(watched))


@pytest.mark.parametrize("signal_", [signal.SIGSTOP, signal.SIGKILL])
@pytest.mark.usefixtures("_hasty")
def test_the_last_good_set_outlives_a_restart(
    postgres: Server, schema: str, made: Address, tmp_path: Path, signal_: signal.Signals
) -> None:
    good = Watcher(made, tmp_path).standing()
    postgres.send(signal_)
    began = time.monotonic()
    watched = Watcher(Address(made.text.replace("postgresql:", "postgresql+psycopg:")), tmp_path)
    held = watched.standing()
    assert time.monotonic() - began < 5
    assert held.package.portfolio.fingerprint == good.package.portfolio.fingerprint
    assert held.trouble is not None
    postgres.send(signal.SIGCONT) if signal_ == signal.SIGSTOP else postgres.start()
    change(postgres, schema, "After")
    within(FRESH, lambda: named(watched) == "After" and not rules(watched))


@pytest.mark.parametrize("signal_", [signal.SIGSTOP, signal.SIGKILL])
@pytest.mark.usefixtures("_hasty")
def test_absent_at_the_first_start_ever(
    postgres: Server, made: Address, tmp_path: Path, signal_: signal.Signals
) -> None:
    postgres.send(signal_)
    watched = Watcher(made, tmp_path)
    for _ in range(2):
        began = time.monotonic()
        with pytest.raises(FaultyTables) as told:
            watched.standing()
        assert time.monotonic() - began < 5
        (fault,) = told.value.faults
        assert fault.file == VARIABLE
        frozen = signal_ == signal.SIGSTOP
        assert fault.rule == ("database_slow" if frozen else "database_unreachable")
    postgres.send(signal.SIGCONT) if frozen else postgres.start()

    def stands() -> bool:
        try:
            return watched.standing().trouble is None
        except FaultyTables:
            return False

    within(FRESH, stands)


def test_a_wrong_address_is_told_without_waiting(tmp_path: Path) -> None:
    with pytest.raises(FaultyTables) as told:
        Watcher(Address("postgresql://a:b@c@d/e"), tmp_path).standing()
    assert [fault.rule for fault in told.value.faults] == ["database_address"]


def test_nobody_watches_for_nobody(made: Address, tmp_path: Path, _hasty: None) -> None:
    def watching() -> set[threading.Thread]:
        return {thread for thread in threading.enumerate() if thread.name == "database"}

    before = watching()
    watched = Watcher(made, tmp_path)
    watched.standing()
    (thread,) = watching() - before
    assert thread.is_alive()
    del watched
    gc.collect()
    within(5, lambda: not thread.is_alive())
