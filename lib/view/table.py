"""Tables as plain accessible HTML; of long ones only the page that is asked for is made and sent.

A telephone has no room for columns: there each row is written as lines, one a column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
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
from lib.view.visit import Reader
from lib.wording.words import Words

_NUMBER: Final = re.compile(r"([≥≤≈] ?)?\d[\d.,\s’]*(–\d[\d.,\s’]*)?|")
Write = Callable[[pd.DataFrame, Words], pd.DataFrame]  # rows as people read them, a row for a row
Texts = Callable[[slice], pd.DataFrame]


def show(
    count: int,
    texts: Texts,
    words: Words,
    key: str,
    alternative: str,
    links: Mapping[str, Sequence[str]] | None = None,
    chooser: Chooser | None = None,
) -> None:
    """Show a table of ``count`` rows, every cell literally; a long one a page at a time.

    ``texts`` makes some of the rows as people read them (columns under their headings). ``links``
    gives addresses, a row for a row of the whole table, for columns that lead to a document.
    ``key`` names the table among those of the page, ``alternative`` for those who cannot see it.
    ``chooser`` says what a click on a row filters by.
    """

    def draw(some: slice, said: str) -> None:
        addresses = {name: found[some] for name, found in (links or {}).items()}
        shown = _differing(texts(some), words, chooser.visit if chooser else None)
        # The place is named by its rows: the shell keeps as much room until the table has come;
        # and by the columns that it sets at their right end.
        columns = "".join(f"right{i}-" for i in _counting(shown, words))
        with st.container(key=f"rows-{len(shown)}-{columns}{key}", gap="small"):
            _plain(shown, words, f"{alternative}. {said}" if said else alternative, addresses)
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
        way = in_text(visit, "disagreements", text) if visit else literal(text)
        return Marked(f":red[{way}]")

    return texts.assign(**{column: [said(str(text)) for text in texts[column]]})


def _counting(texts: pd.DataFrame, words: Words) -> list[int]:
    """The columns, counted from 1, that hold numbers alone; those of editions are names."""
    names = words.gettext("Edition")
    return [
        i
        for i, name in enumerate(texts, start=1)
        if name != names
        and any(texts[name])
        and all(_NUMBER.fullmatch(str(cell)) for cell in texts[name])
    ]


def _plain(
    texts: pd.DataFrame,
    words: Words,
    alternative: str,
    addresses: Mapping[str, Sequence[str]],
) -> None:
    cells = pd.DataFrame(
        {
            name: [
                cell
                if isinstance(cell, Marked)
                else link(cell, addresses[name][i])
                if name in addresses
                else literal(cell)
                for i, cell in enumerate(texts[name])
            ]
            for name in map(str, texts)
        }
    )
    if is_phone():
        _lines(cells, words)
        return
    cells = cells.rename(columns=lambda name: heading(name, words))
    st.table(cells, border="horizontal", hide_index=True, alt=alternative)


def _lines(cells: pd.DataFrame, words: Words) -> None:
    """Each row as a paragraph: its first cell strong, below it what the other columns hold."""
    first, *others = map(str, cells)
    for row in cells.to_dict("records"):
        said = [f"{muted(name + words.colon)} {row[name]}" for name in others if row[name]]
        st.markdown("  \n".join([*([f"**{row[first]}**"] if row[first] else []), *said]))
