"""The policy: computed from the shell that is installed, strict whatever that holds."""

from __future__ import annotations

import base64
import hashlib

import pytest

from lib.web.policy import content_security_policy, script_hashes, security_headers, shell


def hashed(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


@pytest.mark.parametrize(
    ("html", "inline"),
    [
        ("<p>no script</p>", []),
        ("<script src='a.js'></script>", []),
        ("<script></script>", []),
        ("<script>one()</script>", ["one()"]),
        ("<SCRIPT type=module>a<b&&'</p>'</SCRIPT>", ["a<b&&'</p>'"]),
        (
            "<script>\n one\n</script><script src=x></script><script>two</script>",
            ["\n one\n", "two"],
        ),
    ],
)
def test_every_inline_script_is_hashed(html: str, inline: list[str]) -> None:
    assert script_hashes(html) == tuple(hashed(text) for text in inline)


def test_the_installed_shell_is_covered() -> None:
    assert script_hashes(shell())


@pytest.mark.parametrize("hashes", [(), ("'sha256-a'",), ("'sha256-a'", "'sha256-b'")])
def test_scripts_run_from_here_or_by_hash_only(hashes: tuple[str, ...]) -> None:
    policy = dict(part.split(" ", 1) for part in content_security_policy(hashes).split("; "))
    assert policy["script-src"].split() == ["'self'", "'wasm-unsafe-eval'", *hashes]
    assert policy["default-src"] == policy["connect-src"] == "'self'"
    assert policy["object-src"] == policy["frame-ancestors"] == "'none'"
    assert "http" not in content_security_policy(hashes)
    assert "*" not in content_security_policy(hashes)


def test_headers_are_complete() -> None:
    headers = security_headers("<script>x</script>")
    assert hashed("x") in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
