"""Tables: small ones as plain accessible HTML, long ones as a grid that scrolls.

A telephone has no room for columns: there each row is written as lines, one a column.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.view.device import is_phone
from lib.view.text import link, literal, muted

LONGEST_PLAIN = 40


def show(texts: pd.DataFrame, alternative: str, links: dict[str, list[str]] | None = None) -> None:
    """Show a table of texts (columns as people read them), every cell literally.

    ``links`` gives addresses, a row for a row, for columns that lead to a document.
    ``alternative`` names the table for those who cannot see it.
    """
    addresses = links or {}
    if len(texts) > LONGEST_PLAIN:
        _grid(texts, addresses, alternative)
        return
    cells = pd.DataFrame(
        {
            name: [
                link(cell, addresses[name][i]) if name in addresses else literal(cell)
                for i, cell in enumerate(texts[name])
            ]
            for name in texts
        }
    )
    if is_phone():
        _lines(cells)
        return
    cells = cells.rename(columns=literal)
    st.table(cells, border="horizontal", hide_index=True, alt=alternative)


def _lines(cells: pd.DataFrame) -> None:
    """Each row as a paragraph: its first cell strong, below it what the other columns hold."""
    first, *others = map(str, cells)
    for row in cells.to_dict("records"):
        said = [f"{muted(f'{name}:')} {row[name]}" for name in others if row[name]]
        st.markdown("  \n".join([*([f"**{row[first]}**"] if row[first] else []), *said]))


def _grid(texts: pd.DataFrame, addresses: dict[str, list[str]], alternative: str) -> None:
    more = {f"{name} ↗": found for name, found in addresses.items()}
    st.dataframe(
        texts.assign(**more),
        hide_index=True,
        height=520,
        alt=alternative,
        column_config={name: st.column_config.LinkColumn(display_text="↗") for name in more},
    )
