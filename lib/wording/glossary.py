"""What words mean: one definition each, for the page of words and for every place they stand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from lib.wording import certainty, terms
from lib.wording.terms import Subject, Term
from lib.wording.words import Words


class Group(NamedTuple):
    """Words that belong together, by the code under which others link to them."""

    title: str
    terms: Mapping[str, Term]


def term(code: str, words: Words) -> Term:
    """One word, as it is of any portfolio; ``KeyError`` for a code that no group has."""
    return _every(words)[code]


@cache
def _every(words: Words) -> dict[str, Term]:
    subject = Subject(words.gettext("Portfolio"))
    return {code: term for group in groups(words, subject) for code, term in group.terms.items()}


def groups(words: Words, subject: Subject) -> list[Group]:
    """Every word, in the order of a reader's questions: who, how much, how sure, says who."""
    _ = words.gettext
    return [
        Group(_("Who, and what"), terms.actors(words, subject)),
        Group(_("Money"), terms.money(words)),
        Group(_("Promised and reported"), terms.promises(words)),
        Group(_("How sure"), certainty.certainty(words)),
        Group(_("Says who"), certainty.evidence(words)),
    ]


def channels(words: Words) -> dict[str, Term]:
    """The four channels of the charts, each with the one thing that it says."""
    _ = words.gettext
    return {
        "hue": Term(_("Colour"), _("Which edition, or the one thing that the chart divides by.")),
        "ending": Term(_("Ending"), _("How sure the number is: a bar ends as its source said.")),
        "fill": Term(_("Filling"), _("Full is reported, hollow announced, hatched not divided.")),
        "differ": Term("≠", _("Sources disagree; the mark leads to all that they say.")),
    }


def headings(words: Words) -> dict[str, str]:
    """Codes of the words behind the headings of tables."""
    _ = words.gettext
    return {
        _("How sure"): "how_sure",
        _("Payer"): "funder",
        _("Also stated"): "disagreement",
        _("Value shown first"): "headline",
        _("Kind of source"): "authority",
        _("Statement"): "statement",
        _("Announced, with a name"): "named",
        _("Result"): "result",
    }
