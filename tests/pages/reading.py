"""A page opened without a browser, with everything on it that a person reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from streamlit.testing.v1 import AppTest

APP = Path(__file__).resolve().parents[2] / "lib" / "app.py"
PAGES = ("overview", "funding", "targets", "map", "projects", "disagreements", "sources")
UNSEEN = dict.fromkeys(map(ord, "\u2060\u2068\u2069"))  # keep a text as it reads
HELD = "\u00a0\u2060"  # a space of a title at which no line ends
PLAINLY_HELD = "&nbsp;"  # one of a sentence that is searched
CHART = "bidi_component"  # how Streamlit calls what lib.view.plot, picture and moving show
UNSHOWN = ("language", "room")  # components that nobody sees
_SCANNED: dict[str, Any] = {}
# Strings of a chart that are drawn, by the name they stand under in its JSON.
DRAWN = ("text", "hovertext", "ticktext", "tip_title", "tip_text", "title")
MARKUP = re.compile(
    r"!\[(?:[^\]\\]|\\.)*\]\([^)]*\)|(?<!\\)\]\([^)]*\)|:small\[|:gray\[|:(?:red|gray)-badge\["
    r"|(?<!\\)[\[\]*]|^#+ ",
    re.MULTILINE,
)


class Opened:
    """One page after its run; texts are those of the elements, in reading order."""

    def __init__(self, at: AppTest) -> None:
        self.at = at

    @cached_property
    def elements(self) -> list[Any]:
        return [element for element in self.everything if not _is_heard(element, *UNSHOWN)]

    @cached_property
    def everything(self) -> list[Any]:
        """Elements with those that nobody sees."""
        return list(_below(self.at._tree))

    @property
    def said_language(self) -> str:
        """The language that the browser is told, to tell it to screen readers."""
        (told,) = (one for one in self.everything if _is_heard(one, "language"))
        return str(json.loads(told.proto.json)["language"])

    @cached_property
    def marked(self) -> list[str]:
        """What is read as Markdown, as it is sent to the browser."""
        return [text for element in self.elements for text in _marked(element)]

    @cached_property
    def unmarked(self) -> list[str]:
        """What is shown character by character: options, values."""
        return [text for element in self.elements for text in _unmarked(element)]

    @cached_property
    def drawn(self) -> list[str]:
        """What charts and maps write, in Plotly's small HTML or as deck.gl takes it."""
        return self.drawn_of(self.elements)

    @staticmethod
    def drawn_of(elements: Iterable[Any], with_alternatives: bool = True) -> list[str]:
        """What some elements draw, with the text alternatives, which are no HTML."""
        pairs = [_drawing(element) for element in elements if _is_drawing(element)]
        found = [text for drawing, _alternative in pairs for text in _strings(drawing)]
        found += [alternative for _drawing, alternative in pairs if with_alternatives]
        return [text for text in found if text.strip()]

    @cached_property
    def paragraphs(self) -> list[str]:
        """What is read as Markdown, lines of a paragraph together."""
        return [plain(text) for text in self.marked]

    @cached_property
    def texts(self) -> list[str]:
        """Everything as a person reads it."""
        charts = [re.sub(r"<[^>]*>", " ", text) for text in self.drawn]
        lines = [line for text in self.marked for line in text.split("  \n")]
        return [plain(line) for line in lines] + self.unmarked + charts

    @property
    def exceptions(self) -> list[str]:
        """What went wrong, in the words of the exceptions."""
        return [found.message for found in self.at.exception]

    @property
    def title(self) -> str:
        (title,) = self.at.title
        return plain(title.value)

    @property
    def numbers(self) -> list[str]:
        """The key figures in their order, with plain spaces."""
        return [plain(metric.value).replace("\u00a0", " ") for metric in self.at.metric]

    def of(self, kind: str) -> list[Any]:
        """Elements of one kind."""
        return [element for element in self.elements if element.type == kind]

    @property
    def charts(self) -> list[Any]:
        """What is drawn by Plotly."""
        return [one for one in self.of(CHART) if "figure" in sent(one)]

    @property
    def pictures(self) -> list[Any]:
        """What is drawn as SVG: maps that do not move."""
        return [one for one in self.of(CHART) if "svg" in sent(one)]

    @property
    def moving_maps(self) -> list[Any]:
        """The maps that move."""
        return [one for one in self.of(CHART) if "deck" in sent(one)]

    def table(self, heading: str) -> list[dict[str, str]]:
        """The rows of the table that follows a heading, or is folded behind one with its count."""
        for i, element in enumerate(self.elements):
            is_folded = element.type == "expander" and plain(element.label).startswith(
                f"{heading} ("
            )
            if is_folded or (element.type == "markdown" and plain(element.value) == heading):
                rows = next(_rows_in(e.value) for e in self.elements[i:] if _is_table(e))
                return [{plain(k): plain(v) for k, v in row.items()} for row in rows]
        raise LookupError(heading)

    @property
    def tables(self) -> list[list[dict[str, str]]]:
        """Every table that has heads: its rows, whose cells are Markdown."""
        return [_rows_in(element.value) for element in self.elements if _is_table(element)]


def opened(page: str, query: Mapping[str, Any] | None = None, locale: str = "en-GB") -> Opened:
    """A page as a deep link opens it: the first run of a session is on that page."""
    at = AppTest.from_file(APP, default_timeout=60)
    at.context = {"locale": locale}
    at.query_params.update(query or {})
    # What it finds out about installed packages takes as long as a page and is the same for all.
    at._bidi_component_manager = _SCANNED.get("components")
    at.switch_page(f"../pages/{page}.py").run()
    _SCANNED["components"] = at._bidi_component_manager
    return Opened(at)


def unfolded(page: Opened) -> Opened:
    """The same session with every panel open that is filled only then."""
    for panel in page.of("popover"):
        page.at.session_state[panel.proto.id.split("-", 2)[2]] = True
    return again(page)


def moving(page: Opened) -> Opened:
    """The same session with the map that moves instead of the one that stands still."""
    page.at.toggle(key="map-moves").set_value(True)
    return again(page)


def again(page: Opened) -> Opened:
    """The same session after its next run."""
    return Opened(page.at.run())


def plain(text: object) -> str:
    """A text without Markdown: marks go, escaped characters stay."""
    read = MARKUP.sub("", str(text)).replace(HELD, " ").replace(PLAINLY_HELD, " ")
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", read).translate(UNSEEN)


def _below(node: Any) -> Iterator[Any]:
    for child in getattr(node, "children", {}).values():
        yield child
        yield from _below(child)


def _is_heard(element: Any, *names: str) -> bool:
    """Whether an element is a component of such a name, which speaks with the browser alone."""
    return element.type == CHART and element.proto.component_name.rpartition(".")[2] in names


def _is_drawing(element: Any) -> bool:
    """Whether an element is a chart, a map or a picture; the button that copies is none."""
    return element.type == CHART and "alternative" in sent(element)


def sent(element: Any) -> dict[str, Any]:
    """What one of our components is given."""
    found: dict[str, Any] = json.loads(element.proto.bytes)
    return found


def _drawing(element: Any) -> tuple[Any, str]:
    """What a chart or a map draws, with its text alternative."""
    shown = sent(element)
    if "deck" in shown:
        return shown["deck"], shown["alternative"]
    if "svg" not in shown:
        return [shown["figure"], shown.get("wide")], shown["alternative"]
    texts = [escape(text) for text in ElementTree.fromstring(shown["svg"]).itertext()]
    return {"text": texts}, shown["alternative"]


def _is_table(element: Any) -> bool:
    return element.type == "markdown" and element.value.startswith("| ")


def _cells_in(text: str) -> list[list[str]]:
    """The cells of a table in Markdown, its heads as the first row."""
    lines = text.split("\n")
    cut = [re.split(r"(?<!\\) \| ", f"{line} ".removeprefix("| ")) for line in lines]
    assert all(cells[-1] == "" and len(cells) == len(cut[0]) for cells in cut), text
    return [cells[:-1] for cells in (cut[0], *cut[2:])]


def _rows_in(text: str) -> list[dict[str, str]]:
    heads, *rows = _cells_in(text)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def _marked(element: Any) -> list[str]:
    kind = element.type
    if _is_table(element):
        return [cell for row in _cells_in(element.value) for cell in row]
    if kind in ("markdown", "title", "subheader", "info", "success", "warning"):
        return [element.value]
    if kind == "metric":
        return [element.proto.label, str(element.value)]
    if kind in ("button", "download_button", "page_link"):
        return [element.proto.label]
    if kind in ("multiselect", "selectbox", "text_input", "expander"):
        return [element.label]
    if kind == "toggle":
        return [element.label, element.help]
    if kind == "button_group":
        return [element.proto.label, *element.options]
    if kind == "popover":
        return [element.proto.popover.label]
    if kind == "table":
        return [str(text) for text in [*element.value.index, *element.value.to_numpy().ravel()]]
    return []


def _unmarked(element: Any) -> list[str]:
    kind = element.type
    if kind in ("multiselect", "selectbox"):
        return [*element.options, element.proto.placeholder]
    if kind == "text_input":
        return [element.placeholder]
    if kind == CHART:
        given = sent(element)
        said = given.get("words") or given.get("options", {}).get("labels", {})
        if "query" in given:
            said = given
        return [text for name, text in said.items() if name != "query"]
    return []


def _strings(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, name)
    elif isinstance(value, str) and name in DRAWN:
        yield value
