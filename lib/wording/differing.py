"""Words of what differs: other values that are stated for the same quantity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lib.model.quantity import ending
from lib.wording.conventions import DOT, SPACE
from lib.wording.words import Words

Row = Mapping[str, Any]


def differs(row: Row, words: Words) -> str:
    """Other values stated for the same quantity; where no number differs, where to read more.

    One word, as below a chart: narrow cells part no link into two lines.
    """
    others = [other_value(other, words, in_words=True) for other in row.get("differs") or ()]
    others += [words.period(*span) for span in row.get("other_periods") or ()]
    said = DOT.join(f"≠{SPACE}{other}" for other in others)
    is_disputed = bool(row.get("is_disputed", False))
    more = words.gettext("Disagreements")
    return said or (f"≠{SPACE}{more}" if is_disputed else "")


def other_value(other: Sequence[Any], words: Words, *, in_words: bool = False) -> str:
    """Another value that is stated, with its unit where it is that of a part only."""
    low, high, is_approximate, *_rest = other
    is_exact = ending(low, high, bool(is_approximate)) == "exact"
    write = words.bound_in_words if in_words and not is_exact else words.bound
    return f"{write(low, high, bool(is_approximate))} {getattr(other, 'unit', '')}".strip()


def with_differing(said: str, row: Row, words: Words) -> str:
    """What is said of a row of a chart, with what other sources say, for a text alternative."""
    _ = words.gettext
    others = row.get("differs") or ()
    values = [other_value(other, words, in_words=True) for other in others]
    values += [words.period(*span) for span in row.get("other_periods") or ()]
    if values:
        form = _("{said} (also stated: {values})")
        return form.format(said=said, values=", ".join(dict.fromkeys(values)))
    return _("{said} (sources differ)").format(said=said) if row.get("is_disputed") else said
