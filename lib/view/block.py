"""The chart block: a chart with its finding, its reading, its table, its file, its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from lib.charts import marks
from lib.charts.theme import Figure
from lib.exports.formats import PICTURES
from lib.exports.rows import csv_bytes
from lib.figures import disagreements
from lib.view import choices, cite, download, printed, table, ways
from lib.view.device import is_phone
from lib.view.disclosure import apart, disclosure
from lib.view.kept import kept
from lib.view.meaning import meaning
from lib.view.navigation import link, titles, words_link
from lib.view.packed import packed
from lib.view.pages import WHOLE, paged
from lib.view.plot import Drawing, Pick, plot
from lib.view.text import literal, muted, titled
from lib.view.unbroken import held
from lib.view.visit import Reader, Visit
from lib.wording.destinations import no_split
from lib.wording.reading import Reading, rows_order

_NO_BREAK = "\u00a0"


def chart_block(
    visit: Reader,
    name: str,
    frame: pd.DataFrame,
    figure: Callable[[pd.DataFrame], Figure],
    reading: Callable[[], Reading],
    write: table.Write,
    *,
    statement_ids: Iterable[str] = (),
    counted_from: Iterable[str] = (),
    legend: Callable[[], Sequence[str]] = tuple,
    signs: Sequence[tuple[str, str]] = (),
    on_pick: Pick | None = None,
    is_list: bool = False,
    first: pd.Series | None = None,
    wide: Callable[[pd.DataFrame], Figure] | None = None,
    wider: Callable[[pd.DataFrame], Figure] | None = None,
) -> None:
    """Show a figure.

    ``name`` is the figure's name (also of its file), ``frame`` its rows, ``figure`` draws them,
    ``reading`` says them in words, ``write`` makes texts of those rows that somebody wants to see;
    ``statement_ids`` is what stands behind them, ``counted_from`` further documents of what is
    counted and stated by nobody. ``legend`` gives marks of :func:`keys`, ``signs``
    are others, drawn, with their names. ``on_pick`` gets the custom data of a clicked mark.
    ``is_list``: the chart has a line a row, so that of a long one a page at a time is drawn;
    then the rows where ``first`` holds come before all others.
    ``wide`` draws the same for where there is room for words beside the marks, ``wider`` for more
    room than that. With an empty frame the block says why.
    """
    said = kept(visit, (name, "reading"), reading)
    with st.container(border=True, gap="xsmall", key=f"block-{name}"):
        head(said)
        if said.empty:
            st.info(literal(said.empty))
            return

        listed, is_sorted = frame, first is not None and len(frame) > WHOLE
        if first is not None and is_sorted:
            listed = pd.concat([frame[first], frame[~first]])
            said = said._replace(how_to_read=f"{said.how_to_read} {rows_order(visit.words)}")

        def drawing(rows: pd.DataFrame) -> Drawing:
            more = [draw(rows) if draw else None for draw in (wide, wider)]
            return Drawing.of(figure(rows), *more)

        def draw(some: slice) -> None:
            key = (name, "drawing", some.start, some.stop, is_phone())
            drawn = kept(visit, key, lambda: drawing(listed.iloc[some]))
            differing = kept(visit, (name, "ways"), lambda: ways.differing(visit, frame))
            plot(f"chart-{name}", drawn, said.alternative, visit.words, on_pick, differing)
            # A page of a list runs alone; what was picked there concerns all of the page around it.
            choices.follow(visit)

        if is_list:
            paged(len(frame), visit.words, f"chart-{name}", draw, stays=True)
        else:
            draw(slice(0, len(frame)))
        if kinds := kept(visit, (name, "legend"), legend):
            keys(visit, kinds)
        if signs:
            legend_line(signs)
        foot(visit, name, frame, said, write, statement_ids, counted_from=counted_from)


def head(reading: Reading) -> None:
    """The finding as title, what is measured below it; without a finding, what would be measured.

    A subtitle speaks of marks, too, of which there are none then.
    """
    st.subheader(titled(reading.heading), anchor=False)
    if not reading.empty:
        st.markdown(muted(reading.subtitle))


def keys(visit: Reader, kinds: Sequence[str]) -> None:
    """What each mark of the chart means, drawn and named."""
    names = {
        "target": visit.words.gettext("target"),
        "result": visit.words.gettext("result"),
        "not_published": no_split(visit.words),
        "reported": visit.words.gettext("number used here"),
    }
    signs = [
        (marks.swatch(kind, visit.palette), names.get(kind) or visit.words.qualifier(kind))
        for kind in kinds
    ]
    legend_line(signs)


def legend_line(signs: Sequence[tuple[str, str]]) -> None:
    """Drawn signs with their names, in a line that wraps between them (shell.css)."""
    said = [(marks.data_uri(svg), literal(name)) for svg, name in signs]
    st.markdown(" ".join(f":small[![]({uri}){_NO_BREAK}:gray[{name}]]" for uri, name in said))


def foot(
    visit: Reader,
    name: str,
    frame: pd.DataFrame,
    reading: Reading,
    write: table.Write,
    statement_ids: Iterable[str] = (),
    term: str = "coverage",
    counted_from: Iterable[str] = (),
) -> None:
    """Coverage on the left; table, reading, file and sources on the right.

    ``term`` is the word that explains what the coverage counts.
    """
    ids, documents = list(statement_ids), list(counted_from)
    explained = meaning(term, visit.words)

    def line() -> None:
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center",
            gap="small",
        ):  # fmt: skip
            st.markdown(muted(held(reading.coverage)), width="content", help=explained)
            if isinstance(visit, Visit):  # a sum of millions of rows cites none of them
                printed.cited(visit, ids, name, documents)
            with st.container(
                horizontal=True, gap="small", width="content", vertical_alignment="center",
                key=f"ways-{name}",
            ):  # fmt: skip
                _ways(visit, name, frame, reading, write, ids, documents)

    apart(line)


def _ways(
    visit: Reader,
    name: str,
    frame: pd.DataFrame,
    reading: Reading,
    write: table.Write,
    ids: Sequence[str],
    documents: Sequence[str],
) -> None:
    _ = visit.words.gettext
    periods = frame["is_disputed"].any() if "other_periods" in frame else False
    if isinstance(visit, Visit) and (periods or disagreements.are_disputed(visit.portfolio, ids)):
        page = titles(visit.words)["disagreements"]
        link(visit, "disagreements", f"≠ {page}")
    disclosure(_("Table"), f"table-{name}", lambda: _table(visit, name, frame, reading, write))
    disclosure(_("How to read"), f"reading-{name}", lambda: _reading(visit, reading))
    file = f"{name.replace('.', '-')}.csv"
    download.button(_("CSV"), lambda: csv_bytes(frame), file, f"csv-{name}")
    if isinstance(visit, Visit):
        if not reading.empty:
            disclosure(_("Picture"), f"picture-{name}", lambda: _pictures(visit, name))
        cite.sources(visit, ids, name, _("Sources"), documents)


def _table(
    visit: Reader, name: str, frame: pd.DataFrame, reading: Reading, write: table.Write
) -> None:
    words = visit.words
    st.markdown(f"**{literal(reading.title)}**")
    table.show(
        len(frame), lambda some: write(frame.iloc[some], words), words, name,
        chooser=choices.Chooser(visit, frame),
    )  # fmt: skip


def _pictures(visit: Visit, name: str) -> None:
    """The figure as a file of its own, with its title, its sources and what is selected."""
    _ = visit.words.gettext
    title = _("With title, sources and what is selected")
    st.markdown(muted(title))
    uses = {"png": _("for slides and texts"), "svg": _("for print, sharp at any size")}
    for kind in PICTURES:
        file = f"{name.replace('.', '-')}.{kind}"
        make = partial(_picture, visit, name, kind)
        download.button(kind.upper(), make, file, f"{kind}-{name}", PICTURES[kind].media_type)
        st.markdown(muted(uses[kind]))


def _picture(visit: Visit, name: str, kind: str) -> bytes:
    return PICTURES[kind].make(packed(visit), name)


def _reading(visit: Reader, reading: Reading) -> None:
    st.markdown(literal(reading.how_to_read))
    st.markdown(muted(held(reading.alternative)))
    words_link(visit)
