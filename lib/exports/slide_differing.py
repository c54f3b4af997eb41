"""The slides of what differs, a row a disagreement, above what agrees."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from lib.exports import slide_notes as told_in
from lib.exports.deck import Deck, room_top
from lib.exports.exhibits import Exhibit, Line, Listing, told
from lib.exports.pack import Pack
from lib.exports.slide_head import Head, both
from lib.exports.slide_lines import SMALL, Block, size_of
from lib.exports.slide_pages import room_below
from lib.exports.slide_parts import beginning
from lib.exports.slide_table import Grid
from lib.exports.slide_text import BOTTOM, GAP
from lib.wording.reading import numbers
from lib.wording.slides import numbered, table


def add(
    deck: Deck, pack: Pack, head: Head, groups: Sequence[Listing], after: Sequence[Exhibit] = ()
) -> bool:
    """What differs, a row a group: who says what stands in the notes.

    The sentences ``after`` stand below the last row if there is room. Out: whether they do.
    """
    if not groups:
        return False
    name, _below = head.of(pack.words.gettext("Where sources differ"), is_finding=True)
    grid = Grid(_texts(pack, groups), room_below(name))
    found = beginning(grid.pages())
    for place, part in enumerate(found, start=1):
        notes = [
            note
            for one in groups[part]
            for note in (one.title, one.note, *told_in.notes(pack, one))
        ]
        title = numbered(name, place, len(found), pack.words)
        top = room_top(title, "") + grid.head_high + sum(grid.high[part]) + 2 * GAP
        blocks = _blocks(after, pack) if place == len(found) else []
        is_said = bool(blocks) and size_of(blocks, BOTTOM - top) >= SMALL
        for one in after if is_said else ():
            notes += [one.title, *told_in.notes(pack, one)]
        page = deck.page(title, head.question, "", notes)
        deck.table(page, grid, part, table(title, pack.words))
        if is_said:
            deck.lines_below(page, blocks, top)
    return is_said


def as_table(pack: Pack, groups: Sequence[Listing]) -> list[Listing]:
    """What differs about a project as one more of its tables, with who says what as its note."""
    if not groups:
        return []
    texts = _texts(pack, groups)
    return [
        Listing(
            name=f"{groups[0].name}.all",
            title=pack.words.gettext("Where sources differ"),
            frame=texts,
            write=lambda rows, _words: rows.copy(),
            words=pack.words,
            note="\n".join(said for one in groups for said in (one.title, one.note) if said),
            source_ids=tuple(dict.fromkeys(own for one in groups for own in one.source_ids)),
        )
    ]


def _texts(pack: Pack, groups: Sequence[Listing]) -> pd.DataFrame:
    _ = pack.words.gettext
    headings = [_("What differs"), _("Kind"), _("Sources")]
    rows = [(one.title, one.kind, numbers(pack.numbers(one.source_ids))) for one in groups]
    return pd.DataFrame(rows, columns=pd.Index(headings))


def _blocks(after: Sequence[Exhibit], pack: Pack) -> list[Block]:
    """Sentences as a line for each exhibit, which is less than a slide of their own."""
    said = [pack.words.of(one.title, both(line.text for line in told(one))) for one in after]
    return [Block("", [Line(text) for text in said])] if said else []
