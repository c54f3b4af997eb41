"""The workbook of a pack, read back cell by cell."""

from __future__ import annotations

import datetime
import io
import math
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from lib.exports.exhibits import Cards, Chart, Lines, Listing, Tabled
from lib.exports.pack import Pack, Section
from lib.exports.sheet_names import named
from lib.exports.workbook import workbook
from lib.model.languages import LANGUAGES
from lib.wording.project import facts
from lib.wording.words import words
from tests.exports.conftest import made

HOSTILE = ["=1+1", "+1", "-1", "@x", '=HYPERLINK("x")', "_x0041_", "a\nb", "\x07", "<b>&", "{=1}"]
HEAD = 4


def read(pack: Pack) -> Workbook:
    return load_workbook(io.BytesIO(workbook(pack)))


def rows(sheet: Any) -> list[dict[str, Any]]:
    """The rows of a sheet under their headings, up to the first that is empty."""
    headings, *others = sheet.iter_rows(min_row=HEAD, values_only=True)
    names = [name for name in headings if name is not None]
    found = []
    for cells in others:
        if not any(cell is not None for cell in cells):
            break
        found.append(dict(zip(names, cells, strict=False)))
    return found


def titled(book: Workbook, title: str) -> Any:
    (sheet,) = [one for one in book.worksheets[1:] if one["A1"].value == title]
    return sheet


def test_what_is_left_of_an_amount_is_a_number_that_nobody_states() -> None:
    pack = made("all", "en")
    (one,) = [own for own in pack.exhibits() if own.name == "funding.flow"]
    assert isinstance(one, Chart)
    (section,) = [own for own in pack.sections if one in own.exhibits]
    found = rows(titled(read(pack), section.titled(one.title, pack.words)))
    stated = [row["Numbers stated"] for row in found]
    assert stated == [0 if is_rest else 1 for is_rest in one.frame["is_rest"]] and 0 in stated


@pytest.mark.parametrize(
    ("name", "language"), [("all", "it"), ("page only", "en"), ("project", "en"), ("nothing", "it")]
)
def test_every_figure_has_its_bounds(name: str, language: str) -> None:
    pack = made(name, language)
    book = read(pack)
    for section, one in [(own, one) for own in pack.sections for one in own.exhibits]:
        if isinstance(one, Cards | Chart) and len(one.frame) and "low" in one.frame:
            low, high = words(language).gettext("Low"), words(language).gettext("High")
            found = rows(titled(book, section.titled(one.title, pack.words)))
            assert len(found) == len(one.frame)
            for row, bound in zip(found, one.frame.itertuples(), strict=True):
                assert row[low] == (None if math.isnan(bound.low) else bound.low)
                assert row[high] == (bound.high if math.isfinite(bound.high) else None)


def test_a_chart_without_rows_says_why_and_nothing_of_marks() -> None:
    pack = made("page only", "en")
    book = read(pack)
    empty = [one for one in pack.exhibits() if isinstance(one, Chart) and one.reading.empty]
    assert empty
    for one in empty:
        sheet = titled(book, one.title)
        said = [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell]
        assert said[3:] == [one.reading.empty]
        assert one.reading.coverage not in said[1]


def test_texts_are_those_of_the_screen() -> None:
    pack = made("all", "it")
    book = read(pack)
    for one in pack.exhibits():
        if isinstance(one, Chart):
            for row, said in zip(
                rows(titled(book, one.title)), one.texts().to_dict("records"), strict=True
            ):
                for heading, text in said.items():
                    cell = row[f"{heading}, in anni" if "Durata" in str(heading) else str(heading)]
                    assert (
                        isinstance(cell, int | float) or not isinstance(cell, str) or cell == text
                    )
        elif isinstance(one, Lines):
            said = [cell for row in book.worksheets[-1].values for cell in row]
            assert all(any(line.text in str(cell) for cell in said) for line in one.lines)


def test_the_cover_says_what_it_is_and_leads_to_every_sheet() -> None:
    pack = made("edition", "en")
    book = read(pack)
    cover = book.worksheets[0]
    said = [str(cell.value) for row in cover.rows for cell in row if cell.value is not None]
    for text in (pack.title, *pack.summary, pack.dated, pack.version):
        assert text in said
    led = {
        cell.hyperlink.location.split("!")[0].strip("'")
        for row in cover.rows
        for cell in row
        if cell.hyperlink and cell.hyperlink.location
    }
    assert led == set(book.sheetnames[1:])
    for one in pack.citations:
        assert one.title in said


def test_headings_stay_and_filter() -> None:
    book = read(made("all", "en"))
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == f"B{HEAD + 1}"
        if rows(sheet):
            assert sheet.auto_filter.ref.startswith(f"A{HEAD}:")
        assert sheet["A3"].hyperlink.location.endswith("!A1")


def test_dates_and_numbers_are_typed() -> None:
    pack = made("all", "en")
    (counts,) = [one for one in pack.exhibits() if one.name == "funding.co_funder_counts"]
    sheet = titled(read(pack), counts.title)
    found = rows(sheet)
    assert {type(row["Date"]).__name__ for row in found} == {"datetime", "str"}
    assert all(isinstance(row["Low"], int) for row in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_exact_amounts_are_numbers_that_show_their_currency(language: str) -> None:
    pack, speech = made("all", language), words(language)
    book = read(pack)
    (flow,) = [one for one in pack.exhibits() if one.name == "funding.flow"]
    names = [cell.value for cell in titled(book, flow.title)[HEAD]]
    column = names.index(speech.gettext("Amount")) + 1
    shown = speech.amount(1.0, 1.0, False, "EUR").split("1")
    form = "#,##0".join(f'"{text}"' if text else "" for text in shown)
    bounds = flow.frame[["low", "high"]].to_numpy().tolist()
    for row, (low, high) in enumerate(bounds):
        cell = titled(book, flow.title).cell(HEAD + 1 + row, column)
        if low == high:
            assert (cell.value, cell.number_format) == (low, form)
        else:  # a bound is no number
            assert cell.value == speech.amount(low, high, False, "EUR")
    assert any(low == high for low, high in bounds)
    values = [row[speech.gettext("Value")] for row in rows(book.worksheets[1])]
    assert values[:4] == [7_000_000, 2_500_000, 11, 11]
    assert all(isinstance(value, str) for value in values[4:])  # no exact numbers


def test_dates_known_in_part_are_dates_that_show_no_more() -> None:
    pack = made("all", "en")
    book = read(pack)
    (chart,) = [one for one in pack.exhibits() if one.name == "timeline.periods"]
    assert isinstance(chart, Chart)
    sheet = titled(book, chart.title)
    names = [cell.value for cell in sheet[HEAD]]
    shows = {4: "yyyy", 7: "mmm yyyy", 10: "d mmm yyyy"}
    for heading, field in (("Start", "start_date"), ("End", "end_date")):
        for row, date in enumerate(chart.frame[field], start=HEAD + 1):
            cell = sheet.cell(row, names.index(heading) + 1)
            assert (cell.value is None) == (date == "")
            if date:
                assert cell.value.date() == (first(date) if field == "start_date" else last(date))
                assert cell.number_format == shows[len(date)]
    said = [row["How sure"] for row in rows(sheet)]
    is_about = [one.startswith("about") for one in said]
    assert is_about == chart.frame["is_approximate"].tolist()
    assert any(is_about)
    is_half = [one.endswith("end not stated") for one in said]
    assert is_half == ((chart.frame["start_date"] != "") & (chart.frame["end_date"] == "")).tolist()
    assert any(is_half)
    lengths = [row["Stated length in years"] for row in rows(sheet)]
    assert [one for one in lengths if one != "not stated"] == (
        chart.frame["duration_years"].dropna().tolist()
    )
    cited = [row["Nos. of sources"] for row in rows(sheet)]
    assert [one is not None for one in cited] == [
        len(ids) > 0 for ids in chart.frame["statement_ids"]
    ]


def first(date: str) -> datetime.date:
    return pd.Period(date).start_time.date()


def last(date: str) -> datetime.date:
    return pd.Period(date).end_time.date()


def test_an_approximate_number_does_not_look_exact() -> None:
    pack = made("all", "en")
    (chart,) = [one for one in pack.exhibits() if one.name == "targets.people"]
    assert isinstance(chart, Chart)
    sheet = titled(read(pack), chart.title)
    names = [cell.value for cell in sheet[HEAD]]
    for place, about in enumerate(chart.frame["is_approximate"], start=HEAD + 1):
        for heading in ("Low", "High"):
            cell = sheet.cell(place, names.index(heading) + 1)
            assert cell.number_format.startswith('"≈') == bool(about)
            assert cell.value is None or isinstance(cell.value, int | float)
    assert chart.frame["is_approximate"].any()


def test_a_sheet_says_whose_it_is_and_which_tables_it_holds() -> None:
    pack = made("edition", "en")
    book = read(pack)
    titles = [sheet["A1"].value for sheet in book.worksheets]
    assert len(set(titles)) == len(titles)
    cover = {row[1]: row[2] for row in book.worksheets[0].iter_rows(values_only=True)}
    names = pack.portfolio.projects["name"].tolist()
    others = {one.title for own in pack.sections if not own.subject for one in own.exhibits}
    for name in names:
        own = [
            sheet
            for sheet in book.worksheets
            if sheet["A1"].value.startswith(f"{name}: ") and sheet["A1"].value not in others
        ]
        assert len(own) >= 5
        for sheet in own:
            assert sheet.title.split(" ")[1].rstrip("…") == name.split()[0]
            assert cover[sheet.title] == sheet["A1"].value
    assert (
        "Results that no chart shows · Targets in other units, or for parts of a project" in titles
    )
    said = rows(book.worksheets[-1])
    of_projects = [row["About"] for row in said if row["About"].endswith("more than this project")]
    assert [*dict.fromkeys(one.split(":")[0] for one in of_projects)] == names


def test_the_table_of_projects_has_what_their_cards_have() -> None:
    pack = made("all", "en")
    (table,) = [one for one in pack.exhibits() if one.name == "project.cards"]
    assert isinstance(table, Listing)
    found = rows(titled(read(pack), "Projects"))
    for row, card in zip(found, table.frame.itertuples(), strict=True):
        for heading, fact in facts(card, pack.words).items():
            assert row[heading] == fact.line
        low = row["Money for it alone: Low"]
        assert (low is None) == (row["Money for it alone"] == "not stated")
        funding = pack.portfolio.funding
        assert low in [None, *funding.loc[funding["project_id"] == card.project_id, "low"]]
    assert sum(row["Money for it alone: Low"] is not None for row in found) > 1


def test_no_two_sheets_are_called_the_same() -> None:
    names = [name.split(" ", 1)[1] for name in read(made("all", "en")).sheetnames[1:]]
    assert len(set(names)) == len(names)
    assert {"Places announced", "Targets and results", "Periods"} <= set(names)


def test_tables_have_a_mark_where_the_chart_has_one() -> None:
    for one in made("all", "en").exhibits():
        if isinstance(one, Chart) and "is_disputed" in one.frame:
            marks = one.texts()["Also stated"]
            assert marks.ne("").tolist() == one.frame["is_disputed"].tolist()
            assert one.reading.alternative.count("sources differ") == (
                marks.eq("≠\u00a0Disagreements").sum()
            )


def test_nothing_is_read_as_a_formula() -> None:
    pack = made("edition", "en")
    frame = pd.DataFrame({"text": HOSTILE, "url": ['https://x.org/"&<'] * len(HOSTILE)})
    listing = Listing(
        name="x", title="=cmd|' /C calc'!A0", frame=frame, words=pack.words,
        write=lambda rows, _: pd.DataFrame({"=Heading": rows["text"]}),
        note="=1", links={"=Heading": "url"},
    )  # fmt: skip
    plain = replace(listing, name="y", title="@plain", links={})
    section = Section("s", "?", "=finding", (listing, plain))
    book = read(replace(pack, title="=title", summary=("=summary",), sections=(section,)))
    for sheet in book.worksheets:
        for row in sheet.rows:
            assert all(cell.data_type != "f" for cell in row)
    found = [row["=Heading"] for row in rows(book.worksheets[1])]
    assert found[:5] + found[6:7] == (HOSTILE[:5] + HOSTILE[6:7])


def test_names_of_sheets_are_short_and_allowed() -> None:
    for text in ("[a]:*?/\\'b'", "x" * 99, "", "  ", "word " * 20, "History", "12/3 ü"):
        for number, subject in ((0, ""), (7, ""), (120, ""), (120, "Centro: per la Salute")):
            name = named(text, number, subject)
            assert 0 < len(name) <= 31
            assert not set(name) & set("[]:*?/\\'")


@pytest.mark.parametrize("name", ["edition", "nothing"])
def test_every_table_is_there(name: str) -> None:
    pack = made(name, "en")
    book = read(pack)
    listed = {row[2] for row in book.worksheets[0].iter_rows(values_only=True) if row[2]}
    for section in pack.sections:
        for one in section.exhibits:
            if isinstance(one, Tabled | Cards):
                own = section.titled(one.title, pack.words)
                kind = section.titled(one.short or one.title, pack.words)
                assert section.finding in listed or any(
                    said in title for title in listed for said in (own, one.title, kind)
                )
