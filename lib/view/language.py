"""The language of the page: chosen by the reader, said to the browser."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import streamlit as st

from lib.model.languages import LANGUAGES
from lib.view.device import is_phone
from lib.view.dropped import KINDS
from lib.wording.words import Words, words

# It has nothing to show, and a place of its own would be a gap.
_STYLE = """
[data-testid=stElementContainer]:has(> .stBidiComponent .language) {
  display: none;
}
"""


def say(speech: Words) -> None:
    """Tell the browser: Streamlit's own page says that it is English, whatever it shows.

    With it goes what Streamlit says in English where files are dropped; the shell's style shows it.
    """
    _ = speech.gettext
    most = speech.number(st.get_option("server.maxUploadSize"))
    kinds = speech.joined(kind.upper() for kind in KINDS)
    limits = _("{kinds}; at most {number} MB a file").format(kinds=kinds, number=most)
    refused = _("What is marked in red was not taken. Possible are {limits}.").format(limits=limits)
    said = {"choose-files": _("Choose files"), "file-limits": limits, "file-refused": refused}
    _component()(key="language", data={"language": speech.language, **said})


def choice(speech: Words) -> None:
    """The codes side by side; on a phone, where they do not fit, a menu of the own names."""
    if is_phone():
        st.menu_button(
            speech.language.upper(),
            LANGUAGES,
            key="languages",
            format_func=lambda code: words(code).language_name(code).capitalize(),
            on_click=_adopt,
        )
    else:
        st.segmented_control(
            speech.gettext("Language"),
            LANGUAGES,
            key="lang",
            format_func=str.upper,
            required=True,
            width="content",
            label_visibility="collapsed",
        )


def _adopt() -> None:
    st.session_state["lang"] = st.session_state["languages"]


@cache
def _component() -> Callable[..., object]:
    """Known to Streamlit from the first run on: earlier it has not looked for components yet."""
    return st.components.v2.component(
        "scale-up-impact-dashboard.language",
        html='<i class="language"></i>',
        css=_STYLE,
        js="language.*.js",
        isolate_styles=False,
    )
