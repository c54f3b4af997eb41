"""Empty tables to fill in, with a comment on every column."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lib.model.completion import kinds_in
from lib.model.faults import Fault, Rule
from lib.model.schema import STATEMENT_TABLES, TABLES
from lib.wording.faults import rule
from lib.wording.meanings import meaning
from lib.wording.row_meanings import row
from lib.wording.words import Words, words

_BLANKS: Final = re.compile(r"[ \t\r\n]+")  # not those that keep words together
_GUIDE: Final = "README"
_ROWS: Final = 1000  # of a sheet that offer the allowed values to choose from
_MOST_OFFERED: Final = 255  # letters that a spreadsheet takes for a list of choices
_TYPES: Final = {"number": "number", "count": "integer", "year": "year", "boolean": "boolean"}


def workbook(language: str = "en") -> bytes:
    """An XLSX file with a sheet for each table: its header, a comment on each column, choices.

    Texts are required in ``language``, which the comments are in.
    """
    speech, content = words(language), io.BytesIO()
    import xlsxwriter  # which nobody waits for who wants none

    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        strong, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        # A text stays one: 0012 is no number, and a date is written as it is read.
        text = book.add_format({"num_format": "@"})
        guide = book.add_worksheet(_GUIDE)
        guide.set_column(0, 0, 24)
        guide.set_column(1, 1, 100, wrapped)
        for line, (left, right) in enumerate(_introduction(speech)):
            guide.write_row(line, 0, [left, right])
        for name, model in TABLES.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 1)
            for at, (column, kind) in enumerate(kinds_in(model, language).items()):
                sheet.write_string(0, at, column, strong)
                sheet.write_comment(0, at, comment(name, column, kind, speech), {"x_scale": 2})
                is_number = kind["kind"] in ("number", "latitude", "longitude")
                sheet.set_column(at, at, max(12, len(column) + 2), None if is_number else text)
                choices = _choices(kind)
                if choices and len(",".join(choices)) <= _MOST_OFFERED:
                    rules = {"validate": "list", "source": choices, "error_type": "warning"}
                    sheet.data_validation(1, at, _ROWS, at, rules)
    return content.getvalue()


def package(language: str = "en") -> dict[str, bytes]:
    """The files of an empty Data Package; comments stand above each header, behind a ``#``."""
    speech = words(language)
    files = {"README.md": "\n\n".join(f"**{a}** {b}" for a, b in _introduction(speech)).encode()}
    resources = []
    for name, model in TABLES.items():
        kinds = kinds_in(model, language)
        said = [f"# {row(name, speech)}"]
        said += [f"# {one}: {comment(name, one, kind, speech)}" for one, kind in kinds.items()]
        lines = [_BLANKS.sub(" ", line) for line in said] + [",".join(kinds)]
        files[f"{name}.csv"] = ("\n".join(lines) + "\n").encode()
        resources.append(_resource(name, kinds, speech))
    described = {"name": "tables", "profile": "tabular-data-package", "resources": resources}
    files["datapackage.json"] = json.dumps(described, indent=2, ensure_ascii=False).encode()
    return files


def comment(table: str, column: str, kind: dict[str, Any], speech: Words) -> str:
    """What a column of a table holds: whether it must, what for, in which form."""
    _ = speech.gettext
    need = _("Required.") if kind["required"] else _("May be empty.")
    once = _("Every row another one.") if kind["unique"] else ""
    said = (need, meaning(table, column, speech), _form(column, kind, speech), once)
    return " ".join(filter(None, said))


def _form(column: str, kind: dict[str, Any], speech: Words) -> str:
    """How a column is written, or what it refers to."""
    _ = speech.gettext
    if kind["reference"] == "statements":
        tables = ", ".join(STATEMENT_TABLES)
        return _("The statement_id of a row of {tables}.").format(tables=tables)
    if kind["reference"]:
        return _("An id of the table {table}.").format(table=kind["reference"])
    forms = {
        "text": _("Free text."),
        "country": _("An ISO 3166-1 country code of two capital letters, such as DE."),
        "currency": _("An ISO 4217 currency code of three capital letters, such as EUR."),
        "language": _("An ISO 639-1 language code of two small letters, such as en."),
        "one_of": _("One of: {values}.").format(values=", ".join(kind.get("allowed", ()))),
    }
    own: Rule = kind["kind"]
    return forms.get(own) or rule(Fault("", 0, column, "", own), speech)


def _introduction(speech: Words) -> Iterator[tuple[str, str]]:
    _ = speech.gettext
    yield (
        _("How to fill in"),
        _(
            "A row a thing. Keep the names of tables and columns; their order is free, further "
            "columns are ignored. Texts need one language only: leave the columns of others empty. "
            "Dates are written YYYY-MM-DD, countries and currencies by their codes. Then look what "
            "is wrong: make check DATA=this file."
        ),
    )
    yield from ((name, row(name, speech)) for name in TABLES)


def _choices(kind: dict[str, Any]) -> list[str]:
    return ["true", "false"] if kind["kind"] == "boolean" else [*kind.get("allowed", ())]


def _resource(name: str, kinds: dict[str, dict[str, Any]], speech: Words) -> dict[str, Any]:
    fields = [
        {
            "name": column,
            "type": _TYPES.get(kind["kind"], "string"),
            "description": comment(name, column, kind, speech),
            "constraints": {"required": kind["required"], "unique": kind["unique"]},
        }
        for column, kind in kinds.items()
    ]
    return {
        "name": name,
        "profile": "tabular-data-resource",
        "path": f"{name}.csv",
        "description": row(name, speech),
        "encoding": "utf-8",
        "dialect": {"commentChar": "#"},
        "schema": {"fields": fields},
    }
