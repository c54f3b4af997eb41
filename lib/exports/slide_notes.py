"""What stands in the notes of a slide, and where its numbers come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from lib.exports.exhibits import Chart, Exhibit, Map, Tabled
from lib.exports.pack import Pack
from lib.exports.plain import MOST_LINKED, cited
from lib.exports.slide_plot import Plot
from lib.exports.slide_table import held
from lib.wording import slides as texts
from lib.wording.reading import numbers


def notes(pack: Pack, exhibit: Exhibit, plot: Plot | None = None) -> list[str]:
    """How to read what the slide shows, then where it comes from."""
    found = cited(pack, exhibit.source_ids)
    documents = [pack.citations[number - 1] for number in found["sources"][:MOST_LINKED]]
    return [
        *_how_to_read(exhibit, plot),
        *([f"[{found['spans']}]"] if found["spans"] else []),
        *(f"[{one.number}] {one.publisher}: {one.title} {one.url}" for one in documents),
    ]


def _how_to_read(exhibit: Exhibit, plot: Plot | None) -> list[str]:
    if isinstance(exhibit, Map):
        return [exhibit.reading.how_to_read, *map(exhibit.alternative, exhibit.windows)]
    if not isinstance(exhibit, Chart) or plot is None:
        return []
    words = exhibit.words
    shown = {(one.look, one.role) for one in plot.columns}
    said = {
        "bars": lambda: texts.bars(shown, words),
        "marks": lambda: texts.marks(words),
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
    """The same in a line below a title."""
    found = numbers(pack.numbers(source_ids))
    return pack.words.gettext("Sources: {numbers}").format(numbers=found) if found else ""


def rows(pack: Pack, listing: Tabled, some: slice) -> pd.DataFrame:
    """Rows of a table as a slide has them: no empty columns, the number of each row's document."""
    shown = held(listing.texts(some))
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
