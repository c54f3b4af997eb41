"""The illustrative portfolio: made anew, without faults, in full on every page."""

from __future__ import annotations

import json
from functools import cache
from itertools import cycle

import pytest

from lib.exports.contents import pack_of
from lib.exports.formats import FORMATS
from lib.exports.pack import Pack
from lib.figures import flow, funding, groups, shared_money
from lib.figures.project import of_project
from lib.files.place import brought
from lib.model import package
from lib.model.languages import LANGUAGES
from lib.model.portfolio import Portfolio
from lib.model.schema import TABLES
from lib.model.selection import Selection
from lib.wording import money, sum_check
from lib.wording.words import words
from scripts import example
from tests.figures.every import FRAMES, OTHERS
from tests.fixture import copies
from tests.fixture.plain import Plain, bound
from tests.pages.reading import PAGES, opened

PLAIN = Plain(example.FOLDER)
ONE_PROJECT = "buoc-dau-doi"


@cache
def tables() -> Portfolio:
    return package.opened_at(example.FOLDER).portfolio


@cache
def in_french() -> Portfolio:
    """All of it, selected once: figures are built on figures."""
    return tables().select(Selection(language="fr"))


@cache
def pack() -> Pack:
    return pack_of(tables(), Selection(edition=("2",), language="fr"))


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(example.FOLDER))


def test_it_is_what_the_script_makes() -> None:
    made = example.files()
    assert {path.name for path in example.FOLDER.iterdir()} == {*made, "README.md"}
    for name, content in made.items():
        assert (example.FOLDER / name).read_bytes() == content, f"{name}: make example"
    assert example.files() == made


def test_it_has_no_fault_and_no_doubt() -> None:
    assert package.opened_at(example.FOLDER).doubts == ()


def test_everything_says_that_it_is_illustrative() -> None:
    described = json.loads((example.FOLDER / "datapackage.json").read_text("utf-8"))
    assert described["title"].startswith("Illustrative")
    assert described["description"].startswith("Illustrative")
    assert "invented" in (example.FOLDER / "README.md").read_text("utf-8")
    for row in PLAIN.rows["sources"]:
        assert row["title"].startswith("Illustrative ")
        assert row["url"].startswith("https://example.org/")
    for table in ("funding", "targets", "results", "milestones", "context"):
        for row in PLAIN.rows[table]:
            assert row["description_en"].startswith("Illustrative: ")


def test_the_record_is_read_without_it() -> None:
    assert not [name for name in brought(copies.REAL, TABLES) if "example" in name]


# Languages take turns; tests/pages has each page in each of them.
@pytest.mark.parametrize(
    ("page", "language"), [*zip((*PAGES, "words", "check", "changes"), cycle(LANGUAGES))]
)
def test_every_page_opens(page: str, language: str) -> None:
    shown = opened(page, {"lang": language})
    assert shown.exceptions == []
    assert shown.title


@pytest.mark.parametrize("chosen", [[ONE_PROJECT], [ONE_PROJECT, "khatawat-ula", "porta-aberta"]])
def test_projects_open_alone_and_side_by_side(chosen: list[str]) -> None:
    shown = opened("projects", {"project": chosen, "lang": "es"})
    assert shown.exceptions == []
    names = [row["name"] for row in PLAIN.rows["projects"] if row["project_id"] in chosen]
    assert all(name in shown.title for name in names)


@pytest.mark.parametrize("chosen", [{}, {"edition": "3"}, {"country": "VN"}, {"evidence": "page"}])
def test_key_figures_are_the_sums_of_the_files(chosen: dict[str, str]) -> None:
    evidence = chosen.get("evidence", "all")
    filters = {name: (value,) for name, value in chosen.items() if name != "evidence"}
    shown = opened("overview", chosen)
    speech, said = words("en"), [number.removeprefix("≈ ") for number in shown.numbers]
    assert shown.exceptions == []
    left = PLAIN.selected(**filters)
    codes = set().union(*(PLAIN.countries[one] for one in left))
    counts = [str(len(left)), str(len(codes & {*filters.get("country", codes)}))]
    for total in ("places", "people"):
        low, high, _stated, _asked = PLAIN.promised(total, evidence, **filters)
        counts.append(speech.bound(low, high).replace("\u00a0", " "))
    assert said[-4:] == counts
    amounts = [amount.replace("\u00a0", " ") for amount in committed(evidence, filters)]
    assert [*dict.fromkeys(said[:-4])] == (amounts or ["not attributable"])


def committed(evidence: str, filters: dict[str, tuple[str]]) -> list[str]:
    """What the cards of money say: the foundation's, then that of others, currency by currency."""
    sums: dict[tuple[bool, str], tuple[float, float]] = {}
    rows = PLAIN.committed(evidence, **filters)
    for row in sorted(rows, key=lambda row: row["funder_id"] != "lantern"):
        low, high = bound(row) or (0, 0)
        key = (row["funder_id"] != "lantern", row["currency_code"])
        before = sums.get(key, (0, 0))
        sums[key] = before[0] + low, before[1] + high
    said = []
    for by_co_funders in (False, True):
        own = {code: found for (others, code), found in sums.items() if others == by_co_funders}
        said += [words("en").money(*found, False, code) for code, found in own.items()]
        if len(own) > 1 and evidence == "all":  # the rate is on no programme page
            whole = own["EUR"][0] + own["USD"][0] * 0.9
            said.append(money.short(whole, whole, False, "EUR", words("en")))
    return said


@pytest.mark.parametrize("name", [*FRAMES, *OTHERS])
def test_every_figure_answers(name: str) -> None:
    assert {**FRAMES, **OTHERS}[name](in_french()) is not None


def test_every_amount_leads_from_its_payer_to_its_project() -> None:
    links = flow.flow(tables().select(Selection()))
    split = links[links["is_published"]]
    assert set(split["destination_kind"]) == {"project"}
    found = {
        (row.payer_id, row.edition_id, row.project_ids[0], row.currency_code): row.low
        for row in split.itertuples()
    }
    assert found == {
        (row["funder_id"], row["edition_id"], row["project_id"], row["currency_code"]): float(
            row["value"]
        )
        for row in PLAIN.rows["funding"]
        if row["funding_kind"] == "earmark"
    }
    missed = links[~links["is_published"]]
    assert [*missed["payer_id"]] == ["cedar"]


def test_it_holds_disagreements_of_each_kind() -> None:
    found = groups.shown(tables().select(Selection()))
    assert {one.kind for one in found} == {*groups.KINDS}


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_kind_of_pack_is_made(suffix: str) -> None:
    assert len(FORMATS[suffix].make(pack())) > 10_000


def test_what_is_paid_out_is_added_by_currency() -> None:
    sums: dict[str, float] = {}
    for row in PLAIN.rows["funding"]:
        if row["funding_kind"] == "disbursement":
            before = sums.get(row["currency_code"], 0.0)
            sums[row["currency_code"]] = before + float(row["value"])
    found = funding.paid(tables().select(Selection()), by_co_funders=False)
    assert dict(zip(found["currency_code"], found["low"], strict=True)) == sums
    assert [*found["low"]] == [*found["high"]]
    assert funding.paid(tables().select(Selection()), by_co_funders=True).empty
    said = opened("overview").texts
    for code, amount in sums.items():
        paid = words("en").money(amount, amount, False, code)
        assert f"As announced; {paid} is reported as paid out." in said


def test_a_total_of_money_against_its_parts_says_its_currency() -> None:
    said = [text.replace("\u00a0", " ") for text in opened("disagreements").texts]
    assert any(text.startswith("USD 500,000 ≠ USD 440,000 = 90,000 + ") for text in said)


def test_targets_of_an_edition_stand_under_it() -> None:
    said = opened("targets").texts
    for edition in ("1", "2", "3"):
        line = f"the places that edition {edition} is to add"
        (place,) = (n for n, text in enumerate(said) if line in text)
        assert f"Edition {edition}" in said[place - 2 : place]


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_converted_total_says_that_it_is_one_and_at_which_rate(language: str) -> None:
    speech = words(language)
    noun = speech.gettext("From co-funders, converted")
    date = speech.date("2025-06-30")
    for page in ("overview", "funding"):
        said = opened(page, {"lang": language}).texts
        assert any(noun in text for text in said), page
        named = [text for text in said if date in text and "Illustrative note on exchange" in text]
        assert len(named) == 2, page
        assert all("USD" in text and speech.number(0.9) in text for text in named)


def test_a_profile_says_what_of_divided_money_is_for_the_project() -> None:
    amounts = {row["statement_id"]: row for row in PLAIN.rows["funding"]}
    certain = [row for row in PLAIN.rows["parts"] if row["is_certain"] == "true"]
    for project in tables().projects["project_id"]:
        one = of_project(tables().select(Selection()), project)
        rows, inside = shared_money.not_attributable(one), shared_money.perhaps_inside(one)
        lines = sum_check.not_attributable(rows, inside, words("en"))
        said = zip(rows["statement_id"], rows["is_divided"], rows["own"], lines, strict=True)
        for total_id, is_divided, own, line in said:
            parts = [amounts[row["part_id"]] for row in certain if row["total_id"] == total_id]
            stated = sum(float(row["value"]) for row in parts)
            assert is_divided == (stated == float(amounts[total_id]["value"]))
            mine = sum(float(row["value"]) for row in parts if row["project_id"] == project)
            assert own.low == own.high == mine or not (mine or own.stated_count)
            share = f"{amounts[total_id]['currency_code']} {mine:,.0f} of it is for this selection"
            assert (share in line.replace("\u00a0", " ")) == (is_divided and mine > 0)
            assert ("cannot be divided" in line) != is_divided
        assert rows["is_divided"].any()


def test_divided_money_is_no_money_that_cannot_be_attributed() -> None:
    rows = shared_money.not_attributable(tables().select(Selection(programme=("new-work",))))
    assert rows["is_divided"].any()
    said = "\n".join(opened("funding", {"programme": "new-work"}).texts)
    assert said.count("cannot be divided") == (~rows["is_divided"]).sum()


def test_beside_an_amount_stands_who_pays_it_and_its_publisher_with_the_place() -> None:
    said = " ".join(opened("funding").texts).replace("\u00a0", " ")
    assert "EUR 620,000 Lantern Example Foundation disbursement · 30 Jun 2025" in said
    assert "(Evaluators of the Example, line 39)" in said
