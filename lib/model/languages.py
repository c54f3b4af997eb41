"""The languages that texts are written in."""

from __future__ import annotations

from typing import Final

# The first is the language of the code, and of who asks for none of these. Columns of tables stand
# in this order.
LANGUAGES: Final = ("en", "it", "de", "fr", "es")
