"""What a word means, where it stands; the same definitions as on the page of words."""

from __future__ import annotations

from lib.view.text import literal
from lib.wording import glossary
from lib.wording.words import Words


def meaning(code: str, words: Words) -> str:
    """A tooltip (Markdown) that says what a word means and leads to all words."""
    every = words.gettext("What words mean")
    said = literal(glossary.term(code, words).meaning)
    return f"{said} [{literal(every)}]({address(code, words)})"


def heading(text: str, words: Words) -> str:
    """The heading of a column, linked to its word where it is one."""
    code = glossary.headings(words).get(text)
    if code is None:
        return literal(text)
    said = literal(glossary.term(code, words).meaning)
    return f'[{literal(text)}]({address(code, words)} "{said}")'


def address(code: str, words: Words) -> str:
    """Where the page of words explains one; it stands beside every other page."""
    return f"words?lang={words.language}#{code}"
