"""The foot of each page, which leads on under the same selection."""

from __future__ import annotations

import pytest

from tests.pages.reading import PAGES, opened, plain


def ways_on(page: str, query: dict[str, str]) -> list[tuple[str, str, str]]:
    """What stands behind the navigation's links at the end of a page: label, page, parameters."""
    links = [link.proto for link in opened(page, query).of("page_link")]
    said = [(plain(link.label), link.page, link.query_string) for link in links]
    return [one for one in said if one[0].startswith("Next")]


@pytest.mark.parametrize("at", range(len(PAGES)), ids=PAGES)
def test_each_page_leads_to_the_next_and_the_last_to_the_first(at: int) -> None:
    following = PAGES[(at + 1) % len(PAGES)]
    ((label, page, query),) = ways_on(PAGES[at], {"edition": "3", "programme": "refugees"})
    assert label.startswith("Next: ")
    assert " — " in label
    assert (page, query) == (following, "edition=3&programme=refugees&lang=en")


def test_a_profile_leads_to_the_next_project_that_is_selected() -> None:
    project, page = ways_on("projects", {"project": "singa", "country": "DE"})
    assert project == (
        "Next project: Tailwind\u00a0→",
        "projects",
        "country=DE&project=tailwind&lang=en",
    )
    assert page[1:] == ("disagreements", "country=DE&lang=en")
    (page,) = ways_on("projects", {"project": "csb", "country": "IT"})
    assert page[1:] == ("disagreements", "country=IT&lang=en")
