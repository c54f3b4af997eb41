"""Every page in every language, under every filter: the frame, the count, the language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from string import Formatter
from typing import Any

import pytest

from lib.model.languages import LANGUAGES
from lib.wording.catalogue import translations
from lib.wording.words import words
from scripts.messages import catalogues, is_translated, read
from tests.pages import sums
from tests.pages.reading import PAGES, Opened, opened, unfolded
from tests.pages.tables import TABLES, rows

FILTERS: dict[str, dict[str, str]] = {
    "none": {},
    "edition": {"edition": "2"},
    "programme": {"programme": "refugees"},
    "country": {"country": "DE"},
    "partner": {"partner": "social-impact"},
    "page": {"evidence": "page"},
    "nothing left": {"edition": "3", "programme": "refugees"},
}
WITHOUT_CHARTS = ("projects", "disagreements", "sources", "words")
COUNTRIES = {
    "DE": dict(en="Germany", it="Germania", de="Deutschland", fr="Allemagne", es="Alemania"),
    "FR": dict(en="France", it="Francia", de="Frankreich", fr="France", es="Francia"),
}


def visits() -> Iterator[tuple[str, str, str]]:
    """Each page under each filter, in a language that takes turns: so each page in each, too.

    Without a filter, where most is said, never in English, which leaves nothing to find.
    """
    turns, others = cycle(LANGUAGES), cycle(LANGUAGES[1:])
    for page in (*PAGES, "words"):
        yield page, next(others), "none"
        yield from ((page, next(turns), name) for name in [*FILTERS][1:])


@pytest.mark.parametrize(("page", "language", "name"), [*visits()])
def test_a_page_under_a_filter(page: str, language: str, name: str) -> None:
    chosen = FILTERS[name]
    shown = opened(page, {**chosen, "lang": language})
    assert shown.exceptions == []
    assert shown.said_language == language
    assert shown.title
    assert shown.at.warning.len == 0
    assert sentence(chosen, language) in shown.texts
    assert ("reset" in {button.key for button in shown.of("button")}) == bool(chosen)
    assert rest(chosen, language) <= set(shown.texts)
    links = [link.proto.query_string for link in shown.of("page_link")[: len(PAGES)]]
    assert links == [query(chosen, language)] * len(PAGES)
    everything = unfolded(shown)
    assert everything.exceptions == []
    assert english(everything, language) == []
    if not sums.projects(chosen):
        assert not shown.charts
        # Of nothing the overview has its title alone, with the ways out.
        assert page in (*WITHOUT_CHARTS, "overview") or shown.at.info or shown.pictures


PROFILES: list[tuple[str, dict[str, str]]] = [
    *((language, {}) for language in LANGUAGES),
    ("fr", {"edition": "2"}),
    ("it", {"evidence": "page"}),
]


@pytest.mark.parametrize(("language", "chosen"), PROFILES, ids=str)
def test_a_profile(language: str, chosen: dict[str, str]) -> None:
    shown = opened("projects", {**chosen, "project": "csb", "lang": language})
    assert shown.exceptions == []
    assert shown.title.startswith("Centro per la Salute del Bambino")
    assert english(shown, language) == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_projects_side_by_side(language: str) -> None:
    three = ["csb", "singa", "bbbs-fame"]
    shown = opened("projects", {"project": three, "lang": language})
    assert shown.exceptions == []
    names = [row["name"] for row in rows("projects") if row["project_id"] in three]
    assert all(name in shown.title for name in names)
    assert [shown.texts.count(name) > 0 for name in names] == [True] * 3
    assert english(shown, language) == []


@pytest.mark.parametrize(
    ("locale", "title"), [("it-IT", "it"), ("en-GB", "en"), ("de-AT", "de"), ("pt-PT", "en")]
)
def test_the_browser_says_in_which_language_to_start(locale: str, title: str) -> None:
    assert sentence({}, title) in opened("projects", locale=locale).texts


def test_the_address_says_more_than_the_browser() -> None:
    shown = opened("projects", {"lang": "en"}, locale="it-IT")
    assert sentence({}, "en") in shown.texts
    links = [link.proto.query_string for link in shown.of("page_link")[: len(PAGES)]]
    assert links == ["lang=en"] * len(PAGES)


def test_english_left_over_is_found() -> None:
    for language in LANGUAGES[1:]:
        assert leftovers("Table", language) == ["Table"]
        assert leftovers("Showing all 3 editions, 11 projects and 11 countries.", language)
        assert leftovers("Vengono mostrati 3 progetti", language) == []


def sentence(chosen: dict[str, str], language: str) -> str:
    """The sentence that says the selection, with counts taken from the tables."""
    speech = words(language)
    projects, countries = len(sums.projects(chosen)), sums.countries(chosen)
    many = speech.ngettext("{n} project", "{n} projects", projects).format(n=projects)
    wide = speech.ngettext("{n} country", "{n} countries", countries).format(n=countries)
    if not chosen:
        all_of_them = speech.ngettext("{n} edition", "{n} editions", 3).format(n=3)
        form = speech.gettext("Showing all {editions}, {projects} and {countries}.")
        return form.format(editions=all_of_them, projects=many, countries=wide)
    named = {
        "edition": lambda value: speech.gettext("Edition {number}").format(number=value),
        "programme": lambda value: name_of("programmes", "programme_id", value, f"name_{language}"),
        "country": lambda value: COUNTRIES[value][language],
        "partner": lambda value: name_of("partners", "partner_id", value, "name"),
        "evidence": lambda value: speech.gettext("programme page only"),
    }
    said = " · ".join(named[name](value) for name, value in chosen.items())
    form = speech.gettext("Showing {filters}: {projects} of {total}, in {countries}.")
    return form.format(filters=said, projects=many, countries=wide, total=len(rows("projects")))


def rest(chosen: dict[str, str], language: str) -> set[str]:
    """What a filter by country cannot do, for SINGA, which works in two."""
    if "country" not in chosen:
        return set()
    form = translations(language).gettext(
        "{project} also works in {countries}: its numbers are not divided by country."
    )
    return {form.format(project="SINGA", countries=COUNTRIES["FR"][language])}


def name_of(table: str, key: str, value: str, column: str) -> str:
    return next(row[column] for row in rows(table) if row[key] == value)


def query(chosen: dict[str, str], language: str) -> str:
    return "&".join(f"{name}={value}" for name, value in (chosen | {"lang": language}).items())


@cache
def patterns(language: str) -> list[tuple[str, re.Pattern[str], bool]]:
    """English messages that a language says otherwise: a piece of each, its form, is it short.

    Short ones are looked for as whole lines only.
    """
    found = []
    written = [m for m in read(catalogues()[language], language) if is_translated(m)]
    own = {text for message in written for text in forms(message.string)}
    for text in {text for message in written for text in forms(message.id)} - own:
        pieces = [piece for piece, *_field in Formatter().parse(text)]
        if not any(map(str.isalpha, "".join(pieces))):
            continue
        form = ".+?".join(re.escape(piece) for piece in pieces)
        form += ".+" if text.endswith("}") else ""
        is_short = len(" ".join(pieces).split()) < 3
        found.append((max(pieces, key=len), re.compile(form, re.S), is_short))
    return found


def forms(texts: Any) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts)


@cache  # most texts stand on many pages
def leftovers(text: str, language: str) -> list[str]:
    found = []
    for piece, form, is_short in patterns(language):
        if piece in text:
            places = text.splitlines() if is_short else [text]
            found += [p for p in places if (form.fullmatch(p) if is_short else form.search(p))]
    return found


def english(shown: Opened, language: str) -> list[str]:
    """English messages that a page in another language still says."""
    if language == "en":
        return []
    said = {without_titles(text) for text in set(shown.texts) - recorded()}
    return sorted(found for text in said for found in leftovers(text, language))


@cache
def without_titles(text: str) -> str:
    """A text without the titles of documents, which stay in their own language."""
    for row in rows("sources"):
        text = text.replace(row["title"] or "\0", "")
    return text


@cache
def recorded() -> set[str]:
    """Texts that come from the tables: names and titles stay as they are, names of tables too."""
    names = [path.stem for path in TABLES.glob("*.csv")]
    cells = (row.values() for name in names for row in rows(name))
    return {cell for row in cells for cell in row} | set(names)
