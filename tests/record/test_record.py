"""The tables say what the record says: read as plain text, without the code that loads them."""

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from frictionless import Package

DATA = Path(__file__).parents[2] / "data"
PAGE = "scale-up-impact-page"
STATEMENT_TABLES = ("funding", "targets", "results", "milestones", "context")


def rows(table):
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


TABLES = {path.stem: rows(path.stem) for path in sorted(DATA.glob("*.csv"))}
STATEMENTS = {
    row["statement_id"]: {"table": table, **row}
    for table in STATEMENT_TABLES
    for row in TABLES[table]
}
PARTED = {row["total_id"] for row in TABLES["parts"]}
TOTAL_OF = {row["indicator_id"]: row["total_id"] for row in TABLES["indicators"]}

AR, RS, IT, SINGA = "haciendo-camino", "novak-djokovic-foundation", "csb", "singa"
HR, AT, DE, VN = "rastimo-zajedno", "bbbs-fame", "tailwind", "unicef-vietnam"
BG, CH, IN = "for-our-children", "mmi-megamarie-plus", "pratham"

# The programme page, line by line: table, edition, project, value, qualifier, unit, locator.
# A milestone's value is "start/end/years"; a context statement in words has no value.
PAGE_STATEMENTS = {
    "F001": ("funding", "", "", "7000000", "exact", "EUR", "line 5"),
    "F002": ("results", "", "", "12", "exact", "co_funders", "line 5"),
    "F003": ("funding", "", "", "2500000", "exact", "EUR", "line 5"),
    "F004": ("milestones", "", "", "2020//", "exact", "start", "lines 5 and 9"),
    "F005": ("context", "", "", "", "not_stated", "", "line 5"),
    "F006": ("context", "", "", "", "not_stated", "", "lines 4–6"),
    "F007": ("milestones", "1", "", "2020//3", "exact", "duration", "line 9"),
    "F008": ("targets", "1", "", "43", "exact", "cities", "line 11"),
    "F009": ("targets", "1", SINGA, "5", "exact", "incubators", "line 11"),
    "F010": ("context", "1", "", "0-6", "exact", "years_of_age", "line 11"),
    "F011": ("milestones", "2", "", "2021/2023/", "exact", "period", "line 10"),
    "F012": ("targets", "2", HR, "21", "exact", "family_centres", "line 10"),
    "F013": ("context", "2", AT, "", "not_stated", "", "lines 10 and 21"),
    "F014": ("context", "2", DE, "", "not_stated", "", "lines 10 and 23"),
    "F015": ("targets", "2", VN, "15", "at_least", "provinces", "line 10"),
    "F016": ("targets", "2", VN, "", "not_stated", "people", "line 10"),
    "F017": ("targets", "3", BG, "9", "exact", "municipalities", "lines 8 and 13"),
    "F018": ("context", "3", BG, "Plovdiv; Sofia", "exact", "", "line 13"),
    "F019": ("targets", "3", CH, "60", "up_to", "family_centres", "lines 8 and 15"),
    "F020": ("milestones", "3", CH, "//3", "exact", "duration", "line 15"),
    "F021": ("targets", "3", IN, "4", "exact", "districts", "lines 8 and 17"),
    "F022": ("context", "3", IN, "0-3", "exact", "years_of_age", "lines 8 and 17"),
    "F023": ("targets", "2", HR, "21", "exact", "regions", "line 19"),
    "F024": ("context", "2", HR, "Croatian Ministry of Labour", "exact", "", "line 19"),
    "F025": ("context", "2", DE, "5", "exact", "partner_organisations", "line 23"),
    "F026": ("targets", "2", VN, "15", "exact", "provinces", "line 25"),
    "F027": ("targets", "2", VN, "800000", "at_least", "people", "line 25"),
    "F028": ("milestones", "2", VN, "//3", "exact", "duration", "line 25"),
    "F029": ("targets", "1", SINGA, "5", "exact", "cities", "line 27"),
    "F030": ("targets", "1", RS, "15", "exact", "sites", "line 29"),
    "F031": ("targets", "1", AR, "13", "exact", "communities", "line 31"),
    "F032": ("targets", "1", IT, "6", "exact", "cities", "line 33"),
}
PAGE_PAYERS = {"F001": "the-human-safety-net", "F003": "co-funders"}
PAGE_CONTRADICTIONS = {
    "F002": "F104",
    "F004": "F033",
    "F008": "F032",
    "F009": "F123",
    "F011": "F166",
    "F015": "F026",
    "F016": "F027",
    "F017": "F186",
    "F019": "F196",
    "F027": "F169",
    "F032": "F099",
}
# Places announced: the statement that leads, and those that say the same thing otherwise.
EXPANSION_PLACES = {
    AR: ("F031", set()),
    RS: ("F030", {"F064", "F067"}),
    IT: ("F032", {"F099", "F110"}),
    SINGA: ("F029", {"F009", "F036", "F042"}),
    HR: ("F023", {"F012", "F147"}),
    VN: ("F026", {"F015", "F163", "F164", "F167"}),
    BG: ("F017", {"F186", "F187"}),
    CH: ("F019", {"F196", "F197"}),
    IN: ("F021", set()),
}
# How numbers are written in each language: thousands, decimals.
SEPARATORS = {"en": ",.", "it": ".,", "de": ".,", "fr": "\u202f,", "es": ".,"}
# Texts that another language has as English has them, beside proper names.
SAME_AS_IN_ENGLISH = {
    "it": {"start-up"},
    "de": {"Workshops"},
    "fr": {
        *("Centres", "Districts", "Entrepreneurs", "Parents", "Provinces", "Sites"),
        *("centre", "centres", "commune", "communes", "district", "districts", "entrepreneur"),
        *("entrepreneurs", "introduction", "parent", "parents", "province", "provinces", "site"),
        *("sites", "start-up", *(f"code HR-{number:02d}" for number in range(1, 22))),
    },
    "es": set(),
}


def value_and_unit(statement):
    if statement["table"] == "milestones":
        dates = (statement["start_date"], statement["end_date"], statement["duration_years"])
        return "/".join(dates), statement["milestone_kind"]
    if statement["table"] == "context":
        return statement["value"] or statement["value_text"], statement["unit"]
    return statement["value"], statement.get("currency_code") or statement["indicator_id"]


@pytest.mark.parametrize("statement_id", PAGE_STATEMENTS)
def test_the_programme_page_is_in_the_tables_as_it_stands(statement_id):
    statement = STATEMENTS[statement_id]
    value, unit = value_and_unit(statement)
    found = (
        statement["table"],
        statement["edition_id"],
        statement["project_id"],
        value,
        statement["qualifier"],
        unit,
        statement["locator_en"],
    )
    assert found == PAGE_STATEMENTS[statement_id]
    assert statement["source_id"] == PAGE
    assert statement["contradicts_id"] == PAGE_CONTRADICTIONS.get(statement_id, "")
    assert statement.get("funder_id", "") == PAGE_PAYERS.get(statement_id, "")


def test_only_these_statements_come_from_the_programme_page():
    from_page = {key for key, row in STATEMENTS.items() if row["source_id"] == PAGE}
    assert from_page == set(PAGE_STATEMENTS)
    flagged = [row["source_id"] for row in TABLES["sources"] if row["is_programme_page"] == "true"]
    assert flagged == [PAGE]


def test_every_statement_of_the_record_is_there_once():
    listed = [row["statement_id"] for table in STATEMENT_TABLES for row in TABLES[table]]
    assert sorted(listed) == [f"F{number:03d}" for number in range(1, 252)]
    assert len(TABLES["sources"]) == 90
    assert len(TABLES["sites"]) == 104
    assert len(TABLES["projects"]) == 11


REFERENCES = {
    "edition_id": "editions",
    "programme_id": "programmes",
    "project_id": "projects",
    "partner_id": "partners",
    "funder_id": "funders",
    "group_id": "funders",
    "indicator_id": "indicators",
    "unit": "indicators",
    "source_id": "sources",
    "status_source_id": "sources",
    "statement_id": "statements",
    "contradicts_id": "statements",
    "total_id": "statements",
    "part_id": "statements",
}


def test_every_reference_names_a_row():
    known = {name: {next(iter(row.values())) for row in table} for name, table in TABLES.items()}
    known["statements"] = set(STATEMENTS)
    lost = [
        (name, column, row[column])
        for name, table in TABLES.items()
        for row in table
        for column, target in REFERENCES.items()
        if (name, column) != ("indicators", "total_id")
        and row.get(column)
        and row[column] not in known[target]
    ]
    assert lost == []


def test_every_statement_says_where_it_is_written():
    assert [
        key for key, row in STATEMENTS.items() if not (row["source_id"] and row["locator_en"])
    ] == []


@pytest.mark.parametrize("table", STATEMENT_TABLES)
def test_each_quantity_has_one_headline(table):
    quantities = {row["quantity_id"] for row in TABLES[table]}
    heads = Counter(row["quantity_id"] for row in TABLES[table] if row["is_headline"] == "true")
    assert heads == dict.fromkeys(quantities, 1)


def test_a_quantity_in_two_tables_is_a_target_with_its_result():
    found = {}
    for table in STATEMENT_TABLES:
        for row in TABLES[table]:
            found.setdefault(row["quantity_id"], set()).add(table)
    shared = {key for key, tables in found.items() if len(tables) > 1}
    assert shared == {
        f"{RS}/expansion-places",
        f"{IT}/expansion-places",
        f"{BG}/first-project-parents",
    }
    for key in shared:
        assert found[key] == {"targets", "results"}
        assert len({row["scope"] for row in STATEMENTS.values() if row["quantity_id"] == key}) == 1


@pytest.mark.parametrize("project", EXPANSION_PLACES)
def test_announced_places_of_a_project(project):
    told = [row for row in TABLES["targets"] if row["quantity_id"] == f"{project}/expansion-places"]
    head = {row["statement_id"] for row in told if row["is_headline"] == "true"}
    rest = {row["statement_id"] for row in told if row["is_headline"] == "false"}
    assert (head, rest) == ({EXPANSION_PLACES[project][0]}, EXPANSION_PLACES[project][1])
    assert {TOTAL_OF[row["indicator_id"]] for row in told} == {"places"}


def added(total):
    """The statements that may be added, and the sum of their bounds."""
    chosen = [
        row
        for row in TABLES["targets"]
        if row["is_headline"] == "true"
        and row["scope"] == "project"
        and TOTAL_OF[row["indicator_id"]] == total
        and row["statement_id"] not in PARTED
        and row["value"]
    ]
    low = sum(0 if row["qualifier"] == "up_to" else int(row["value"]) for row in chosen)
    unbounded = any(row["qualifier"] == "at_least" for row in chosen)
    high = None if unbounded else sum(int(row["value"]) for row in chosen)
    return {row["statement_id"] for row in chosen}, low, high


def test_announced_places_add_up():
    chosen, low, high = added("places")
    assert chosen == {head for head, _ in EXPANSION_PLACES.values()}
    assert (low, high) == (88, 148)
    assert low == 13 + 15 + 6 + 5 + 21 + 15 + 9 + 4


def test_people_to_be_reached_add_up():
    chosen, low, high = added("people")
    assert chosen == {"F027", "F198", "F179", "F180", "F101", "F102", "F059", "F060", "F124"}
    assert (low, high) == (859_300, None)
    assert low == 800_000 + 24_000 + 8_500 + 7_000 + 7_200 + 6_000 + 2_200 + 4_400


def test_totals_and_their_parts():
    parts = {(row["total_id"], row["part_id"]): row for row in TABLES["parts"]}
    assert {part for total, part in parts if total == "F008"} == {"F031", "F030", "F032"}
    assert [int(STATEMENTS[key]["value"]) for key in ("F008", "F031", "F030", "F032")] == [
        43,
        13,
        15,
        6,
    ]
    for total in ("F035", "F043"):
        inside = [int(STATEMENTS[part]["value"]) for whole, part in parts if whole == total]
        assert sum(inside) == int(STATEMENTS[total]["value"]) == 28
    assert parts["F001", "F166"]["is_certain"] == "false"
    assert {row["is_complete"] for key, row in parts.items() if key[0] == "F001"} == {"false"}
    assert len(parts) == 10


def test_foundation_wide_statements_are_context():
    wide = [row for row in STATEMENTS.values() if row["quantity_id"].startswith("thsn/")]
    assert len(wide) == 42
    assert {(row["table"], row["scope"], row["edition_id"]) for row in wide} == {
        ("context", "foundation", "")
    }
    money = {row["statement_id"] for row in TABLES["context"] if row["currency_code"]}
    assert money == {"F217", "F220", "F224", "F225"}


def test_only_a_statement_without_a_value_is_not_stated():
    for row in STATEMENTS.values():
        value, _ = value_and_unit(row)
        assert (value in ("", "//")) == (row["qualifier"] == "not_stated"), row["statement_id"]


def test_payers_and_partners():
    payers = {row["funder_id"]: row for row in TABLES["funders"]}
    assert set(payers) == {
        "the-human-safety-net",
        "co-funders",
        "con-i-bambini",
        "fund-for-educational-poverty",
        "generali-italia",
    }
    assert [key for key, row in payers.items() if row["group_id"]] == ["con-i-bambini"]
    group = " ".join(payers["co-funders"][f"name_{language}"] for language in SEPARATORS)
    assert not re.search(r"(?i)\d|twelve|dodici|zwölf|douze|doce", group)
    assert not {row["name"] for row in TABLES["partners"]} & {
        row["name_en"] for row in TABLES["funders"]
    }
    carriers = Counter(
        row["project_id"]
        for row in TABLES["project_partners"]
        if row["partner_role"] == "implementer"
    )
    assert carriers == {row["project_id"]: 1 for row in TABLES["projects"]} | {DE: 5}


def test_places():
    sites = TABLES["sites"]
    expansion = [row for row in sites if row["site_role"] == "expansion"]
    located = [row for row in expansion if row["latitude"]]
    assert len({row["site_id"] for row in sites}) == 104
    assert sum(row["precision"] == "place" for row in located) == 44
    assert sum(row["precision"] == "admin_area" for row in located) == 22
    blank = {row["name"] for row in sites if not row["latitude"] and row["precision"] != "country"}
    assert blank == {"Maritsa", "Rodopi", "Kuklen"}
    announced = {row["site_id"] for row in sites if row["is_announced_place"] == "true"}
    areas = {row["site_id"] for row in expansion if row["precision"] == "country"} | {
        "pratham-maharashtra"
    }
    assert announced == {row["site_id"] for row in expansion} - areas
    named = {
        row["name"] for row in sites if row["source_id"] == PAGE and row["precision"] == "place"
    }
    assert named == {"Lyon", "Nantes", "Lille", "Strasbourg", "Berlin", "Sofia", "Plovdiv"}
    assert all(bool(row["latitude"]) == bool(row["longitude"]) for row in sites)


def test_countries():
    of_project = {(row["project_id"], row["country_code"]) for row in TABLES["project_countries"]}
    assert of_project == {
        (AR, "AR"), (RS, "RS"), (IT, "IT"), (SINGA, "FR"), (SINGA, "DE"), (HR, "HR"),
        (AT, "AT"), (DE, "DE"), (VN, "VN"), (BG, "BG"), (CH, "CH"), (IN, "IN"),
    }  # fmt: skip
    assert {(row["project_id"], row["country_code"]) for row in TABLES["sites"]} == of_project
    known = {code for _, code in of_project} | {""}
    assert {
        row["country_code"] for name in ("partners", "funders") for row in TABLES[name]
    } <= known


def spoken():
    """Every text of the tables that is there in several languages, by language."""
    return [
        {language: row[f"{column.removesuffix('_en')}_{language}"] for language in SEPARATORS}
        for table in TABLES.values()
        for row in table
        for column in row
        if column.endswith("_en")
    ]


def test_every_text_is_there_in_every_language():
    assert [texts for texts in spoken() if len({bool(text) for text in texts.values()}) > 1] == []


@pytest.mark.parametrize("language", SAME_AS_IN_ENGLISH)
def test_no_text_is_left_in_english(language):
    names = {row["name_en"] for row in TABLES["funders"] if row["is_group"] == "false"}
    names |= {row["title_en"] for row in TABLES["portfolio"]}
    same = {texts["en"] for texts in spoken() if texts["en"] == texts[language]}
    assert same - names - {""} == SAME_AS_IN_ENGLISH[language]


def test_a_source_has_a_title_or_a_description():
    assert [
        row["source_id"]
        for row in TABLES["sources"]
        if bool(row["title"]) == bool(row["description_en"])
    ] == []
    assert not [row for row in TABLES["sources"] if row["title"].startswith("[")]


def numbers(text, language):
    """The numbers of a text written in digits."""
    group, decimal = map(re.escape, SEPARATORS[language])
    found = re.findall(rf"\d+(?:{group}\d{{3}})*(?:{decimal}\d+)?", text)
    return {re.sub(decimal, ".", re.sub(group, "", number)) for number in found}


@pytest.mark.parametrize("language", SAME_AS_IN_ENGLISH)
def test_every_language_has_the_numbers_of_the_english(language):
    for texts in spoken():
        assert numbers(texts[language], language) == numbers(texts["en"], "en"), texts["en"]


def test_the_data_package_is_valid():
    report = Package(DATA / "datapackage.json").validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []


def test_the_data_package_lists_every_table_and_column():
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    columns = {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in package["resources"]
    }
    assert columns == {name: list(table[0]) for name, table in TABLES.items()}
    assert all(
        field["description"] for r in package["resources"] for field in r["schema"]["fields"]
    )
