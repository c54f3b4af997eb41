"""What a portfolio is called, in texts and in the names of files."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

import pandas as pd

from lib.model import identity
from lib.wording.words import Words

LONGEST: Final = 48  # letters that a title takes in the name of a file


def title(rows: pd.DataFrame, words: Words) -> str:
    """What the portfolio is called (``rows``: its table, in the language of ``words``)."""
    return identity.title(rows) or words.gettext("Portfolio")


def slug(title: str) -> str:
    """A title as the beginning of a file's name: small Latin letters, digits, hyphens."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    joined = "-".join(re.findall("[a-z0-9]+", plain))
    return joined[:LONGEST].rstrip("-") or "portfolio"
