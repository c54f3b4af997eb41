"""Bring the catalogues of messages into step with the texts in the code.

Run it after writing or changing a text. New messages come in with an empty translation, messages
that the code no longer says go out, what is translated stays. It prints which messages lack a
translation. Running it twice changes nothing.
"""

from __future__ import annotations

import argparse
import re
import sys
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parents[1]
LOCALES: Final = Path("lib", "wording", "locales")
KEYWORDS: Final = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
WELL_FORMED: Final = re.compile(
    r'\s*|#.*|((msgctxt|msgid|msgid_plural|msgstr(\[\d\])?)\s+)?"([^"\\]|\\.)*"\s*'
)
HEADER: Final = """\
# What the dashboard says, in {name}.
# The messages follow the code; write the translations by hand.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def sources(root: Path) -> list[Path]:
    """Return the files a reader's words may stand in, in the order of the catalogue."""
    texts = [*root.glob("dashboard.py"), *root.glob("lib/**/*.py"), *root.glob("pages/**/*.py")]
    return sorted(texts, key=lambda path: path.relative_to(root).as_posix())


def extracted(root: Path = ROOT) -> Catalog:
    """Return the messages that the code says, in the order of files and lines."""
    messages = Catalog()
    for path in sources(root):
        name = path.relative_to(root).as_posix()
        for line, message, _comments, context in extract_from_file("python", path, KEYWORDS):
            messages.add(message, locations=[(name, line)], context=context)
    return messages


def catalogues(root: Path = ROOT) -> dict[str, Path]:
    """Return the path of each language's catalogue."""
    found = sorted((root / LOCALES).glob("*/LC_MESSAGES/dashboard.po"))
    return {path.parts[-3]: path for path in found}


def read(path: Path, language: str) -> Catalog:
    """Read a catalogue; ``ValueError`` for a line that is not well formed.

    Babel would take the first and the last letter of an unquoted text for its quotes.
    """
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not WELL_FORMED.fullmatch(line):
            raise ValueError(f"{path}, line {number}: write the text in double quotes: {line}")
    with path.open("rb") as written:
        return read_po(written, locale=language, abort_invalid=True)


def is_translated(message: Message) -> bool:
    """Return whether every form of a message has a text and is not marked as a guess."""
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return bool(forms) and all(forms) and not message.fuzzy


def written(messages: Catalog) -> str:
    """Return a catalogue as the text of its file, without dates or line numbers."""
    assert messages.locale is not None
    header = HEADER.format(
        name=messages.locale.english_name,
        language=messages.locale,
        plural_forms=messages.plural_forms,
    )
    body = BytesIO()
    write_po(body, messages, 100, omit_header=True, ignore_obsolete=True, include_lineno=False)
    return header + body.getvalue().decode().rstrip("\n") + "\n"


def main(root: Path = ROOT) -> int:
    """Update every catalogue under ``root`` and print what is left to translate."""
    said = extracted(root)
    for language, path in catalogues(root).items():
        messages = read(path, language)
        messages.update(said, no_fuzzy_matching=True)
        before, after = path.read_text("utf-8"), written(messages)
        if after != before:
            path.write_text(after, "utf-8")
        lacking = [message for message in messages if message.id and not is_translated(message)]
        print(f"{language}: {len(messages)} messages, {len(lacking)} lack a translation")
        for message in lacking:
            print(f"  {message.locations[0][0]}: {message.id!r}")
    return 0


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    sys.exit(main())
