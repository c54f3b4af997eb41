"""What is wrong with tables, and what is doubtful in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal

import pandas as pd
import streamlit as st

from lib.model.faults import Fault, count
from lib.model.keeper import Standing
from lib.view import panels, table
from lib.view.text import literal, muted
from lib.wording import faults as texts
from lib.wording.words import Words

VALUE: Final = 200  # letters of a value

Of = Literal["sound", "faulty", "shown"]  # tables; the last are not the newest


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
    doubts([fault for fault in faults if fault.is_doubt], words, of="faulty")


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
    doubts(standing.package.doubts, words, "standing", of="shown" if standing.trouble else "sound")


def refusal(faults: Sequence[Fault], words: Words) -> None:
    """Why some tables cannot be used, and what in them is doubtful besides."""
    _ = words.gettext
    wrong = [fault for fault in faults if not fault.is_doubt]
    panels.heading(texts.page_title(count(wrong), words))
    _listing(wrong, words, "faults")
    doubts([fault for fault in faults if fault.is_doubt], words, of="faulty")


def doubts(found: Sequence[Fault], words: Words, key: str = "brought", *, of: Of = "sound") -> None:
    """What somebody should look at in tables; nothing where there is nothing.

    ``of`` says which tables they are about.
    """
    _ = words.gettext
    if found:
        panels.heading(texts.doubts_title(count(found), words))
        forms = {
            "sound": _("The tables can be used all the same. Is this what is meant?"),
            "faulty": _("These places are no faults. Is this what is meant?"),
            "shown": _("This is about the tables that are still shown. Is it what is meant?"),
        }
        st.markdown(muted(forms[of]))
        _listing(found, words, f"doubts-{key}")


def _listing(faults: Sequence[Fault], words: Words, key: str) -> None:
    """Every fault with its place, its value and the rule; those that are said alike in one row."""
    _ = words.gettext
    alike: dict[tuple[str, str, str], list[Fault]] = {}
    for fault in faults:
        alike.setdefault((fault.file, fault.column, texts.rule(fault, words)), []).append(fault)
    rows = pd.DataFrame(
        {
            _("File"): [file for file, _column, _rule in alike],
            _("Line"): [_each(", ", (one.place for one in some)) for some in alike.values()],
            _("Column"): [column for _file, column, _rule in alike],
            _("Value"): [_each(" · ", _values(some)) for some in alike.values()],
            _("Rule"): [
                " ".join(filter(None, [rule, texts.more(some, words)]))
                for (_file, _column, rule), some in alike.items()
            ],
        }
    )
    table.show(len(rows), lambda some: rows.iloc[some], words, f"found-{key}")


def _values(faults: Sequence[Fault]) -> list[str]:
    """The beginning of the value of each, in their order; one that all have stands once."""
    values = [fault.value[:VALUE] for fault in faults]
    return values[:1] if len(set(values)) == 1 else values


def _each(between: str, said: Iterable[str]) -> str:
    return between.join(filter(None, said))
