"""What a section of a web page shows, as its template takes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lib.charts.text import width
from lib.charts.theme import DARK, LIGHT
from lib.exports.exhibits import Cards, Chart, Exhibit, Lines, Listing, Map, Tabled
from lib.exports.order import keys
from lib.exports.pack import Pack
from lib.exports.plain import REGISTER, Drawn, Most, Plain, card, headed, numbered, signs, table
from lib.exports.web_charts import chart
from lib.exports.windows import Window

SIZES: Final = {"": 38, "smaller": 30, "smallest": 22}  # pixels of values by class, as in page.css
CARD: Final = 234  # pixels between the edges of the narrowest card
MOST_OPEN: Final = 16  # rows of a table that is open from the start
MOST_ROWS: Final = Most(300, 100)  # of any table; more are for a workbook
MOST_DOCUMENTS: Final = Most(300, 300)


def exhibit(one: Exhibit, pack: Pack, drawn: Drawn) -> Plain:
    """An exhibit in texts and drawings; ``drawn`` draws for both grounds."""
    shared = headed(one, pack)
    match one:
        case Cards():
            cards = [card(own, pack, drawn) for own in one.figures]
            return {**shared, "kind": "cards", "cards": cards, "size": _size(cards)}
        case Chart() | Map():
            return {**shared, "kind": "figure", **_figure(one, pack, drawn)}
        case Listing():
            return {**shared, "kind": "table", **_listing(one, pack)}
        case Lines():
            picture = drawn(one.picture) if one.picture else ""
            lines = [line._asdict() for line in one.lines]
            return {**shared, "kind": "lines", "picture": picture, "lines": lines}
    raise TypeError(f"{one.name}: no web page is made of {type(one).__name__}")


def _size(cards: Sequence[Plain]) -> str:
    """The size of the values of all cards, one of ``SIZES``: no line ends within any number."""
    words = [word for one in cards for word in one["value"].split(" ")]
    widest = max((width(word, 1, 500) for word in words), default=0.0)
    fitting = (name for name, pixels in SIZES.items() if widest * pixels <= CARD)
    return next(fitting, [*SIZES][-1])


def _figure(one: Chart | Map, pack: Pack, drawn: Drawn) -> Plain:
    """A chart or a map with its words and its table; one without rows says why."""
    said = one.reading._asdict()
    if one.reading.empty:
        return {**said, "title": one.title, "table": None, "legend": []}
    if isinstance(one, Chart):
        shown = {"chart": chart(one, pack, drawn), "legend": signs(one.legend, one.words, drawn)}
    else:
        both = zip(one.legend(LIGHT), one.legend(DARK), strict=True)
        legend = [
            {"picture": _either(light, dark, drawn), "name": name}
            for (light, name), (dark, _) in both
        ]
        shown = {"maps": [_map(one, window, drawn) for window in one.windows], "legend": legend}
    rows = {**_rows(one, pack, MOST_ROWS), "note": "", "is_register": False}
    return {**said, "title": one.title, **shown, "table": rows}


def _either(light: str, dark: str, drawn: Drawn) -> str:
    return drawn(lambda palette: light if palette is LIGHT else dark)


def _map(one: Map, window: Window, drawn: Drawn) -> Plain:
    """A part of the world, with the same for narrow places where it is wide."""
    wide, wide_rest = _still(one, window, drawn, is_narrow=False)
    narrow, narrow_rest = _still(one, window, drawn, is_narrow=True) if window.narrow else ("", "")
    return {
        "title": window.title,
        "label": window.label,
        "alternative": one.alternative(window),
        "is_small": window.narrow is None,
        "wide": wide,
        "wide_rest": wide_rest,
        "narrow": narrow,
        "narrow_rest": narrow_rest,
    }


def _still(one: Map, window: Window, drawn: Drawn, *, is_narrow: bool) -> tuple[str, str]:
    """A map for both grounds, and what it has no room to write."""
    light, dark = one.stills(window, (LIGHT, DARK), is_narrow=is_narrow)
    return _either(light.svg, dark.svg, drawn), one.unwritten(window, light)


def _rows(one: Tabled, pack: Pack, most: Most) -> Plain:
    """A table with what its columns are put in order by."""
    made = table(one, pack, most)
    headings = [column["heading"] for column in made["columns"]]
    return {**made, "keys": keys(one, headings, slice(0, len(made["rows"])))}


def _listing(one: Listing, pack: Pack) -> Plain:
    is_register = one.name == REGISTER
    rows = numbered(one, pack) if is_register else one
    count = len(one.frame)
    said = one.words.ngettext("{n} row", "{n} rows", count).format(n=one.words.number(count))
    most = MOST_DOCUMENTS if is_register else MOST_ROWS
    return {
        "table": {**_rows(rows, pack, most), "is_register": is_register},
        "note": one.note,
        "is_reference": one.is_reference,
        "folded": "" if is_register or count <= MOST_OPEN else said,
    }
