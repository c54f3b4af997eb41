"""Database: the tables of a PostgreSQL schema, read as they are at one moment.

A server that is frozen answers nothing, not even that it is late: no setting of the server or of
the network ends such a wait in time, so that the connection is cut from this side.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from threading import Event, Timer
from typing import TYPE_CHECKING, Any, Final, LiteralString

import psycopg
from psycopg import IsolationLevel, errors, sql

from lib.files.address import SECRETS, VARIABLE, Address
from lib.files.decimals import TWO_READINGS
from lib.files.faults import Fault, Refused
from lib.files.limits import BYTES
from lib.files.rules import Rule

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

CONNECT: Final = 3  # seconds in which a server lets in, or says why not
STATEMENT: Final = 8  # seconds that a table may take, as the server counts them
LOCK: Final = 3  # seconds that somebody who changes a table may keep us waiting
SECONDS: Final = 10  # in which all is read, as this side counts them
_SETTINGS: Final = {
    "statement_timeout": f"{STATEMENT}s",
    "lock_timeout": f"{LOCK}s",
    "idle_in_transaction_session_timeout": f"{2 * SECONDS}s",
    "datestyle": "ISO, YMD",
    "extra_float_digits": "1",
    "bytea_output": "hex",
}
_NETWORK: Final = {
    "connect_timeout": CONNECT,
    "tcp_user_timeout": SECONDS * 1000,
    "keepalives_idle": 3,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "application_name": "impact-dashboard",
}
_COLUMNS: Final[LiteralString] = """
    SELECT c.relname, a.attname, has_table_privilege(c.oid, 'SELECT'),
           COALESCE(NULLIF(t.typbasetype, 0), a.atttypid)
               IN ('numeric'::regtype, 'float4'::regtype, 'float8'::regtype)
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
    WHERE n.nspname = %s AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
    ORDER BY c.relname, a.attnum
"""
_CERTAIN: Final = (sql.Literal(rf"^(-?{TWO_READINGS.pattern})$"), sql.Literal(r"\1" "0"))
_LOG = logging.getLogger(__name__)
_said: dict[str, str] = {}  # what the log holds of each database, so as not to fill it


def dumped(address: Address, names: Mapping[str, Sequence[str]]) -> dict[str, bytes]:
    """The tables and views of these names (to the columns that are expected) as CSV files.

    Rows come in the order of the expected columns, letter by letter, so that the same rows are
    the same bytes. NULL is empty, numbers have a point, dates are ISO, booleans true or false.
    Others of the schema come without content. Raises :class:`Refused` when nothing can be read.
    """
    url, schema = address.url(), address.schema
    table = ""
    late = Event()
    try:
        with _connected(url, late) as connection:
            found, refused = _columns(connection, schema)
            denied = [
                Fault(f"{schema}.{name}", 0, "", "", "not_granted", schema)
                for name in names
                if name in refused
            ]
            if denied:
                raise Refused(*denied)
            files = {f"{name}.csv": b"" for name in found if name not in names}
            left = BYTES
            for table in names:
                if table in found:
                    order = [name for name in names[table] if name in found[table]]
                    order += [name for name in found[table] if name not in order]
                    columns = {name: found[table][name] for name in order}
                    files[f"{table}.csv"] = _copied(connection, schema, table, columns, left)
                    left -= len(files[f"{table}.csv"])
            _said.pop(address.identity, None)
            return files
    except psycopg.Error as error:
        rule = "database_slow" if late.is_set() else _rule(error)
        place = f"{schema}.{table}" if table else VARIABLE
        said = f"{place}: {type(error).__name__}: {_without_secrets(str(error), url)}"
        if _said.get(address.identity) != said:
            _said[address.identity] = said
            _LOG.warning("%s", said)
        raise Refused(Fault(place, 0, "", "", rule, _detail(rule, error, schema))) from None


@contextmanager
def _connected(url: URL, late: Event) -> Iterator[psycopg.Connection]:
    """A read-only transaction in which nothing changes; cut when its time is over (``late``)."""
    given = {key: one if isinstance(one, str) else ",".join(one) for key, one in url.query.items()}
    given.pop("schema", None)
    settings: dict[str, Any] = {**_NETWORK}
    settings |= url.translate_connect_args(username="user", database="dbname") | given
    with psycopg.connect(**settings, prepare_threshold=None) as connection:
        wire = socket.socket(fileno=os.dup(connection.fileno()))

        def cut() -> None:
            late.set()
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)

        timer = Timer(SECONDS, cut)
        timer.daemon = True
        timer.start()
        try:
            connection.isolation_level = IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            parts = [
                sql.SQL("set_config({}, {}, true)").format(name, value)
                for name, value in _SETTINGS.items()
            ]
            connection.execute(sql.SQL("SELECT {}").format(sql.SQL(", ").join(parts)))
            yield connection
        finally:
            timer.cancel()
            wire.close()


def _columns(
    connection: psycopg.Connection, schema: str
) -> tuple[dict[str, dict[str, bool]], frozenset[str]]:
    """The columns of every table and view, with those that may not be read.

    Of each column whether it holds numbers that may have decimals.
    """
    found: dict[str, dict[str, bool]] = {}
    refused = set()
    for table, column, may_read, has_decimals in connection.execute(_COLUMNS, [schema]):
        found.setdefault(table, {})[column] = has_decimals
        if not may_read:
            refused.add(table)
    return found, frozenset(refused)


def _copied(
    connection: psycopg.Connection,
    schema: str,
    table: str,
    columns: Mapping[str, bool],
    most: int,
) -> bytes:
    """One table as CSV with a header, in the order of its columns.

    Of each column is said whether it has decimals: they are written as
    :func:`lib.files.decimals.certain` does.
    """
    # A cast, for the texts of booleans; letter by letter, for an order of its own on no machine.
    text = sql.SQL('{0}::text COLLATE "C" AS {0}')
    number = sql.SQL('regexp_replace({0}::text, {1}, {2}) COLLATE "C" AS {0}')
    chosen = [
        (number if has_decimals else text).format(sql.Identifier(name), *_CERTAIN)
        for name, has_decimals in columns.items()
    ]
    places = [sql.Literal(at) for at in range(1, len(columns) + 1)]
    query = sql.SQL(
        "COPY (SELECT {} FROM {} ORDER BY {}) TO STDOUT (FORMAT csv, HEADER, ENCODING 'UTF8')"
    ).format(sql.SQL(", ").join(chosen), sql.Identifier(schema, table), sql.SQL(", ").join(places))
    content = bytearray()
    with connection.cursor() as cursor, cursor.copy(query) as copy:
        for block in copy:
            content += block
            if len(content) > most:
                raise Refused(
                    Fault(f"{schema}.{table}", 0, "", "", "too_large", f"{BYTES:,} bytes")
                )
    return bytes(content)


def _rule(error: psycopg.Error) -> Rule:
    """Which rule an error of the server or the driver stands for."""
    if isinstance(error, errors.QueryCanceled | errors.LockNotAvailable | errors.ConnectionTimeout):
        return "database_slow"
    if isinstance(error, errors.InsufficientPrivilege):
        return "not_granted"
    if error.sqlstate is None and not isinstance(error, psycopg.OperationalError):
        return "database_address"  # the driver knows no such setting
    if error.sqlstate is None:
        return "database_closed" if "FATAL" in str(error) else "database_unreachable"
    return "database_failed"


def _detail(rule: Rule, error: psycopg.Error, schema: str) -> str:
    """What a rule of databases refers to: seconds, the kind of an error, the schema."""
    if rule == "database_slow":
        return str(CONNECT if isinstance(error, errors.ConnectionTimeout) else SECONDS)
    return {"database_failed": type(error).__name__, "not_granted": schema}.get(rule, "")


def _without_secrets(said: str, url: URL) -> str:
    """What the server or the driver said, on one line, should it repeat what it was told."""
    for secret in (url.password, *(url.query.get(name) for name in SECRETS)):
        if secret:
            said = said.replace(str(secret), "***")
    return " ".join(said.split())
