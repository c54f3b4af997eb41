"""How what is said in the reader's language is put together: messages, lists, clauses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from lib.wording import conventions
from lib.wording.catalogue import translations
from lib.wording.direction import closed


@dataclass(frozen=True)
class Grammar:
    """The messages of a language, and the forms in which some stand together.

    ``is_page_only``: only the programme page is read, so nothing else can be said to be missing.
    ``is_selected``: a filter is set, so that there is a selection to speak of.
    """

    language: str
    is_page_only: bool = False
    is_selected: bool = False

    def __post_init__(self) -> None:
        translations(self.language)

    def gettext(self, message: str) -> str:
        """Translate a message."""
        return translations(self.language).gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Translate a message in the form that ``count`` asks for."""
        return translations(self.language).ngettext(one, many, count)

    def pgettext(self, context: str, message: str) -> str:
        """Translate a message whose translation depends on where it stands."""
        return translations(self.language).pgettext(context, message)

    def read(self, everywhere: str, on_page: str) -> str:
        """Of two texts the one that holds for what was read: all sources, or the page alone."""
        return on_page if self.is_page_only else everywhere

    def selected(self, some: str, everything: str) -> str:
        """Of two texts the one that holds for what is selected: some projects, or all of them."""
        return some if self.is_selected else everything

    def as_read(self, said: str) -> str:
        """A sentence that holds for what was read: where that is the page alone, it says so."""
        form = self.gettext("On the programme page: {said}")
        return form.format(said=said) if self.is_page_only else said

    def of(self, name: str, said: object) -> str:
        """What is said of something: "Period: 2021–2023"; in French a space is before the colon."""
        return self.gettext("{name}: {said}").format(name=closed(name), said=said)

    def joined(self, items: Iterable[str]) -> str:
        """Write a list for a sentence: "a, b and c"; empty for no items."""
        return conventions.listed(items, self.language)

    @property
    def colon(self) -> str:
        """The colon of :meth:`of`, where what is said has a look of its own."""
        return self.gettext("{name}: {said}").format(name="", said="").rstrip(" ")

    def clauses(self, said: Iterable[str]) -> str:
        """What is said one after the other: "a; b"; in French a space is before the semicolon."""
        form = self.gettext("{one}; {other}")
        clauses = [*said]
        return reduce(lambda one, other: form.format(one=one, other=other), clauses or [""])
