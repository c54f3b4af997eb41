"""Description: what datapackage.json says about the files of a package.

Of a Frictionless Data Package these properties of a resource count: ``name``, ``path``,
``encoding``, ``bytes``, ``hash``, the ``delimiter`` of its ``dialect``, and of the fields of its
``schema`` ``decimalChar`` with ``groupChar``; of the package ``title``, else ``name``, and
``selection``, which packs of ours have. Checks come from our own schema.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

from lib.files.decimals import certain
from lib.files.faults import Fault, Refused
from lib.files.limits import DESCRIPTION

NAME: Final = "datapackage.json"


@dataclass(frozen=True)
class Described:
    """What is declared of one table; empty where nothing is."""

    paths: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    size: int | None = None
    hash: str = ""
    decimals: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # column to its signs

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
        package = json.loads(content, parse_constant=_refuse)
        return dict(_resource(resource) for resource in package.get("resources", []))
    except RecursionError:
        raise Refused(Fault(NAME, 0, "", "", "unreadable_description", "JSON: too deep")) from None
    except json.JSONDecodeError as error:
        raise Refused(
            Fault(NAME, error.lineno, "", "", "unreadable_description", error.msg)
        ) from None
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused(Fault(NAME, 0, "", "", "unreadable_description", f"JSON: {error}")) from None


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


def _resource(resource: Any) -> tuple[str, Described]:  # noqa: ANN401 - JSON
    path = resource.get("path", ())
    dialect, schema = resource.get("dialect", {}), resource.get("schema", {})
    fields = schema.get("fields", []) if isinstance(schema, dict) else []
    return _text(resource["name"]), Described(
        paths=(_text(path),) if isinstance(path, str) else tuple(map(_text, path)),
        encoding=_text(resource.get("encoding", "")),
        delimiter=_text(dialect.get("delimiter", ""))[:1] if isinstance(dialect, dict) else "",
        size=int(resource["bytes"]) if "bytes" in resource else None,
        hash=_text(resource.get("hash", "")),
        decimals={
            _text(one["name"]): (_text(one["decimalChar"]), _text(one.get("groupChar", "")))
            for one in fields
            if one.get("decimalChar") or one.get("groupChar")
        },
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")
