"""The security policy that every response carries."""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser
from importlib.resources import files
from typing import Final

PERMISSIONS: Final = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)


class _InlineScripts(HTMLParser):
    """Collects the text of every script that stands in the page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and "src" not in dict(attrs):
            self._is_inside = True
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.texts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._is_inside = False


def shell() -> str:
    """The page that the installed Streamlit serves for every address."""
    return (files("streamlit") / "static" / "index.html").read_text(encoding="utf-8")


def script_hashes(html: str) -> tuple[str, ...]:
    """One CSP source (``'sha256-…'``) per inline script of a page; none when it has none."""
    found = _InlineScripts()
    found.feed(html)
    found.close()
    return tuple(f"'sha256-{_sha256(text)}'" for text in found.texts if text)


def content_security_policy(hashes: tuple[str, ...]) -> str:
    """The policy as one header value; only the hashed inline scripts may run.

    Streamlit needs ``'unsafe-inline'`` for styles, ``'wasm-unsafe-eval'`` for its table reader,
    ``blob:`` for its workers.
    """
    directives = {
        "default-src": ("'self'",),
        "script-src": ("'self'", "'wasm-unsafe-eval'", *hashes),
        "style-src": ("'self'", "'unsafe-inline'"),
        "img-src": ("'self'", "data:", "blob:"),
        "font-src": ("'self'", "data:"),
        "connect-src": ("'self'",),
        "worker-src": ("'self'", "blob:"),
        "frame-src": ("'self'",),
        "frame-ancestors": ("'none'",),
        "object-src": ("'none'",),
        "base-uri": ("'self'",),
        "form-action": ("'self'",),
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def security_headers(html: str) -> dict[str, str]:
    """Headers by name for every response of a server whose shell is ``html``."""
    return {
        "content-security-policy": content_security_policy(script_hashes(html)),
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": ", ".join(f"{name}=()" for name in PERMISSIONS),
        "referrer-policy": "same-origin",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
    }


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
