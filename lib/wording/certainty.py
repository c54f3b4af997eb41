"""Words for how far a number can be trusted: its bound, its evidence."""

from __future__ import annotations

from lib.wording.terms import Term
from lib.wording.words import Words


def certainty(words: Words) -> dict[str, Term]:
    """How sure a number is."""
    _ = words.gettext
    return {
        "how_sure": Term(
            _("How sure"),
            _(
                "What the source itself says about its number: exact, at least, up to, about. "
                "It is no judgement of whether the source is right."
            ),
        ),
        "exact": Term(
            _("Exact"),
            _("The source gives a plain number. That makes it plain, not proven."),
        ),
        "at_least": Term(
            _("At least"),
            _("The number is a minimum, as in “at least\u00a0100”. Nothing limits it above."),
        ),
        "up_to": Term(
            _("Up to"),
            _("The number is a ceiling, as in “up\u00a0to\u00a0100”. It may be fewer, or none."),
        ),
        "about": Term(
            _("About (≈)"),
            _("The source says that its number is approximate. No spread is invented for it."),
        ),
        "range": Term(
            _("Range"),
            _(
                "The least and the most that a sum can be when one of its parts is a bound: for "
                "example, 100 and up\u00a0to\u00a050 make 100–150."
            ),
        ),
        "not_stated": Term(
            _("Not stated"),
            _(
                "No number was found in the sources read. It is not zero: it adds nothing to a sum "
                "and is counted in the coverage."
            ),
        ),
        "coverage": Term(
            _("Coverage"),
            _(
                "How many of the selected projects, or of the amounts, say what the figure asks. "
                "A sum speaks for those alone."
            ),
        ),
    }


def evidence(words: Words) -> dict[str, Term]:
    """Where a number comes from, and which one is used."""
    _ = words.gettext
    return {
        "statement": Term(
            _("Statement"),
            _(
                "One thing that one source says: a value, how sure it is, a date, the place in the "
                "source. Every figure here is made of statements."
            ),
        ),
        "source": Term(
            _("Source"),
            _(
                "A public document that was read, with its publisher, date and address. "
                "“Not found” means not found in these."
            ),
        ),
        "authority": Term(
            _("Kind of source"),
            _(
                "How near its publisher is to the programme: official, partner, press, reference. "
                "Of two that differ, the more official one is used."
            ),
        ),
        "evidence": Term(
            _("Evidence"),
            _(
                "The sources that figures rest on: all that were read, or the programme page only. "
                "Fewer sources mean fewer numbers, not other ones."
            ),
        ),
        "headline": Term(
            _("Value shown first"),
            _(
                "The statement that figures use where several speak about the same; the programme "
                "page comes first. The others stay visible as “also stated”."
            ),
        ),
        "disagreement": Term(
            _("Disagreement"),
            _(
                "Statements that cannot all hold, or a total that is not the sum of its parts. The "
                "sign ≠ leads to all of them; none is taken away."
            ),
        ),
    }
