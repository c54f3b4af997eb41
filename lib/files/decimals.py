"""Decimals: numbers of which it is known that a point in them is one for decimals."""

from __future__ import annotations

import re
from typing import Final

# What one takes for thousands as well: three digits after a point, one to three before it.
TWO_READINGS: Final = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def certain(number: str) -> str:
    """A number written so that nobody takes its decimals for thousands: 13.125 as 13.1250.

    Whatever reads the text again, here or elsewhere, needs to know no more than the text.
    """
    return f"{number}0" if TWO_READINGS.fullmatch(number.removeprefix("-")) else number


def readings(number: str) -> tuple[str, str]:
    """What a number that matches ``TWO_READINGS`` may be: with thousands, with decimals."""
    whole, _, rest = number.partition(".")
    return whole + rest, certain(number) if rest.strip("0") else whole
