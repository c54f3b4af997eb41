"""Visitors without a browser, who come and go: what they do, and that the server hears them."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs

import pytest

from bench.sessions import KINDS, memory, plans
from bench.visitor import Visitor
from lib.view.navigation import PAGES
from scripts.serving import serving


@pytest.mark.parametrize("kind", KINDS)
def test_visitors_do_the_same_each_time_and_see_every_page(kind: str) -> None:
    found = plans(70, kind)
    assert found == plans(70, kind)
    assert {plan.page for plan in found} == {*PAGES}
    different = {(plan.page, str(plan.query), str(plan.editions)) for plan in found}
    assert (len(different) > 60) == (kind == "unlike")


def test_a_visitor_opens_a_page_and_changes_a_filter() -> None:
    async def visited(base: str) -> tuple[str, str]:
        async with Visitor(base) as first, Visitor(base) as visitor:
            await first.open("overview")
            await visitor.open("funding", lang=["de"], country=["RS"])
            before, page = visitor.query, visitor.page
            await visitor.choose("edition", ["1", "2"])
            assert visitor.page == page != first.page
            return before, visitor.query

    with serving() as server:
        before, after = asyncio.run(visited(server.base))
        assert memory(server.pid) > 50
    assert parse_qs(before) == {"lang": ["de"], "country": ["RS"]}
    assert parse_qs(after) == {"lang": ["de"], "country": ["RS"], "edition": ["1", "2"]}
