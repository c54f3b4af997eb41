"""What a web page of a pack brings along: its template, typefaces, the script of charts."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

LIB: Final = Path(__file__).parents[1]
TEMPLATES: Final = LIB / "exports" / "templates" / "web"
FONTS: Final = LIB / "static" / "fonts"
BUILT: Final = LIB / "component" / "built"
LICENCES: Final = "LICENCES.txt"
_EXPORT: Final = re.compile(r"export\{(\w+) as default\};\s*\Z")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, in which every text is escaped unless it is marked as a drawing of ours."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache(maxsize=1)
def style() -> str:
    """The style sheet with the typefaces in it."""
    sheet = (TEMPLATES / "page.css").read_text("utf-8")
    return re.sub(r'url\("([\w.-]+\.woff2)"\)', lambda found: _typeface(found[1]), sheet)


def _typeface(name: str) -> str:
    packed = b64encode((FONTS / name).read_bytes()).decode("ascii")
    return f'url("data:font/woff2;base64,{packed}")'


@lru_cache(maxsize=1)
def script() -> str:
    """The script of the page behind the one that draws the charts of the dashboard.

    A file from a disk may not import another, so that what the chart's module gives away is named
    here (``chart``) instead; the licences of what is in it stand above it. Raises ``ValueError``
    for a bundle that cannot stand in a page.
    """
    (bundle,) = BUILT.glob("chart.*.js")
    drawing, count = _EXPORT.subn(r"const chart=\1;", bundle.read_text("utf-8"))
    licences = (BUILT / LICENCES).read_text("utf-8").replace("*/", "* /")
    written = (
        f"/*! {LICENCES}\n\n{licences}*/\n{drawing}{(TEMPLATES / 'page.js').read_text('utf-8')}"
    )
    if count != 1 or re.search(r"</script|<!--", written, re.I):
        raise ValueError(f"{bundle.name} cannot stand in a page: make bundle")
    return written


def policy(style: str) -> str:
    """The security policy of a page with this style: its own script and style, nothing fetched.

    An empty style is let pass as well: Plotly adds one, and its rules to that.
    """
    directives = {
        "default-src": "'none'",
        "script-src": _hashed(script()),
        "style-src": f"{_hashed(style)} {_hashed('')}",
        "img-src": "data: blob:",
        "font-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def _hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"
