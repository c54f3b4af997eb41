"""What is wrong with tables, and what is doubtful in them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lib.model.faults import Fault, count
from lib.model.keeper import Standing
from lib.view import panels, table
from lib.view.text import literal, muted
from lib.wording import faults as texts
from lib.wording.words import Words


def show(faults: Sequence[Fault], words: Words) -> None:
    """The page that stands in for every page: no figure is shown beside faults."""
    _ = words.gettext
    wrong = [fault for fault in faults if not fault.is_doubt]
    st.title(literal(texts.page_title(count(wrong), words)), anchor=False)
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
    _listing(wrong, words, "faults")
    doubts([fault for fault in faults if fault.is_doubt], words, is_usable=False)


def check(standing: Standing, words: Words) -> None:
    """What is wrong with newer tables, if they do not stand; what is doubtful in those that do."""
    _ = words.gettext
    panels.page_title(_("Check of the tables"))
    if standing.trouble:
        st.markdown(literal(texts.standing(standing.read_at, standing.trouble, words)))
        refusal(standing.trouble.faults, words)
    else:
        read_at = words.moment(standing.read_at)
        st.markdown(literal(_("Read {moment}, without a fault.").format(moment=read_at)))
    doubts(standing.package.doubts, words, "standing")


def refusal(faults: Sequence[Fault], words: Words) -> None:
    """Why some tables cannot be used, and what in them is doubtful besides."""
    _ = words.gettext
    wrong = [fault for fault in faults if not fault.is_doubt]
    panels.heading(texts.page_title(count(wrong), words))
    _listing(wrong, words, "faults")
    doubts([fault for fault in faults if fault.is_doubt], words)


def doubts(
    found: Sequence[Fault], words: Words, key: str = "brought", *, is_usable: bool = True
) -> None:
    """What somebody should look at in tables; nothing where there is nothing.

    ``is_usable``: they can be used as they are.
    """
    _ = words.gettext
    if found:
        panels.heading(texts.doubts_title(count(found), words))
        form = (
            _("The tables can be used all the same. Is this what is meant?")
            if is_usable
            else _("These places are no faults. Is this what is meant?")
        )
        st.markdown(muted(form))
        _listing(found, words, f"doubts-{key}")


def _listing(faults: Sequence[Fault], words: Words, key: str) -> None:
    """Every fault with its place, its value and the rule."""
    _ = words.gettext
    rows = pd.DataFrame(
        {
            _("File"): [fault.file for fault in faults],
            _("Line"): [fault.place for fault in faults],
            _("Column"): [fault.column for fault in faults],
            _("Value"): [fault.value[:200] for fault in faults],
            _("Rule"): [texts.rule(fault, words) for fault in faults],
        }
    )
    table.show(len(rows), lambda some: rows.iloc[some], words, key)
