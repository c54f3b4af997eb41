"""The filters, drawn once, above every page."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.charts import marks
from lib.charts.theme import Palette
from lib.model.options import Registered, options
from lib.view import address
from lib.view.device import is_phone
from lib.view.text import literal
from lib.wording.conventions import alphabetical
from lib.wording.selection import Chosen
from lib.wording.words import Words


def show(registers: Registered, active: int, words: Words) -> None:
    """The filters side by side; on a phone behind one button that says how many are active."""
    if not is_phone():
        draw(registers, words)
        return
    _ = words.gettext
    none = _("Filters · none active")
    some = words.ngettext("Filters · {n} active", "Filters · {n} active", active)
    with st.popover(some.format(n=words.number(active)) if active else none, width="stretch"):
        draw(registers, words)


def draw(registers: Registered, words: Words) -> None:
    """Draw the filters over the values that the registers hold.

    Values live under the filters' names in the session, as :mod:`lib.view.address` reads them.
    """
    _ = words.gettext
    known = options(registers)
    programmes = registers.programmes.set_index("programme_id")["name"]
    partners = registers.partners.set_index("partner_id")["name"]
    with st.container(horizontal=True, gap="small", vertical_alignment="top", key="filters"):
        st.segmented_control(
            _("Edition"),
            known["edition"],
            selection_mode="multi",
            key="edition",
            width="content",
        )
        st.segmented_control(
            _("Programme"),
            known["programme"],
            selection_mode="multi",
            key="programme",
            format_func=lambda code: literal(programmes[code]),
            width="content",
        )
        st.multiselect(
            _("Country"),
            alphabetical(known["country"], words.country),
            key="country",
            format_func=words.country,
            placeholder=_("All countries"),
            width=205,
        )
        st.multiselect(
            _("Partner"),
            alphabetical(known["partner"], lambda partner: str(partners[partner])),
            key="partner",
            format_func=lambda partner: str(partners[partner]),
            placeholder=_("All partners"),
            width=205,
        )
        st.selectbox(
            _("Evidence"),
            ["all", "page"],
            key="evidence",
            format_func=lambda level: (
                _("All public sources") if level == "all" else _("Programme page only")
            ),
            width=220,
        )


def chips(chosen: Sequence[Chosen], words: Words, palette: Palette) -> None:
    """What is chosen, a button each that takes it away.

    The cross is a picture whose text is the verb, so that the button is called "Remove Croatia".
    Buttons are counted: the keyboard stays where a chip was, on the one that took its place.
    """
    verb, cross = words.gettext("Remove"), marks.data_uri(marks.cross(palette))
    for number, one in enumerate(chosen):
        st.button(
            f"![{literal(verb)}]({cross}) {literal(one.name)}",
            key=f"chip-{number}",
            on_click=address.take_away,
            args=(one.filter, one.value),
        )


def reset_button(words: Words) -> None:
    """One button that takes every filter away."""
    st.button(
        words.gettext("Reset all filters"), key="reset", type="tertiary", on_click=address.reset
    )
