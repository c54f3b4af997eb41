"""What each key figure is called."""

from __future__ import annotations

from lib.wording.words import Words


def nouns(words: Words) -> dict[str, str]:
    """By the ids of ``lib.figures.key.KEY_FIGURES``."""
    _ = words.gettext
    return {
        "committed": _("Committed by the foundation"),
        "committed_converted": _("Committed by the foundation, converted"),
        "co_funding": _("From co-funders"),
        "co_funding_converted": _("From co-funders, converted"),
        "committed_in_all": _("Committed"),
        "committed_in_all_converted": _("Committed, converted"),
        "projects": _("Projects"),
        "countries": _("Countries"),
        "places": _("Places announced"),
        "people": _("People to be reached"),
    }
