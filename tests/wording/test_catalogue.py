"""The catalogue says everything the code says, in every language."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from lib.model.fields import kinds_of
from lib.model.languages import LANGUAGES
from lib.model.quantity import QUALIFIERS
from lib.model.schema import TABLES
from lib.wording.catalogue import NAMES, preferred, translations
from scripts.messages import ROOT, catalogues, extracted, is_translated, read

FORMATS = {"CSV", "Excel", "PDF", "PowerPoint"}
SAME_AS_IN_ENGLISH = {
    "de": {*FORMATS, "Logo", "NGO", "Name", "Organisation", "Partner", "Portfolio", "Status"},
    "es": {*FORMATS, "Asia", "no", "{n} bytes", "{number} M"},
    "fr": {
        *FORMATS,
        *("Logo", "Exact", "{n} source", "{n} sources", "Date", "Dates"),
        *("Destination", "Europe", "Menu", "Note", "Programme", "Organisation", "Organisations"),
        *("Source", "Sources", "association", "exact", "organisations", "{n} document"),
        *("{n} documents", "{number} M", "Question", "Latitude", "Longitude"),
        *("Figures", "Licence"),
    },
    "it": {
        *FORMATS,
        "Africa",
        "Asia",
        "Oceania",
        "File",
        "Logo",
        "Menu",
        "Partner",
        "no",
        "partner",
        "{n} area",
        "{n} partner",
    },
}


def forms(texts: str | Sequence[str] | None) -> list[str]:
    return [texts] if isinstance(texts, str) else [text or "" for text in texts or ()]


def fields(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def letters(text: str) -> str:
    spoken = "".join(literal for literal, *_field in Formatter().parse(text))
    return "".join(letter for letter in spoken if letter.isalpha())


def absent(said: Catalog, written: Catalog) -> list[object]:
    """Messages of the code that the catalogue does not have."""
    return [m.id for m in said if m.id and written.get(m.id, m.context) is None]


def untranslated(written: Catalog) -> list[object]:
    return [m.id for m in written if m.id and not is_translated(m)]


def obsolete(said: Catalog, written: Catalog) -> list[object]:
    kept: list[object] = [m.id for m in written if m.id and said.get(m.id, m.context) is None]
    return kept + [m.id for m in written.obsolete.values()]


def with_other_fields(written: Catalog) -> list[object]:
    def differs(message: Message) -> bool:
        wanted = forms(message.id)
        wanted += wanted[-1:] * (len(forms(message.string)) - len(wanted))
        return any(
            fields(one) != fields(other)
            for one, other in zip(wanted, forms(message.string), strict=True)
        )

    return [m.id for m in written if m.id and is_translated(m) and differs(m)]


def left_in_english(written: Catalog) -> set[str]:
    return {
        one
        for m in written
        if m.id
        for one, other in zip(forms(m.id), forms(m.string), strict=False)
        if one == other and letters(one)
    }


@pytest.fixture(scope="module")
def said() -> Catalog:
    return extracted()


@pytest.fixture(scope="module", params=sorted(catalogues()))
def written(request: pytest.FixtureRequest) -> Catalog:
    return read(catalogues()[request.param], request.param)


def test_every_language_has_a_catalogue() -> None:
    assert {"en", *catalogues()} == set(LANGUAGES)


def test_every_message_is_in_the_catalogue(said: Catalog, written: Catalog) -> None:
    assert absent(said, written) == [], "run scripts/messages.py"


def test_every_message_is_translated(written: Catalog) -> None:
    assert untranslated(written) == []


def test_nothing_is_obsolete(said: Catalog, written: Catalog) -> None:
    assert obsolete(said, written) == [], "run scripts/messages.py"


def test_translations_fill_the_same_fields(written: Catalog) -> None:
    assert with_other_fields(written) == []


def test_nothing_is_left_in_english(written: Catalog) -> None:
    assert left_in_english(written) == SAME_AS_IN_ENGLISH[str(written.locale)]


def test_the_checks_find_faults() -> None:
    said, written = Catalog(), Catalog(locale="it")
    for message in ("new", "open {n}", ("{n} place", "{n} places"), "same", "half"):
        said.add(message)
    written.add("open {n}", "apri {m}")
    written.add(("{n} place", "{n} places"), ("{n} luogo", "luoghi"))
    written.add("same", "same")
    written.add("half", "mezzo", flags=("fuzzy",))
    written.add("{low}–{high}", "{low}–{high}")
    written.add("empty", "")
    assert absent(said, written) == ["new"]
    assert untranslated(written) == ["half", "empty"]
    assert obsolete(said, written) == ["{low}–{high}", "empty"]
    assert with_other_fields(written) == ["open {n}", ("{n} place", "{n} places")]
    assert left_in_english(written) == {"same"}


def test_extraction(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "pages").mkdir()
    (tmp_path / "tests").mkdir()
    (tmp_path / "dashboard.py").write_text('title = _("Title")\n')
    (tmp_path / "tests" / "test_it.py").write_text('_("not said")\n')
    (tmp_path / "pages" / "map.py").write_text(
        "for _ in (1, 2):\n    pass\n"
        "variable = _(name)\n"
        'x = words.gettext(\n    "Long text {n}, "\n    "second half"\n).format(n=_("inner"))\n'
    )
    (tmp_path / "lib" / "texts.py").write_text(
        'many = words.ngettext(\n    "{n} project, "\n    "stated", "{n} projects", n\n)\n'
        'y = words.pgettext("status", "open")\n'
        "def gettext(message):\n    return message\n"
    )
    messages = [m for m in extracted(tmp_path) if m.id]
    assert [(m.context, m.id) for m in messages] == [
        (None, "Title"),
        (None, ("{n} project, stated", "{n} projects")),
        ("status", "open"),
        (None, "Long text {n}, second half"),
        (None, "inner"),
    ]


@pytest.mark.parametrize("kind", sorted(NAMES))
def test_names_cover_the_closed_lists_of_the_tables(kind: str) -> None:
    allowed = {
        word
        for table in TABLES.values()
        for column, rule in kinds_of(table).items()
        if column == kind
        for word in rule["allowed"]
    }
    extra = {"range"} if kind == "qualifier" else set()
    assert set(NAMES[kind]) == allowed | extra


def test_every_qualifier_is_named() -> None:
    assert set(QUALIFIERS) < set(NAMES["qualifier"])


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        (None, "en"),
        ("", "en"),
        ("it", "it"),
        ("it-IT", "it"),
        ("IT_it", "it"),
        ("de-DE", "de"),
        ("fr-CH, it;q=0.8, en;q=0.5", "fr"),
        ("es-419", "es"),
        ("pt-PT", "en"),
        ("pt-PT, it;q=0.8, en;q=0.5", "it"),
        ("en-GB,en;q=0.9,it;q=0.8", "en"),
        ("en;q=0.3, it; q=0.7", "it"),
        ("it;q=0", "en"),
        ("it;q=often", "en"),
        ("it;level=1;q=0.4, en;q=0.2", "it"),
        ("*", "en"),
        ("italian", "en"),
        (";;,,q=", "en"),
    ],
)
def test_preferred(accept: str | None, language: str) -> None:
    assert preferred(accept) == language


def test_translations_are_read_once() -> None:
    assert translations("it") is translations("it")


def test_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="'eo' is no language here; there are en, it"):
        translations("eo")


def within_f_strings(code: str) -> list[int]:
    """Lines on which a message stands inside an f-string, where extraction does not see it."""
    return [
        call.lineno
        for text in ast.walk(ast.parse(code))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", getattr(call.func, "attr", ""))
        in {"_", "gettext", "ngettext", "pgettext"}
    ]


def test_no_message_hides_in_an_f_string() -> None:
    assert within_f_strings("f\"{_('hidden')}\"") == [1]
    files = [file for folder in ("lib", "pages") for file in (ROOT / folder).rglob("*.py")]
    assert files
    assert [file.name for file in files if within_f_strings(file.read_text("utf-8"))] == []


def test_french_sets_its_spaces_before_double_signs() -> None:
    """No-break: a plain space would leave a sign at the start of a line; addresses are as typed."""
    address = re.compile(r"\S+://\S*|data:\S+|@\u00a0: /|\{[^}]*\}")
    wrong = []
    for message in read(catalogues()["fr"], "fr"):
        for text in forms(message.string) if message.id else ():
            plain = address.sub("x", text)
            if re.search("[^\u00a0]:|[^\u202f][;!?]|«[^\u00a0]|[^\u00a0]»", plain):
                wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "never"),
    [
        ("de", "Aussage|verortet|Unterlagen"),
        ("es", "[Dd]ossier"),
        ("fr", "affirmation"),
        ("it", "[“”]|affermazion|Mln"),
    ],
)
def test_one_word_for_one_thing(language: str, never: str) -> None:
    texts = [
        text for message in read(catalogues()[language], language) for text in forms(message.string)
    ]
    assert [text for text in texts if re.search(never, text)] == []
