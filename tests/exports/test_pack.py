"""What a pack contains: each exhibit once, with numbered sources, as the figures have it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from lib.charts.theme import LIGHT
from lib.exports.cited import behind
from lib.exports.contents import pack_of
from lib.exports.exhibits import Cards, Chart, Exhibit, Lines, Listing, Map, Tabled
from lib.exports.pack import Pack
from lib.figures import key, places, project, timeline
from lib.model.languages import LANGUAGES
from lib.model.selection import Selection
from lib.model.store import load
from tests.exports.conftest import SELECTIONS, made, tables
from tests.fixture import copies


def test_every_exhibit_and_section_has_a_name_of_its_own(pack: Pack) -> None:
    for names in (
        [exhibit.name for exhibit in pack.exhibits()],
        [section.name for section in pack.sections],
    ):
        assert len(set(names)) == len(names)


def test_every_section_asks_and_answers(pack: Pack) -> None:
    for section in pack.sections:
        assert section.question.endswith("?")
        assert section.finding
        assert section.exhibits
    assert all(exhibit.title for exhibit in pack.exhibits())


def test_documents_are_numbered_as_they_are_mentioned(pack: Pack) -> None:
    assert [one.number for one in pack.citations] == list(range(1, len(pack.citations) + 1))
    met = 0
    for exhibit in pack.exhibits():
        numbers = pack.numbers(exhibit.source_ids)
        assert len(numbers) == len(set(exhibit.source_ids))
        new = [number for number in numbers if number > met]
        assert new == list(range(met + 1, met + 1 + len(new)))
        met += len(new)
    assert met == len(pack.citations)


def test_a_row_has_the_number_of_its_document(pack: Pack) -> None:
    documents = {one.number: one.source_id for one in pack.citations}
    for exhibit in pack.exhibits():
        if isinstance(exhibit, Tabled) and "source_id" in exhibit.frame:
            found = [documents[number] for number in pack.row_numbers(exhibit)]
            assert found == exhibit.frame["source_id"].tolist()


def test_a_publisher_leads_to_the_document_behind_its_row(pack: Pack) -> None:
    addresses = {one.source_id: one.url for one in pack.citations}
    publisher = pack.words.gettext("Publisher")
    for exhibit in pack.exhibits():
        if isinstance(exhibit, Tabled) and "source_id" in exhibit.frame:
            says_itself = isinstance(exhibit, Listing) and exhibit.links
            wanted = [] if says_itself else [addresses[one] for one in exhibit.frame["source_id"]]
            assert pack.addresses(exhibit, publisher) == wanted, exhibit.name


def test_tables_have_a_text_for_every_row(pack: Pack) -> None:
    for exhibit in pack.exhibits():
        if isinstance(exhibit, Tabled) and len(exhibit.frame):
            texts = exhibit.texts()
            assert len(texts) == len(exhibit.frame)
            assert all(isinstance(cell, str) for column in texts for cell in texts[column])


def test_charts_and_maps_are_drawn_or_say_why_not(pack: Pack) -> None:
    for exhibit in pack.exhibits():
        if isinstance(exhibit, Chart):
            if exhibit.reading.empty:
                assert exhibit.frame.empty or not exhibit.frame["stated_count"].any()
            else:
                assert exhibit.figure(LIGHT)["data"] or exhibit.figure(LIGHT)["layout"]["shapes"]
        elif isinstance(exhibit, Map):
            for window in exhibit.windows:
                assert exhibit.still(window, LIGHT).svg.startswith("<svg")


@pytest.mark.parametrize("name", [name for name in SELECTIONS if name != "nothing"])
def test_figures_are_those_of_the_selection(name: str) -> None:
    pack = made(name, "en")
    chosen = tables().select(pack.selection)
    found = {exhibit.name: exhibit for exhibit in pack.exhibits()}
    cards, bars = found["key.figures"], found["places.announced"]
    assert isinstance(cards, Cards)
    assert isinstance(bars, Chart)
    pd.testing.assert_frame_equal(cards.frame, key.key_figures(chosen))
    pd.testing.assert_frame_equal(bars.frame, places.announced(chosen))
    assert [card.name for card in cards.figures] == [
        f"{row.figure_id}{row.currency_code}" for row in cards.frame.itertuples()
    ]


def test_a_few_projects_have_a_section_each_many_a_table() -> None:
    assert "projects" in [section.name for section in made("all", "en").sections]
    names = [section.name for section in made("edition", "en").sections]
    assert sum(name.startswith("project.") for name in names) == 4
    assert "projects" not in names


def test_a_chosen_project_is_shown_whole_whatever_else_is_filtered() -> None:
    chosen = Selection(project=("singa",), country=("IN",), evidence="page", language="it")
    pack = pack_of(tables(), chosen)
    assert pack.selection == Selection(project=("singa",), evidence="page", language="it")
    assert "SINGA" in pack.summary[0]


def test_the_pack_of_one_project_says_everything_once() -> None:
    pack = made("project", "en")
    chosen = tables().select(pack.selection)
    names = [exhibit.name for exhibit in pack.exhibits()]
    assert sum(isinstance(one, Map) for one in pack.exhibits()) == 1
    assert "targets.unmatched" not in names
    assert not [one for one in names if one.startswith(("project.sources", "project.not_shown"))]
    groups = [one.split(".")[1] for one in names if one.startswith("disagreements.g")]
    assert len(set(groups)) == len(groups)
    for kind, stated in (("targets", chosen.targets), ("results", chosen.results)):
        (listed,) = [one for one in pack.exhibits() if one.name.startswith(f"project.{kind}.")]
        assert isinstance(listed, Tabled)
        assert sorted(listed.frame["statement_id"]) == sorted(stated["statement_id"])
    several = [one.name for one in made("edition", "en").exhibits() if isinstance(one, Map)]
    assert len(several) == 5


def test_the_pack_of_one_project_has_the_targets_of_an_edition_that_is_its_own() -> None:
    real, project = tables(), "haciendo-camino"
    edition = real.targets.loc[real.targets["project_id"] == "", "statement_id"]
    is_shared = real.coverage["statement_id"].isin(edition)
    kept = real.coverage[~is_shared | (real.coverage["project_id"] == project)]
    pack = pack_of(replace(real, coverage=kept, whole=None), Selection(project=(project,)))
    (listed,) = [one for one in pack.exhibits() if one.name == "targets.other_promises"]
    assert isinstance(listed, Tabled)
    assert set(listed.frame["statement_id"]) <= set(edition)
    assert len(listed.frame)
    assert set(listed.frame["project_id"]) == {""}


def test_it_is_dated_by_the_documents_that_it_cites_and_the_day_it_was_made() -> None:
    pack = pack_of(tables(), SELECTIONS["project"], day=date(2026, 5, 31))
    newest = pack.words.date(max(one.date for one in pack.citations))
    count = len(pack.citations)
    assert pack.dated == f"Data from {count} documents, the newest of {newest}"
    assert pack.version.startswith("Made on 31 May 2026 with dashboard ")
    every = load(copies.REAL).sources
    assert f"the whole record has {len(every)} documents" in pack.version
    assert "whole record" not in made("all", "en").version
    assert made("nothing", "en").dated == "No document speaks about this selection"


def test_in_french_a_space_is_before_a_semicolon() -> None:
    assert "tables\u202f; le corpus" in made("edition", "fr").version


def test_of_nothing_it_says_that_and_which_filter_to_take_away() -> None:
    (only,) = made("nothing", "en").sections
    assert only.finding == "No project matches these filters"
    (said,) = only.exhibits
    assert isinstance(said, Lines)
    assert [line.text for line in said.lines] == [
        "No project fits all of these filters together.",
        "Without Edition 1: 1 project",
        "Without India: 4 projects",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_without_a_date_is_said_to_have_none(language: str) -> None:
    only = Selection(edition=("3",), country=("IN",), evidence="page", language=language)
    pack = pack_of(tables(), only)
    assert len(pack.citations) == 1
    assert not pack.citations[0].date
    assert pack.words.gettext("not stated") not in pack.dated
    assert pack.words.date("") not in pack.dated
    claims = ("no published destination",
              "split not published", "No amount was found for this selection in the sources read.",
              "No result was found that can be set against a target")  # fmt: skip
    said = str([(one.finding, *(_said(part) for part in one.exhibits)) for one in pack.sections])
    for claim in claims:
        assert pack.words.gettext(claim) not in said


def test_a_number_for_more_countries_than_are_selected_says_so_on_its_card() -> None:
    pack = made("country", "en")
    cards = {one.row["figure_id"]: one.words for one in _cards(pack).figures}
    own = tables().select(SELECTIONS["country"])
    codes = tables().project_countries.groupby("project_id")["country_code"].agg(set)
    (name,) = [
        row.name for row in own.projects.itertuples(index=False) if codes[row.project_id] - {"DE"}
    ]
    note = f"The number of {name} is for all its countries, not only for those selected."
    assert cards["places"].reason.startswith(note)
    assert cards["people"].reason.startswith(note)
    (shown,) = [one for one in pack.exhibits() if one.name == "places.shown"]
    assert isinstance(shown, Tabled)
    rows = shown.texts().set_index("Project")
    elsewhere = tables().sites.query("site_role == 'expansion' and is_announced_place")
    elsewhere = elsewhere[elsewhere["country_code"] != "DE"].merge(own.projects, on="project_id")
    assert rows.loc[name, "Not on the map"] == (
        f"{len(elsewhere)} in countries that are not selected"
    )


def _cards(pack: Pack) -> Cards:
    (found,) = [one for one in pack.exhibits() if isinstance(one, Cards)]
    return found


def _said(part: Exhibit) -> object:
    if isinstance(part, Cards):
        return [one.words for one in part.figures]
    return part.lines if isinstance(part, Lines) else (part.title, getattr(part, "reading", ""))


def test_a_narrowed_portfolio_gives_the_same_pack() -> None:
    chosen = Selection(edition=("1",), language="it")
    once, again = pack_of(tables(), chosen), pack_of(tables().select(chosen), chosen)
    assert once.citations == again.citations
    assert [one.finding for one in once.sections] == [one.finding for one in again.sections]


def test_windows_show_what_is_selected() -> None:
    seen = {name: _windows(name) for name in ("all", "country", "project", "edition")}
    assert seen["all"] == ["whole", "europe", "region.ar", "region.vn", "region.in"]
    assert seen["country"] == seen["project"] == ["whole"]
    assert seen["edition"] == ["whole", "europe", "region.ar"]


def test_a_wide_window_has_a_narrow_one_that_shows_as_much() -> None:
    (sites,) = [one for one in made("edition", "en").exhibits() if one.name == "places.sites"]
    assert isinstance(sites, Map)
    for window in sites.windows:
        assert (window.narrow is None) == (window.width < 400)
        if window.narrow:
            narrow, wide = (sites.still(window, LIGHT, is_narrow=one).svg for one in (True, False))
            assert f'width="{window.narrow.width:.0f}"' in narrow[:100]
            assert _marks(narrow) == _marks(wide)


def _marks(svg: str) -> int:
    """The marks of a map: where a line from a word ends, a dot is no mark."""
    return svg.count("<circle") - svg.count('r="1.6"')


def _windows(name: str) -> list[str]:
    (sites,) = [one for one in made(name, "en").exhibits() if one.name == "places.sites"]
    assert isinstance(sites, Map)
    assert all(one.title for one in sites.windows[1:])
    assert all(one.name != other.name for one, other in pairwise(sites.windows))
    return [one.name for one in sites.windows]


@pytest.mark.parametrize("chosen", [Selection(country=("DE",), partner=("redy",))], ids=str)
def test_no_chart_is_drawn_of_rows_without_any_number(chosen: Selection) -> None:
    charts = [one for one in pack_of(tables(), chosen).exhibits() if isinstance(one, Chart)]
    silent = [
        one for one in charts if "stated_count" in one.frame and not one.frame["stated_count"].any()
    ]
    assert {"places.announced", "targets.places"} <= {one.name for one in silent}
    assert all(one.reading.empty for one in silent)


def test_figures_above_a_project_have_their_documents() -> None:
    """In every file, among them what contradicts a period."""
    pack = made("edition", "en")
    heads = [one for one in pack.sections if one.name.startswith("project.")]
    every = pack.portfolio.everything.statements
    read_in = dict(zip(every["statement_id"], every["source_id"], strict=True))
    for one in heads:
        assert one.source_ids and all(pack.numbers([own]) for own in one.source_ids), one.name
        own = project.of_project(pack.portfolio, one.name.removeprefix("project."))
        ids = timeline.periods(own).query("row_kind == 'project'")["statement_ids"]
        assert {read_in[said] for some in ids for said in some} <= {*one.source_ids}
    assert any(len(one.source_ids) > 1 for one in heads)


def test_a_map_cites_who_announces_how_many_places() -> None:
    """Below it stands how many of them it shows."""
    pack = made("edition", "en")
    (drawn,) = [one for one in pack.exhibits() if one.name == "places.sites"]
    (shown,) = [one for one in pack.exhibits() if one.name == "places.shown"]
    assert set(shown.source_ids) <= set(drawn.source_ids)
    ids = behind(pack.portfolio, shown.statement_ids)["source_ids"]
    assert ids and set(ids) <= set(drawn.source_ids)
