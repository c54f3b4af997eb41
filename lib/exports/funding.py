"""Who pays, and for what."""

from __future__ import annotations

from functools import partial

import pandas as pd

from lib.charts import funding as charts
from lib.charts.sheet import WIDE
from lib.charts.theme import Palette
from lib.exports.cited import behind, behind_rows, flat
from lib.exports.exhibits import Chart, Line, Lines, Listing, sentences
from lib.exports.pack import Section
from lib.figures import co_funders as co_funder_figures
from lib.figures import drawn_flow, key_money, shared_money
from lib.figures import flow as flow_figures
from lib.figures import funding as figures
from lib.model.portfolio import Portfolio
from lib.wording import co_funders as counted
from lib.wording import converted, destinations, sum_check
from lib.wording import flow as flow_words
from lib.wording import funding as texts
from lib.wording.reading import Reading
from lib.wording.words import Words


def section(portfolio: Portfolio, words: Words) -> Section:
    """The page about money."""
    _ = words.gettext
    rest = flow_figures.outside_the_flow(portfolio)
    shared = shared_money.not_attributable(portfolio)
    shared, inside = shared[~shared["is_divided"]], shared_money.perhaps_inside(portfolio)
    money, doubtful = flow(portfolio, words), rest[rest["may_be_part_of"] != ""]
    exhibits = (
        money,
        *sentences("funding.sum_check", _("The sum check"),
                   sum_check.sum_check(money.frame, rest, words),
                   **behind(portfolio, [*money.frame["statement_id"], *doubtful["statement_id"]])),
        *sentences("rates.converted", _("In one currency"), converted.sentences(
                   key_money.converted(portfolio), words)),
        *sentences("funding.not_attributable", _("Not attributable to this selection"),
                   sum_check.not_attributable(shared, inside, words),
                   **behind(portfolio, [*shared["statement_id"], *inside["statement_id"]])),
        *co_funders(portfolio, words),
        by_funder_type(portfolio, words),
        *co_funder_counts(portfolio, words),
        Listing(
            name="funding.outside_the_flow",
            title=_("Stated amounts that cannot be placed in the flow"),
            frame=rest, write=texts.stated_table, words=words,
            empty=texts.no_other(words),
            **behind_rows(portfolio, rest),
        ),
    )  # fmt: skip
    finding = texts.page_title(money.frame, words)
    return Section("funding", _("Who pays, and for what?"), finding, exhibits)


def flow(portfolio: Portfolio, words: Words) -> Chart:
    """The flow of money: payer to edition to project."""
    links = flow_figures.flow(portfolio)
    named, count = co_funder_figures.named(portfolio)
    frame, drawn = (
        destinations.labelled(rows, len(named), count, words)
        for rows in (links, drawn_flow.drawn(links))
    )
    reading = flow_words.flow(frame, drawn, words)
    return Chart(
        name="funding.flow",
        title=reading.heading,
        short=words.gettext("Flow of money"),
        reading=reading,
        frame=frame,
        drawn=drawn,
        draw=charts.flow,
        draw_wide=partial(charts.flow, narrowest=WIDE, is_paged=True),
        draw_screen=partial(charts.flow, narrowest=WIDE),
        write=flow_words.flow_table,
        words=words,
        legend=charts.flow_legend(drawn),
        reading_of=lambda some: flow_words.flow(some, some, words),
        **behind(portfolio, frame["statement_id"]),
    )


def co_funders(portfolio: Portfolio, words: Words) -> tuple[Lines, ...]:
    """A cell for each co-funder there is said to be; full for those with a name."""
    named, count = co_funder_figures.named(portfolio)
    if count != count:
        return ()

    def picture(palette: Palette) -> str:
        return charts.named_co_funders(len(named), count, words, palette)

    title = counted.named(len(named), count, words)
    reports = co_funder_figures.counts(portfolio)
    used = reports.loc[reports["is_headline"].astype(bool), "statement_id"]
    return (
        Lines(
            name="funding.co_funders_named",
            title=title,
            lines=(Line(counted.names(named, words)),),
            picture=picture,
            **behind(portfolio, used, co_funder_figures.named_by(portfolio)),
        ),
    )


def by_funder_type(portfolio: Portfolio, words: Words) -> Chart:
    """Money by type of payer."""
    frame = texts.named_types(figures.by_funder_type(portfolio), words)
    reading = texts.by_funder_type(frame, figures.left_out(portfolio), words)

    def reading_of(some: pd.DataFrame) -> Reading:
        left_out = figures.left_out(portfolio, tuple(some["currency_code"].unique()))
        return texts.by_funder_type(some, left_out, words)

    return Chart(
        name="funding.by_funder_type",
        title=reading.heading,
        short=words.gettext("Types of payer"),
        reading=reading,
        frame=frame,
        draw=charts.by_funder_type,
        draw_wide=partial(charts.by_funder_type, narrowest=WIDE),
        write=texts.by_funder_type_table,
        words=words,
        reading_of=reading_of,
        **behind(portfolio, flat(frame["statement_ids"])),
    )


def co_funder_counts(portfolio: Portfolio, words: Words) -> tuple[Chart, ...]:
    """How many co-funders were reported when; nothing of a portfolio that counts none."""
    frame = co_funder_figures.counts(portfolio)
    if co_funder_figures.counts(portfolio.everything).empty:
        return ()
    reading = counted.counts(frame, words)
    chart = Chart(
        name="funding.co_funder_counts",
        title=reading.heading,
        short=words.gettext("Number of co-funders"),
        reading=reading,
        frame=frame,
        draw=charts.co_funder_counts,
        write=counted.counts_table,
        words=words,
        **behind(portfolio, frame["statement_id"]),
    )
    return (chart,)
