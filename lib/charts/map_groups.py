"""Places near each other as one mark, where there are more than the eye can tell apart."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from lib.charts.map_rows import Row, located, rgba, tip
from lib.charts.map_view import Floats, View, degrees, pixels
from lib.charts.theme import Palette
from lib.model.codes import Positions
from lib.model.rows import each
from lib.wording import lists
from lib.wording.map_lines import named
from lib.wording.words import Words

MOST: Final = 2000  # sites that are drawn one by one
CELL: Final = 32  # pixels: side of the squares whose sites are one mark
WIDE: Final = 48  # pixels: the same where marks may stand for thousands, and say so
COARSER: Final = 8  # times this side where nobody looks before the map is moved
FRAME: Final = (1440.0, 800.0)  # pixels around the centre that a reader may see
SMALL, LARGE = 9.0, 16.0  # radius in pixels of a mark for hardly any sites, for the most
FULL: Final = 100  # sites of a mark of full size, unless one stands for more

_SQUARE = ["left", "top", "side"]
_GROUP = ["longitude", "latitude", "site_count", "radius"]
_GROUP += ["country_codes", "country_counts", "edition_ids"]


class Split(NamedTuple):
    """Sites drawn one by one, and groups that stand for all others."""

    alone: pd.DataFrame
    groups: pd.DataFrame


def split(sites: pd.DataFrame, view: View, most: int = MOST) -> Split:
    """Which sites are drawn one by one in a view, and which together.

    In: ``sites`` (country_code, edition_id, longitude, latitude in degrees, precision). Out: rows
    of ``sites``; groups with ``longitude``, ``latitude`` (degrees; near the mean of their
    sites, where no other group is), ``site_count`` (two or more), ``radius`` (pixels; the area
    grows in step with the sites), ``country_codes`` with ``country_counts`` (tuples, most sites
    first) and ``edition_ids`` (tuple). Up to ``most`` marks nothing is grouped; beyond it every
    site that has a mark is in one of the two, once.
    """
    if len(sites) <= most or len(marks := marked(sites)) <= most:
        return Split(sites, pd.DataFrame(columns=_GROUP))
    rows = _squared(marks.assign(site_count=1), view)
    is_alone = ~rows.duplicated(_SQUARE, keep=False)
    return Split(marks[is_alone], _gathered(rows[~is_alone], view))


def together(places: pd.DataFrame, view: View) -> pd.DataFrame:
    """All places in groups, of which one may be a single place.

    In: ``places`` (country_code, edition_id, longitude, latitude in degrees, ``site_count``: how
    many sites a row stands for). Out: groups as :func:`split` gives them.
    """
    return _gathered(_squared(places, view, WIDE), view)


def marked(sites: pd.DataFrame) -> pd.DataFrame:
    """The sites that have a mark: located places and areas; whole countries have none."""
    rows = located(sites)
    return rows[rows["precision"].isin(["place", "admin_area"])]


def grouped_count(sites: pd.DataFrame) -> int:
    """How many sites are too many to draw each; 0 when each is drawn."""
    count = len(marked(sites))
    return count if count > MOST else 0


def group_rows(groups: pd.DataFrame, words: Words, palette: Palette) -> list[Row]:
    """Marks of groups: place, colour, radius, tooltip. Grey: more than one edition."""
    found = []
    for row in each(groups):
        hue = palette.shared(row.edition_ids)
        found.append(
            {
                "longitude": round(float(row.longitude), 4),
                "latitude": round(float(row.latitude), 4),
                "fill": rgba(palette.washed(hue)),
                "line": rgba(hue),
                "radius": float(row.radius),
                **tip(named(row.site_count, words), _lines(row, words)),
            }
        )
    return found


def count_rows(groups: pd.DataFrame, words: Words) -> list[Row]:
    """The number on each mark of a group: how many sites it stands for."""
    return [
        {
            "longitude": round(float(row.longitude), 4),
            "latitude": round(float(row.latitude), 4),
            "text": words.number(row.site_count),
            "right": 0,
            "down": 0,
        }
        for row in each(groups)
    ]


def _lines(row: Any, words: Words) -> list[str]:
    """How many sites of a group lie in which country, and of which editions they are."""
    form = words.gettext("{country}: {n}")
    counts = zip(row.country_codes, row.country_counts, strict=True)
    countries = [
        form.format(country=words.country(code), n=words.number(count)) for code, count in counts
    ]
    return [*countries, lists.named([words.edition(edition) for edition in row.edition_ids], words)]


def _squared(sites: pd.DataFrame, view: View, cell: int = CELL) -> pd.DataFrame:
    """Where each site lies, in pixels: ``x``, ``y``; ``left``, ``top``, ``side`` of its square."""
    x, y = pixels(view, sites["longitude"].to_numpy(float), sites["latitude"].to_numpy(float))
    width, height = min(view.width, FRAME[0]), min(view.height, FRAME[1])
    is_seen = (np.abs(x) <= width / 2) & (np.abs(y) <= height / 2)
    side = np.where(is_seen, cell, cell * COARSER)
    return sites[["country_code", "edition_id", "site_count"]].assign(
        x=x, y=y, left=x // side * side, top=y // side * side, side=side
    )


def _gathered(rows: pd.DataFrame, view: View) -> pd.DataFrame:
    """A group a square, of sites with the square they lie in.

    In codes: with frames of a few hundred rows, grouping by names costs more than all the rest.
    """
    if rows.empty:
        return pd.DataFrame(columns=_GROUP)
    squares, group = np.unique(rows[_SQUARE].to_numpy(), axis=0, return_inverse=True)
    group, count = group.reshape(-1), rows["site_count"].to_numpy(float)
    found = pd.DataFrame(squares, columns=_SQUARE)
    sites = np.bincount(group, count)
    for axis in ("x", "y"):
        found[axis] = np.bincount(group, rows[axis] * count) / sites
    found["site_count"] = sites.astype(int)
    countries = _counted(group, rows["country_code"], count)
    found["country_codes"] = [tuple(own) for own in countries]
    found["country_counts"] = [tuple(own.values()) for own in countries]
    found["edition_ids"] = [
        tuple(sorted(own)) for own in _counted(group, rows["edition_id"], count)
    ]
    share = sites / max(FULL, sites.max())
    found["radius"] = np.sqrt(SMALL**2 + (LARGE**2 - SMALL**2) * share).round(1)
    x, y = (_held(found[axis], found[edge], found) for axis, edge in (("x", "left"), ("y", "top")))
    found["longitude"], found["latitude"] = degrees(view, x, y)
    return found[_GROUP]


def _counted(group: Positions, names: pd.Series, count: Floats) -> list[dict[str, int]]:
    """How many sites of each group have which name, most first, then by the alphabet."""
    codes, texts = pd.factorize(names, sort=True)
    cells = np.bincount(group * len(texts) + codes, count, (group.max() + 1) * len(texts))
    table = cells.reshape(-1, len(texts)).astype(int)
    order = np.argsort(-table, axis=1, kind="stable")
    return [
        {str(texts[one]): int(row[one]) for one in own if row[one]}
        for row, own in zip(table, order, strict=True)
    ]


def _held(middle: pd.Series, edge: pd.Series, groups: pd.DataFrame) -> Floats:
    """The middle of each group's mark, moved so that the mark stays within its square.

    Where there is room, its number does: it is as wide as the largest mark.
    """
    reach = groups["radius"].mask(groups["side"] >= WIDE, LARGE)
    low, high = edge + reach, edge + groups["side"] - reach
    held: Floats = np.clip(middle.to_numpy(float), low.to_numpy(float), high.to_numpy(float))
    return held
