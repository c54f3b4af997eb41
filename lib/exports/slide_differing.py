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
from lib.exports.slide_table import Grid, held
from lib.exports.slide_text import BOTTOM, GAP
from lib.wording.conventions import SPACE
from lib.wording.disagreements import sentences
from lib.wording.slides import numbered, table


def add(
    deck: Deck, pack: Pack, head: Head, groups: Sequence[Listing], after: Sequence[Exhibit] = ()
) -> bool:
    """What differs, a row a group: which value is used, who says what; why stands in the notes.

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
    """What differs about a project as one more of its tables, with why a value is used below."""
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
    headings = [_("What differs"), _("Kind"), _("Value shown first"), _("Also stated")]
    rows = [(one.title, one.kind, *_stated(pack, one)) for one in groups]
    return held(pd.DataFrame(rows, columns=pd.Index(headings)))


def _stated(pack: Pack, group: Listing) -> tuple[str, str]:
    """What the statements of a group say, who and when, of what document: those used, the others.

    Where each speaks about a quantity of its own, all are used.
    """
    found = sentences(group.frame, pack.words)
    said = [
        f"{one}{SPACE}[{number}]" if number else one
        for one, number in zip(found, pack.row_numbers(group), strict=True)
    ]
    own: list[tuple[str, bool]] = list(zip(said, group.frame["is_headline"], strict=True))
    used, others = ([one for one, is_used in own if is_used is kept] for kept in (True, False))
    none = pack.words.gettext("none of these")
    return pack.words.clauses(used) or none, pack.words.clauses(others)


def _blocks(after: Sequence[Exhibit], pack: Pack) -> list[Block]:
    """Sentences as a line for each exhibit, which is less than a slide of their own."""
    said = [pack.words.of(one.title, both(line.text for line in told(one))) for one in after]
    return [Block("", [Line(text) for text in said])] if said else []
