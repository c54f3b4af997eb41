"""The page of the map: what it shows and what it does not, counted by csv alone."""

from __future__ import annotations

import pytest

from tests.pages import sums
from tests.pages.reading import Opened, opened, plain
from tests.pages.tables import rows


def counts(shown: Opened) -> list[str]:
    """The numbers of the panel that says what is shown."""
    (table,) = (one.value for one in shown.of("table"))
    return [plain(value).replace("\u00a0", " ") for value in table.iloc[:, 0]]


def stills(shown: Opened) -> set[str]:
    """The still maps of the page by their names."""
    return {one.proto.id.split("-", 2)[2] for one in shown.pictures}


@pytest.mark.parametrize("chosen", [{}, {"edition": "1"}, {"edition": "2"}, {"country": "CH"}])
def test_what_is_on_the_map(chosen: dict[str, str]) -> None:
    left = sums.projects(chosen)
    drawn = [
        row["precision"]
        for row in rows("sites")
        if row["project_id"] in left and row["site_role"] == "expansion" and row["latitude"]
    ]
    before = [
        row
        for row in rows("sites")
        if row["project_id"] in left and row["site_role"] == "origin" and row["latitude"]
    ]
    low, high, stated = sums.promised("places", chosen)
    assert counts(opened("map", chosen)) == [
        str(drawn.count("place")),
        str(drawn.count("admin_area")),
        *([str(len(before))] if before else []),
        sums.written(low, high, stated),
    ]


def test_places_without_names_are_counted_and_none_is_called_named() -> None:
    page = opened("map", {"country": "AR"})
    texts = [text.replace("\u00a0", " ") for text in page.paragraphs]
    assert "Without names \nArgentina: 13" in [text.replace("  \n", " \n") for text in texts]
    assert not any("0 named" in text for text in texts)


def test_a_number_without_names_stays_with_its_country() -> None:
    paragraphs = opened("map", {}).paragraphs
    assert any("Switzerland:\u00a0≤\u00a060" in text for text in paragraphs)


def test_the_table_of_places_says_what_else_is_stated() -> None:
    announced = {
        plain(row["Project"]): {plain(k): plain(v) for k, v in row.items()}
        for row in opened("map").tables[-1]
    }
    assert announced["Centro per la Salute del Bambino"]["Also stated"] == ":red≠ 15"
    assert announced["Haciendo Camino"]["Also stated"] == ""


@pytest.mark.parametrize(("country", "has_boxes"), [("AR", True), ("BG", False)])
def test_the_map_of_the_overview_says_what_its_boxes_count(country: str, has_boxes: bool) -> None:
    shown = opened("overview", {"country": country}).paragraphs
    said = any("Number in a box: places without names" in text for text in shown)
    assert said == has_boxes


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ({}, {"map-whole", "still-0", "still-1", "still-2"}),
        ({"country": ["AR", "IN"]}, {"still-0", "still-1"}),
        ({"edition": "2"}, {"map-whole", "still-0"}),
        ({"country": "CH"}, set()),  # the map of the selection shows it already
        ({"country": "AR"}, set()),
    ],
)
def test_parts_of_the_world_have_maps_where_there_are_several(
    chosen: dict[str, str], shown: set[str]
) -> None:
    assert stills(opened("map", chosen)) == shown | {"map-home-still"}
