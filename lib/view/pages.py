"""Long lists a page at a time: what is not asked for is neither made nor sent."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lib.view import bookmark
from lib.view.disclosure import apart
from lib.view.text import muted
from lib.wording.reading import rows_shown
from lib.wording.words import Words

WHOLE = 40  # rows; a list that has no more is shown whole
PAGE = 25  # rows of any other at a time: on a telephone each is a paragraph
BUTTON, ARROWS = 36, 70  # pixels: the button of one page, both arrows
MOST_BUTTONS = 7
MOST = 400  # rows that are shown at once when somebody asks for all of them

Draw = Callable[[slice], None]


def paged(
    count: int, words: Words, key: str, draw: Draw, page: int = PAGE, *, stays: bool = False
) -> None:
    """Draw a list of ``count`` rows, above ``WHOLE`` only those of the page that is asked for.

    ``draw`` gets the rows to draw. ``key`` names the list among those of the page, ``page`` is how
    many rows one has. ``stays``: what is drawn is the same element whether the list has pages or
    not, so that the browser has no blank moment when a filter makes it short.
    """
    if count > WHOLE:
        apart(lambda: _page(count, words, key, draw, page))
    elif stays:
        with st.container():  # as a part that runs alone has one, with what chooses its page above
            st.container(key=f"pages-{key}")
            draw(slice(0, count))
    else:
        draw(slice(0, count))


def _page(count: int, words: Words, key: str, draw: Draw, page: int) -> None:
    """The page asked for, below the control that asks; another list starts at its first page."""
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        gap="small",
        key=f"pages-{key}",
    ):
        place = st.empty()
        has_whole = count <= MOST
        start = bookmark.turned(key, -(-count // page), has_whole=has_whole)
        is_whole = has_whole and st.toggle(
            words.gettext("All rows at once"),
            value=start == bookmark.WHOLE,
            key=f"whole-{key}-{count}",
            help=words.gettext("Paper has the rows that the page shows."),
        )
        if is_whole:
            page = count
        pages = -(-count // page)
        # With room for fewer than five pages, the control hides some however few there are.
        width = ARROWS + BUTTON * max(min(pages, MOST_BUTTONS), 5)
        number = 1
        if not is_whole:
            number = st.pagination(
                pages,
                default=int(start) if start.isdecimal() else 1,
                max_visible_pages=MOST_BUTTONS,
                width=width,
                key=f"page-{key}-{count}",
            )
    first, last = page * (number - 1), min(page * number, count)
    here = bookmark.turned_to(key, bookmark.WHOLE if is_whole else str(number))
    with place.container(width="content", key=here):
        st.markdown(muted(rows_shown(first + 1, last, count, words)), width="content")
    draw(slice(first, last))
