"""Figures of the reference page: sums of a ledger as Plotly says them, without its objects."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any, NamedTuple

import pandas as pd

from lib.charts.theme import Figure, Palette, axis, escape, layout
from lib.figures import rollup, totals
from lib.model.ledger import Ledger
from lib.model.selection import Selection
from lib.wording.words import Words

HEIGHT = 380
MOST = 2000  # sites up to which each project has marks of its own
CURRENCY = "EUR"  # money is drawn in one currency: those of others are never added to it
TITLES = {
    "funding": f"Funding by edition and type of payer, {CURRENCY}",
    "programmes": f"Funding by programme and type of payer, {CURRENCY}",
    "targets": "Targets by unit",
    "sites": "Sites",
}


class Numbers(NamedTuple):
    """All that the page shows of one selection."""

    rows: int
    projects: int
    countries: int
    money: tuple[float, float, bool]  # low, high, is it approximate; in CURRENCY
    by_edition: pd.DataFrame
    by_programme: pd.DataFrame
    targets: pd.DataFrame
    places: pd.DataFrame


def numbers(ledger: Ledger, selection: Selection) -> Numbers:
    """Read them from the rollups."""
    counts = rollup.counts(ledger, selection)
    columns = (counts[name].tolist() for name in counts)
    found = {(name, code): bound for name, code, *bound, _ in zip(*columns, strict=True)}
    low, high, is_approximate = found.get(("committed", CURRENCY), (0.0, 0.0, False))
    return Numbers(
        int(found["funding", ""][0]),
        int(found["projects", ""][0]),
        int(found["countries", ""][0]),
        (low, high, is_approximate),
        rollup.funding_by_edition(ledger, selection),
        rollup.funding_by_programme(ledger, selection),
        rollup.targets_by_indicator(ledger, selection),
        totals.places(
            ledger,
            selection,
            ("cell",) if found["sites", ""][0] > MOST else ("project_id", "cell"),
        ),
    )


def figures(found: Numbers, palette: Palette, words: Words) -> dict[str, Figure]:
    """The four charts by name; the title of each ends in ``n=`` with the number of rows."""
    drawn = {
        "funding": funding(found.by_edition, palette, words),
        "programmes": programmes(found.by_programme, palette, words),
        "targets": targets(found.targets, palette),
        "sites": places(found.places, palette),
    }
    for name, figure in drawn.items():
        figure["layout"]["title"] = {
            "text": f"{TITLES[name]} n={found.rows}",
            "font": {"size": 15},
            **{"x": 0, "xanchor": "left", "xref": "paper", "y": 0.98, "yanchor": "top"},
        }
    return drawn


def written(figure: Figure) -> bytes:
    """A figure as it is sent."""
    return json.dumps(figure, separators=(",", ":")).encode()


def funding(sums: pd.DataFrame, palette: Palette, words: Words) -> Figure:
    """What is at least committed: a bar an edition, a part of it a type of payer."""
    cells = _cells(sums, "edition_id")
    editions = sorted({edition for edition, _ in cells})
    names = [words.edition(one) if one else "several" for one in editions]
    traces = []
    for payer in dict.fromkeys(payer for _, payer in cells):
        low = [cells.get((edition, payer), 0.0) for edition in editions]
        known = [[edition, payer] for edition in editions]
        colour = palette.organisation_type(payer)
        traces.append(
            {
                "type": "bar",
                "name": words.organisation_type(payer),
                **{"x": names, "y": low, "customdata": known, "marker": {"color": colour}},
            }
        )
    legend = {"orientation": "h", "x": 0, "y": -0.12, "yanchor": "top"}
    return {
        "data": traces,
        "layout": _layout(
            palette,
            margin={"l": 64, "r": 12, "t": 40, "b": 72},
            barmode="stack",
            showlegend=True,
            legend=legend,
            xaxis=axis(palette, type="category", showgrid=False),
            yaxis=axis(palette, rangemode="tozero"),
        ),
    }


def programmes(sums: pd.DataFrame, palette: Palette, words: Words) -> Figure:
    """The same money: an area a programme, within it one a type of payer."""
    cells = _cells(sums, "programme_id")
    ids, labels, parents, values, colours = [], [], [], [], []
    for programme in dict.fromkeys(programme for programme, _ in cells):
        own = {payer: low for (one, payer), low in cells.items() if one == programme}
        ids.append(f"/{programme}")
        labels.append(escape(programme) or "several")
        parents.append("")
        values.append(sum(own.values()))
        colours.append(palette.panel)
        for payer, low in own.items():
            ids.append(f"/{programme}/{payer}")
            labels.append(words.organisation_type(payer))
            parents.append(f"/{programme}")
            values.append(low)
            colours.append(palette.organisation_type(payer))
    tree = {
        "type": "treemap",
        "branchvalues": "total",
        "ids": ids,
        "labels": labels,
        "parents": parents,
        "values": values,
        "marker": {"colors": colours},
        "pathbar": {"visible": False},
    }
    return {"data": [tree], "layout": _layout(palette, margin={"l": 4, "r": 4, "t": 40, "b": 4})}


def targets(sums: pd.DataFrame, palette: Palette) -> Figure:
    """What is at least promised, a bar a unit."""
    units = [escape(unit) for unit in sums["unit"]]
    bar = {
        "type": "bar",
        "orientation": "h",
        "x": sums["low"].tolist(),
        "y": units,
        "customdata": [[one] for one in sums["indicator_id"]],
        "marker": {"color": palette.editions[0]},
    }
    return {
        "data": [bar],
        "layout": _layout(
            palette,
            margin={"l": 96, "r": 12, "t": 40, "b": 28},
            xaxis=axis(palette, rangemode="tozero"),
            yaxis=axis(palette, type="category", showgrid=False),
        ),
    }


def places(found: pd.DataFrame, palette: Palette) -> Figure:
    """A mark a cell, of each project where few sites are selected, as large as it holds sites."""
    sites = found["site_count"].to_numpy()
    most = int(sites.max(initial=1))
    size = 6 + 18 * (sites / most) ** 0.5 if most > 1 else sites * 6
    points = {
        "type": "scatter",
        "mode": "markers",
        "x": found["longitude"].round(2).tolist(),
        "y": found["latitude"].round(2).tolist(),
        "customdata": found.index.tolist(),
        "text": sites.tolist() if most > 1 else None,
        "marker": {
            "size": size.round(1).tolist() if most > 1 else 6,
            "color": palette.link,
            "opacity": 0.6,
        },
    }
    return {
        "data": [points],
        "layout": _layout(
            palette,
            margin={"l": 36, "r": 12, "t": 40, "b": 28},
            xaxis=axis(palette, range=[-180, 180]),
            yaxis=axis(palette, range=[-60, 85]),
        ),
    }


def _layout(palette: Palette, **overrides: Any) -> Figure:
    return layout(palette, HEIGHT, **overrides)


def _cells(sums: pd.DataFrame, key: str) -> dict[tuple[str, str], float]:
    """Lower bounds in ``CURRENCY`` by a key and type of payer."""
    columns = (sums[name].tolist() for name in (key, "organisation_type", "currency_code", "low"))
    cells: dict[tuple[str, str], float] = defaultdict(float)
    for own, payer, currency, low in zip(*columns, strict=True):
        if currency == CURRENCY:
            cells[own, payer] += low
    return dict(cells)
