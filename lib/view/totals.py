"""The blocks of the totals page: sums of a ledger under the selection."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from lib.charts import marks
from lib.charts import totals as charts
from lib.charts.sheet import WIDE
from lib.figures import rollup, totals
from lib.model.registers import ADDITIVE
from lib.model.schema import ORGANISATION_TYPES
from lib.view import address, bookmark, card, panels, table
from lib.view.block import chart_block
from lib.view.kept import kept
from lib.view.text import literal, muted
from lib.view.visit import TotalsVisit
from lib.wording import commitments, indicators
from lib.wording import totals as texts


def counts(visit: TotalsVisit) -> dict[str, int]:
    """How many rows of each table, projects, countries are selected, by name."""
    found = kept(visit, "counts", lambda: rollup.counts(visit.ledger, visit.selection))
    plain = found[found["figure_id"] != "committed"]
    return dict(zip(plain["figure_id"], plain["stated_count"], strict=True))


def headline(visit: TotalsVisit) -> None:
    """The title of the page: where the selection stands."""
    projects = counts(visit)["projects"]
    panels.page_title(texts.page_title(_by_currency(visit), projects, visit.words))


def key_figures(visit: TotalsVisit) -> None:
    """Money in each currency, projects, countries, rows: cards, three in a row."""
    numbers, words = counts(visit), visit.words
    made = [
        *texts.committed(_by_currency(visit), numbers["projects"], words),
        texts.projects(numbers["projects"], words),
        texts.countries(numbers["countries"], words),
        texts.row_counts(numbers, words),
    ]
    for number, (place, one) in enumerate(zip(card.in_rows(len(made)), made, strict=True)):
        with place, card.framed(str(number), one):
            card.how_sure(one, visit.words)


def currency(visit: TotalsVisit) -> str:
    """The currency of the charts of money, to be chosen where there are several; "" for none."""
    known = totals.currencies(visit.ledger)
    if len(known) < 2:
        return "".join(known)
    label = visit.words.gettext("Currency of the charts")
    chosen: str = st.segmented_control(
        label,
        known,
        default=bookmark.start(bookmark.CURRENCY, known, known[0]),
        required=True,
        key=bookmark.CURRENCY,
        persist_state="session",
    )
    return chosen


def by_edition(visit: TotalsVisit, currency_code: str) -> None:
    """Commitments by edition and type of payer; a click on a bar filters by its edition."""
    _ = visit.words.gettext
    ids = visit.registers.editions["edition_id"]
    _committed(
        visit,
        "edition",
        kept(visit, "by_edition", lambda: rollup.funding_by_edition(visit.ledger, visit.selection)),
        {one: visit.words.edition(one) for one in ids},
        currency_code,
        _("Several editions"),
        _("Commitments in {currency} by edition and type of payer"),
        commitments.by_edition_table,
    )


def by_programme(visit: TotalsVisit, currency_code: str) -> None:
    """Commitments by programme and type of payer; a click on a bar filters by its programme."""
    _, programmes = visit.words.gettext, visit.registers.programmes
    _committed(
        visit,
        "programme",
        kept(
            visit,
            "by_programme",
            lambda: rollup.funding_by_programme(visit.ledger, visit.selection),
        ),
        dict(zip(programmes["programme_id"], programmes["name"], strict=True)),
        currency_code,
        _("Several programmes"),
        _("Commitments in {currency} by programme and type of payer"),
        commitments.by_programme_table,
    )


def _committed(
    visit: TotalsVisit,
    dimension: str,
    sums: pd.DataFrame,
    names: Mapping[str, str],
    currency_code: str,
    several: str,
    measured: str,
    write: table.Write,
) -> None:
    """Money by a filter's dimension, whose values have ``names``."""
    name, words = f"totals.by_{dimension}.{currency_code}", visit.words
    own = sums[sums["currency_code"] == currency_code]
    frame = kept(
        visit,
        name,
        lambda: commitments.grouped(own, f"{dimension}_id", names, several),
    )
    types = [one for one in ORGANISATION_TYPES if (frame["organisation_type"] == one).any()]
    chart_block(
        visit, name, frame,
        lambda some: charts.committed(some, words, visit.palette),
        lambda: commitments.by_group(
            frame, currency_code, measured.format(currency=currency_code),
            counts(visit)["projects"], words,
        ),
        write,
        signs=[
            (
                marks.swatch("group", visit.palette, visit.palette.organisation_type(one)),
                words.organisation_type(one),
            )
            for one in types
        ],
        on_pick=lambda custom: address.choose(dimension, [one for one in custom if one]),
    )  # fmt: skip


def editions(visit: TotalsVisit, drawn: pd.Series[str]) -> list[tuple[str, str]]:
    """The colours of the editions that are drawn, with their names."""
    ids = visit.registers.editions["edition_id"]
    return [
        (
            marks.swatch("group", visit.palette, visit.palette.edition(one)),
            visit.words.edition(one),
        )
        for one in ids[ids.isin(drawn)]
    ]


def by_project(visit: TotalsVisit, currency_code: str) -> None:
    """Commitments to single projects beside their places, the largest drawn, all in the table."""
    name, words = f"totals.by_project.{currency_code}", visit.words
    frame = kept(
        visit,
        name,
        lambda: commitments.named(
            totals.by_project(visit.ledger, visit.selection, currency_code),
            visit.registers.projects,
        ),
    )
    chart_block(
        visit, name, frame,
        lambda some: charts.by_project(some.head(commitments.MOST), words, visit.palette),
        lambda: commitments.by_project(frame, currency_code, counts(visit)["projects"], words),
        commitments.by_project_table,
        signs=editions(visit, frame.head(commitments.MOST)["edition_id"]),
        on_pick=panels.pick_project(visit),
        wide=lambda some: charts.by_project(
            some.head(commitments.MOST), words, visit.palette, WIDE
        ),
    )  # fmt: skip


def by_indicator(visit: TotalsVisit) -> None:
    """What is promised, each indicator in its own unit."""
    name, words = "totals.by_indicator", visit.words
    spoken = visit.registers.indicators
    frame = kept(
        visit,
        name,
        lambda: indicators.named(totals.by_indicator(visit.ledger, visit.selection), spoken, words),
    )
    chart_block(
        visit, name, frame,
        lambda some: charts.by_indicator(some, words, visit.palette),
        lambda: indicators.by_indicator(frame, counts(visit)["projects"], words),
        indicators.by_indicator_table,
    )  # fmt: skip


def made_of(visit: TotalsVisit) -> None:
    """What these sums are made of, and what they cannot say."""
    ledger, words = visit.ledger, visit.words
    count = sum(int(ledger.array(name, "row_count").sum()) for name in ADDITIVE)
    with st.container(border=True, key="made-of"):
        panels.heading(words.gettext("What these sums are made of"))
        st.markdown(literal(texts.reduced(count, ledger.engine, ledger.reduced_at, words)))
        for line in texts.not_said(words):
            st.markdown(muted(line))


def _by_currency(visit: TotalsVisit) -> pd.DataFrame:
    return kept(visit, "money", lambda: totals.by_currency(visit.ledger, visit.selection))
