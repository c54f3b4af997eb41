"""The selection as a Data Package: its tables, every figure as CSV, JSON and Parquet, described."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any, Final

from lib.exports.exhibits import Cards, Chart, Exhibit, Map, Tabled
from lib.exports.pack import Citation, Pack
from lib.exports.rows import csv_bytes, json_bytes, parquet_bytes
from lib.exports.stamped import stamp
from lib.model.extract import extract

DESCRIPTION: Final = "datapackage.json"


def data_package(pack: Pack) -> bytes:
    """A zip that any tool for Frictionless Data Packages opens; the same pack gives the same bytes.

    ``tables/`` holds the tables in every language, ``figures/`` each figure as the pack shows it.
    """
    tables = {f"tables/{name}.csv": rows for name, rows in extract(pack.portfolio).items()}
    figures = dict(_figures(pack))
    files = {**tables, **dict.fromkeys(figures, b""), **_beside(pack)}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [(DESCRIPTION, _described(pack, files)), *files.items()]:
            made = figures[name]() if name in figures else content
            archive.writestr(stamp(name, pack.day), made, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _figures(pack: Pack) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """What makes each file of each figure: all of them at once would take too much memory."""
    for exhibit in pack.exhibits():
        if isinstance(exhibit, Cards | Tabled):
            stem = f"figures/{exhibit.name.replace('.', '-')}"
            yield f"{stem}.csv", partial(csv_bytes, exhibit.frame)
            yield f"{stem}.json", partial(json_bytes, exhibit.frame, _about(pack, exhibit))
            yield f"{stem}.parquet", partial(parquet_bytes, exhibit.frame)


def _about(pack: Pack, exhibit: Exhibit) -> dict[str, Any]:
    """What is said around a figure, with its numbered documents."""
    numbers = pack.numbers(exhibit.source_ids)
    reading = exhibit.reading if isinstance(exhibit, Chart | Map) else None
    return {
        "name": exhibit.name,
        "title": exhibit.title,
        **({"measure": reading.subtitle, "coverage": reading.coverage} if reading else {}),
        **({"how_to_read": reading.how_to_read} if reading else {}),
        "selection": " ".join(pack.summary),
        "language": pack.words.language,
        "sources": [_cited(pack.citations[number - 1]) for number in numbers],
    }


def _cited(citation: Citation) -> dict[str, Any]:
    """A document as a Data Package names its sources, with its number."""
    title = f"{citation.publisher}: {citation.title}"
    return {"number": citation.number, "title": title, "path": citation.url}


def _beside(pack: Pack) -> dict[str, bytes]:
    """The guide to the tables, where their folder has one, and the logo that they name."""
    brought = pack.portfolio.brought
    if brought is None:
        return {}
    files = brought.beside()
    return {name: files[name] for name in ("README.md",) if name in files} | brought.shown()


def _described(pack: Pack, files: Collection[str]) -> bytes:
    """The description of the package: that of the tables, for what is left of them, and figures."""
    brought = pack.portfolio.brought
    own = brought.described() if brought else {}
    sources = own.pop("sources", [])
    tables = [_table(resource) for resource in own.pop("resources", [])]
    tables = [resource for resource in tables if resource["path"] in files]
    if pack.selection.is_filtered:
        tables = [_rewritten(resource) for resource in tables]
    described = {one["path"] for one in tables}
    rest = [_resource(name) for name in files if name.startswith(("tables/", "figures/"))]
    said = {
        **own,
        "profile": "data-package",
        "title": f"{pack.title}: {pack.subtitle}",
        "description": " ".join([*pack.summary, f"{pack.dated}. {pack.version}."]),
        "language": pack.words.language,
        "created": f"{pack.day.isoformat()}T00:00:00Z",
        "selection": {**(brought.selected if brought else {}), **pack.selection.query()},
        "sources": [*(_moved(one, files) for one in sources), *map(_cited, pack.citations)],
        "resources": [*tables, *(one for one in rest if one["path"] not in described)],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode() + b"\n"


def _table(resource: dict[str, Any]) -> dict[str, Any]:
    return {**resource, "path": f"tables/{resource['path']}"}


def _moved(source: dict[str, Any], files: Collection[str]) -> dict[str, Any]:
    """A source that is a table is where the tables are in this package."""
    path = f"tables/{source.get('path', '')}"
    return {**source, "path": path} if path in files else source


def _rewritten(resource: dict[str, Any]) -> dict[str, Any]:
    """The description of a table of which only some rows are left, as they are written then."""
    said = {name: value for name, value in resource.items() if name not in _OF_THE_FILE}
    schema = dict(said.get("schema", {}))
    fields = [
        {name: value for name, value in field.items() if name not in _OF_THE_CELLS}
        for field in schema.get("fields", [])
    ]
    return {
        **said,
        "encoding": "utf-8",
        **({"schema": {**schema, "fields": fields}} if schema else {}),
    }


_OF_THE_FILE: Final = ("bytes", "hash", "encoding", "dialect")
_OF_THE_CELLS: Final = ("decimalChar", "groupChar")
_MEDIA: Final = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}


def _resource(path: str) -> dict[str, str]:
    folder, _, file = path.partition("/")
    stem, _, suffix = file.rpartition(".")
    # Tables are found by their own names when the package is read again.
    name = stem if folder == "tables" else f"{folder}-{stem}".lower().replace("_", "-")
    return {
        "name": name if suffix == "csv" else f"{name}-{suffix}",
        "path": path,
        "format": suffix,
        "mediatype": _MEDIA[suffix],
        **({"encoding": "utf-8"} if suffix == "csv" else {}),
    }
