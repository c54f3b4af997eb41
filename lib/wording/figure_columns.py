"""What the columns of a figure's files mean."""

from __future__ import annotations

from typing import Final

from lib.wording.words import Words

_DATES: Final = ("_date", "date", "moment")


def subjects(words: Words) -> dict[str, str]:
    """Of what a row has bounds, by what the names of their columns begin with; "": its own."""
    _ = words.gettext
    return {
        "": "",
        "then_": _("Before"),
        "result_": _("Result"),
        "parts_": _("Sum of the parts"),
        "people_": _("People to be reached"),
        "money_": _("Money for it alone"),
        "whole_": _("For more than the selection"),
    }


def meaning(name: str, words: Words) -> tuple[str, str]:
    """The title of a column and what it says; twice "" for one whose name says enough."""
    known = _known(words)
    for prefix, subject in subjects(words).items():
        own = known.get(name.removeprefix(prefix)) if name.startswith(prefix) else None
        if own:
            title, said = own
            return (words.of(subject, title) if subject else title), said
    if name.endswith(_DATES):
        dates = words.gettext("A day, a month or a year in ISO 8601, as precise as its source.")
        return "", dates
    return "", ""


def _known(words: Words) -> dict[str, tuple[str, str]]:
    _ = words.gettext
    return {
        "low": (_("Low"), _("The lower end of the number; empty where none is stated.")),
        "high": (
            _("High"),
            _("The upper end; empty where it is open or no number is stated: ending says which."),
        ),
        "ending": (
            _("How sure"),
            _(
                "exact: low equals high. at_least: the upper end is open. up_to: from zero. range: "
                "between both. about: low and high are the number that a source calls approximate, "
                "not its limits. not_stated: no number."
            ),
        ),
        "is_approximate": (
            _("Approximate"),
            _("Whether a source says about, so that low and high are not exact."),
        ),
        "stated_count": (
            _("Numbers stated"),
            _("How many statements with a number stand behind it."),
        ),
        "of_count": (_("Of projects"), _("Of how many projects a number could be stated.")),
    }
