"""Words for what the record is about: actors, money, promises."""

from __future__ import annotations

from typing import NamedTuple

from lib.wording.words import Words


class Term(NamedTuple):
    """A word with what it means, in two sentences at most."""

    name: str
    meaning: str


class Subject(NamedTuple):
    """What the words are about: the title of the portfolio, one of its programmes, "" for none."""

    portfolio: str
    programme: str = ""


def actors(words: Words, subject: Subject) -> dict[str, Term]:
    """Who takes part, and in what."""
    _ = words.gettext
    programme = (
        _(
            "The line of work that a project belongs to, such as {programme}. {portfolio} itself "
            "is called the whole programme."
        )
        if subject.programme
        else _(
            "The line of work that a project belongs to. {portfolio} itself is called the whole "
            "programme."
        )
    )
    return {
        "edition": Term(
            _("Edition"),
            _(
                "A round of the programme with projects of its own. Where no source gives its "
                "first or last year, its period stays open."
            ),
        ),
        "programme": Term(
            _("Programme"),
            programme.format(**subject._asdict()),
        ),
        "project": Term(
            _("Project"),
            _(
                "What its partners carry out, in one country or several. IATI calls this an "
                "activity."
            ),
        ),
        "partner": Term(
            _("Partner"),
            _(
                "An organisation that carries a project out: the implementing organisation of "
                "IATI. Others that take part are listed with their role."
            ),
        ),
        "funder": Term(
            _("Funder, or payer"),
            _(
                "Who provides money: the funding organisation of IATI. In the portfolio of one "
                "foundation all others that pay are its co-funders."
            ),
        ),
    }


def money(words: Words) -> dict[str, Term]:
    """Kinds of money, and what is not known of it."""
    _ = words.gettext
    return {
        "commitment": Term(
            _("Commitment"),
            _(
                "A firm promise of a stated amount for a stated purpose, as IATI and OECD-DAC use "
                "the word. It does not say that the money was paid."
            ),
        ),
        "disbursement": Term(
            _("Disbursement"),
            _(
                "Money that was placed at somebody’s disposal, as IATI and OECD-DAC use the word. "
                "It is never added to the commitment it comes from."
            ),
        ),
        "earmark": Term(
            _("Earmark"),
            _(
                "The part of a commitment that its payer reserves for one purpose. It lies inside "
                "the commitment and is never added to it."
            ),
        ),
        "destination": Term(
            _("Split not published"),
            _(
                "An amount of which no source says how it is divided. It stays in one piece, "
                "hatched, instead of being spread by guess."
            ),
        ),
        "not_attributable": Term(
            _("Not attributable"),
            _(
                "Stated for more than what is selected, so that the selection’s own part is not "
                "known. It is shown in words, not in sums."
            ),
        ),
    }


def promises(words: Words) -> dict[str, Term]:
    """What is promised, what is reported, where."""
    _ = words.gettext
    return {
        "target": Term(
            _("Target"),
            _(
                "A number that was promised, as in the indicators of IATI. Where a source has the "
                "date by which it is due, that stands beside it."
            ),
        ),
        "result": Term(
            _("Result"),
            _(
                "A number that was reported afterwards: the actual value of an IATI indicator. It "
                "stands beside a target only where both count the same."
            ),
        ),
        "place": Term(
            _("Place"),
            _(
                "Where a project works: a location in IATI. A point is a place, a ring a region or "
                "province, whatever its size."
            ),
        ),
        "announced": Term(
            _("Announced"),
            _(
                "Said beforehand, whether or not anything was opened. Projects may count their "
                "places in units of their own."
            ),
        ),
        "named": Term(
            _("Named"),
            _(
                "A source gives the name of a place, not only a number of places: one by one, or "
                "where it says “all”, as a list such as that of ISO has them. Only what is named "
                "is drawn on the map; the rest is a number at its country."
            ),
        ),
    }
