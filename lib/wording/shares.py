"""How many of some say something, as a person would: of one, of none, of each, of some of them."""

from __future__ import annotations

from typing import NamedTuple

from lib.wording.words import Words


class Share(NamedTuple):
    """The sentences of one finding; ``{n}`` of ``{total}`` in those about several.

    ``yes`` and ``no`` are about a single one, ``every`` and ``none`` about two or more.
    """

    yes: str
    no: str
    every: str
    none: str
    some: str

    def said(self, n: int, total: float, words: Words, **more: str) -> str:
        """The sentence that holds for ``n`` of ``total``, with both written as numbers.

        ``more``: what else the sentences name.
        """
        if total == 1:
            form = self.yes if n else self.no
        elif n in (0, total):
            form = self.every if n else self.none
        else:
            form = self.some
        return form.format(n=words.number(n), total=words.number(total), **more)
