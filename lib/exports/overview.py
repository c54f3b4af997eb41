"""Where does it stand: the key figures, the announced places, what to know before quoting."""

from __future__ import annotations

from functools import partial

from lib.charts import places as charts
from lib.charts.key import picture
from lib.charts.sheet import WIDE
from lib.exports.cited import behind, flat
from lib.exports.exhibits import Cards, Chart, KeyFigure, Line, Lines, sentences
from lib.exports.pack import Section
from lib.figures import co_funders, flow, groups, key, places
from lib.model.portfolio import Portfolio
from lib.wording import headline
from lib.wording import key as key_words
from lib.wording import places as texts
from lib.wording import selection as selection_words
from lib.wording.findings import findings
from lib.wording.reading import no_disagreement, no_project
from lib.wording.words import Words

MOST_GROUPS = 4  # disagreements that are told before the page about them


def section(portfolio: Portfolio, title: str, words: Words) -> Section:
    """The first page; ``title`` is what the portfolio is called."""
    figures, links = key.key_figures(portfolio), flow.flow(portfolio)
    return Section(
        "overview",
        words.gettext("Where does {portfolio} stand?").format(portfolio=title),
        headline.headline(figures, links, words),
        (
            key_figures(portfolio, words),
            before_you_quote(portfolio, words),
            announced(portfolio, words),
        ),
        tuple(selection_words.caveats(portfolio, words)),
    )


def nothing(portfolio: Portfolio, title: str, words: Words) -> Section:
    """All there is to say where no project is left: that, and which filter to take away."""
    lines = [selection_words.no_project_fits(words)]
    lines += selection_words.ways_out(selection_words.in_the_way(portfolio, words), words)
    finding = no_project(words)
    return Section(
        "overview",
        words.gettext("Where does {portfolio} stand?").format(portfolio=title),
        finding,
        sentences("selection.nothing", words.gettext("Filters"), lines),
    )


def key_figures(portfolio: Portfolio, words: Words) -> Cards:
    """The key figures with their words."""
    rows, links = key.key_figures(portfolio), flow.flow(portfolio)
    named, _ = co_funders.named(portfolio)
    programmes = dict(portfolio.programmes.set_index("programme_id")["name"])
    split = links[links["is_published"] & links["is_own"].astype(bool)]
    published = split.groupby("currency_code")["low"].sum()
    made = []
    for found in rows.to_dict("records"):
        row = {str(name): value for name, value in found.items()}
        said = key_words.card(row, links, named, programmes, words)
        amount = float(published.get(row["currency_code"], 0.0))
        names = co_funders.named_by(portfolio) if row["figure_id"] == "co_funding" else ()
        ids = behind(portfolio, row["statement_ids"], names)["source_ids"]
        if row["figure_id"] in ("projects", "countries"):  # counted, stated by nobody
            ids = tuple(dict.fromkeys(portfolio.projects["source_id"]))
        name = f"{row['figure_id']}{row['currency_code']}"
        made.append(KeyFigure(name, row, said, partial(picture, row, amount, said.coverage), ids))
    return Cards(
        name="key.figures",
        title=words.gettext("Key figures"),
        figures=tuple(made),
        frame=rows,
        **behind(portfolio, flat(rows["statement_ids"]), co_funders.named_by(portfolio)),
    )


def announced(portfolio: Portfolio, words: Words) -> Chart:
    """Announced places, a bar a project."""
    frame = places.announced(portfolio)
    reading = texts.announced(frame, words)
    return Chart(
        name="places.announced",
        title=reading.heading,
        short=words.gettext("Places announced"),
        reading=reading,
        frame=frame,
        draw=charts.announced,
        draw_wide=partial(charts.announced, narrowest=WIDE),
        write=texts.announced_table,
        words=words,
        legend=charts.legend(frame),
        is_list=True,
        **behind(portfolio, flat(frame["statement_ids"])),
    )


def before_you_quote(portfolio: Portfolio, words: Words) -> Lines:
    """Whom the weightiest disagreements are about, with the values that differ."""
    found = groups.shown(portfolio)[:MOST_GROUPS]
    first = [findings(one.rows, one.sums, words)[0] for one in found]
    lines = [Line(words.of(one.subject, one.values), "≠") for one in first]
    none = no_disagreement(words)
    return Lines(
        name="disagreements.weightiest",
        title=words.gettext("Before you quote a figure"),
        lines=tuple(lines) or (Line(none),),
        **behind(portfolio, (one for own in found for one in own.rows["statement_id"])),
    )
