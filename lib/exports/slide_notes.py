"""What stands in the notes of a slide, and where its numbers come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd

from lib.exports.cited import behind, flat
from lib.exports.exhibits import Chart, Exhibit, Map, Tabled
from lib.exports.pack import Pack
from lib.exports.plain import MOST_LINKED, cited
from lib.exports.slide_plot import Plot
from lib.exports.slide_table import held
from lib.wording import slides as texts
from lib.wording.reading import numbers

LONGEST: Final = 200  # letters of the numbers below a title, which leave room for what is shown
_STATED: Final = ("statement_ids", "result_statement_ids", "statement_id")  # behind a row


def notes(
    pack: Pack,
    exhibit: Exhibit,
    plot: Plot | None = None,
    source_ids: Iterable[str] | None = None,
) -> list[str]:
    """How to read what the slide shows, then where it comes from: ``source_ids`` of a part."""
    return [
        *_how_to_read(exhibit, plot),
        *documents(pack, exhibit.source_ids if source_ids is None else source_ids),
    ]


def documents(pack: Pack, source_ids: Iterable[str]) -> list[str]:
    """The documents behind a slide, a line each."""
    found = cited(pack, source_ids)
    told = [pack.citations[number - 1] for number in found["sources"][:MOST_LINKED]]
    return [
        *([f"[{found['spans']}]"] if found["spans"] else []),
        *(f"[{one.number}] {one.publisher}: {one.title} {one.url}" for one in told),
    ]


def of_rows(pack: Pack, exhibit: Tabled, some: Sequence[int]) -> tuple[str, ...]:
    """The documents behind some rows of a figure or a table; behind all where no row tells."""
    rows = exhibit.frame.iloc[list(some)]
    if "source_id" in rows:
        return tuple(dict.fromkeys(filter(None, rows["source_id"])))
    ids = [rows[[name]].rename(columns={name: "id"}) for name in _STATED if name in rows]
    if not ids or len(rows) == len(exhibit.frame):
        return exhibit.source_ids
    found: tuple[str, ...] = behind(
        pack.portfolio,
        flat(pd.concat(ids)["id"]),
        flat(rows["result_source_ids"]) if "result_source_ids" in rows else (),
    )["source_ids"]
    return found


def _how_to_read(exhibit: Exhibit, plot: Plot | None) -> list[str]:
    if isinstance(exhibit, Map):
        return [exhibit.reading.how_to_read]
    if not isinstance(exhibit, Chart) or plot is None:
        return []
    words = exhibit.words
    shown = {(one.look, one.role) for one in plot.columns}
    said = {
        "bars": lambda: texts.bars(shown, words),
        "marks": lambda: texts.marks(shown, words),
        "years": lambda: texts.periods(words),
    }[plot.kind]()
    if "is_headline" in exhibit.frame:
        said.append(texts.used(words))
    if any("≠" in bar.words for bar in plot.bars):
        said.append(texts.differing(words))
    return [" ".join(filter(None, [exhibit.reading.method, *said])), alternative(exhibit, plot)]


def alternative(exhibit: Chart, plot: Plot) -> str:
    """Every bar of a slide in words."""
    measure = exhibit.reading.measure or exhibit.reading.subtitle
    said = [exhibit.words.of(bar.label, bar.words) for bar in plot.bars]
    return texts.alternative(plot.kind, measure, said, exhibit.words)


def brief(pack: Pack, source_ids: Iterable[str]) -> str:
    """The numbers of documents behind a figure: "[1, 3–5]"; "" without any."""
    found = pack.numbers(source_ids)
    return f"[{numbers(found)}]" if found else ""


def sources(pack: Pack, source_ids: Iterable[str]) -> str:
    """The same in a line below a title; of very many the first: the notes have all."""
    found = numbers(pack.numbers(source_ids))
    if len(found) > LONGEST:
        found = f"{found[:LONGEST].rpartition(', ')[0]} …"
    return pack.words.gettext("Sources: {numbers}").format(numbers=found) if found else ""


def rows(pack: Pack, listing: Tabled, some: slice) -> pd.DataFrame:
    """Rows of a table as a slide has them: no empty columns, the number of each row's document."""
    shown = held(pack.texts(listing, some))
    found: Sequence[int] = pack.row_numbers(listing)[some]
    if not any(found):
        return shown
    publisher = pack.words.gettext("Publisher")
    own = [f"[{number}]" if number else "" for number in found]
    if publisher not in shown:
        return shown.assign(**{pack.words.gettext("Source"): own})
    names = shown[publisher].tolist()
    both = [f"{name} {one}".strip() for name, one in zip(names, own, strict=True)]
    return shown.assign(**{publisher: both})
