"""The guide to a Data Package: what it is, of which selection and day, what its files are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from lib.exports.pack import Pack
from lib.wording import package_guide as texts

_MARKUP: Final = re.compile(r"([\\`*_\[\]<>#|&])")


def guide(
    pack: Pack,
    figures: Mapping[str, str],
    tables: Sequence[str],
    pictures: Sequence[str],
    licences: Sequence[Mapping[str, Any]],
) -> bytes:
    """The guide as Markdown, in the language of the pack.

    ``figures`` gives for the path of a figure, without its suffix, what it is; ``tables`` and
    ``pictures`` are paths; ``licences`` are those of the description.
    """
    words = pack.words
    inside, shown, reading, licence = texts.headings(words)
    kinds = texts.files(words)
    named = {name: texts.picture(words) for name in pictures}
    about = [
        f"# {_literal(words.of(pack.title, pack.subtitle))}",
        *map(_literal, pack.summary),
        _literal(f"{pack.dated}. {pack.version}."),
        texts.introduction(words),
        f"## {inside}",
        "\n".join(f"- `{path}`: {_literal(said)}" for path, said in {**kinds, **named}.items()),
        " · ".join(f"`{path}`" for path in tables),
        f"## {shown}",
        "\n".join(f"- `{path}`: {_literal(title)}" for path, title in figures.items()),
        f"## {reading}",
        "\n".join(f"- {_literal(said)}" for said in texts.numbers(words)),
    ]
    if licences:
        about += [f"## {licence}", "\n".join(f"- {_licence(one)}" for one in licences)]
    return "\n\n".join(filter(None, about)).encode() + b"\n"


def _licence(said: Mapping[str, Any]) -> str:
    return _literal(" · ".join(str(said[name]) for name in ("title", "path") if said.get(name)))


def _literal(text: str) -> str:
    """Text as Markdown shows it, letter by letter, in one line."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
