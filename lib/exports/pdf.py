"""A pack as a PDF that prints, can be searched and can be read aloud (PDF/UA-1, PDF/A-2a).

Typst sets it by the template in ``templates``; charts and maps come into it as vectors.
"""

from __future__ import annotations

from lib.exports.manuscript import manuscript
from lib.exports.pack import Pack
from lib.exports.typeset import typeset


def pdf(pack: Pack) -> bytes:
    """Set a pack; the same pack gives the same bytes.

    Raises :class:`lib.exports.typeset.NotWellSet` for every error and every warning.
    """
    return typeset("pack", "pdf", manuscript(pack))
