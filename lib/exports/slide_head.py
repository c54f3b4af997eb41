"""Titles of slides: what a section finds on its first one, what each shows on the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from lib.exports.exhibits import Exhibit
from lib.exports.pack import Section
from lib.wording.slides import numbered
from lib.wording.words import Words

MOST: Final = 88  # a number as long as that of any slide


def both(titles: Iterable[str]) -> str:
    """The title of a slide that shows several things: headings are no words of a sentence."""
    return " · ".join(titles)


class Head:
    """The titles of the slides of a section, in their order; those of a project begin with it."""

    def __init__(self, section: Section, words: Words) -> None:
        self.section, self.words = section, words
        self.question = section.question
        self.is_project = section.name.startswith("project.")
        self.is_first = True

    def of(self, title: str, *, of: str = "", is_finding: bool = False) -> tuple[str, str]:
        """The title of the next slide, and what stands below it.

        ``of`` says which part of something; with ``is_finding`` the section's finding stays one.
        """
        is_first, self.is_first = self.is_first, False
        finding = self.section.finding
        if self.is_project:
            if is_first:
                return finding, title
            return self.words.of(finding, self._part(title, of)), ""
        if is_first or is_finding:
            return (title, "") if title.startswith(finding) else (finding, title)
        return self._part(title, of), ""

    def is_lead(self, exhibit: Exhibit) -> bool:
        """Whether an exhibit introduces the project, so that it stands beside its map."""
        return self.is_project and exhibit.name == f"{self.section.name}.lead"

    def is_titled(self, title: str, of: str) -> bool:
        """Whether the title of a slide says of what it is, so that no heading has to."""
        return title in (of, self.words.of(self.section.finding, of))

    def longest(self, titles: Sequence[str]) -> str:
        """The longest title that slides of tables can have."""
        said = both(numbered(one, MOST, MOST, self.words) for one in titles)
        if self.is_project:
            return self.words.of(self.section.finding, said)
        return max(self.section.finding, said, key=len)

    def _part(self, title: str, of: str) -> str:
        return self.words.of(title, of) if of else title
