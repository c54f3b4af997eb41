"""Filters read from the address, written to it, taken away; searching the statements."""

from __future__ import annotations

import re

import pytest

from lib.wording.catalogue import translations
from tests.pages.reading import Opened, again, opened, plain
from tests.pages.sums import STATEMENTS
from tests.pages.tables import rows

UNKNOWN = {
    "edition": ["2", "9"],
    "country": ["<b>x</b>", "![](http://outside.invalid/y.png)"],
    "evidence": ":smile:",
    "lang": "xx",
}


def test_unknown_values_are_named_once_literally_and_left_out() -> None:
    shown = opened("overview", UNKNOWN)
    (warning,) = shown.at.warning
    for raw in ("<b>", "![", ":smile:", "http://"):
        assert raw not in warning.value
    said = plain(warning.value)
    assert said == (
        "Ignored, because no filter knows it: edition = 9, country = <b>x</b>, "
        "country = ![](http://outside.invalid/y.png), evidence = :smile: and lang = xx."
    )
    assert "Showing Edition 2: 4 projects of 11, in 4 countries." in shown.texts


def test_a_known_value_among_unknown_ones_speaks_italian() -> None:
    shown = opened("funding", {"partner": "nobody", "lang": "it"})
    said = translations("it").gettext("Ignored, because no filter knows it: {values}.")
    (warning,) = shown.at.warning
    assert plain(warning.value) == said.format(values="partner = nobody")


def test_a_long_or_many_unknown_values_stay_short() -> None:
    shown = opened("projects", {"partner": [f"{n}-" + "x" * 5000 for n in range(50)]})
    (warning,) = shown.at.warning
    assert len(plain(warning.value)) < 500
    assert shown.exceptions == []


def test_of_many_unknown_values_it_is_said_how_many_more_there_are() -> None:
    shown = opened("projects", {"country": [f"X{n}" for n in range(12)], "lang": "en"})
    (warning,) = shown.at.warning
    assert plain(warning.value).endswith("country = X3, country = X4 and 7\u00a0others.")


def test_empty_values_and_signs_that_are_not_seen_are_said() -> None:
    """One that turns the line around would have the rest of the sentence read backwards."""
    query = {"kind": "", "edition": ["", "\u202e2\x00"], "lang": "en", "x" * 9999: "y"}
    (warning,) = opened("disagreements", query).at.warning
    said = plain(warning.value)
    assert "no filter knows it: edition without a value, edition = U+202E2U+0000 and xx" in said
    assert said.endswith("not here, or no longer: kind without a value.")
    assert len(said) < 300


def test_more_than_can_be_shown_at_once_is_said_as_what_it_is() -> None:
    query = {"project": ["csb", "singa", "pratham", "unicef-vietnam"], "lang": ["en", "it"]}
    (warning,) = opened("projects", query).at.warning
    assert plain(warning.value) == (
        "Left out, because no more of it can be shown at once: project = unicef-vietnam and "
        "lang = it."
    )


@pytest.mark.parametrize("page", ["overview", "funding", "words", "check"])
def test_a_project_is_no_filter_of_other_pages_and_that_is_said(page: str) -> None:
    (warning,) = opened(page, {"project": "csb", "lang": "en"}).at.warning
    assert plain(warning.value).endswith("not here, or no longer: project = csb.")


def test_the_warning_goes_once_the_reader_does_anything() -> None:
    shown = opened("disagreements", {"edition": "9"})
    (choice,) = (one for one in shown.at.button_group if one.key == "kind")
    choice.set_value("number")
    assert len(again(shown).at.warning) == 0


def test_the_warning_goes_with_the_next_choice() -> None:
    shown = opened("projects", {"edition": "9"})
    shown.at.session_state["edition"] = ["1"]
    assert len(again(shown).at.warning) == 0


def test_a_choice_is_written_to_the_address() -> None:
    shown = opened("projects", {"lang": "it"})
    shown.at.session_state["partner"] = ["singa"]
    shown.at.session_state["edition"] = ["1", "2"]
    shown = again(shown)
    assert shown.at.query_params == {"edition": ["1", "2"], "partner": "singa", "lang": "it"}
    assert card_names(shown) == ["SINGA"]


def test_a_link_is_the_same_view_to_a_reader_of_another_language() -> None:
    shown = opened("projects", locale="it-IT")
    assert shown.at.query_params == {}
    shown.at.session_state["edition"] = ["1"]
    shown = again(shown)
    assert shown.at.query_params == {"edition": "1", "lang": "it"}
    assert opened("projects", shown.at.query_params, locale="fr-FR").texts == shown.texts


def test_an_address_leads_when_it_changes() -> None:
    shown = opened("projects", {"edition": "1"})
    shown.at.query_params.update({"edition": "3"})
    assert card_names(again(shown)) == ["For Our Children", "MMI · MegaMarie plus", "Pratham"]


def test_clicks_faster_than_the_address_follows_are_all_kept() -> None:
    """What a browser sends with a click is the address it has: of the last clicks it is unaware."""
    shown = opened("projects", {"lang": "en"})
    for editions in (["2"], ["2", "3"], ["3"]):
        shown.at.session_state["edition"] = editions
        shown = again(shown)
        assert list(shown.at.query_params["edition"]) == editions
        shown.at.query_params.pop("edition")
    shown.at.query_params["edition"] = ["2", "3"]  # the way back, on which no widget changes
    shown = again(shown)
    assert shown.at.session_state["edition"] == ["2", "3"]
    shown.at.query_params.pop("edition")
    shown.at.session_state["edition"] = ["1"]  # left longer ago, so no late click: a link
    assert again(shown).at.session_state["edition"] == []


@pytest.mark.parametrize(("page", "language"), [("overview", "en"), ("projects", "it")])
def test_reset_takes_every_filter_away(page: str, language: str) -> None:
    chosen = {"edition": "1", "programme": "families", "country": "RS", "evidence": "page"}
    partner = {"partner": "novak-djokovic-foundation"}
    shown = opened(page, {**chosen, **partner, "lang": language})
    assert shown.at.session_state["partner"] == ["novak-djokovic-foundation"]
    shown.at.button(key="reset").click()
    shown = again(shown)
    assert shown.at.query_params == {"lang": language}
    assert [button.key for button in shown.at.button] == ["find"]
    for name in ("edition", "programme", "country", "partner"):
        assert not shown.at.session_state[name]
    assert shown.at.session_state["evidence"] == "all"
    whole = opened(page, {"lang": language})
    assert shown.title == whole.title
    assert shown.texts == whole.texts


def test_a_project_looked_at_narrows_no_other_page() -> None:
    assert opened("overview", {"project": "csb"}).numbers == opened("overview").numbers


def test_search_keeps_statements_with_every_word() -> None:
    shown = opened("sources", {"edition": "1"})
    shown.at.text_input(key="search").input("Nantes INCUBATOR")
    projects = {row["project_id"]: row for row in rows("projects")}
    sources = {row["source_id"]: row for row in rows("sources")}
    expected = set()
    for table in STATEMENTS:
        for row in rows(table):
            project = projects.get(row["project_id"], {"edition_id": row["edition_id"]})
            source = sources[row["source_id"]]
            texts = [row[n] for n in ("statement_id", "description_en", "subject", "locator_en")]
            texts += [project.get("name", ""), source["publisher"]]
            text = " ".join([*texts, source["title"] or source["description_en"]]).casefold()
            if project["edition_id"] == "1" and "nantes" in text and "incubator" in text:
                expected.add(row["statement_id"])
    assert len(expected) > 1
    assert {row["Statement"] for row in statements(again(shown))} == expected


def test_a_search_without_a_hit_says_so() -> None:
    shown = opened("sources")
    shown.at.text_input(key="search").input("<b>zebra</b>")
    assert "No statement holds all of these words." in again(shown).texts


def card_names(shown: Opened) -> list[str]:
    """The projects that the page Projects shows as cards."""
    return [plain(m.value) for m in shown.at.markdown if m.value.startswith("#### ")]


def statements(shown: Opened) -> list[dict[str, str]]:
    """The rows below the heading that counts statements."""
    heading = next(text for text in shown.texts if re.fullmatch(r"\d+ statements?", text))
    found = shown.table(heading)
    assert heading.split()[0] == str(len(found))
    return found
