"""Likeness: ids and names that people take for one another."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from os.path import commonprefix
from typing import Final

from lib.model.faults import Rule

Verdicts = dict[str, tuple[Rule, str]]

_MOST: Final = 5000  # ids that are looked through for one that is meant
_SHORTEST: Final = 4  # letters of ids of which one may be wrong
_LOOKS_LIKE: Final = str.maketrans({"0": "o", "1": "l", "i": "l", "_": "-"})
# The first column of tables in which two rows are hardly called the same.
_NAMED_ONCE: Final = ("programme_id", "project_id", "partner_id", "funder_id", "indicator_id")


def near_ids(ids: Iterable[str]) -> Verdicts:
    """Ids that only capitals tell from an earlier one; doubts for those that look like one."""
    order = [*dict.fromkeys(ids)]
    capitals = _alike(order, str.casefold)
    shapes = _alike(order, lambda text: text.casefold().translate(_LOOKS_LIKE))
    similar: Verdicts = {text: ("similar_id", first) for text, first in shapes.items()}
    return similar | {text: ("near_duplicate", first) for text, first in capitals.items()}


def nearest(text: str, ids: Collection[str]) -> str:
    """The one id that a text is but for capitals, blanks or a letter; "" for none, or several.

    Digits tell ids apart, and so does a letter of very short ones. Of very many none is looked for.
    """
    if len(ids) > _MOST:
        return ""
    plain = text.strip().casefold()
    near = [one for one in ids if abs(len(one) - len(plain)) <= 1 and _is_near(plain, one)]
    alike = [one for one in near if one.casefold() == plain]
    return (alike or near)[0] if len(alike or near) == 1 else ""


def _is_near(plain: str, other: str) -> bool:
    """Whether a text in small letters is an id but for one letter, missing, added or another."""
    other = other.casefold()
    if plain == other:
        return True
    if min(len(plain), len(other)) < _SHORTEST:
        return False
    start = len(commonprefix([plain, other]))
    end = len(commonprefix([plain[start:][::-1], other[start:][::-1]]))
    rests = plain[start : len(plain) - end], other[start : len(other) - end]
    is_letter = all(len(rest) <= 1 and not rest.isdigit() for rest in rests)
    is_turned = len(rests[0]) == len("ab") and rests[0] == rests[1][::-1]
    return is_letter or (is_turned and rests[0].isalpha())


def doubled_names(columns: Mapping[str, list[str]]) -> tuple[str, Verdicts]:
    """The column of names, with doubts for those that another row has too, however it is written.

    The column is "" for a table whose rows may well share a name.
    """
    key, *others = columns
    column = next((other for other in others if other == "name" or other[:5] == "name_"), "")
    if key not in _NAMED_ONCE or not column:
        return "", {}
    names = columns[column]
    often = {name for name, times in Counter(map(_plain, names)).items() if times > 1 and name}
    return column, {name: ("same_name", "") for name in {*names} if _plain(name) in often}


def _alike(texts: Iterable[str], seen_as: Callable[[str], str]) -> dict[str, str]:
    """Texts that are seen as an earlier, different one, with that one."""
    first: dict[str, str] = {}
    pairs = ((text, first.setdefault(seen_as(text), text)) for text in texts)
    return {text: earlier for text, earlier in pairs if text != earlier}


def _plain(name: str) -> str:
    """A name without capitals, spaces, signs and what cannot be seen."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", name)).casefold()
