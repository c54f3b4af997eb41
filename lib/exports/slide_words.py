"""The words after the bars of a chart, as XML: formats of their numbers, or cells beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from lib.charts.theme import LIGHT
from lib.exports.slide_bars import Bar, Column
from lib.exports.slide_labels import literal, number_format
from lib.exports.slide_looks import NONE, solid
from lib.exports.slide_plot import SIZE, Plot
from lib.exports.slide_text import BODY, UNSEEN

_C15: Final = "http://schemas.microsoft.com/office/drawing/2012/chart"
_SHOWN: Final = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
_LOOK: Final = f'sz="{SIZE * 100}">{solid(LIGHT.text)}<a:latin typeface="{BODY}"/>'
_RUN: Final = f"<a:rPr {_LOOK}</a:rPr>"
_FORM: Final = f"<a:pPr><a:defRPr {_LOOK}</a:defRPr></a:pPr><a:endParaRPr/>"


def labels(own: Sequence[tuple[int, Bar]], column: Column, plot: Plot) -> str:
    """The words after the bars of which a column says the number."""
    made = [
        f'<c:dLbl><c:idx val="{place}"/>'
        f"{_said(bar.words, bar.values[column], column, plot)}"
        f'<c:dLblPos val="outEnd"/>{_show("Val")}</c:dLbl>'
        for place, bar in own
        if bar.said == column
    ]
    return f"<c:dLbls>{''.join(made)}{_show()}</c:dLbls>" if made else ""


def _said(said: str, number: float, column: Column, plot: Plot) -> str:
    """A number in a format that reads as the words; where there is none, the words themselves."""
    is_drawn = column.look != "not_stated" and number >= plot.least_drawn
    code = number_format(said, number, plot.words) if is_drawn else literal(said)
    if not code:
        return _rich(f"<a:r>{_RUN}<a:t>{_text(said)}</a:t></a:r>")
    return (
        f'<c:numFmt formatCode={quoteattr(code)} sourceLinked="0"/>'
        f"<c:spPr>{NONE}</c:spPr><c:txPr>{_body(_FORM)}</c:txPr>"
    )


def _body(paragraph: str) -> str:
    return f'<a:bodyPr wrap="none"/><a:lstStyle/><a:p>{paragraph}</a:p>'


def _text(said: str) -> str:
    return escape(UNSEEN.sub("", said))


def _show(*names: str) -> str:
    return "".join(f'<c:show{name} val="{int(name in names)}"/>' for name in _SHOWN)


def from_cells(plot: Plot) -> str:
    """Words that stand where a series without a look begins, read from the cells after it."""
    held = (
        f'<c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}" xmlns:c15="{_C15}">'
        '<c15:dlblFieldTable/><c15:showDataLabelsRange val="1"/></c:ext>'
    )
    made = "".join(
        f'<c:dLbl><c:idx val="{place}"/>{_rich(_field(place, bar.words))}'
        f'<c:dLblPos val="inBase"/>{_show()}<c:extLst>{held}</c:extLst></c:dLbl>'
        for place, bar in enumerate(plot.bars)
    )
    return f"<c:dLbls>{made}{_show()}</c:dLbls>"


def cells(plot: Plot, count: int) -> Any:
    """Where the words stand: in the column after those of ``count`` series."""
    column, last = chr(ord("A") + count + 1), len(plot.bars) + 1
    held = "".join(
        f'<c:pt idx="{place}"><c:v>{_text(bar.words)}</c:v></c:pt>'
        for place, bar in enumerate(plot.bars)
    )
    return parse_xml(
        f"<c:extLst {nsdecls('c')}>"
        f'<c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}" xmlns:c15="{_C15}">'
        f"<c15:datalabelsRange><c15:f>Sheet1!${column}$2:${column}${last}</c15:f>"
        f'<c15:dlblRangeCache><c:ptCount val="{len(plot.bars)}"/>{held}</c15:dlblRangeCache>'
        "</c15:datalabelsRange></c:ext></c:extLst>"
    )


def _field(place: int, said: str) -> str:
    number = f"{{6E5C1B50-0000-4000-8000-{place:012d}}}"
    text = f"<a:t>{_text(said)}</a:t>"
    return f'<a:fld id="{number}" type="CELLRANGE">{_RUN}<a:pPr/>{text}</a:fld>'


def _rich(paragraph: str) -> str:
    return f"<c:tx><c:rich>{_body(paragraph)}</c:rich></c:tx>"
