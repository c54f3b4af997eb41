"""Ways to break the tables made for tests, one rule each, with the fault that is told."""

from __future__ import annotations

from base64 import b64encode
from typing import NamedTuple

from lib.model.faults import Fault, Rule
from lib.model.schema import AUTHORITIES


class Case(NamedTuple):
    """One edit of one file, and what must be told about it: line, column, value, rule, detail."""

    file: str
    old: str
    new: str
    line: int
    column: str
    value: str
    rule: Rule
    detail: str = ""

    @property
    def fault(self) -> Fault:
        """The fault as the dashboard tells it."""
        return Fault(f"{self.file}.csv", self.line, self.column, self.value, self.rule, self.detail)


PARTS = "\nT6,T1,true,true\nT6,T3,true,true\nT10,T8,true,true\nT10,T9,true,true\n"
PARTS += "F1,F3,false,true\nF1,F4,false,false\n"
TWO: tuple[Rule, str] = ("ambiguous_number", "250000, 250")
QUOTED = '"study"x,Evaluator,Study,,,,,,en,2022-05-31,https://example.'
KINDS = ", ".join(AUTHORITIES)
SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script></svg>'
ADDRESS = f"data:image/svg+xml;base64,{b64encode(SCRIPT).decode()}"
LAST = "Cartera inventada,,,,"  # the cells after it: languages, colour, logo, group

# What a file or one of its cells can get wrong.
CELLS = [
    Case("portfolio", LAST, "Cartera,en xx,,,", 2, "languages", "en xx", "languages"),
    Case("portfolio", LAST, "Cartera,,red,,", 2, "accent_color", "red", "color"),
    Case("sources", "study,Eva", '"study"x,Eva', 3, "source_id", QUOTED, "quotes"),
    Case(
        "targets",
        "T2,1,project-a",
        "T2,1,project-a ",
        3,
        "project_id",
        "project-a ",
        "outer_blank",
        "project-a␣",
    ),
    Case("sites", "41.9,12.5", "41.9, 12.5", 2, "longitude", " 12.5", "outer_blank", "␣12.5"),
    Case("editions", ",end_year,", ",end,", 1, "end_year", "", "missing_column"),
    Case(
        "parts", "certain" + PARTS, "certain,part_id\n", 1, "part_id", "part_id", "duplicate_column"
    ),
    Case("parts", "T6,T3,true,true", "T6,T3,true", 3, "", "3", "field_count", "4"),
    Case("parts", "T6,T3,true,true", "T6,T3,true,true,", 3, "", "5", "field_count", "4"),
    Case("partners", "Partner A", "", 2, "name", "", "required"),
    Case("sources", "study,Evaluator", "study,", 3, "publisher", "", "required"),
    Case("funders", "member,", ",", 4, "funder_id", "", "required"),
    Case("funding", "Affermazione inventata F1.", "", 2, "description_it", "", "required"),
    Case("targets", "T2,1,project-a", "T2,1,pro ject", 3, "project_id", "pro ject", "identifier"),
    Case("targets", "project-b/children", "a/b/c", 10, "quantity_id", "a/b/c", "identifier"),
    Case("funding", ",1000,EUR", ",-1000,EUR", 2, "value", "-1000", "negative"),
    Case("funding", ",1000,EUR", ",€ 1000,EUR", 2, "value", "€ 1000", "money_in_number"),
    Case("funding", ",1000,EUR", ",CHF 180k,EUR", 2, "value", "CHF 180k", "money_in_number"),
    Case("results", ",7,project", ",ca. 7,project", 4, "value", "ca. 7", "sure_in_number"),
    Case("results", ",7,project", ",> 7,project", 4, "value", "> 7", "sure_in_number"),
    Case("sites", "41.9,12.5", '"41,9",12.5', 2, "latitude", "41,9", "decimal_point", "41.9"),
    Case("funding", ",1000,EUR", ',"1,000",EUR', 2, "value", "1,000", "number"),
    Case("funding", ",1000,EUR", ",250.000,EUR", 2, "value", "250.000", *TWO),
    Case("results", ",7,project", ",4.125,project", 4, "value", "4.125", TWO[0], "4125, 4.1250"),
    Case("funding", ",1000,EUR", ",1e3,EUR", 2, "value", "1e3", "number"),
    Case("funding", ",30.5,EUR", ",30.,EUR", 9, "value", "30.", "number"),
    Case("milestones", "duration,3,", "duration,3.5,", 4, "duration_years", "3.5", "count"),
    Case(
        "funding",
        ",1000,EUR",
        ",1000000000000001,EUR",
        2,
        "value",
        "1" + 14 * "0" + "1",
        "digits",
        "15",
    ),
    Case("funding", ",1000,EUR", ",1000,XXX", 2, "currency_code", "XXX", "currency"),
    Case(
        "funders",
        "member,",
        "m\u0435mber,",
        4,
        "funder_id",
        "m\u0435mber",
        "strange_letter",
        "U+0435 CYRILLIC SMALL LETTER IE",
    ),
    Case(
        "partners",
        "Partner A",
        "Partner\x0bA",
        2,
        "name",
        "Partner\x0bA",
        "control_character",
        "U+000B",
    ),
    Case(
        "milestones",
        "2021-05-04",
        "04/05/2021",
        5,
        "start_date",
        "04/05/2021",
        "ambiguous_date",
        "2021-04-05, 2021-05-04",
    ),
    Case(
        "milestones",
        "2021-05-04",
        "31/05/2021",
        5,
        "start_date",
        "31/05/2021",
        "date",
        "2021-05-31",
    ),
    Case("milestones", "2021-05-04", "20223", 5, "start_date", "20223", "date"),
    Case("milestones", "2021-05-04", "62000", 5, "start_date", "62000", "date"),
    Case("milestones", "2021-05-04", "45291", 5, "start_date", "45291", "date", "2023-12-31"),
    Case(
        "milestones",
        "2021-05-04",
        "2023/12/31",
        5,
        "start_date",
        "2023/12/31",
        "date",
        "2023-12-31",
    ),
    Case("milestones", "2021-05-04", "May 2021", 5, "start_date", "May 2021", "date"),
    Case(
        "sources",
        "standard,Office",
        "Archive,Office",
        6,
        "source_id",
        "Archive",
        "near_duplicate",
        "archive",
    ),
    Case("editions", "1,2020,", "1,20,", 2, "start_year", "20", "year"),
    Case("milestones", "2021-05-04", "4.5.2021", 5, "start_date", "4.5.2021", "date", "2021-05-04"),
    Case("targets", "2022-12-31", "2022-13", 8, "end_date", "2022-13", "date"),
    Case("parts", "T10,T9,true", "T10,T9,yes", 5, "is_complete", "yes", "boolean"),
    Case("funders", "company,FR", "company,Fr", 4, "country_code", "Fr", "country", "FR"),
    Case("funders", "company,FR", "company,UK", 4, "country_code", "UK", "country", "GB"),
    Case("funding", ",1000,EUR", ",1000,€", 2, "currency_code", "€", "currency", "EUR"),
    Case("funding", ",1000,EUR", ",1000,euro", 2, "currency_code", "euro", "currency", "EUR"),
    Case("funding", ",1000,EUR", ",1000,US$", 2, "currency_code", "US$", "currency", "USD"),
    Case("funding", ",1000,EUR", ",1000,usd", 2, "currency_code", "usd", "currency", "USD"),
    Case("partners", "Partner A", "#N/A", 2, "name", "#N/A", "cell_error"),
    Case("sites", "41.9,12.5", "#BEZUG!,12.5", 2, "latitude", "#BEZUG!", "cell_error"),
    Case(
        "sources",
        "Programme page,,,,,,en",
        "Programme page,,,,,,EN",
        2,
        "language_code",
        "EN",
        "language",
        "en",
    ),
    Case("sources", "https://example.org/study", "study.pdf", 3, "url", "study.pdf", "url"),
    Case("sites", "-22.56", "-90.5", 9, "latitude", "-90.5", "latitude"),
    Case("sites", "17.08", "181", 9, "longitude", "181", "longitude"),
    Case("sources", "archive,official", "archive,x", 5, "authority", "x", "one_of", KINDS),
]

PLACES, STATED = "project-a/expansion-places", "value_and_qualifier"
HEAD = "is_headline"

# What only shows between cells, rows or tables.
ROWS = [
    Case("results", "R7,1,", "T7,1,", 8, "statement_id", "T7", "unique_across", "targets.csv"),
    Case("milestones", "2021-05-04", "2021-02-30", 5, "start_date", "2021-02-30", "no_such_day"),
    Case("parts", "F1,F4,", "F1,F40,", 7, "part_id", "F40", "unknown_reference", "statements"),
    Case(
        "funding",
        "F5,2,project-d,,project-d/commitment,foundation",
        "F5,2,project-d,,project-d/commitment,Foundatio",
        6,
        "funder_id",
        "Foundatio",
        "near_reference",
        "foundation",
    ),
    Case("editions", "2,,M1", "2,,M9", 2, "statement_id", "M9", "unknown_reference", "statements"),
    Case(
        "project_countries",
        "d,FR",
        "e,FR",
        6,
        "project_id",
        "project-e",
        "unknown_reference",
        "projects",
    ),
    Case("results", "12-31,false", "12-31,true", 5, HEAD, PLACES, "two_headlines"),
    Case("targets", "12-31,,true", "12-31,,false", 8, HEAD, "project-a/parents", "no_headline"),
    Case(
        "funding",
        ",news,paragraph F7",
        ",page,line 7",
        7,
        HEAD,
        "project-a/cost",
        "page_is_headline",
    ),
    Case("milestones", "03,2022", "03,2019", 3, "end_date", "2019", "date_order", "2020-03"),
    Case("funding", "2021-06", "2019-12", 4, "end_date", "2019-12", "date_order", "2020"),
    Case("editions", "2020,2022", "2020,2019", 2, "end_year", "2019", "date_order", "2020"),
    Case("sites", "41.9,12.5", "41.9,", 2, "latitude", "", "coordinates_pair"),
    Case("sites", "41.9,12.5", ",12.5", 2, "latitude", "", "coordinates_pair"),
    Case("sites", "41.9,12.5", "12.5,41.9", 2, "latitude", "12.5, 41.9", "outside_country", "IT"),
    Case("sites", "-26.58", "26.58", 11, "latitude", "26.58, 18.13", "outside_country", "NA"),
    Case("targets", ",500,project", ",,project", 8, "value", "", STATED, "about"),
    Case("targets", ",,project,not", ",2.5,project,not", 6, "value", "2.5", STATED, "not_stated"),
    Case("partners", "Porta anche B", "", 5, "note_it", "", "missing_translation"),
    Case("portfolio", LAST, "Cartera,,#FFD000,,", 2, "accent_color", "#FFD000", "contrast", "1.3"),
    Case("portfolio", LAST, "Cartera,,,mark.png,", 2, "logo", "mark.png", "logo_missing"),
    Case("portfolio", LAST, 'Cartera,,,"data:a,b",', 2, "logo", "data:a,b", "logo_kind", "data:a"),
    Case(
        *("portfolio", LAST, f'Cartera,,,"{ADDRESS}",', 2, "logo", ADDRESS[:60]),
        *("logo_unsafe", "<script>"),
    ),
    Case("parts", "T6,T3,true", "T6,T6,true", 3, "part_id", "T6", "part_of_itself", "T6"),
    Case("sources", "Note about an opening", "", 4, "description_en", "", "missing_translation"),
]
