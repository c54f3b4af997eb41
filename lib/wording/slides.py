"""Words of native charts on slides: their columns, how to read their bars, what they show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lib.wording.conventions import SPACE
from lib.wording.destinations import no_split
from lib.wording.words import Words

Pair = tuple[
    str, str
]  # how sure the numbers of a column are, of what they are ("", target, result)


def column_name(look: str, role: str, words: Words) -> str:
    """The heading of a column of numbers, which also stands in the legend."""
    _ = words.gettext
    names = {
        "certain": _("certain part of a range"),
        "not_published": no_split(words),
        "start": _("start (year)"),
        "years": _("length (years)"),
        "open_start": _("last year and one that fades, start not stated"),
        "open_end": _("first year and one that fades, end not stated"),
    }
    own = names.get(look) or words.qualifier(look)
    roles = {"target": _("target"), "result": _("result")}
    if role not in roles:
        return own
    return roles[role] if look == "exact" else words.of(roles[role], own)


def no_data(name: str, words: Words) -> str:
    """The heading of a column that only places or holds words."""
    return words.gettext("{name} (no data)").format(name=name)


def numbered(title: str, place: int, count: int, words: Words) -> str:
    """A title of several slides with the place of one, that no line parts: "Targets (2 of 3)"."""
    if count < 2:
        return title
    before, bracket, numbers = words.gettext("{title} ({n} of {total})").partition("(")
    return f"{before}{bracket}{numbers.replace(' ', SPACE)}".format(
        title=title, n=words.number(place), total=words.number(count)
    )


def bars(columns: Iterable[Pair], words: Words) -> list[str]:
    """How to read bars, by what a chart has of them."""
    _ = words.gettext
    found = set(columns)
    looks = {look for look, _role in found}
    said = {
        "exact": _("A solid bar is an exact number."),
        "at_least": _(
            "A bar that fades at its end, with an arrow before its number, means at least this "
            "many."
        ),
        "up_to": _(
            "A hatched bar means up to this many: it may be none. Where it begins after a solid "
            "one, that much is certain."
        ),
        "about": _("A bar filled with waves means about this many."),
        "not_published": words.read(
            _(
                "A hatched bar with a dashed edge is money whose split was not found in the "
                "sources read: it stays in one piece and is never spread by guesswork."
            ),
            _(
                "A hatched bar with a dashed edge is money that the programme page does not "
                "split: it stays in one piece and is never spread by guesswork."
            ),
        ),
        "not_stated": _("A name without a bar: no number was found."),
    }
    lines = [line for look, line in said.items() if look in looks]
    roles = {role for _look, role in found}
    if "result" in roles:
        lines.append(
            _(
                "A pale bar is a target, the full one below it the result that can be set against "
                "it."
            )
        )
    elif "target" in roles:
        lines.append(_("Every bar is a target: no result stands against it."))
    return lines


def scale(words: Words) -> str:
    """What the axis of marks is."""
    return words.gettext("logarithmic scale: a mark ends at its number")


def marks(columns: Iterable[Pair], words: Words) -> list[str]:
    """How to read marks on a logarithmic axis, by what a chart has of them."""
    _ = words.gettext
    said = [
        _("Each step of the scale is ten times the one before. A mark ends at its number."),
        _(
            "A long thin mark, with an arrow and ≥ before its number, means at least this many; a "
            "pale one with ≈ about; a dashed one with ≤ up to this many: it may be none."
        ),
    ]
    if any(role == "result" for _look, role in columns):
        said.append(
            _(
                "A mark in the colour of its edition is a target, a narrow dark one below it the "
                "result that can be set against it."
            )
        )
    return said


def periods(words: Words) -> list[str]:
    """How to read periods."""
    return [
        words.gettext(
            "A bar that fades has an end or a start that was not found: the year that is stated is "
            "solid, what fades has no length, and it does not mean that it is still running. What "
            "has no dates is said in words."
        )
    ]


def used(words: Words) -> str:
    """How to read the number that is used beside others."""
    return words.gettext("The dark bar is the number used here, grey ones are other statements.")


def differing(words: Words) -> str:
    """How to read the sign of a disagreement on a slide."""
    return words.gettext(
        "The sign ≠ marks a number that another source contradicts; the slides about "
        "disagreements show both."
    )


def alternative(kind: str, measure: str, said: Sequence[str], words: Words) -> str:
    """What a chart shows, for those who do not see it: every bar with its words."""
    _ = words.gettext
    forms = {
        "bars": _("Bar chart. {measure}. {rows}."),
        "marks": _("Marks on a logarithmic axis. {measure}. {rows}."),
        "years": _("Bars on an axis of years. {measure}. {rows}."),
    }
    return forms[kind].format(measure=measure.rstrip("."), rows=words.clauses(said))


def table(title: str, words: Words) -> str:
    """What a table is, for those who do not see it."""
    return words.gettext("Table: {title}").format(title=title)
