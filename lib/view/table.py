"""Tables: small ones as plain accessible HTML, long ones as a grid that scrolls."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.view.text import link, literal

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
            literal(name): [
                link(cell, addresses[name][i]) if name in addresses else literal(cell)
                for i, cell in enumerate(texts[name])
            ]
            for name in texts
        }
    )
    st.table(cells, border="horizontal", hide_index=True, alt=alternative)


def _grid(texts: pd.DataFrame, addresses: dict[str, list[str]], alternative: str) -> None:
    more = {f"{name} ↗": found for name, found in addresses.items()}
    st.dataframe(
        texts.assign(**more),
        hide_index=True,
        height=520,
        alt=alternative,
        column_config={name: st.column_config.LinkColumn(display_text="↗") for name in more},
    )
