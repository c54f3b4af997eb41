"""What stands first in the bar: the logo or the colour of the portfolio, and its title."""

from __future__ import annotations

from lib.charts import marks
from lib.charts.theme import DARK
from lib.model import identity
from lib.view.text import literal
from lib.view.visit import Reader


def said(visit: Reader) -> str:
    """The title as Markdown, behind what the portfolio brings along, if it does.

    Both are images, which run nothing and are not read aloud: the title says the same.
    """
    look = identity.look(visit.registers.portfolio)
    accent = look.accent_dark if visit.palette is DARK else look.accent
    images = [look.logo.address] if look.logo else []
    if accent:
        images.append(marks.data_uri(marks.rule(accent)))
    return " ".join([*(f"![]({image})" for image in images), f"**{literal(visit.title)}**"])
