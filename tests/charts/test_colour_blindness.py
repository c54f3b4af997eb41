"""Colours that stand side by side can be told apart, also by those who see fewer.

How a colour looks to them is simulated after Machado, Oliveira, Fernandes (2009), "A
Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), at full
severity; how far two colours are from each other is CIEDE2000 (Sharma, Wu, Dalal 2005). About 2 is
what a trained eye just notices, 10 what anybody sees at a glance.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest
from coloraide import Color

from lib.charts.theme import DARK, LIGHT, Palette

VISIONS = ("normal", "deutan", "protan", "tritan")
# What a reader tells apart within one chart, with the smallest distance on each ground.
GROUPS = {"editions": (20, 14), "programmes": (35, 26), "organisation_types": (15, 17)}


def seen(colour: str, vision: str) -> Color:
    """A colour as a screen shows it to somebody."""
    shown = Color(colour)
    return shown if vision == "normal" else shown.filter(vision, 1, method="machado").clip("srgb")


def smallest(colours: Iterable[str], vision: str) -> float:
    """The smallest distance between any two colours."""
    pairs = combinations([seen(colour, vision) for colour in colours], 2)
    return min(float(one.delta_e(other, method="2000")) for one, other in pairs)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize(("palette", "ground"), [(LIGHT, 0), (DARK, 1)], ids=["light", "dark"])
def test_colours_of_a_group_can_be_told_apart(
    palette: Palette, ground: int, group: str, vision: str
) -> None:
    colours = getattr(palette, group)
    found = smallest(colours if isinstance(colours, tuple) else colours.values(), vision)
    assert round(found) >= GROUPS[group][ground]


def test_the_simulation_takes_away_what_those_readers_lack() -> None:
    """Red and green of one lightness: far apart for most readers, near for some."""
    pair = ("#C2483B", "#6E7F1E")
    distances = {vision: smallest(pair, vision) for vision in VISIONS}
    assert distances["normal"] > 45
    assert distances["deutan"] < distances["normal"] / 2
    assert distances["protan"] < distances["normal"] / 2
    assert distances["tritan"] > 30
