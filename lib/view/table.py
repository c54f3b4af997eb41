"""Tables as plain accessible HTML; of long ones only the page that is asked for is made and sent.

A whole table is one Markdown text: the browser reads it in a fifth of the time that it takes for a
text a cell, as ``st.table`` has them. A telephone has no room for columns: there each row is
written as lines, one a column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import pandas as pd
import streamlit as st

from lib.view.choices import Chooser, follow
from lib.view.device import is_phone
from lib.view.meaning import heading
from lib.view.navigation import in_text
from lib.view.pages import paged
from lib.view.rows import pickable
from lib.view.text import Marked, link, literal, muted
from lib.view.unbroken import held
from lib.view.visit import Reader
from lib.wording.conventions import SPACE
from lib.wording.words import Words

_NUMBER: Final = re.compile(r"([≥≤≈] ?)?\d[\d.,\s’]*(–\d[\d.,\s’]*)?|")
Write = Callable[[pd.DataFrame, Words], pd.DataFrame]  # rows as people read them, a row for a row
Texts = Callable[[slice], pd.DataFrame]
Said = list[str]  # a table in Markdown; on a telephone a paragraph a row
Keep = Callable[[slice, Callable[[], Said]], Said]


def show(
    count: int,
    texts: Texts,
    words: Words,
    key: str,
    links: Mapping[str, Sequence[str]] | None = None,
    chooser: Chooser | None = None,
    keep: Keep | None = None,
) -> None:
    """Show a table of ``count`` rows, every cell literally; a long one a page at a time.

    ``texts`` makes some of the rows as people read them (columns under their headings). ``links``
    gives addresses, a row for a row of the whole table, for columns that lead to a document.
    ``key`` names the table among those of the page. ``chooser`` says what a click on a row filters
    by. ``keep`` gives what was made of the same rows before, where nothing else is told by ``key``.
    """

    def made(some: slice) -> Said:
        addresses = {name: found[some] for name, found in (links or {}).items()}
        shown = _differing(texts(some), words, chooser.visit if chooser else None)
        return _plain(shown, words, addresses)

    def draw(some: slice) -> None:
        said = keep(some, lambda: made(some)) if keep else made(some)
        # The place is named by its rows: the shell keeps as much room until the table has come.
        rows = len(range(count)[some])
        with st.container(key=f"rows-{rows}-{key}", gap="small"):
            for one in said:
                st.markdown(one)
            if chooser:
                pickable(f"pick-{key}", chooser.choices(some), words)
                follow(chooser.visit)

    paged(count, words, key, draw)


def _differing(texts: pd.DataFrame, words: Words, visit: Reader | None) -> pd.DataFrame:
    """The same texts; what other sources say is crimson and leads to the disagreements."""
    column = words.gettext("Also stated")
    if column not in texts:
        return texts

    def said(text: str) -> str:
        if not text.startswith("≠"):
            return text
        way = in_text(visit, "disagreements", held(text)) if visit else literal(held(text))
        return Marked(f":red[{way}]")

    return texts.assign(**{column: [said(str(text)) for text in texts[column]]})


def _is_counting(name: str, cells: Sequence[object], words: Words) -> bool:
    """Whether a column holds numbers alone; those of editions are names."""
    return (
        name != words.gettext("Edition")
        and any(cells)
        and all(_NUMBER.fullmatch(str(cell)) for cell in cells)
    )


def _plain(texts: pd.DataFrame, words: Words, addresses: Mapping[str, Sequence[str]]) -> Said:
    marked = {
        name: [
            cell
            if isinstance(cell, Marked)
            else link(cell, addresses[name][i])
            if name in addresses
            else literal(held(cell))
            for i, cell in enumerate(texts[name])
        ]
        for name in map(str, texts)
    }
    if is_phone():
        return _lines(marked, words)
    heads = [heading(name, words) for name in marked]
    sides = ["--:" if _is_counting(name, list(texts[name]), words) else "---" for name in marked]
    return [table([heads, sides, *zip(*marked.values(), strict=True)])]


def table(lines: Iterable[Sequence[str]]) -> str:
    """A table in Markdown: its heads, the side at which each column stands, then rows of cells.

    Cells are Markdown of one line in which no sign of a table is left that would work.
    """
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _lines(cells: Mapping[str, Sequence[str]], words: Words) -> Said:
    """Each row as a paragraph: its first cell strong, below it what the other columns hold."""
    first, *others = cells
    found = []
    for row in zip(*cells.values(), strict=True):
        head, *rest = row
        said = [
            # A sign alone is no line of its own: it stays with the last word before it.
            f"{muted(name + words.colon)}{SPACE if cell.startswith('![') else ' '}{cell}"
            for name, cell in zip(others, rest, strict=True)
            if cell
        ]
        found.append("  \n".join([*([f"**{head}**"] if head else []), *said]))
    return found
