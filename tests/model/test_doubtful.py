"""What looks like a slip is told with its place, and does not keep the tables from being used."""

from __future__ import annotations

from typing import get_args

import pytest

from lib.files import reading
from lib.files.rules import Doubt
from lib.model.faults import Fault, FaultyTables
from lib.model.languages import LANGUAGES
from lib.model.lost import since
from lib.model.package import Package, package_of
from lib.model.schema import TABLES
from lib.model.tables import checked
from lib.wording.faults import rule as in_words
from lib.wording.words import words
from tests.files.odd import ODD
from tests.fixture.copies import FOLDER
from tests.model.cases import Case

FILES = {f"{name}.csv": (FOLDER / f"{name}.csv").read_bytes() for name in TABLES}
COPY = next(row for row in FILES["targets.csv"].decode().splitlines(True) if row[:4] == "T12,")
TWICE = COPY.replace("T12,", "T99,", 1).replace("/parents-town-8", "/more")

DOUBTS = [
    Case("results", "2022-12,true", "1950,true", 4, "as_of_date", "1950", "far_date", "2020–2022"),
    Case("funding", "2020,2021-06", "2020,2098", 4, "end_date", "2098", "far_date", "2020–2022"),
    Case("milestones", "2021-01-15,,", "1998,,", 7, "start_date", "1998", "far_date", "2020–2022"),
    Case("sites", "archive,2018", "archive,2003", 4, "as_of_date", "2003", "far_date", "2020–2022"),
    Case("sources", "en,,https://example.org/page", "en,1905-07-13,https://example.org/page", 2,
         "published_date", "1905-07-13", "year_as_day", "2021"),
    Case("partners", "Partner A", "2024-03-01", 2, "name", "2024-03-01", "text_as_day"),
    Case("targets", "towns,10,", "towns,10.5,", 2, "value", "10.5", "fraction_counted", "towns"),
    Case("results", "places,towns,4,", "places,parents,4,", 5, "quantity_id",
         "project-a/expansion-places", "mixed_quantity", "towns, parents"),
    Case("funding", "F4,2,project-c,", "F4,1,project-c,", 5, "edition_id", "1", "other_edition",
         "2"),
    Case("sources", "standard,Office", "arch1ve,Office", 6, "source_id", "arch1ve", "similar_id",
         "archive"),
    Case("targets", COPY, COPY + TWICE, 14, "statement_id", "T99", "same_statement", "T12"),
    Case("results", "project-c/trainers", "Project-c/parents-town-8", 7, "quantity_id",
         "Project-c/parents-town-8", "similar_id", "project-c/parents-town-8"),
    Case("targets", "project-c/parents-town-8", "project-c/trajners", 13, "quantity_id",
         "project-c/trajners", "similar_id", "project-c/trainers"),
    Case("results", "parents-reached,parents,25,part", "parents-reached,parents,25,project", 6,
         "quantity_id", "project-b/parents-reached", "unlike_quantities", "project-b/parents"),
    Case("targets", "T7,1,project-a,,project-a/parents,", "T7,2,project-c,,project-c/mothers,", 12,
         "value", "800", "same_count", "T7"),
    Case("funding", "F8,1,project-a,,project-a/requested,member,requested,30.5,EUR",
         "F8,2,project-d,,project-d/again,foundation,commitment,50,CHF", 9, "value", "50",
         "same_amount", "F5"),
    Case("results", "places,towns,7,", "places,towns,7000,", 4, "value", "7000", "beyond_target",
         "12"),
    Case("funding", "F8,1,project-a,,project-a/requested,member,requested,30.5,EUR",
         "F8,2,project-d,,project-d/paid,foundation,disbursement,50.5,CHF", 9, "value", "50.5",
         "beyond_commitment", "50"),
    Case("funding", ",30.5,EUR", ",30.5,DEM", 9, "currency_code", "DEM", "withdrawn_currency",
         "2002-05-15"),
]  # fmt: skip
# Likewise, and yet no doubt.
SOUND = [
    Case("results", "2019,true", "1950,true", 0, "", "", "far_date"),  # R7 is of earlier times
    Case("funding", "2020,2021-06", "2020,2031", 0, "", "", "far_date"),
    Case("sources", "en,,https://example.org/page", "en,1905-12-13,https://example.org/page", 0,
         "", "", "year_as_day"),
    Case("targets", "towns,10,", "towns,10.0,", 0, "", "", "fraction_counted"),
    Case("results", "places,towns,4,", "places,centres,4,", 0, "", "", "mixed_quantity"),
    Case("results", "places,towns,7,", "places,towns,120,", 0, "", "", "beyond_target"),
    Case("funding", "F8,1,project-a,,project-a/requested,member,requested,30.5,EUR",
         "F8,2,project-d,,project-d/paid,foundation,disbursement,50,CHF", 0, "", "",
         "beyond_commitment"),
    Case("funding", "F8,1,project-a,,project-a/requested,member,requested,30.5,EUR",
         "F8,2,project-c,,project-c/paid,foundation,disbursement,101,EUR", 0, "", "",
         "beyond_commitment"),  # F4 is at least 100
    Case("funding", ",30.5,EUR,project,exact,,", ",30.5,HRK,project,exact,2021,", 0, "", "",
         "withdrawn_currency"),
]  # fmt: skip


def told(files: dict[str, bytes]) -> list[Fault]:
    """The doubts about tables that hold."""
    return [*checked(reading.read(files, TABLES), TABLES).doubts]


def changed(file: str, *swaps: tuple[str, str]) -> dict[str, bytes]:
    """The made tables with a change in one of them."""
    text = FILES[file].decode()
    for old, new in swaps:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return FILES | {file: text.encode()}


@pytest.mark.parametrize("case", DOUBTS, ids=lambda case: f"{case.rule}-{case.file}")
def test_a_doubt_is_told_exactly(case: Case) -> None:
    assert told(changed(f"{case.file}.csv", (case.old, case.new))) == [case.fault]


@pytest.mark.parametrize("case", SOUND, ids=lambda case: f"{case.rule}-{case.file}")
def test_what_may_well_be_is_not_doubted(case: Case) -> None:
    assert told(changed(f"{case.file}.csv", (case.old, case.new))) == []


def test_money_that_is_added_to_what_it_may_contain_is_told() -> None:
    """F1 is for everything, F4 for a project; the parts said that F4 may lie in F1."""
    files = changed("parts.csv", ("F1,F4,false,false\n", ""))
    assert told(files) == [Fault("funding.csv", 2, "value", "1000", "added_beside", "F4")]
    other = changed("funding.csv", (",1000,EUR", ",1000,USD"))["funding.csv"]
    assert told(files | {"funding.csv": other}) == []
    of_edition = changed("funding.csv", ("F1,,", "F1,1,"))["funding.csv"]  # F4 is of the second
    assert told(files | {"funding.csv": of_edition}) == []
    listed = files | {"statement_projects.csv": FILES["statement_projects.csv"] + b"F1,project-b\n"}
    assert told(listed) == []


def test_two_headlines_of_one_quantity_are_no_twins() -> None:
    twice = changed("targets.csv", (COPY, COPY + COPY.replace("T12,", "T99,", 1)))
    with pytest.raises(FaultyTables) as raised:
        told(twice)
    found = {(fault.rule, fault.line) for fault in raised.value.faults}
    assert ("two_headlines", 14) in found
    assert "same_count" not in {rule for rule, _line in found}


def test_money_of_nobody_that_may_be_a_sum_is_told() -> None:
    """F5 is 50 francs for one project; the new one says nobody as its payer, for that edition."""
    line = "F5,2,project-d,"
    (own,) = (one for one in FILES["funding.csv"].decode().splitlines() if one.startswith(line))
    whole = own.replace("F5,2,project-d,,project-d/commitment,foundation", "F99,2,,,sum,")
    number = len(FILES["funding.csv"].splitlines()) + 1
    added = FILES | {"funding.csv": FILES["funding.csv"] + f"{whole}\n".encode()}
    assert told(added) == [Fault("funding.csv", number, "value", "50", "unnamed_beside", "F5")]
    smaller = whole.replace(",50,", ",49,")
    less = FILES | {"funding.csv": FILES["funding.csv"] + f"{smaller}\n".encode()}
    assert told(less) == []


def test_a_place_in_a_country_whose_outline_is_not_known_is_told_once_a_country() -> None:
    files = changed(
        "sites.csv",
        ("IT,expansion,active,41.9,12.5", "TV,expansion,active,60,10"),
        ("IT,expansion,planned,45.46,9.19", "TV,expansion,planned,-8.5,179.2"),
    )
    unchecked = Fault("sites.csv", 2, "latitude", "60, 10", "unchecked_place", "TV")
    other = [
        Fault("sites.csv", line, "country_code", "TV", "other_country", "IT") for line in (2, 3)
    ]
    assert told(files) == sorted([unchecked, *other])


def test_a_project_without_its_country_is_told() -> None:
    none = changed("project_countries.csv", ("project-d,FR\n", ""))
    assert told(none) == [Fault("projects.csv", 5, "project_id", "project-d", "no_country")]
    other = changed("project_countries.csv", ("project-b,IT\n", ""))
    assert told(other) == [
        Fault("sites.csv", line, "country_code", "IT", "other_country", "FR") for line in (7, 8)
    ]


def test_amounts_of_one_project_that_differ_in_anything_are_not_taken_for_one() -> None:
    again = "F8,1,project-a,,project-a/requested,member,requested,30.5,EUR"
    for other in ("other-payer,commitment,50,CHF", "foundation,earmark,50,CHF",
                  "foundation,commitment,50,USD", "foundation,commitment,51,CHF"):  # fmt: skip
        assert told(changed("funding.csv", (again, f"F8,2,project-d,,project-d/x,{other}"))) == []
    twice = changed(
        "funding.csv", (again, "F8,2,project-d,,project-d/x,foundation,commitment,50,CHF")
    )
    meant = twice | {"parts.csv": FILES["parts.csv"] + b"F1,F5,false,true\nF1,F8,false,true\n"}
    assert told(meant) == []


def opened(files: dict[str, bytes]) -> Package:
    return package_of(files, reading.read(files, TABLES))


def test_a_result_that_is_gone_while_its_target_stays_is_told() -> None:
    before = opened(dict(FILES))
    lines = FILES["results.csv"].splitlines(keepends=True)
    cut = opened(FILES | {"results.csv": b"".join(lines[:3])})  # R1 and R2 are left
    place = "project-a/expansion-places"
    lost = Fault("targets.csv", 2, "quantity_id", place, "lost_result")
    fewer = Fault("results.csv", 0, "", "2", "fewer_rows", "7")
    assert since(before, cut).doubts == (fewer, lost)
    assert since(before, cut).portfolio is cut.portfolio
    assert since(None, cut) is cut
    assert since(cut, before) is before


def test_every_doubt_is_told_somewhere() -> None:
    here = {case.rule for case in DOUBTS} | {"unchecked_place", "lost_result", "added_beside"}
    here |= {"unnamed_beside"}
    here |= {"no_country", "other_country"}
    files = {fault.rule for odd in ODD for fault in odd.told}
    # In test_reader.py, test_former.py, test_identity.py, test_rates.py, test_keeper.py.
    elsewhere = {"guessed_encoding", "former_word", "unspoken_text", "rate_twice", "rate_jump"}
    elsewhere |= {"fewer_rows", "unusual_rate"}
    # Of workbooks, in tests/files.
    elsewhere |= {"hidden_sheet", "hidden_row", "hidden_column", "other_sign", "word_beside"}
    assert {*get_args(Doubt)} == here | (files & {*get_args(Doubt)}) | elsewhere


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_doubt_is_said_with_what_it_refers_to(language: str) -> None:
    spoken = words(language)
    for doubt in get_args(Doubt):
        said = in_words(Fault("a.csv", 1, "value", "1", doubt, "<detail>"), spoken)
        assert said
        assert "{" not in said
    for case in DOUBTS:
        assert case.detail in in_words(case.fault, spoken)
