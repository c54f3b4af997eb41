"""Description: what datapackage.json says about the files of a package.

Of a Frictionless Data Package these properties of a resource count: ``name``, ``path``,
``encoding``, ``bytes``, ``hash``, the ``delimiter`` of its ``dialect``, and of the fields of its
``schema`` ``decimalChar`` with ``groupChar``; of the package ``title``, else ``name``. Packs of
ours have two of their own: ``selection`` of the package, ``formula_guard`` of a table. Checks come
from our own schema.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn, TypeVar

from lib.files.decimals import certain
from lib.files.faults import Fault, Refused
from lib.files.guard import MARK
from lib.files.limits import DESCRIPTION

NAME: Final = "datapackage.json"
GUARD: Final = "formula_guard"


@dataclass(frozen=True)
class Described:
    """What is declared of one table; empty where nothing is."""

    paths: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    size: int | None = None
    hash: str = ""
    decimals: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # column to its signs
    is_guarded: bool = False  # texts that a spreadsheet would run have a mark before them

    def disagreement(self, content: bytes) -> str:
        """What is declared of a file and is not so; "" when all is."""
        if self.size is not None and len(content) != self.size:
            return f"bytes: {self.size}"
        kind, _, digest = self.hash.rpartition(":")
        if digest:
            found = _digest(kind or "md5", content)
            return "" if found == digest.lower() else f"hash: {self.hash}"
        return ""


def _digest(kind: str, content: bytes) -> str:
    """What identifies a content; "" for a kind of hash that nobody knows."""
    try:
        return hashlib.new(kind, content, usedforsecurity=False).hexdigest()
    except (ValueError, TypeError):  # TypeError: of a kind without a length of its own
        return ""


def described(content: bytes) -> dict[str, Described]:
    """What a ``datapackage.json`` declares, by table. Raises :class:`Refused` when it is none."""
    if len(content) > DESCRIPTION:
        raise Refused(Fault(NAME, 0, "", "", "too_large", f"{DESCRIPTION:,} bytes"))
    try:
        return dict(_resources(json.loads(content, parse_constant=_refuse)))
    except RecursionError:
        raise _unreadable("JSON: [[[…") from None
    except json.JSONDecodeError as error:
        raise _unreadable("JSON", error.lineno) from None
    except _Misplaced as error:
        raise _unreadable(f"JSON: {error}") from None
    except ValueError:  # of letters that are no UTF-8, or a number of thousands of digits
        raise _unreadable("JSON") from None


def selected(content: bytes) -> dict[str, list[str]]:
    """Which selection the tables are of, as parameters of an address; empty where none is said.

    ``content`` is what :func:`described` reads without refusing it.
    """
    found = json.loads(content).get("selection")
    parameters = found.items() if isinstance(found, dict) else ()
    return {
        name: [value for value in values if isinstance(value, str)]
        for name, values in parameters
        if isinstance(values, list)
    }


def title(content: bytes) -> str:
    """What the package is called: by its title, else by its name; "" where neither is a text."""
    package = json.loads(content)
    said = (package.get(name) for name in ("title", "name"))
    return next((text.strip() for text in said if isinstance(text, str) and text.strip()), "")


def canonical(text: str, decimal: str, group: str) -> str | None:
    """A number that is written with declared signs in digits and a point; None when it is not."""
    whole = rf"\d+|\d{{1,3}}(?:{re.escape(group)}\d{{3}})+" if group else r"\d+"
    if not re.fullmatch(rf"-?(?:{whole})(?:{re.escape(decimal)}\d+)?", text, re.ASCII):
        return None
    return certain((text.replace(group, "") if group else text).replace(decimal, "."))


_Kind = TypeVar("_Kind")


class _Misplaced(ValueError):
    """What stands at a place of the description that holds something of another kind."""


def _unreadable(detail: str, line: int = 0) -> Refused:
    return Refused(Fault(NAME, line, "", "", "unreadable_description", detail))


def _resources(package: Any) -> Iterator[tuple[str, Described]]:  # noqa: ANN401 - JSON
    resources = package.get("resources", []) if isinstance(package, dict) else None
    for number, resource in enumerate(_list_of(dict, resources, "resources")):
        yield _resource(resource, f"resources[{number}]")


def _resource(resource: dict[str, Any], at: str) -> tuple[str, Described]:
    path = resource.get("path", [])
    dialect, schema = resource.get("dialect", {}), resource.get("schema", {})
    fields = schema.get("fields", []) if isinstance(schema, dict) else []
    size = resource.get("bytes")
    if size is not None and (not isinstance(size, int | float) or size % 1):  # infinity % 1 is NaN
        raise _Misplaced(f"{at}.bytes")
    return _text(resource, "name", at), Described(
        paths=tuple(_list_of(str, [path] if isinstance(path, str) else path, f"{at}.path")),
        encoding=_text(resource, "encoding", at, ""),
        delimiter=_text(dialect, "delimiter", f"{at}.dialect", "")[:1]
        if isinstance(dialect, dict)
        else "",
        size=None if size is None else int(size),
        hash=_text(resource, "hash", at, ""),
        decimals=dict(_decimals(_list_of(dict, fields, f"{at}.schema.fields"), at)),
        is_guarded=resource.get(GUARD) == MARK,
    )


def _decimals(fields: Iterable[dict[str, Any]], at: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The columns of whose numbers is said which signs they are written with."""
    for number, one in enumerate(fields):
        own = f"{at}.schema.fields[{number}]"
        signs = _text(one, "decimalChar", own, "."), _text(one, "groupChar", own, "")
        if "decimalChar" in one or signs[1]:
            yield _text(one, "name", own), signs


def _text(held: Mapping[str, Any], name: str, at: str, default: str | None = None) -> str:
    value = held.get(name, default)
    if not isinstance(value, str):
        raise _Misplaced(f"{at}.{name}")
    return value


def _list_of(kind: type[_Kind], value: object, at: str) -> list[_Kind]:
    if not isinstance(value, list):
        raise _Misplaced(at)
    for number, one in enumerate(value):
        if not isinstance(one, kind):
            raise _Misplaced(f"{at}[{number}]")
    return value


def _refuse(constant: str) -> NoReturn:
    raise _Misplaced(constant)
