"""Tables out of PostgreSQL: the same figures as from CSV, every fault by table and key."""

from __future__ import annotations

import csv
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from threading import Event, Thread

import pytest
from pandas.testing import assert_frame_equal

from lib.check import main as check
from lib.files import database
from lib.files.address import VARIABLE, Address
from lib.model import store
from lib.model.faults import Fault, FaultyTables
from lib.model.fields import kinds_of
from lib.model.package import dumped, opened_at
from lib.model.portfolio import Portfolio
from lib.model.row_keys import key_columns
from lib.model.schema import OPTIONAL, TABLES
from lib.model.selection import Selection
from scripts import postgres as programs
from tests.figures.every import FRAMES
from tests.fixture.copies import FOLDER, REAL
from tests.fixture.postgres import PASSWORD, READER, Server, fill

_numbers = count()


@pytest.fixture
def schema() -> str:
    """The name of a schema that no other test has."""
    return f"made_{next(_numbers)}"


@pytest.fixture
def made(postgres: Server, schema: str) -> Address:
    """The tables made for tests, in a schema of their own."""
    return Address(fill(postgres, schema, FOLDER))


@pytest.fixture(scope="module")
def record(postgres: Server) -> Portfolio:
    """The record, out of the database."""
    return store.load(Address(fill(postgres, "record", REAL)))


@pytest.fixture(scope="module")
def in_order(tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    """The record, out of CSV files whose rows stand in the order of their keys."""
    folder = tmp_path_factory.mktemp("sorted")
    brought = [table for table in TABLES if (REAL / f"{table}.csv").exists()]
    assert TABLES.keys() - brought <= set(OPTIONAL)
    for table in brought:
        model = TABLES[table]
        with (REAL / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            rows = [*csv.DictReader(file)]
        rows.sort(key=lambda row: [(row[name] == "", row[name]) for name in kinds_of(model)])
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [*rows[0]])
            writer.writeheader()
            writer.writerows(rows)
    return store.load(folder)


def faults(place: Address) -> list[Fault]:
    """What is told of a database."""
    with pytest.raises(FaultyTables) as told:
        opened_at(place)
    return list(told.value.faults)


@pytest.mark.parametrize("table", TABLES)
def test_the_record_is_the_same_as_from_csv(record: Portfolio, real: Portfolio, table: str) -> None:
    key = key_columns(table)
    kept = real.table(table).sort_values(key, ignore_index=True)
    assert len(kept) > 0 or table in OPTIONAL
    found = record.table(table).sort_values(key, ignore_index=True)
    assert_frame_equal(found, kept)


@pytest.fixture(scope="module")
def selected(record: Portfolio, in_order: Portfolio) -> list[tuple[Portfolio, Portfolio]]:
    """Some selections of both, made once: figures are built on figures."""
    chosen = (Selection(), Selection(edition=("2",), country=("IT",)))
    return [(record.select(one), in_order.select(one)) for one in chosen]


@pytest.mark.parametrize("name", FRAMES)
def test_every_figure_is_the_same_as_from_csv(
    selected: list[tuple[Portfolio, Portfolio]], name: str
) -> None:
    for found, kept in selected:
        assert_frame_equal(FRAMES[name](found), FRAMES[name](kept))


def test_typed_columns_become_the_texts_of_files(postgres: Server, schema: str) -> None:
    with postgres.owner() as owner:
        owner.execute(
            f"""
            CREATE SCHEMA {schema}; SET search_path TO {schema};
            CREATE TABLE sites (status boolean, name text, latitude double precision, value numeric,
                day date, many bigint, "odd ""name;" varchar, "?" uuid, fine numeric(9, 3),
                written text);
            INSERT INTO sites VALUES
                (true, E'a,"b"\\n\\\\.', 0.1, 1000.50, '2024-02-01', 12345678901234, ' x', NULL,
                 250, '250.000'),
                (false, '', -7, 1e3, 'infinity', NULL, 'é', gen_random_uuid(), 1000.5, '4.125');
            GRANT USAGE ON SCHEMA {schema} TO {READER};
            GRANT SELECT ON sites TO {READER};
            """
        )
    content = database.dumped(Address(postgres.address(schema)), {"sites": ["name", "status"]})
    rows = [*csv.reader(content["sites.csv"].decode().splitlines(keepends=True))]
    assert rows[0] == [
        *("name", "status", "latitude", "value", "day", "many", 'odd "name;', "?"),
        *("fine", "written"),
    ]
    assert rows[1][:7] == ["", "false", "-7", "1000", "infinity", "", "é"]
    assert rows[1][8:] == ["1000.500", "4.125"]
    # A number that is one cannot be taken for thousands; a text is what it is.
    assert rows[2] == [
        'a,"b"\n\\.', "true", "0.1", "1000.50", "2024-02-01", "12345678901234", " x", "",
        "250.0000", "250.000",
    ]  # fmt: skip


def test_a_fault_names_table_key_column_value(
    postgres: Server, schema: str, made: Address, capsys: pytest.CaptureFixture[str]
) -> None:
    with postgres.owner() as owner:
        owner.execute(f"SET search_path TO {schema}")
        owner.execute("UPDATE sources SET authority = 'rumour' WHERE source_id = 'study'")
        owner.execute("UPDATE sites SET latitude = 95 WHERE site_id = 'site-1'")
        owner.execute("ALTER TABLE parts DROP CONSTRAINT parts_pkey")
        owner.execute(
            "INSERT INTO parts (SELECT * FROM parts WHERE total_id = 'T6' AND part_id = 'T1')"
        )
        owner.execute("CREATE TABLE notes (a text); ALTER TABLE sites ADD COLUMN colour text")
        owner.execute(f"GRANT SELECT ON notes TO {READER}")
        known = owner.execute("SELECT site_id FROM sites ORDER BY 1 LIMIT 1").fetchone()
    assert known == ("site-1",)
    found = {(one.file, one.place, one.column, one.value, one.rule) for one in faults(made)}
    twice = "T6, T1"
    key = "total_id, part_id"
    assert found == {
        (f"{schema}.sources", "study", "authority", "rumour", "one_of"),
        (f"{schema}.sites", "site-1", "latitude", "95", "latitude"),
        (f"{schema}.parts", "5", key, twice, "unique"),
        (f"{schema}.parts", "6", key, twice, "unique"),
        (f"{schema}.notes", "", "", "", "ignored_file"),
        (f"{schema}.sites", "", "colour", "", "ignored_column"),
    }
    assert check([made.text]) == 1
    human = capsys.readouterr()
    assert f"{schema}.sources:study: authority: 'rumour': " in human.err
    assert check(["--json", made.text]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["place"] == f"postgresql://127.0.0.1:{postgres.port}/postgres"
    sites = next(one for one in told["faults"] if one["file"] == f"{schema}.sites")
    assert (sites["row"], sites["value"]) == ("site-1", "95")
    assert sites["remedy"]
    assert PASSWORD not in f"{human} {told}"


def test_a_good_database_has_no_faults(made: Address, capsys: pytest.CaptureFixture[str]) -> None:
    assert check([made.text]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("postgresql://127.0.0.1:")
    assert told.out.endswith(": 4 projects, 38 statements, 11 sites, 5 sources: no faults.\n")
    assert told.err == ""


def test_what_is_missing_or_may_not_be_read_is_told(
    postgres: Server, schema: str, made: Address
) -> None:
    with postgres.owner() as owner:
        owner.execute(f"SET search_path TO {schema}")
        owner.execute("CREATE VIEW seen AS SELECT * FROM sites")
        owner.execute("ALTER TABLE sites RENAME TO hidden; ALTER VIEW seen RENAME TO sites")
        owner.execute("DROP TABLE parts; ALTER TABLE sources DROP COLUMN url")
        owner.execute(f"GRANT SELECT ON sites TO {READER}; REVOKE SELECT ON hidden FROM {READER}")
    assert {(one.file, one.column, one.rule) for one in faults(made)} == {
        (f"{schema}.parts", "", "missing_table"),
        (f"{schema}.sources", "url", "missing_column"),
        (f"{schema}.hidden", "", "ignored_file"),
    }
    with postgres.owner() as owner:
        owner.execute(f"REVOKE SELECT ON {schema}.funding, {schema}.sites FROM {READER}")
    assert {(one.file, one.rule) for one in faults(made)} == {
        (f"{schema}.funding", "not_granted"),
        (f"{schema}.sites", "not_granted"),
    }


def test_a_reading_sees_one_moment(postgres: Server, schema: str, made: Address) -> None:
    tables = ("sites", "partners", "sources")
    columns = ("name", "name", "publisher")
    done = Event()

    def write() -> None:
        with postgres.owner() as owner:
            owner.execute(f"SET search_path TO {schema}")
            for number in count():
                if done.is_set():
                    return
                with owner.transaction():
                    for table, column in zip(tables, columns, strict=True):
                        owner.execute(f"UPDATE {table} SET {column} = 'Version {number}'")

    writer = Thread(target=write)
    writer.start()
    seen = set()
    try:
        for _ in range(40):
            files = dumped(made)
            texts = [files[f"{table}.csv"].decode() for table in tables]
            words = {one.partition("Version ")[2].partition(",")[0] for one in texts}
            assert len(words) == 1, words
            seen |= words
    finally:
        done.set()
        writer.join()
    assert len(seen) > 5


def instead(postgres: Server, schema: str, query: str) -> None:
    """A view in the place of a table."""
    with postgres.owner() as owner:
        owner.execute(f"SET search_path TO {schema}; DROP TABLE parts")
        owner.execute(f"CREATE VIEW parts AS {query}")
        owner.execute(f"GRANT SELECT ON parts TO {READER}")


@pytest.mark.parametrize(
    ("query", "rule", "detail"),
    [
        ("SELECT (1 / 0)::text AS total_id", "database_failed", "DivisionByZero"),
        (
            "SELECT nextval('public.counted') AS total_id",
            "database_failed",
            "ReadOnlySqlTransaction",
        ),
        ("SELECT repeat('x', 1 << 20) AS a FROM generate_series(1, 90)", "too_large", "bytes"),
        ("SELECT pg_sleep(60)::text AS total_id", "database_slow", "10"),
    ],
)
def test_a_view_that_fails_writes_floods_or_sleeps(
    postgres: Server, schema: str, made: Address, query: str, rule: str, detail: str
) -> None:
    with postgres.owner() as owner:
        owner.execute("CREATE SEQUENCE IF NOT EXISTS public.counted")
        owner.execute(f"GRANT ALL ON public.counted TO {READER}")
    instead(postgres, schema, query)
    began = time.monotonic()
    (fault,) = faults(made)
    assert time.monotonic() - began < database.SECONDS + 1
    assert (fault.file, fault.rule) == (f"{schema}.parts", rule)
    assert detail in fault.detail


def test_a_locked_table_keeps_nobody_waiting(postgres: Server, schema: str, made: Address) -> None:
    with postgres.owner() as owner, owner.transaction():
        owner.execute(f"LOCK TABLE {schema}.sites")
        began = time.monotonic()
        (fault,) = faults(made)
    assert time.monotonic() - began < database.LOCK + 1
    assert (fault.file, fault.rule) == (f"{schema}.sites", "database_slow")


@pytest.mark.parametrize("size", [1_000, 30_000])
def test_a_wire_that_falls_silent_is_cut(
    postgres: Server, made: Address, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a server does that is frozen in the middle: no settings of its own would end it."""
    monkeypatch.setattr(database, "SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as door:
        place = made.text.replace(f":{postgres.port}", f":{door.getsockname()[1]}")
        Thread(target=pass_on, args=(door, postgres.port, size), daemon=True).start()
        began = time.monotonic()
        (fault,) = faults(Address(place))
    assert fault.rule == "database_slow"
    assert 1 <= time.monotonic() - began < 2


def pass_on(door: socket.socket, port: int, size: int) -> None:
    """Pass on what one visitor and the server say, until the server has said so much."""
    visitor, _ = door.accept()
    with visitor, socket.create_connection(("127.0.0.1", port)) as server:

        def forth() -> None:
            while asked := visitor.recv(65536):
                server.sendall(asked)

        asking = Thread(target=forth)
        asking.start()
        left = size
        while left > 0 and (said := server.recv(min(left, 65536))):
            visitor.sendall(said)
            left -= len(said)
        asking.join()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (PASSWORD, "wrong", "database_closed"),
        ("/postgres?", "/nowhere?", "database_closed"),
        ("127.0.0.1", "nowhere.invalid", "database_unreachable"),
        ("?schema", "?colour=red&schema", "database_address"),
        (PASSWORD, f"{PASSWORD}@", "database_address"),
        ("postgresql:", "mysql:", "database_address"),
        ("/postgres?schema", "?schema", "database_address"),
        ("127.0.0.1:", "127.0.0.1:many", "database_address"),
    ],
)
def test_a_wrong_address_is_told_without_what_is_secret(
    made: Address,
    old: str,
    new: str,
    rule: str,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    wrong = Address(made.text.replace(old, new))
    assert wrong != made
    assert faults(wrong) == [Fault(VARIABLE, 0, "", "", rule)]
    assert check([wrong.text]) == 1
    assert check(["--json", wrong.text]) == 1
    assert PASSWORD not in f"{caplog.text} {capsys.readouterr()} {wrong} {wrong!r}"


def test_a_password_behind_the_question_mark_is_secret_too(
    made: Address, caplog: pytest.LogCaptureFixture
) -> None:
    moved = Address(made.text.replace(f":{PASSWORD}", "") + f"&password={PASSWORD}")
    assert opened_at(moved).portfolio.fingerprint == opened_at(made).portfolio.fingerprint
    assert PASSWORD not in f"{moved} {moved.identity} {made.identity}"


def test_the_environment_names_a_database(
    made: Address, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", made.text)
    monkeypatch.setenv("DASHBOARD_STATE", str(tmp_path))
    assert store.place() == made
    assert len(store.current().projects) == 4
    brought = store.standing().package.brought
    assert [*csv.reader(brought.csv("parts").decode().splitlines())][0] == [
        *kinds_of(TABLES["parts"])
    ]
    assert PASSWORD.encode() not in b"".join([*brought.folder().values(), *brought.files.values()])


def test_without_a_database_nothing_of_it_is_imported(root: Path) -> None:
    code = (
        "import sys; from lib.model import engine; import lib.check, lib.wording.own;"
        "import lib.wording.template; engine.store.current();"
        "sys.exit(bool({'sqlalchemy', 'psycopg'} & {*sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_without_programs_of_a_server_the_remedy_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTGRES", str(tmp_path))
    with pytest.raises(FileNotFoundError, match="holds no initdb"):
        Server()
    monkeypatch.delenv("POSTGRES")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "PLACES", {})
    with pytest.raises(RuntimeError, match="sudo apt-get install postgresql"):
        Server()


@pytest.fixture(autouse=True)
def _no_connection_is_left(postgres: Server) -> Iterator[None]:
    """Whatever happens, the dashboard hangs up."""
    yield
    asked = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'impact-dashboard'"
    with postgres.owner() as owner:
        deadline = time.monotonic() + 10
        while owner.execute(asked).fetchone() != (0,):
            assert time.monotonic() < deadline, owner.execute(
                "SELECT state, query FROM pg_stat_activity"
            ).fetchall()
            time.sleep(0.1)
