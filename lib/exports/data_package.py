"""The selection as a Data Package: its tables, every figure as CSV, JSON and Parquet, described."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Any, Final

from lib.exports.exhibits import Cards, Chart, Map, Tabled
from lib.exports.figure_schema import schema
from lib.exports.pack import Citation, Pack
from lib.exports.package_guide import guide
from lib.exports.rows import csv_bytes, json_bytes, parquet_bytes
from lib.exports.stamped import stamp
from lib.model.extract import GUARDED, extract, unsafe

DESCRIPTION: Final = "datapackage.json"
GUIDE: Final = "README.md"
Shown = Mapping[str, tuple[str, Cards | Tabled]]


def data_package(pack: Pack) -> bytes:
    """A zip that any tool for Frictionless Data Packages opens; the same pack gives the same bytes.

    ``tables/`` holds the tables in every language, ``figures/`` each figure as the pack shows it.
    """
    brought = pack.portfolio.brought
    guard = unsafe(pack.portfolio)
    tables = {f"tables/{name}.csv": rows for name, rows in extract(pack.portfolio, guard).items()}
    shown = _shown(pack)
    figures = dict(_files(pack, shown))
    pictures = brought.shown() if brought else {}
    own = brought.described() if brought else {}
    titles = {stem: title for stem, (title, _figure) in shown.items()}
    about = guide(pack, titles, [*tables], [*pictures], own.get("licenses", []))
    described = _described(pack, own, tables, shown, {f"tables/{name}.csv" for name in guard})
    files = {DESCRIPTION: described, GUIDE: about, **tables, **pictures}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(stamp(name, pack.day), content, zipfile.ZIP_DEFLATED)
        for name, make in figures.items():
            archive.writestr(stamp(name, pack.day), make(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _shown(pack: Pack) -> Shown:
    """Each figure with its title, by the path of its files without their suffix."""
    return {
        f"figures/{one.name.replace('.', '-')}": (section.titled(one.title, pack.words), one)
        for section in pack.sections
        for one in section.exhibits
        if isinstance(one, Cards | Tabled)
    }


def _files(pack: Pack, shown: Shown) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """What makes each file of each figure: all of them at once would take too much memory."""
    for stem, (title, one) in shown.items():
        yield f"{stem}.csv", partial(csv_bytes, one.frame)
        yield f"{stem}.json", partial(json_bytes, one.frame, _about(pack, title, one))
        yield f"{stem}.parquet", partial(parquet_bytes, one.frame)


def _about(pack: Pack, title: str, exhibit: Cards | Tabled) -> dict[str, Any]:
    """What is said around a figure, with its numbered documents."""
    numbers = pack.numbers(exhibit.source_ids)
    reading = exhibit.reading if isinstance(exhibit, Chart | Map) else None
    return {
        "name": exhibit.name,
        "title": title,
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


def _described(
    pack: Pack, own: dict[str, Any], files: Collection[str], shown: Shown, guard: Collection[str]
) -> bytes:
    """The description of the package: that of the tables, for what is left of them, and figures.

    In the files named in ``guard`` a mark stands before a text that a spreadsheet would run.
    """
    brought = pack.portfolio.brought
    sources = own.get("sources", [])
    tables = [_table(resource) for resource in own.get("resources", [])]
    tables = [resource for resource in tables if resource["path"] in files]
    is_filtered = pack.selection.is_filtered
    tables = [_rewritten(one) if is_filtered or one["path"] in guard else one for one in tables]
    described = {one["path"] for one in tables}
    rest = [_resource(name) for name in files if name not in described]
    said = {
        **own,
        "profile": "data-package",
        "title": f"{pack.title}: {pack.subtitle}",
        "description": " ".join([*pack.summary, f"{pack.dated}. {pack.version}."]),
        "language": pack.words.language,
        "created": f"{pack.day.isoformat()}T00:00:00Z",
        "selection": {**(brought.selected if brought else {}), **pack.selection.query()},
        "sources": [*(_moved(one, files) for one in sources), *map(_cited, pack.citations)],
        "resources": [
            *({**one, **GUARDED} if one["path"] in guard else one for one in (*tables, *rest)),
            *_figures(pack, shown),
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode() + b"\n"


def _figures(pack: Pack, shown: Shown) -> Iterator[dict[str, Any]]:
    """The description of the files of all figures: of what is no JSON its columns, too."""
    for stem, (title, one) in shown.items():
        csv = schema(one.frame, pack.words)
        for suffix, columns in (("csv", csv), ("json", {}), ("parquet", _in_parquet(csv))):
            rest = {"profile": "tabular-data-resource", "schema": columns} if columns else {}
            yield {**_resource(f"{stem}.{suffix}"), "title": title, **rest}


def _in_parquet(csv: dict[str, Any]) -> dict[str, Any]:
    """The columns as tools read them there: to them a whole number beside an empty one is none."""
    whole = {"type": "number"}
    fields = [one | (whole if one["type"] == "integer" else {}) for one in csv["fields"]]
    return {**csv, "fields": fields}


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
