"""What axe-core finds on a page, by the rules of WCAG 2.2, levels A and AA."""

from __future__ import annotations

from collections.abc import Collection

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LEVELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")


def violations(
    page: Page, *, within: str | None = None, rules: Collection[str] = LEVELS
) -> list[str]:
    """Every violation with its element; ``rules`` are names or tags of axe's rules.

    None is allowed, not even of Streamlit's own shell. ``within`` is a part of the page to look at
    alone; raises when it is not there.
    """
    options = {"runOnly": list(rules), "resultTypes": ["violations"]}
    found = Axe().run(page, within, options).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:200]} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]
