"""The key figures, against sums made from the tables with nothing but the csv module."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.wording.catalogue import translations
from lib.wording.words import words
from tests.pages import sums
from tests.pages.reading import opened, plain, unfolded
from tests.pages.tables import crowded, rows

COMMITTED, CO_FUNDED, PROJECTS, COUNTRIES, PLACES, PEOPLE = range(6)


def choices() -> list[dict[str, str]]:
    """Every value of the filters by itself (partners: one of each kind), some in pairs."""
    values = {
        "edition": [row["edition_id"] for row in rows("editions")],
        "programme": [row["programme_id"] for row in rows("programmes")],
        "country": sorted({row["country_code"] for row in rows("project_countries")}),
        "partner": ["singa", "redy", "unicef", "big-brothers-big-sisters"],
        "evidence": ["page"],
    }
    single = [{name: value} for name, found in values.items() for value in found]
    pairs = [
        {"edition": "1", "programme": "refugees"},
        {"programme": "families", "evidence": "page"},
        {"edition": "2", "country": "DE"},
        {"edition": "3", "programme": "refugees"},
    ]
    return single + pairs


def test_the_whole_programme_in_english() -> None:
    assert opened("overview").numbers == [
        "EUR 7.0 M",
        "EUR 2.5 M",
        "11",
        "11",
        "88–148",
        "≥ 859,300",
    ]


MONEY = {
    "en": ("EUR 7.0 M", "EUR 2.5 M"),
    "it": ("7,0 mln €", "2,5 mln €"),
    "de": ("7,0 Mio. €", "2,5 Mio. €"),
    "fr": ("7,0 M €", "2,5 M €"),
    "es": ("7,0 M€", "2,5 M€"),
}
PEOPLE_TO_REACH = {"it": "859.300", "de": "859.300", "fr": "859\u202f300", "es": "859.300"}


@pytest.mark.parametrize("language", PEOPLE_TO_REACH)
def test_the_whole_programme_in_other_languages(language: str) -> None:
    counts = ["11", "11", "88–148", f"≥ {PEOPLE_TO_REACH[language]}"]
    assert opened("overview", {"lang": language}).numbers == [*MONEY[language], *counts]


@pytest.mark.parametrize("chosen", choices(), ids=lambda c: "-".join(c.values()))
def test_a_filter_adds_up_what_it_leaves(chosen: dict[str, str]) -> None:
    shown = opened("overview", chosen)
    assert shown.exceptions == []
    if not sums.projects(chosen):
        assert shown.numbers == []
        return
    assert shown.numbers[PROJECTS] == str(len(sums.projects(chosen)))
    assert shown.numbers[COUNTRIES] == str(sums.countries(chosen))
    for place, total in ((PLACES, "places"), (PEOPLE, "people")):
        low, high, stated = sums.promised(total, chosen)
        said = shown.numbers[place]
        assert said.removeprefix("≈ ") == sums.written(low, high, stated)
        coverage = covered(stated, len(sums.projects(chosen)))
        assert any(text.startswith(coverage) for text in shown.texts)
    assert shown.numbers[COMMITTED] in money(chosen)


def covered(stated: int, count: int) -> str:
    """How the line about the coverage begins."""
    if count == 1:
        return "The project "
    none = f"None of the {count} projects "
    return {0: none, count: f"Each of the {count} "}.get(stated, f"{stated} of {count} projects")


def money(chosen: dict[str, str]) -> set[str]:
    """What the card of the foundation's money may say."""
    own = sums.committed(chosen)
    if own is None:
        return {"not attributable", "not stated"}
    low, high = own
    if low % 1_000_000:
        short = f"EUR {low / 1e6:.3f}".rstrip("0") + " M"
    else:
        short = f"EUR {low / 1e6:.1f} M"
    sign = "≥ " if math.isinf(high) else ""
    return {sign + short, f"{sign}EUR {low:,.0f}"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_programme_money_is_not_attributable_under_a_filter(language: str) -> None:
    _ = translations(language).gettext
    shown = opened("overview", {"country": "IN", "lang": language})
    assert shown.numbers[:2] == [_("not attributable")] * 2
    texts = [text.replace("\u00a0", " ") for text in shown.texts]
    for amount in MONEY[language]:
        assert _("{amount} for the whole programme").format(amount=amount) in texts
    funding = opened("funding", {"country": "IN", "lang": language})
    assert _("Not attributable to this selection") in funding.texts


def test_the_edition_with_its_own_money_shows_it() -> None:
    shown = opened("overview", {"edition": "2"})
    assert shown.numbers[:2] == ["≥ EUR 1.0 M", "not attributable"]


@pytest.mark.parametrize("chosen", [{}, {"edition": "2"}, {"country": "RS"}, {"evidence": "page"}])
def test_statements_are_those_of_the_selection(chosen: dict[str, str]) -> None:
    shown = opened("sources", chosen)
    said, more = sums.documents(chosen)
    title = f"{sums.statements(chosen)} statements from {said} document{'s' * (said != 1)}"
    if more:
        title += f"; {more} more only name{'s' * (more == 1)} places"
    assert shown.title == title


def test_a_card_says_what_another_source_says() -> None:
    shown = opened("overview")
    assert "≠ 43 stated, 34 summed" in shown.texts
    assert "≠ 10, ≈\u00a010, 13 co-funders" in shown.texts


@pytest.mark.parametrize("chosen", [{}, {"programme": "refugees"}, {"country": "DE"}], ids=str)
def test_projects_and_countries_are_told_apart(chosen: dict[str, str]) -> None:
    left = [row for row in rows("projects") if row["project_id"] in sums.projects(chosen)]
    editions = Counter(row["edition_id"] for row in left)
    said = "\u00a0· ".join(f"Edition\u00a0{one}:\u00a0{editions[one]}" for one in sorted(editions))
    shown = opened("overview", chosen)
    assert said in shown.texts
    codes = {
        row["country_code"]
        for row in rows("project_countries")
        if row["project_id"] in sums.projects(chosen)
        and chosen.get("country") in (None, row["country_code"])
    }
    names = sorted(words("en").country(code) for code in codes)
    assert "\u00a0· ".join(names) in shown.texts


def test_what_is_not_known_is_counted_question_by_question() -> None:
    (table,) = (one.value for one in opened("overview").of("table"))
    counts = [plain(cell).replace("\u00a0", " ").strip() for cell in table.iloc[:, 0]]
    _low, _high, places = sums.promised("places", {})
    _low, _high, people = sums.promised("people", {})
    assert counts[:2] == [f"{places}/11", f"{people}/11"]


def test_the_map_page_counts_what_the_tables_hold() -> None:
    """Named places and areas, and those that a list of reference gives, by csv alone."""
    reference = {row["source_id"] for row in rows("sources") if row["authority"] == "reference"}
    named = [
        row
        for row in rows("sites")
        if row["site_role"] == "expansion" and row["precision"] != "country"
    ]
    listed = [row for row in named if row["source_id"] in reference]
    said = " ".join(opened("map").texts)
    assert (len(named), len(listed)) == (69, 21)
    assert f"All countries: {len(named)} named places and areas" in said
    assert f"The {len(listed)} of Rastimo zajedno come from a list by" in said


def test_money_in_several_currencies_has_a_card_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(crowded(tmp_path, 40)))
    shown = opened("overview")
    assert shown.exceptions == []
    assert len(shown.numbers) > 6
    split = [text for text in shown.texts if text.endswith("has a published destination")]
    amounts = [text.partition(" has")[0].split("\u00a0")[-1] for text in split]
    assert len(set(amounts)) == len(amounts) > 1


def test_what_differs_leads_to_the_page_that_explains_it() -> None:
    page = opened("overview", {"edition": "1", "lang": "fr"})
    found = [text for text in page.marked if text.startswith(":red-badge[")]
    assert found
    assert [one for one in found if "](disagreements?edition=1&lang=fr)]" not in one] == []


def test_what_differs_is_a_crimson_link_in_panels_profiles_and_tables() -> None:
    quoted = [text for text in opened("overview").marked if ":red[**" in text]
    assert quoted
    assert all(text.count(":red[**[") == text.count("](disagreements?lang=en)") for text in quoted)
    profile = opened("projects", {"project": "csb"})
    badges = [text for text in profile.marked if text.startswith(":red-badge[")]
    assert badges
    assert all("](disagreements?partner=" in text for text in badges)
    shown = unfolded(opened("targets"))
    cells = [cell for table in shown.tables for row in table for cell in row.values()]
    differing = [cell for cell in cells if "≠" in cell]
    assert differing
    assert [one for one in differing if not one.startswith(":red[[≠")] == []


@pytest.mark.parametrize(
    ("count", "rows"),
    [(1, [1]), (3, [3]), (4, [2, 2]), (6, [3, 3]), (8, [3, 3, 2]), (10, [3, 3, 2, 2])],
)
def test_no_card_is_left_alone_below_others(count: int, rows: list[int]) -> None:
    def draw(count: int) -> None:
        from lib.view.card import in_rows

        for place in in_rows(count):
            place.write("card")

    shown = AppTest.from_function(draw, args=(count,)).run()
    widths = [1 / column.weight for column in shown.columns if column.markdown]
    # Two of three are as wide as three: their row keeps its third place free.
    expected = [3 if some != 2 or count % 3 == 2 else 2 for some in rows for _one in range(some)]
    assert [round(one) for one in widths] == expected
