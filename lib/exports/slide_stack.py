"""Slides of tables: those that follow one another fill slides, whole or row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import pandas as pd

from lib.exports.exhibits import Exhibit, Listing
from lib.exports.slide_lines import SMALL, size_of
from lib.exports.slide_parts import beginning
from lib.exports.slide_sentences import below_headings
from lib.exports.slide_single import Single, single
from lib.exports.slide_table import SIZES, Grid
from lib.exports.slide_text import GAP, HEADING, POINT, ROOM_WIDE, Said, tall
from lib.wording.words import Words

MOST_ROWS: Final = 14  # of tables that share a slide in large letters: no more have room
LEAST_ROWS: Final = 2  # of a table that begins below another one
MOST_THINGS: Final = 4  # tables and sentences that share a slide and its title
HEADED: Final = 6 * POINT  # between a heading and its table


class Piece(NamedTuple):
    """Some rows of a table on a slide; the ``place`` of so many pieces of it."""

    listing: Listing
    grid: Grid | Single
    rows: slice
    place: int = 1
    of: int = 1


def heading(title: str) -> Said:
    """What stands above a table that shares a slide."""
    return Said(title, 18, font=HEADING)


def headed(title: str) -> int:
    """EMU that a heading takes with what is between it and its table."""
    return tall([heading(title)], ROOM_WIDE) + HEADED


def stacks(
    tables: Sequence[Listing],
    room: Callable[[Sequence[str]], int],
    texts: Callable[[Listing], pd.DataFrame],
) -> list[list[Piece]]:
    """The slides of tables that follow one another, each with pieces of them.

    ``room`` is that of a slide of tables with some titles in EMU, ``texts`` gives the rows of a
    table as a slide has them. In large letters where one slide holds them all, in the smallest
    else; one row that stands alone is turned.
    """
    held = [texts(one) for one in tables]
    titles = [one.title for one in tables]
    alone = single(held, room(titles))
    if alone:
        return [[Piece(tables[0], alone, slice(0, 1))]]
    most = room(titles)
    above = sum(headed(one) + GAP for one in titles) if len(tables) > 1 else 0
    for size in SIZES if sum(map(len, held)) <= MOST_ROWS else SIZES[-1:]:
        grids = [
            Grid(rows, room([title]), (size,)) for rows, title in zip(held, titles, strict=True)
        ]
        high = above + sum(one.tall for one in grids)
        if high <= most and all(one.is_roomy for one in grids):
            break
    if len(tables) == 1:
        (listing,), (grid,) = tables, grids
        parts = beginning(grid.pages())
        return [
            [Piece(listing, grid, part, place, len(parts))]
            for place, part in enumerate(parts, start=1)
        ]
    found: list[list[Piece]] = []
    for listing, grid in zip(tables, grids, strict=True):
        last, start = beginning(grid.pages())[-1].stop, 0
        while start < last:
            end = _end(grid, start, last, _left(found[-1], listing, room)) if found else start
            if end - start < min(LEAST_ROWS, last - start):
                whole = room([listing.title])
                end = max(start + 1, _end(grid, start, last, whole))
                if end - start == 1 and _gives(found, listing):
                    sooner = _end(grid, start - 1, last, whole)
                    if sooner == end:  # so that a tall row does not stand alone
                        start -= 1
                        before = found[-1][-1]
                        found[-1][-1] = before._replace(rows=slice(before.rows.start, start))
                found.append([])
            found[-1].append(Piece(listing, grid, slice(start, end)))
            start = end
    return [[_numbered(one, found) for one in pieces] for pieces in found]


def together(tables: Sequence[Listing], words: Words) -> Listing:
    """Tables of statements as one, whose first column says of which kind each row is."""
    first, *rest = tables
    if not rest:
        return first
    kinds = [one.title for one in tables for _row in range(len(one.frame))]
    frame = pd.concat([one.frame for one in tables], ignore_index=True)

    def write(some: pd.DataFrame, words: Words) -> pd.DataFrame:
        said = first.write(some, words)
        said.insert(0, words.gettext("Kind"), [kinds[place] for place in some.index])
        return said

    return replace(
        first,
        title=words.gettext("Statements"),
        frame=frame,
        write=write,
        source_ids=tuple(dict.fromkeys(own for one in tables for own in one.source_ids)),
        note=" ".join(dict.fromkeys(one.note for one in tables if one.note)),
    )


def fitting(
    pieces: Sequence[Piece], after: Sequence[Exhibit], room: Callable[[Sequence[str]], int]
) -> list[Exhibit]:
    """The first sentences ``after`` that have room below tables, large enough, each headed."""
    found = list(after[: max(0, MOST_THINGS - len(pieces))])
    while found:
        left = room([one.listing.title for one in pieces] + [one.title for one in found])
        left -= sum(map(_headed_tall, pieces)) + GAP
        if size_of(below_headings(found), left) >= SMALL:
            break
        found.pop()
    return found


def _headed_tall(piece: Piece) -> int:
    own = piece.grid.head_high + sum(piece.grid.high[piece.rows])
    return headed(piece.listing.title) + own + GAP


def _left(pieces: Sequence[Piece], listing: Listing, room: Callable[[Sequence[str]], int]) -> int:
    """EMU that are left of a slide for a further table with its heading."""
    taken = sum(map(_headed_tall, pieces))
    titles = [*(one.listing.title for one in pieces), listing.title]
    return room(titles) - taken - headed(listing.title)


def _end(grid: Grid, start: int, last: int, left: int) -> int:
    """After which row a piece ends that has so much room; never before the last one alone."""
    left -= grid.head_high
    end = start
    while end < last and grid.high[end] <= left:
        left -= grid.high[end]
        end += 1
    if end == last - 1:
        return end - 1 if end - start > LEAST_ROWS else start
    return end


def _gives(found: Sequence[Sequence[Piece]], listing: Listing) -> bool:
    """Whether the slide before ends with more rows of a table than it has to have."""
    before = found[-1][-1] if found else None
    if before is None or before.listing is not listing:
        return False
    count: int = before.rows.stop - before.rows.start
    return count > LEAST_ROWS


def _numbered(piece: Piece, found: Sequence[Sequence[Piece]]) -> Piece:
    own = [one for pieces in found for one in pieces if one.listing is piece.listing]
    return piece._replace(place=own.index(piece) + 1, of=len(own))
