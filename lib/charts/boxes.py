"""Boxes beside marks that are pointed at: what their rows do not say."""

from __future__ import annotations

from lib.charts.sheet import EDGE, ROOM, Sheet
from lib.charts.text import wrap
from lib.charts.theme import TEXT_SIZE, escape
from lib.wording.conventions import DOT


def hover(*lines: str) -> str:
    """Text of a hover box from plain lines, the first one strong; empty lines are left out."""
    first, *rest = [escape(line) for line in lines if line]
    return "<br>".join([f"<b>{first}</b>", *rest])


def told(sheet: Sheet, value: str, *more: str) -> str:
    """The box at a mark of a list: the value, which it covers, and what its row does not say.

    On one line where there is room, so that it never covers the row below. A template of Plotly,
    from plain texts.
    """
    said = DOT.join(one for one in more if one)
    if sheet.is_wide:
        return f"<b>{_plain(value)}</b>{DOT}{_plain(said)}"
    room = ROOM - 4 * EDGE
    strong = [f"<b>{_plain(line)}</b>" for line in wrap(value, room, TEXT_SIZE, 600)]
    return "<br>".join([*strong, *(_plain(line) for line in wrap(said, room, TEXT_SIZE))])


def told_alone(value: str, *more: str) -> str:
    """The same box at a point with its label beside it: the value, and what the label lacks."""
    first, *rest = [_plain(one) for one in (value, *more) if one]
    return "<br>".join([f"<b>{first}</b>", *rest])


def _plain(text: str) -> str:
    """A text in a template: no name of a value in it is replaced."""
    return escape(text).replace("%{", "%&#123;")
