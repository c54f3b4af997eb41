"""Titles that are read aloud: amounts in several currencies, of how many, several other values."""

from __future__ import annotations

import re

import pytest

from lib.figures import disagreements, flow, groups, places, record, targets, timeline
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.model.store import load
from lib.wording import (
    co_funders,
    commitments,
    converted,
    destinations,
    funding,
    map_lines,
    sum_check,
)
from lib.wording import flow as flow_words
from lib.wording import map as map_words
from lib.wording import people as people_words
from lib.wording import places as place_words
from lib.wording import record as record_words
from lib.wording import targets as target_words
from lib.wording import timeline as periods
from lib.wording.findings import group_title
from lib.wording.words import words
from scripts import messages
from tests.fixture import copies

SPEECH = words("en")


@pytest.fixture(scope="module")
def example() -> Portfolio:
    return load(copies.REAL / "example").select(Selection())


@pytest.fixture(scope="module")
def real() -> Portfolio:
    return load(copies.REAL).select(Selection())


def test_money_in_two_currencies_is_all_said(example: Portfolio) -> None:
    links = flow.flow(example)
    assert funding.page_title(links, SPEECH).replace("\u00a0", " ") == (
        "EUR 5.72 M and USD 3.18 M have a published destination"
    )
    some = links[links["is_own"].astype(bool)].assign(is_published=False)
    some.loc[some.index[0], "is_published"] = True
    amount = SPEECH.money(*some.iloc[0][["low", "high"]], False, some.iloc[0]["currency_code"])
    assert funding.page_title(some, SPEECH) == (
        f"Of {SPEECH.money(5.72e6, 5.72e6, False, 'EUR')} and "
        f"{SPEECH.money(3.18e6, 3.18e6, False, 'USD')}, {amount} has a published destination"
    )


def test_what_may_lie_inside_a_commitment_makes_its_split_the_least(real: Portfolio) -> None:
    """A part of an edition must not read as more than the whole of it."""
    links = flow.flow(real)
    title = funding.page_title(links, SPEECH).replace("\u00a0", " ")
    assert title == "Of EUR 7.0 M, at least EUR 1.3 M has a published destination"
    reading = flow_words.flow(labels := destinations.labelled(links, 0, 0, SPEECH), labels, SPEECH)
    assert reading.title.replace("\u00a0", " ") == (
        "For EUR 2.5 M and up to EUR 5.7 M the split is not published"
    )
    assert reading.coverage == "1 of 3 stated amounts has a published destination"
    sure = flow_words.flow_table(labels, SPEECH)["How sure"].tolist()
    assert sure == ["exact", "up to, calculated", "exact"]
    exact = flow_words.flow_table(labels.assign(low=labels["high"]), SPEECH)["How sure"].tolist()
    assert exact == ["exact", "calculated", "exact"]
    own, *others, doubtful, _two = [
        one.replace("\u00a0", " ")
        for one in sum_check.sum_check(links, flow.outside_the_flow(real), SPEECH)
    ]
    assert "≥ EUR 1,300,000 has a published destination; the remaining ≤ EUR 5,700,000 has" in own
    assert doubtful.startswith("≥ EUR 1,000,000 for UNICEF Vietnam is stated as well")
    assert not any("≥" in one for one in others)
    some = links.assign(may_hold_more=False, low=links["low_in_whole"])
    assert "≥" not in sum_check.sum_check(some, flow.outside_the_flow(real).iloc[:0], SPEECH)[0]
    assert "at least" not in funding.page_title(some, SPEECH)


def test_periods_speak_of_editions_and_of_projects(real: Portfolio) -> None:
    rows = periods.labelled(timeline.periods(real), SPEECH)
    own = rows[rows["row_kind"] == "project"]
    both = sum(bool(start and end) for start, end in zip(own.start_date, own.end_date, strict=True))
    assert periods.periods(rows, SPEECH).title == (
        "Of 3 editions, only edition\u00a02 has both dates published; "
        f"{both} of {len(real.projects)} projects have both"
    )


def test_a_period_whose_end_is_not_stated_keeps_its_stated_length(real: Portfolio) -> None:
    rows = periods.labelled(timeline.periods(real), SPEECH).set_index("label")
    assert rows.loc["Edition 1", "period_text"] == "3 years, from 2020, end not stated"
    assert rows.loc["Edition 2", "period_text"] == "2021–2023"


def test_no_target_is_the_largest_of_one(real: Portfolio) -> None:
    """Of two targets both are said; more than all others together is one among several."""
    people = targets.people(real)
    titles = [
        people_words.people(people.iloc[:count], len(real.projects), SPEECH).title
        for count in (1, 2)
    ]
    names = people["project"].tolist()
    assert titles[0].startswith(f"{names[0]}: ")
    assert titles[1].startswith(titles[0])
    assert f"; {names[1]}: " in titles[1]
    assert not any("other targets" in title or "largest" in title for title in titles)


def test_several_other_values_are_a_list(real: Portfolio) -> None:
    found = [one for one in groups.shown(real) if len(one.rows) > 3]
    said = {group_title(one.rows, SPEECH, one.sums) for one in found}
    assert any("12 ≠ 10, about 10 and 13 co-funders" in one.replace("\u00a0", " ") for one in said)


# Of one project, of two, of a whole edition; with a target, with a result, with neither.
SELECTIONS = (
    {"country": ("AT",)}, {"country": ("AR",)}, {"country": ("FR",)}, {"country": ("IT",)},
    {"country": ("DE",)}, {"partner": ("fitt", "haciendo-camino")}, {"edition": ("1",)},
    {"edition": ("2",), "evidence": "page"},
)  # fmt: skip
COUNTED = re.compile(r"\b0\b|\b(\d+) (?:of|von|sur|su|de(?: los)?) \1\b")


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it"])
def test_none_one_and_all_are_said_in_words(real: Portfolio, language: str) -> None:
    """No title or line about coverage counts 0 of some, or all of them as so many of so many."""
    for chosen in SELECTIONS:
        one = real.everything.select(Selection(**chosen))
        speech = words(language, is_page_only="evidence" in chosen)
        shown, near = places.shown(one), places.by_country(one)
        promised, people = targets.places(one), targets.people(one)
        links = destinations.labelled(flow.flow(one), 0, 0, speech)
        readings = [
            place_words.announced(places.announced(one), speech),
            map_words.reading(near, places.sites(one), places.unnamed(one), shown, speech),
            periods.periods(periods.labelled(timeline.periods(one), speech), speech),
            target_words.places(promised, speech),
            people_words.people(people, len(one.projects), speech),
            *([flow_words.flow(links, links, speech)] if len(links) else []),
        ]
        said = [text for reading in readings for text in (reading.title, reading.coverage)]
        said.append(record_words.not_known(record.coverage(one), speech))
        said += [commitments.own_amounts(n, 2, speech) for n in range(3)]
        said += [co_funders.named(n, m, speech) for n, m in ((0, 3), (1, 1), (3, 3))]
        said += [
            converted.coverage({"stated_count": n, "of_count": m}, speech)
            for n, m in ((0, 1), (0, 2), (1, 1), (2, 2))
        ]
        said += [
            map_words.page_title(shown, speech),
            target_words.page_title(promised, people, targets.in_other_units(one), speech),
        ]
        assert [text for text in said if not text or COUNTED.search(text)] == []


def test_no_number_follows_an_article_that_depends_on_it() -> None:
    """In Italian it is "dei 3", but "degli 8" and "degli 11"; "il 3", but "l’8" and "l’11"."""
    catalogue = messages.read(messages.catalogues()["it"], "it")
    forms = [form for one in catalogue for form in _forms(one.string)]
    counted = r"(?:n|m|total|day|date|moment|since)"
    article = re.compile(rf"\b(?:[iI]l?|de[li]|da[li]|ne[li]|a[li]|su[li]) \{{{counted}\}}")
    assert [form for form in forms if article.search(form)] == []


def _forms(said: object) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ())


def test_of_a_single_country_the_map_says_what_is_known_there(real: Portfolio) -> None:
    def title(**chosen: tuple[str, ...]) -> str:
        one = real.everything.select(Selection(**chosen))
        near, shown = places.by_country(one), places.shown(one)
        sites, unnamed = places.sites(one), places.unnamed(one)
        return map_words.reading(near, sites, unnamed, shown, SPEECH).title

    assert title(country=("RS",)) == "Serbia: 11 named places, 4 without names"
    assert title(country=("AR",)) == "Argentina: 13 without names"
    assert title(partner=("fitt",)) == "Germany: no new place named"


@pytest.mark.parametrize(
    ("points", "areas", "said"),
    [
        (9, 0, "9 places are named and shown; 6 were announced."),
        (0, 9, "9 areas are named and shown; 6 places were announced."),
        (8, 1, "9 places and areas are named and shown; 6 places were announced."),
    ],
)
def test_of_one_project_the_line_says_of_which_kind_more_is_named(
    real: Portfolio, points: int, areas: int, said: str
) -> None:
    shown = places.shown(
        real.everything.select(Selection(partner=("centro-per-la-salute-del-bambino",)))
    )
    one = shown.assign(named_count=9, point_count=points, area_count=areas)
    assert map_lines.shown_line(one, SPEECH) == said


def test_the_line_of_the_map_counts_all_that_is_drawn(real: Portfolio) -> None:
    """What was there before the programme is drawn as well, and told apart."""
    rows = real.sites[real.sites["latitude"].notna() & (real.sites["precision"] != "country")]
    counts = rows["site_role"].value_counts()
    line = map_lines.shown_line(places.shown(real), SPEECH)
    assert f"{counts['expansion']} places and areas of the projects are drawn." in line
    assert f"{counts['origin']} that were there before are drawn, too." in line
    expansion = rows[rows["site_role"] == "expansion"]["precision"].value_counts()
    for kind, other, noun in (("place", "area", "place"), ("admin_area", "point", "area")):
        alone = places.shown(real).assign(**{f"{other}_count": 0})
        said = f" {expansion[kind]} {noun}s of the projects are drawn."
        assert said in map_lines.shown_line(alone, SPEECH)
    one = places.shown(real.everything.select(Selection(partner=("pratham",))))
    assert "1 area of the project is drawn." in map_lines.shown_line(one, SPEECH)
    without = places.shown(real).assign(before_count=0)
    assert "there before" not in map_lines.shown_line(without, SPEECH)


@pytest.mark.parametrize(
    ("project", "areas", "said"),
    [
        ("haciendo-camino", 0, "8 places were there before"),
        ("haciendo-camino", 1, "8 places and areas were there before"),
        ("haciendo-camino", 8, "8 areas were there before"),
        ("unicef-vietnam", 3, "4 places and areas were there before"),
    ],
)
def test_a_title_speaks_of_areas_that_were_there_before_only_where_some_were(
    real: Portfolio, project: str, areas: int, said: str
) -> None:
    shown = places.shown(real)
    own = shown.set_index("project_id")["before_area_count"]
    assert own[own > 0].to_dict() == {"unicef-vietnam": 3}, "as the table of sites has it"
    one = shown[shown["project_id"] == project].assign(before_area_count=areas)
    assert said in map_words.page_title(one.assign(point_count=0, area_count=0), SPEECH)


def test_a_sign_leads_to_a_page_that_has_a_disagreement(real: Portfolio) -> None:
    """The way from a chart narrows to the partners of a project, or to an edition."""
    links = real.project_partners
    carried = links[links["partner_role"] == "implementer"].groupby("project_id")["partner_id"]
    frames = (places.announced(real), targets.places(real), targets.people(real),
              timeline.periods(real))  # fmt: skip
    for frame in frames:
        for row in frame[frame["is_disputed"]].itertuples():
            chosen = (
                {"partner": tuple(carried.get_group(row.project_id))}
                if row.project_id
                else {"edition": (row.edition_id,)}
            )
            assert disagreements.count(real.everything.select(Selection(**chosen)))
