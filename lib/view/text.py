"""Texts from tables shown as they are: no Markdown, HTML, link or emoji code in them works."""

from __future__ import annotations

import re
from functools import lru_cache

from lib.view import unbroken
from lib.view.unbroken import JOINER, KEPT

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# Markdown turns these into links, images of emoji or arrows even behind a backslash: an invisible
# word joiner inside keeps the text as it reads.
_ACTIVE = re.compile(r"(?i)(?<=http)(?=s?://)|(?<=www)(?=\.)|(?<=@)|(?<=<)(?=-)|(?<=-)(?=[->])")
_BLANK = re.compile(r"[^\S\u00a0\u202f]+")  # no-break spaces keep a sign with its number
_EMOJI = re.compile(r":(?=[\w+-]+:)")
# Letters written from right to left, up to the last of a name; what follows is set after it, not
# before it, when the name stands apart (Unicode Bidirectional Algorithm, isolates).
_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_NAME = re.compile(rf"([{_LEFTWARD}](?:[{_LEFTWARD}\W]*[{_LEFTWARD}])?)(\)?)")


def literal(text: object) -> str:
    """A text for any Streamlit element that reads Markdown, shown character by character."""
    return _literal(str(text))


@lru_cache(KEPT)
def _literal(text: str) -> str:
    apart = _NAME.sub(_isolated, text)
    quiet = _ACTIVE.sub(JOINER, _EMOJI.sub(f":{JOINER}", apart))
    return _PUNCTUATION.sub(r"\\\1", _BLANK.sub(" ", quiet).strip())


def _isolated(found: re.Match[str]) -> str:
    """A name set apart, with the bracket that closes one within it."""
    name, bracket = found.groups()
    if name.count("(") > name.count(")"):
        return f"\u2068{name}{bracket}\u2069"
    return f"\u2068{name}\u2069{bracket}"


def titled(text: object) -> str:
    """A literal text as a title, whose lines end where a thing does."""
    return unbroken.in_title(literal(text))


class Marked(str):
    """Markdown already, made here of literal texts: shown as it is."""


def muted(text: object) -> str:
    """A literal text in the secondary colour, smaller."""
    return f":small[:gray[{unbroken.whole(literal(text))}]]"


def link(label: object, url: str) -> str:
    """A Markdown link to a document; only web addresses become one."""
    if not url.startswith(("https://", "http://")):
        return literal(label)
    address = re.sub(r"[\s<>()\[\]\\]", lambda found: f"%{ord(found.group()):02X}", url)
    return f"[{literal(label)}]({address})"
