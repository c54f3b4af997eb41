"""Places of the made tables: announced, named, shown."""

from __future__ import annotations

from math import isnan

import pandas as pd

from lib.exports.contents import pack_of
from lib.figures import places
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, Bound
from lib.model.selection import Selection
from lib.wording.places import sites_table
from lib.wording.words import words


def by_id(rows: pd.DataFrame, *columns: str) -> dict[str, tuple[object, ...]]:
    """Some columns by project."""
    return {row[0]: tuple(row[1:]) for row in rows[["project_id", *columns]].to_numpy().tolist()}


def test_announced_places(made: Portfolio) -> None:
    rows = places.announced(made)
    found = by_id(rows, "stated_count", "low", "high", "unit", "country_codes")
    assert found["project-a"] == (1, 10, 10, "towns", ("IT",))
    assert found["project-b"] == (1, 0, 6, "centres", ("FR", "IT"))
    assert found["project-c"] == (1, 3, 3, "towns", ("NA",))
    assert found["project-d"][0] == 0
    assert isnan(rows["low"].iloc[3])
    assert rows["differs"].tolist() == [(Bound(12, 12),), (), (), ()]
    assert rows["is_disputed"].tolist() == [True, False, False, False]
    assert rows["due_date"].tolist() == ["2022", "", "", ""]


def test_sites(made: Portfolio) -> None:
    rows = places.sites(made).set_index("site_id")
    assert len(rows) == 11
    assert rows.index[~rows["is_shown"]].tolist() == ["site-6", "site-7"]
    assert rows.loc["site-9", "project"] == "Project Č"
    assert rows.loc["site-9", "edition_id"] == "2"
    assert rows.loc["site-9", "publisher"] == "Evaluator"
    assert rows.loc["site-2", "name"] == "<b>Town 2</b>"


def test_by_country(made: Portfolio) -> None:
    rows = places.by_country(made).set_index("country_code")
    assert list(rows.index) == ["FR", "IT", "NA"]
    assert rows["projects"].to_dict() == {
        "FR": ("Project B <b>&</b>", "Project D"),
        "IT": ("Project A", "Project B <b>&</b>"),
        "NA": ("Project Č",),
    }
    assert rows["edition_ids"].tolist() == [("1", "2"), ("1",), ("2",)]
    # FR: site 5, region of D; IT: sites 1, 2 and the unlocated 6, not the row for Italy.
    assert rows["named_count"].tolist() == [2, 3, 3]
    assert rows["shown_count"].tolist() == [2, 2, 3]
    assert rows["area_count"].tolist() == [1, 0, 0]
    assert rows["is_selected"].all()


def test_by_country_keeps_countries_that_are_not_selected(made: Portfolio) -> None:
    rows = places.by_country(made.select(Selection(country=("FR",)))).set_index("country_code")
    assert rows["is_selected"].to_dict() == {"FR": True, "IT": False, "NA": False}
    assert rows["named_count"].to_dict() == {"FR": 2, "IT": 0, "NA": 0}


def test_unnamed_places(made: Portfolio) -> None:
    """A: 10 announced less 2 named. B works in two countries; of C all are named; D says none."""
    rows = places.unnamed(made)
    found = rows[["project_id", "country_code", *BOUND_COLUMNS]].to_numpy().tolist()
    assert found == [["project-a", "IT", 8, 8, False, 1]]
    label = made.outlines["IT"]["properties"]
    assert rows["latitude"].iloc[0] == label["label_latitude"]
    assert rows["longitude"].iloc[0] == label["label_longitude"]


def test_a_country_does_not_change_what_is_unnamed(made: Portfolio) -> None:
    """B keeps its two countries when only one of them is selected."""
    for code, expected in (("IT", ["project-a"]), ("FR", []), ("NA", [])):
        rows = places.unnamed(made.select(Selection(country=(code,))))
        assert rows["project_id"].tolist() == expected


def test_what_the_page_does_not_name_is_unnamed_on_it(made: Portfolio) -> None:
    """The page names two places of A and one of the three of C."""
    rows = places.unnamed(made.select(Selection(evidence="page")))
    assert by_id(rows, "low", "high") == {"project-a": (8, 8), "project-c": (2, 2)}


def test_shown_places(made: Portfolio) -> None:
    found = by_id(places.shown(made), "named_count", "point_count", "area_count", "unlocated")
    assert found == {
        "project-a": (2, 2, 0, ()),
        "project-b": (2, 1, 0, ("Město Š",)),
        "project-c": (3, 3, 0, ()),
        "project-d": (0, 0, 1, ()),
    }
    assert places.shown(made)["elsewhere_count"].tolist() == [0, 0, 0, 0]


def test_shown_places_of_one_country(made: Portfolio) -> None:
    """B has one named place in France and one in Italy."""
    rows = places.shown(made.select(Selection(country=("FR",))))
    found = by_id(rows, "named_count", "elsewhere_count", "point_count", "unlocated")
    assert found == {"project-b": (2, 1, 1, ()), "project-d": (0, 0, 0, ())}


def test_arcs_start_at_the_earliest_origin(made: Portfolio) -> None:
    """Site 3 is dated 2018, site 4 is undated."""
    rows = places.arcs(made.select(Selection(project=("project-a",))))
    assert rows["name"].tolist() == ["Town 1", "<b>Town 2</b>"]
    assert set(zip(rows["from_latitude"], rows["from_longitude"], strict=True)) == {(45.07, 7.69)}
    ends = list(zip(rows["to_latitude"], rows["to_longitude"], strict=True))
    assert ends == [(41.9, 12.5), (45.46, 9.19)]
    assert set(rows["edition_id"]) == {"1"}


def test_no_arcs_without_one_project_and_an_origin(made: Portfolio) -> None:
    empty = places.arcs(made)
    assert empty.empty
    assert list(empty) == list(places.arcs(made.select(Selection(project=("project-a",)))))
    assert places.arcs(made.select(Selection(project=("project-c",)))).empty


def test_a_status_leads_to_the_document_that_reports_it(real: Portfolio) -> None:
    """The programme page names Berlin, a newspaper of 2018 reports it at work."""
    rows = places.sites(real)
    berlin = rows[rows["site_id"] == "singa-berlin"]
    (publisher,) = berlin["status_publisher"]
    assert publisher not in ("", berlin["publisher"].iloc[0])
    table = sites_table(berlin, words("en"))
    assert table["Status"].tolist() == [f"{words('en').status('active')} ({publisher})"]
    own = rows["status_source_id"] == rows["source_id"]
    assert (rows.loc[own, "status_publisher"] == "").all()
    assert {*rows["source_id"], "abendblatt-2018-singa"} <= {*places.documents(rows)}
    pack = pack_of(real.everything, Selection())
    (chart,) = [one for one in pack.exhibits() if one.name == "places.sites"]
    assert "abendblatt-2018-singa" in chart.source_ids
