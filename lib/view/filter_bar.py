"""The filters, drawn once, above every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

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

MOST_BUTTONS: Final = 10  # values of a filter that stand side by side
MOST_LETTERS: Final = 60  # of their names together: with more the filters break into lines
LIST_WIDTH: Final = 205  # pixels


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
        _few_or_many(_("Edition"), known["edition"], "edition", str, _("All editions"))
        _few_or_many(
            _("Programme"),
            known["programme"],
            "programme",
            lambda code: str(programmes[code]),
            _("All programmes"),
        )
        st.multiselect(
            _("Country"),
            alphabetical(known["country"], words.country),
            key="country",
            format_func=words.country,
            placeholder=_("All countries"),
            width=LIST_WIDTH,
        )
        st.multiselect(
            _("Partner"),
            alphabetical(known["partner"], lambda partner: str(partners[partner])),
            key="partner",
            format_func=lambda partner: str(partners[partner]),
            placeholder=_("All partners"),
            width=LIST_WIDTH,
        )
        st.selectbox(
            _("Evidence"),
            ["all", "page"],
            key="evidence",
            format_func=lambda level: (
                _("All public sources") if level == "all" else _("Programme page only")
            ),
            placeholder=_("All public sources"),  # while its text is rubbed out
            width=220,
        )


def _few_or_many(
    label: str, values: Sequence[str], key: str, name: Callable[[str], str], all_of_them: str
) -> None:
    """A filter whose values stand side by side where they have room, else in a list."""
    if len(values) <= MOST_BUTTONS and sum(len(name(one)) for one in values) <= MOST_LETTERS:
        st.segmented_control(
            label,
            values,
            selection_mode="multi",
            key=key,
            format_func=lambda value: literal(name(value)),
            width="content",
        )
        return
    st.multiselect(
        label, values, key=key, format_func=name, placeholder=all_of_them, width=LIST_WIDTH
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
