"""Logo: a picture that somebody brought, looked through before anything shows it.

An SVG is a program that others wrote. It is only ever shown as an image, which runs no script and
fetches nothing; it is refused all the same where it holds what could, or what a board pack could
not draw.
"""

from __future__ import annotations

import io
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Final, NamedTuple
from xml.etree import ElementTree

from lib.files.limits import PICTURE
from lib.model.faults import Rule

MOST_PIXELS: Final = 2_000  # of a PNG, across and down
DEEPEST: Final = 60  # groups in groups of an SVG
PNG, SVG = "image/png", "image/svg+xml"
_SVG: Final = "{http://www.w3.org/2000/svg}"
_DRAWING: Final = frozenset(
    [
        *("svg", "g", "defs", "title", "desc", "metadata", "style", "path", "rect", "circle"),
        *("ellipse", "line", "polyline", "polygon", "linearGradient", "radialGradient", "stop"),
        *("clipPath", "mask"),
    ]
)
# What drawing programs write beside the drawing; nothing of it is drawn.
_NOTES: Final = tuple(
    f"{{{namespace}"
    for namespace in (
        "http://www.inkscape.org/namespaces/inkscape",
        "http://sodipodi.sourceforge.net/DTD/",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns",
        "http://creativecommons.org/ns",
        "http://web.resource.org/cc/",
        "http://purl.org/dc/elements/",
    )
)
_DECLARED: Final = re.compile(r"<!(?!--)|<\?(?!xml\s)")  # entities; style sheets from elsewhere
_FETCHES: Final = re.compile(
    r"url\(\s*(?![\s\"'#])|url\(\s*[\"'](?!#)|@import|\\|javascript:", re.I
)
_SIZE: Final = re.compile(r"\s*[0-9.]+\s*(?:px|pt|mm|cm|in)?\s*")
_DATA: Final = re.compile(r"data:(image/svg\+xml|image/png);base64,([A-Za-z0-9+/=\s]+)")
Wrong = tuple[Rule, str]  # the rule that is broken, and what it refers to


class Logo(NamedTuple):
    """A picture that may be shown: ``media_type`` is ``PNG`` or ``SVG``."""

    media_type: str
    content: bytes

    @property
    def address(self) -> str:
        """The picture as an address that an image can show, the same for the same picture."""
        return f"data:{self.media_type};base64,{b64encode(self.content).decode()}"


def logo(cell: str, pictures: Mapping[str, bytes]) -> Logo | Wrong:
    """The picture that a cell names, or holds as a ``data:`` address; else what is wrong with it.

    ``pictures`` lie beside the tables, by their names.
    """
    if cell.startswith("data:"):
        found = _DATA.fullmatch(cell)
        if found is None:
            return "logo_kind", cell.partition(",")[0][:60]
        try:
            media_type, content = found[1], b64decode(found[2])
        except ValueError:
            return "logo_kind", "base64"
    elif cell not in pictures:
        return "logo_missing", ""
    else:
        content = pictures[cell]
        media_type = PNG if cell.lower().endswith(".png") else SVG
    if len(content) > PICTURE:
        return "logo_kind", f"> {PICTURE // 1000} kB"
    wrong = _wrong_png(content) if media_type == PNG else _wrong_svg(content)
    return wrong or Logo(media_type, content)


def logo_at(address: str) -> Logo | None:
    """The picture of an address that :attr:`Logo.address` gave; None for ""."""
    found = _DATA.fullmatch(address)
    return Logo(found[1], b64decode(found[2])) if found else None


def _wrong_png(content: bytes) -> Wrong | None:
    from PIL import Image, UnidentifiedImageError  # only those wait for it who bring a PNG

    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
            if max(picture.size) > MOST_PIXELS:
                return "logo_kind", f"{picture.width} × {picture.height} px"
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return "logo_kind", "PNG?"
    return None


def _wrong_svg(content: bytes) -> Wrong | None:
    try:
        text = content.decode("utf-8-sig")
        if found := _DECLARED.search(text):
            return "logo_unsafe", text[found.start() :][:20]
        depth, root = 0, None
        for event, element in ElementTree.iterparse(io.BytesIO(content), ("start", "end")):
            depth += 1 if event == "start" else -1
            root = element if root is None else root
            if depth > DEEPEST:
                return "logo_kind", f"> {DEEPEST} <g>"
    except (ElementTree.ParseError, ValueError):
        return "logo_kind", "SVG?"
    if root is None or root.tag != f"{_SVG}svg" or not _has_size(root):
        return "logo_kind", "SVG: viewBox?"
    for element in root.iter():
        if unsafe := _unsafe(element):
            return "logo_unsafe", unsafe[:60]
    return None


def _has_size(root: ElementTree.Element) -> bool:
    sizes = [root.get(name, "") for name in ("width", "height")]
    is_boxed = len(re.findall(r"[0-9.]+", root.get("viewBox", ""))) == 4
    return is_boxed or all(_SIZE.fullmatch(size) for size in sizes)


def _unsafe(element: ElementTree.Element) -> str:
    """The element, or what of it, that no logo needs; "" for none."""
    tag = str(element.tag)
    name = tag.rpartition("}")[2]
    if not tag.startswith(_NOTES) and (tag != _SVG + name or name not in _DRAWING):
        return f"<{name}>"
    for attribute, value in element.attrib.items():
        own = attribute.rpartition("}")[2].lower()
        leads_out = own in ("href", "src", "base") and not value.startswith("#")
        if own.startswith("on") or leads_out or _FETCHES.search(value):
            return f"{own}={value}"
    style = "".join(element.itertext()) if name == "style" else ""
    return f"<style> {style.strip()}" if _FETCHES.search(style) else ""
