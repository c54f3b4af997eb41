"""What a copied link says of a page: lists turned to, panels open, what is chosen on it."""

from __future__ import annotations

import json
import re

import pytest

from tests.pages.reading import CHART, Opened, again, opened, plain, sent
from tests.pages.tables import rows


def test_a_link_turns_a_list_to_its_page() -> None:
    first = opened("sources")
    heading = next(text for text in first.texts if re.fullmatch(r"\d+ statements", text))
    shown = opened("sources", {"list": "statements-3"})
    (turned,) = (one for one in first.at.pagination if one.key.startswith("page-statements-"))
    turned.set_value(3)
    assert shown.table(heading) == again(first).table(heading) != opened("sources").table(heading)
    assert len(shown.at.warning) == 0


def test_a_link_shows_all_rows_at_once() -> None:
    shown = opened("sources", {"list": "documents-all"})
    assert len(shown.table("Documents read")) == len(rows("sources"))


@pytest.mark.parametrize(
    "value", ["statements-99", "statements-0", "statements-x", "nothing-2", "statements-" + "9" * 9]
)
def test_a_page_that_a_list_does_not_have_is_told_and_the_first_is_shown(value: str) -> None:
    shown, plainly = opened("sources", {"list": value, "lang": "en"}), opened("sources")
    assert warnings(shown) == [
        f"The link asks for something that is not here, or no longer: list = {value}."
    ]
    assert shown.tables == plainly.tables
    assert shown.exceptions == []


def test_a_link_opens_panels_and_tells_those_that_are_not_there() -> None:
    shown = opened("funding", {"open": ["table-funding-flow", "<b>no</b>"]})
    assert len(shown.tables) == len(opened("funding").tables) + 1
    (said,) = warnings(shown)
    assert said.endswith("or no longer: open = <b>no</b>.")
    assert "<b>" not in shown.at.warning[0].value


def test_a_link_unfolds_a_part_of_a_profile() -> None:
    shown = opened("projects", {"project": "csb", "open": "detail-results"})
    unfolded = [one.label for one in shown.at.expander if one.proto.expanded]
    (label,) = unfolded
    assert label.startswith("Results (")


@pytest.mark.parametrize(
    ("page", "name", "value"), [("map", "view", "world"), ("disagreements", "kind", "number")]
)
def test_what_is_chosen_on_a_page_goes_along_and_is_held_against_what_there_is(
    page: str, name: str, value: str
) -> None:
    shown = opened(page, {name: value, "lang": "en"})
    assert shown.at.session_state[name] == value
    assert f"{name}={value}" in link(shown)
    assert f"{name}=" not in link(opened(page))
    lost = opened(page, {name: "nothing"})
    assert warnings(lost)[0].endswith(f"or no longer: {name} = nothing.")
    assert lost.tables == opened(page).tables


@pytest.mark.parametrize(
    ("name", "value", "own"),
    [
        ("search", "serbia", "sources"),
        ("version", "2026-05-31", "changes"),
        ("currency", "EUR", ""),
    ],
)
def test_what_only_one_page_reads_is_told_on_others(name: str, value: str, own: str) -> None:
    """Nor does it wait there for the page that would read it."""
    shown = opened("funding", {name: value, "lang": "en"})
    assert warnings(shown)[0].endswith(f"or no longer: {name} = {value}.")
    if own:
        shown.at.query_params.pop(name)  # as the link to that page does
        shown.at.switch_page(f"../pages/{own}.py")
        later = again(shown)
        assert later.exceptions == warnings(later) == []
        assert not (name in later.at.session_state and later.at.session_state[name])


def test_of_two_values_for_one_field_the_second_is_told() -> None:
    shown = opened("sources", {"search": ["serbia", "croatia"], "lang": "en"})
    assert shown.at.session_state["search"] == "serbia"
    assert warnings(shown) == [
        "Left out, because no more of it can be shown at once: search = croatia."
    ]


@pytest.mark.parametrize(
    ("value", "said"), [("x" * 10_000, "x" * 60 + "…"), ("\u202ea\0", "U+202EaU+0000")]
)
def test_what_nobody_would_look_for_is_told(value: str, said: str) -> None:
    """Too long a text, one with signs that turn a line around or are no text at all."""
    shown = opened("sources", {"search": value, "lang": "en"})
    assert shown.tables == opened("sources", {"lang": "en"}).tables
    assert warnings(shown)[0].endswith(f"or no longer: search = {said}.")


def test_a_map_moves_where_the_link_says_so() -> None:
    shown = opened("map", {"map-moves": "yes"})
    (deck,) = shown.moving_maps
    assert sent(deck)["at"] is None
    assert "map-moves=yes" in link(shown)


@pytest.mark.parametrize(
    ("page", "where"),
    [
        ("map", {"map-moves": "yes"}),
        ("projects", {"project": "csb", "project-map-moves": "yes"}),
    ],
)
def test_a_map_looks_where_the_link_says(page: str, where: dict[str, str]) -> None:
    shown = opened(page, {**where, "at": "48.21,-16.375,4.5"})
    (deck,) = shown.moving_maps
    assert sent(deck)["at"] == [48.21, -16.375, 4.5]
    assert warnings(shown) == []
    assert "at=" not in link(shown), "the browser says where it looks by then"


@pytest.mark.parametrize(
    "value",
    [
        *("", "48,16", "48,16,4,1", "90.1,16,4", "48,-180.5,4", "48,16,20.5", "48,16,-1"),
        *("nan,16,4", "1e1,16,4", "٤٨,16,4", "48, 16,4", "48.,16,4", "<b>48</b>,16,4"),
    ],
)
def test_a_place_that_is_none_is_told_and_the_map_is_framed(value: str) -> None:
    shown = opened("map", {"map-moves": "yes", "at": value, "lang": "en"})
    (deck,) = shown.moving_maps
    assert sent(deck)["at"] is None
    (said,) = warnings(shown)
    assert said.endswith(f"or no longer: at = {value}." if value else "at without a value.")


def test_a_place_without_a_map_that_moves_is_told() -> None:
    for page in ("map", "funding"):
        (said,) = warnings(opened(page, {"at": "48.21,16.37,4.5"}))
        assert said.endswith("or no longer: at = 48.21,16.37,4.5.")


@pytest.mark.parametrize(("name", "value"), [("view", "world"), ("edition", ["2"])])
def test_what_is_chosen_is_framed_and_not_what_the_link_said(name: str, value: object) -> None:
    shown = opened("map", {"map-moves": "yes", "at": "48.21,16.37,4.5", "lang": "en"})
    shown.at.session_state[name] = value
    chosen = again(shown)
    (deck,) = chosen.moving_maps
    assert sent(deck)["at"] is None
    assert warnings(chosen) == []
    shown.at.session_state[name] = "home" if name == "view" else []
    (deck,) = again(chosen).moving_maps
    assert sent(deck)["at"] is None, "whoever comes back finds it framed, too"


def test_the_reader_leads_once_something_else_is_chosen() -> None:
    shown = opened("sources", {"list": ["statements-3", "nothing-2"], "lang": "en"})
    shown.at.session_state["edition"] = ["1"]
    shown = again(shown)
    assert shown.at.query_params == {"edition": "1", "lang": "en"}
    assert warnings(shown) == []
    assert shown.tables == opened("sources", {"edition": "1"}).tables


def warnings(shown: Opened) -> list[str]:
    """What is told of the address, as it reads."""
    return [plain(one.value) for one in shown.at.warning]


def link(shown: Opened) -> str:
    """The query that "Copy link" begins with."""
    told = [json.loads(one.proto.bytes) for one in shown.of(CHART) if one.proto.bytes]
    (found,) = (one["query"] for one in told if "byHand" in one)
    return str(found)
