"""Empty tables of a PostgreSQL database, with a comment on every table and column."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    MetaData,
    Numeric,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import (
    AddConstraint,
    CreateTable,
    ExecutableDDLElement,
    SetColumnComment,
    SetTableComment,
)

from lib.model.completion import kinds_in
from lib.model.fields import kinds_of
from lib.model.row_keys import key_columns
from lib.model.schema import TABLES
from lib.wording.row_meanings import row
from lib.wording.template import comment
from lib.wording.words import Words, words

# Dates are texts: a source may say no more than the year, or the month.
_TYPES: Final[dict[str, Any]] = {
    "number": Numeric,
    "latitude": Numeric,
    "longitude": Numeric,
    "count": BigInteger,
    "year": SmallInteger,
    "boolean": Boolean,
}


def schema(language: str = "en") -> bytes:
    """The SQL that creates every table: types, keys, references, comments.

    It names no schema: the tables come into the first one of the ``search_path``. References are
    looked at when a transaction ends, so that tables can be filled in any order. Texts are required
    in ``language``, which the comments are in.
    """
    speech, known = words(language), MetaData()
    tables = [_table(name, known, speech) for name in TABLES]
    commands: list[ExecutableDDLElement] = []
    for table in tables:
        commands += [CreateTable(table), SetTableComment(table)]
        commands += [SetColumnComment(column) for column in table.columns]
    for table in tables:
        commands += [AddConstraint(one) for one in _references(table)]
    # Statements of a file: nothing fills in parameters, so that % stands for itself.
    dialect = postgresql.dialect(paramstyle="named")  # type: ignore[no-untyped-call]
    texts = [str(command.compile(dialect=dialect)).strip() for command in commands]
    lines = "\n".join(f"{text};".replace("\t", "    ").replace(" \n", "\n") for text in texts)
    return f"BEGIN;\n{lines}\nCOMMIT;\n".encode()


def _table(name: str, known: MetaData, speech: Words) -> Table:
    kinds, key = kinds_in(TABLES[name], speech.language), key_columns(name)
    columns: list[Column[Any]] = [
        Column(
            column,
            _TYPES.get(kind["kind"], Text),
            nullable=not kind["required"],
            autoincrement=False,
            comment=comment(name, column, kind, speech),
        )
        for column, kind in kinds.items()
    ]
    # A key may be empty in part where a row is about the programme: only NULL may stand there.
    is_whole = all(kinds[column]["required"] for column in key)
    told_apart = (PrimaryKeyConstraint if is_whole else UniqueConstraint)(*key)
    return Table(name, known, *columns, told_apart, comment=row(name, speech))


def _references(table: Table) -> list[ForeignKeyConstraint]:
    """References to the id of another table; a statement may stand in any of five."""
    kinds = kinds_of(TABLES[table.name])
    found = []
    for column, kind in kinds.items():
        if kind["reference"] in TABLES:
            (key,) = key_columns(kind["reference"])
            found.append(
                ForeignKeyConstraint(
                    [column],
                    [f"{kind['reference']}.{key}"],
                    name=f"{table.name}_{column}_fkey",
                    deferrable=True,
                    initially="DEFERRED",
                    use_alter=True,
                )
            )
            table.append_constraint(found[-1])
    return found
