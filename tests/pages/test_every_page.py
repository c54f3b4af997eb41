"""Every page in both languages under every kind of filter: the frame, the count, the language."""

from __future__ import annotations

import re
from functools import cache
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
WITHOUT_CHARTS = ("projects", "disagreements", "sources")


@pytest.mark.parametrize("chosen", FILTERS.values(), ids=FILTERS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_under_a_filter(page: str, language: str, chosen: dict[str, str]) -> None:
    shown = opened(page, {**chosen, "lang": language})
    assert shown.exceptions == []
    assert shown.said_language == language
    assert shown.title
    assert shown.at.warning.len == 0
    assert sentence(chosen, language) in shown.texts
    assert bool(shown.of("button")) == bool(chosen)
    assert rest(chosen, language) <= set(shown.texts)
    links = [link.proto.query_string for link in shown.of("page_link")[: len(PAGES)]]
    assert links == [query(chosen, language)] * len(PAGES)
    everything = unfolded(shown)
    assert everything.exceptions == []
    assert language == "en" or english(everything) == []
    if not sums.projects(chosen):
        assert not shown.charts
        assert page in WITHOUT_CHARTS or shown.at.info or shown.of("deck_gl_json_chart")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chosen", [{}, {"edition": "2"}, {"evidence": "page"}], ids=str)
def test_a_profile(language: str, chosen: dict[str, str]) -> None:
    shown = opened("projects", {**chosen, "project": "csb", "lang": language})
    assert shown.exceptions == []
    assert shown.title == "Centro per la Salute del Bambino"
    assert language == "en" or english(shown) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_projects_side_by_side(language: str) -> None:
    three = ["csb", "singa", "bbbs-fame"]
    shown = opened("projects", {"project": three, "lang": language})
    assert shown.exceptions == []
    names = [row["name"] for row in rows("projects") if row["project_id"] in three]
    assert all(name in shown.title for name in names)
    assert [shown.texts.count(name) > 0 for name in names] == [True] * 3
    assert language == "en" or english(shown) == []


@pytest.mark.parametrize(("locale", "title"), [("it-IT", "it"), ("en-GB", "en"), ("de-DE", "en")])
def test_the_browser_says_in_which_language_to_start(locale: str, title: str) -> None:
    assert sentence({}, title) in opened("projects", locale=locale).texts


def test_the_address_says_more_than_the_browser() -> None:
    shown = opened("projects", {"lang": "en"}, locale="it-IT")
    assert sentence({}, "en") in shown.texts
    links = [link.proto.query_string for link in shown.of("page_link")[: len(PAGES)]]
    assert links == ["lang=en"] * len(PAGES)


def test_english_left_over_is_found() -> None:
    assert leftovers("Table") == ["Table"]
    assert leftovers("Showing all 3 editions, 11 projects and 11 countries.")
    assert leftovers("Vengono mostrati 3 progetti") == []


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
        "country": lambda value: {"en": "Germany", "it": "Germania"}[language],
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
    country = {"en": "France", "it": "Francia"}[language]
    return {form.format(project="SINGA", countries=country)}


def name_of(table: str, key: str, value: str, column: str) -> str:
    return next(row[column] for row in rows(table) if row[key] == value)


def query(chosen: dict[str, str], language: str) -> str:
    return "&".join(f"{name}={value}" for name, value in (chosen | {"lang": language}).items())


@cache
def patterns() -> list[tuple[str, re.Pattern[str], bool]]:
    """Messages as they stand in the code: a piece of each, its form, does it stand alone.

    Short ones are looked for as whole lines only.
    """
    found = []
    written = [message for message in read(catalogues()["it"], "it") if is_translated(message)]
    italian = {text for message in written for text in forms(message.string)}
    for text in {text for message in written for text in forms(message.id)} - italian - {""}:
        pieces = [piece for piece, *_field in Formatter().parse(text)]
        form = ".+?".join(re.escape(piece) for piece in pieces)
        form += ".+" if text.endswith("}") else ""
        is_short = len(" ".join(pieces).split()) < 3
        found.append((max(pieces, key=len), re.compile(form, re.S), is_short))
    return found


def forms(texts: Any) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts)


def leftovers(text: str) -> list[str]:
    found = []
    for piece, form, is_short in patterns():
        if piece in text:
            places = text.splitlines() if is_short else [text]
            found += [p for p in places if (form.fullmatch(p) if is_short else form.search(p))]
    return found


def english(shown: Opened) -> list[str]:
    """English messages that an Italian page still says."""
    said = {without_titles(text) for text in set(shown.texts) - recorded()}
    return sorted(found for text in said for found in leftovers(text))


def without_titles(text: str) -> str:
    """A text without the titles of documents, which stay in their own language."""
    for row in rows("sources"):
        text = text.replace(row["title"] or "\0", "")
    return text


@cache
def recorded() -> set[str]:
    """Texts that come from the tables: names and titles stay as they are."""
    cells = (row.values() for path in TABLES.glob("*.csv") for row in rows(path.stem))
    return {cell for row in cells for cell in row}
