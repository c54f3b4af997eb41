"""The way on from the foot of a page."""

from __future__ import annotations

import streamlit as st

from lib.figures import project
from lib.view.device import is_phone
from lib.view.navigation import BESIDE, PAGES, PROFILES, WORDS, link, titles
from lib.view.visit import Visit
from lib.wording.conventions import SPACE
from lib.wording.words import Words


def onward(visit: Visit, here: st.Page) -> None:
    """The way on from the foot of a page: the next project of a profile, then the next page.

    From a page beside the others it leads back to the one that it is reached from.
    """
    words, chosen = visit.words, visit.selection.project
    name = here.url_path or PAGES[0]
    if name in BESIDE:
        with st.container(key="onward"):
            link(visit, "sources", f"← {titles(words)['sources']}")
        return
    following = PAGES[0] if name == WORDS else PAGES[(PAGES.index(name) + 1) % len(PAGES)]
    with st.container(horizontal=True, gap="small", key="onward"):
        if name == PROFILES and len(chosen) == 1:
            _next_project(visit, project.following(visit.portfolio, chosen[0]))
        # A link has one line.
        asked = _questions(words, visit.title)
        short, long = words.gettext("Next: {page}"), words.gettext("Next: {page} — {question}")
        form = short if is_phone() else long
        said = form.format(page=titles(words)[following], question=asked[following])
        link(visit, following, f"{said}{SPACE}→")


def _next_project(visit: Visit, project_id: str) -> None:
    if project_id:
        names = visit.portfolio.projects.set_index("project_id")["name"]
        said = visit.words.gettext("Next project: {project}").format(project=names[project_id])
        link(visit, "projects", f"{said}{SPACE}→", project=[project_id])


def _questions(words: Words, portfolio: str) -> dict[str, str]:
    """What each page answers, as the rest of a sentence that names it.

    ``portfolio`` is what the portfolio is called.
    """
    _ = words.gettext
    return {
        "overview": _("where {portfolio} stands").format(portfolio=portfolio),
        "funding": _("who pays, and for what"),
        "targets": _("what was promised, and what has been reported"),
        "map": _("where it works"),
        "projects": _("every project, alone or side by side"),
        "disagreements": _("where sources differ, and which value is used"),
        "sources": _("where each number comes from"),
    }
