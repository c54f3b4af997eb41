"""How to read the marks, and what words mean: every definition in one place."""

from __future__ import annotations

import streamlit as st

from lib.charts import marks
from lib.charts.rows import ENDINGS
from lib.view.block import legend_line
from lib.view.panels import heading
from lib.view.text import literal, muted
from lib.view.unbroken import whole
from lib.view.visit import Reader
from lib.wording import glossary
from lib.wording.terms import Subject

# The mark of a word, where charts have one for it.
SIGNS = {
    **{kind: kind for kind in (*ENDINGS, "target", "result", "announced", "disagreement")},
    "destination": "not_published",
}


def channels(visit: Reader) -> None:
    """The four channels of the charts, each drawn and said."""
    words, palette = visit.words, visit.palette
    _ = words.gettext
    editions = visit.registers.editions["edition_id"].tolist()
    hues = [
        (marks.swatch("group", palette, palette.edition(one)), words.edition(one))
        for one in editions
    ]
    endings = [(marks.swatch(kind, palette), words.qualifier(kind)) for kind in ENDINGS]
    fills = [
        (marks.swatch("reported", palette), _("reported")),
        (marks.swatch("announced", palette), _("announced")),
        (marks.swatch("not_published", palette), _("split not published")),
    ]
    differ = [(marks.swatch("disagreement", palette), _("another source contradicts"))]
    signs = {"hue": hues, "ending": endings, "fill": fills, "differ": differ}
    grid = st.grid(4, min_column_width=210, border=True)
    for name, (title, said) in glossary.channels(words).items():
        with grid.cell(), st.container(gap="xsmall", key=f"channel-{name}"):
            heading(title)
            st.markdown(muted(said))
            legend_line(signs[name])


def terms(visit: Reader) -> None:
    """Every word under a heading of its own, which links lead to."""
    programmes = visit.registers.programmes["name"].tolist()
    subject = Subject(visit.title, next(iter(programmes), ""))
    for group in glossary.groups(visit.words, subject):
        st.header(literal(group.title), anchor=False)
        grid = st.grid(3, min_column_width=300)
        for code, (name, said) in group.terms.items():
            with grid.cell(), st.container(gap="xxsmall", key=f"term-{code}"):
                st.subheader(f"{literal(name)}{_sign(visit, code)}", anchor=code)
                st.markdown(whole(literal(said)))


def _sign(visit: Reader, code: str) -> str:
    """The mark of a word as Markdown; "" for a word without one."""
    if code not in SIGNS:
        return ""
    return f" ![]({marks.data_uri(marks.swatch(SIGNS[code], visit.palette))})"
