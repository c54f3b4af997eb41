"""What is said around a figure: title, measure, how to read it, coverage, text alternative."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lib.wording.shares import Share
from lib.wording.words import Words


class Reading(NamedTuple):
    """The words of one figure. ``empty`` says why there is nothing, when there is nothing.

    ``measure`` is for a drawing of another kind: what is measured, without the marks that the
    subtitle names; "" where it names none. ``method`` is what holds of any drawing: how the numbers
    were chosen or counted, without the marks that ``how_to_read`` explains.
    """

    title: str
    subtitle: str
    how_to_read: str
    coverage: str
    alternative: str
    empty: str = ""
    measure: str = ""
    method: str = ""

    @property
    def heading(self) -> str:
        """The finding; where there is nothing to find, what would be measured."""
        return (self.measure or self.subtitle) if self.empty else self.title


def coverage(stated: int, projects: int, words: Words) -> str:
    """How many of the selected projects state a number."""
    _ = words.gettext
    everywhere = Share(
        _("The project states a number"),
        _("The project states no number"),
        _("Each of the {total} projects states a number"),
        _("None of the {total} projects states a number"),
        words.ngettext(
            "{n} of {total} projects states a number",
            "{n} of {total} projects state a number",
            stated,
        ),
    )
    on_page = Share(
        _("The project has a number on the programme page"),
        _("The project has no number on the programme page"),
        _("Each of the {total} projects has a number on the programme page"),
        _("None of the {total} projects has a number on the programme page"),
        words.ngettext(
            "{n} of {total} projects has a number on the programme page",
            "{n} of {total} projects have a number on the programme page",
            stated,
        ),
    )
    return (on_page if words.is_page_only else everywhere).said(stated, projects, words)


def rows_shown(first: int, last: int, total: int, words: Words) -> str:
    """Which rows of a table are shown, counted from 1, and how many there are."""
    if first == last:
        return words.gettext("Row {n} of {total}").format(
            n=words.number(first), total=words.number(total)
        )
    return words.gettext("Rows {first}–{last} of {total}").format(
        first=words.number(first), last=words.number(last), total=words.number(total)
    )


def rows_order(words: Words) -> str:
    """Which rows of a chart of several pages come first."""
    return words.gettext("Of several pages the first ones hold the rows that say something.")


def numbers(found: Iterable[int]) -> str:
    """Numbers in a row, those that follow one another as a span: "1, 3–5"."""
    spans: list[list[int]] = []
    for number in sorted(found):
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(
        f"{span[0]}–{span[-1]}" if len(span) > 2 else ", ".join(map(str, span)) for span in spans
    )


def endings(words: Words) -> str:
    """How the end of a bar says how sure its number is."""
    _ = words.gettext
    return _(
        "A straight end is an exact number. A tick with a fading arrow means at least this many. "
        "A hatched bar with a heavy cap means up to this many: it may be none. A wavy end means "
        "about. A dotted stub means that no number was found. The sign ≠ marks a number that "
        "another source contradicts; both are listed with the disagreements."
    )


def not_found(words: Words) -> str:
    """What stands for a list without rows, by the evidence that was looked at."""
    _ = words.gettext
    return words.read(_("Not found in the sources read."), _("Not found on the programme page."))


def no_amount(words: Words) -> str:
    """What stands for a sum of money that nobody states."""
    _ = words.gettext
    return words.selected(
        words.read(
            _("No amount was found for this selection in the sources read."),
            _("The programme page states no amount for this selection."),
        ),
        words.read(
            _("No amount was found in the sources read."),
            _("The programme page states no amount."),
        ),
    )


def no_disagreement(words: Words) -> str:
    """What stands for a list of disagreements without any."""
    _ = words.gettext
    return words.selected(
        words.read(
            _("No two sources read contradict each other about this selection."),
            _("The programme page does not contradict itself about this selection."),
        ),
        words.read(
            _("No two sources read contradict each other."),
            _("The programme page does not contradict itself."),
        ),
    )


def no_project(words: Words) -> str:
    """The finding where no project is left."""
    return words.gettext("No project matches these filters")


def nothing_selected(words: Words) -> str:
    """Why a figure is empty when no project is left."""
    return words.gettext(
        "No project matches these filters. Take one of them away, or reset them all."
    )


def no_number(words: Words) -> str:
    """Why a figure of projects none of which has a number is empty."""
    _ = words.gettext
    return words.selected(
        words.read(
            _("No number was found for this selection in the sources read."),
            _("The programme page states no number for this selection."),
        ),
        words.read(
            _("No number was found in the sources read."),
            _("The programme page states no number."),
        ),
    )
