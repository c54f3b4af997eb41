"""Numbers as a spreadsheet writes them in a format with conditions and literal words."""

from __future__ import annotations

import re

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|(0)')
_SECTION = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
_CONDITION = re.compile(r"\[>=(\d+)\](.*)", re.S)


def written(code: str, number: float) -> str:
    """A whole number in a format: the first section whose condition holds, else the last."""
    sections = [found for found in _SECTION.findall(code) if found]
    for section in sections:
        match = _CONDITION.fullmatch(section)
        if match is None or number >= int(match[1]):
            return _filled(match[2] if match else section, f"{number:.0f}")
    raise AssertionError(f"no section of {code} takes {number}")


def _filled(section: str, digits: str) -> str:
    """Digits from the right in the places for them; those that are left before the first one."""
    tokens = [found.groups() for found in _TOKEN.finditer(section)]
    assert "".join(found.group() for found in _TOKEN.finditer(section)) == section
    places = sum(place is not None for _literal, _sign, place in tokens)
    if not places:
        return "".join(literal or sign or "" for literal, sign, _place in tokens)
    padded = digits.rjust(places, "0")
    held = [padded[: len(padded) - places + 1], *padded[len(padded) - places + 1 :]]
    shown = iter(held)
    return "".join(
        next(shown) if place else (literal or sign or "") for literal, sign, place in tokens
    )
