"""The page that stands in for every page while the tables have faults."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lib.model.faults import Fault
from lib.view import table
from lib.view.text import literal
from lib.wording.faults import page_title, rule
from lib.wording.words import Words


def show(faults: Sequence[Fault], words: Words) -> None:
    """Every fault with its place, its value and the rule; no figure is shown beside them."""
    _ = words.gettext
    st.title(literal(page_title(len(faults), words)), anchor=False)
    st.markdown(
        literal(
            _(
                "No figure is shown, because figures from faulty tables cannot be trusted. Whoever "
                "keeps the tables finds below what to correct; the figures are back at the next "
                "visit after that."
            )
        )
    )
    # Every run asks whether a file has changed.
    st.button(_("Read the tables again"), key="again")
    texts = pd.DataFrame(
        {
            _("File"): [fault.file for fault in faults],
            _("Line"): [str(fault.line) if fault.line else "" for fault in faults],
            _("Column"): [fault.column for fault in faults],
            _("Value"): [fault.value[:200] for fault in faults],
            _("Rule"): [rule(fault, words) for fault in faults],
        }
    )
    table.show(
        len(texts), lambda some: texts.iloc[some], words, "faults", _("Faults in the tables")
    )
