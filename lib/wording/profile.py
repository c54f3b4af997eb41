"""Words of the key figures of a project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from lib.model.quantity import ending
from lib.model.rows import each
from lib.wording.card import Card
from lib.wording.columns import counted
from lib.wording.conventions import DOT, SPACE
from lib.wording.differing import other_value
from lib.wording.values import not_comparable
from lib.wording.words import Words


def title(name: str, figures: pd.DataFrame, words: Words) -> str:
    """What became of the places that a project announced (rows of ``profile.key_figures``)."""
    _ = words.gettext
    rows = {row.figure_id: row for row in each(figures)}
    places, result = rows["places"], rows["result"]
    if result.stated_count and places.stated_count:
        form = _("{project}: {target} announced, {result} reported")
        return form.format(
            project=name, target=_counted(places, words), result=_in_words(result, words)
        )
    if places.stated_count:
        form = _("{project}: {target} announced, no comparable result found")
        return form.format(project=name, target=_counted(places, words))
    return _("{project}: no number of places found").format(project=name)


def card(row: Any, words: Words, missing: str) -> Card:
    """The words of one key figure (a row of ``profile.key_figures``).

    ``missing`` says where a number was looked for that was not found.
    """
    _ = words.gettext
    value, sure = _("not stated"), "not_stated"
    if row.stated_count:
        sure = ending(row.low, row.high, bool(row.is_approximate))
        value = _bound(row, words)
        if row.currency_code:
            value = words.money(row.low, row.high, bool(row.is_approximate), row.currency_code)
    measured, reason = _WHY[row.figure_id](row, words)
    also = differing(row.differs, words) or ("≠" if row.is_disputed else "")
    if not (row.stated_count or reason):
        reason = missing
    return Card(noun(row.figure_id, words), value, measured, reason, sure, also)


def differing(others: Iterable[Sequence[Any]], words: Words) -> str:
    """What else is stated: "≠ 15, at least 15"; empty for nothing."""
    said = (other_value(other, words, in_words=True) for other in others)
    text = ", ".join(dict.fromkeys(said))
    return f"≠{SPACE}{text}" if text else ""


def noun(figure: str, words: Words) -> str:
    """What a key figure counts."""
    _ = words.gettext
    return {
        "places": _("Places announced"),
        "result": _("Places reported"),
        "people": _("People to be reached"),
        "money": _("Money for it alone"),
    }[figure]


def value(row: Any, words: Words) -> str:
    """A key figure in a line, with what it counts, and how where no source states the number."""
    said = card(row, words, "")
    if not row.stated_count:
        return said.value
    line = f"{said.value}{DOT if row.currency_code else ' '}{said.coverage}"
    return f"{line}{DOT}{counted(words, row.before_count)}" if row.kind == "counted" else line


def _places(row: Any, words: Words) -> tuple[str, str]:
    _ = words.gettext
    if not row.stated_count:
        return "", ""
    if row.date:
        return row.unit, _sentence(_("due by {date}").format(date=words.date(row.date)))
    return row.unit, _("By when is not stated.")


def _result(row: Any, words: Words) -> tuple[str, str]:
    _ = words.gettext
    if row.stated_count and row.date:
        return row.unit, _sentence(_("reported {date}").format(date=words.date(row.date)))
    if row.stated_count and row.kind == "counted":
        return row.unit, _sentence(counted(words, row.before_count))
    if row.stated_count:
        return row.unit, _("When is not stated.")
    if row.beside:
        return "", _sentence(not_comparable(row.beside, words))
    return "", ""


def _people(row: Any, words: Words) -> tuple[str, str]:
    if not row.stated_count:
        return "", ""
    parts = [f"{words.bound(*bound[:3])} {unit}" for bound, unit in row.parts]
    return row.unit, " + ".join(parts) if len(parts) > 1 else ""


def _money(row: Any, words: Words) -> tuple[str, str]:
    if not row.stated_count:
        return "", words.gettext("No amount was found for this project alone.")
    date = words.date(row.date) if row.date else words.gettext("undated")
    return words.funding_kind(row.kind), f"{row.publisher}, {date}"


_WHY: Final[Mapping[str, Callable[[Any, Words], tuple[str, str]]]] = {
    "places": _places,
    "result": _result,
    "people": _people,
    "money": _money,
}


def _bound(row: Any, words: Words) -> str:
    return words.bound(row.low, row.high, bool(row.is_approximate))


def _counted(row: Any, words: Words) -> str:
    return f"{_in_words(row, words)} {row.unit}"


def _in_words(row: Any, words: Words) -> str:
    return words.bound_in_words(row.low, row.high, bool(row.is_approximate))


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}."
