"""The pack as an Excel workbook: a sheet for each figure and table, a cover that leads to them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from xlsxwriter import Workbook

from lib.exports.cells import Column, together
from lib.exports.exhibits import Cards, Chart, Exhibit, Lines, Listing, Map, Tabled
from lib.exports.pack import Pack, Section
from lib.exports.sheets import Sheets
from lib.wording.reading import numbers

JOINED: Final = " · "
COVER_WIDTHS = (6, 34, 90, 14)  # characters


def workbook(pack: Pack) -> bytes:
    """An Excel file of a pack."""
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"title": pack.title, "subject": " ".join(pack.summary)})
        sheets = Sheets(book, pack.words.gettext("Cover"), pack.words.gettext("Contents"))
        for section in pack.sections:
            for exhibits in _alike(section):
                _table(sheets, pack, section, exhibits)
        _sentences(sheets, pack)
        _cover(sheets, pack)
    return made.getvalue()


def _alike(section: Section) -> Iterator[list[Cards | Tabled]]:
    """The figures and tables of a section; tables of one kind that follow each other together."""
    rows = [one for one in section.exhibits if isinstance(one, Cards | Tabled)]
    for _, alike in groupby(rows, lambda one: one.write if isinstance(one, Listing) else one):
        yield list(alike)


def _table(
    sheets: Sheets, pack: Pack, section: Section, exhibits: Sequence[Cards | Tabled]
) -> None:
    """A sheet with the rows of one exhibit, or of several tables of one kind."""
    first, is_one = exhibits[0], len(exhibits) == 1
    found = pack.numbers(source for one in exhibits for source in one.source_ids)
    cited = pack.words.gettext("Sources: {numbers}").format(numbers=numbers(found))
    said = [section.question, _coverage(first), cited if found else ""]
    names = list(dict.fromkeys(one.short or one.title for one in exhibits))
    titles = [one.title for one in exhibits]
    if len(names) < len(exhibits):  # many of one kind
        titles = names if section.subject else [section.finding]
    sheets.add(
        JOINED.join(names),
        section.titled(JOINED.join(titles), pack.words),
        JOINED.join(filter(None, said)),
        together(pack, exhibits),
        section.subject,
    )
    notes = [(one.title, note) for one in exhibits for note in _notes(one)]
    sheets.notes([note if is_one else f"{name}: {note}" for name, note in notes])


def _sentences(sheets: Sheets, pack: Pack) -> None:
    """Everything that the pack says in sentences, one a row."""
    _ = pack.words.gettext
    rows = [(one.question, _("Finding"), one.finding, "") for one in pack.sections] + [
        (
            section.question,
            section.titled(exhibit.title, pack.words),
            f"{line.sign} {line.text}".strip(),
            line.note,
        )
        for section in pack.sections
        for exhibit in section.exhibits
        if isinstance(exhibit, Lines)
        for line in exhibit.lines
    ]
    headings = (_("Question"), _("About"), _("What is said"), _("Note"))
    cells = zip(headings, zip(*rows, strict=True), strict=True)
    title = _("Findings and what else is said")
    sheets.add(title, title, "", [Column(heading, list(said)) for heading, said in cells])


def _cover(sheets: Sheets, pack: Pack) -> None:
    """Title, selection, date, version; the sheets; the documents by number."""
    _, sheet = pack.words.gettext, sheets.cover
    for place, width in enumerate(COVER_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.hide_gridlines(2)
    sheets.cell(sheet, 0, 0, pack.title, look=sheets.large)
    about = (pack.subtitle, *pack.summary, pack.dated, pack.version)
    for row, line in enumerate(about, start=1):
        sheets.cell(sheet, row, 0, line, look=sheets.muted)
    row = len(about) + 2
    sheets.headings(sheet, row, (_("No."), _("Sheet"), _("Contents"), _("Rows")))
    for number, (name, shows, count) in enumerate(sheets.listed, start=1):
        sheets.cell(sheet, row + number, 0, number)
        sheet.write_url(row + number, 1, f"internal:'{name}'!A1", sheets.link, name)
        sheets.cell(sheet, row + number, 2, shows)
        sheets.cell(sheet, row + number, 3, count)
    row += len(sheets.listed) + 2
    sheets.headings(sheet, row, (_("No."), _("Publisher"), _("Source"), _("Date")))
    for one in pack.citations:
        sheets.cell(sheet, row + one.number, 0, one.number)
        sheets.cell(sheet, row + one.number, 1, one.publisher)
        sheets.cell(sheet, row + one.number, 2, one.title, one.url)
        sheets.cell(sheet, row + one.number, 3, pack.words.date(one.date))


def _coverage(exhibit: Exhibit) -> str:
    if isinstance(exhibit, Chart | Map) and not exhibit.reading.empty:
        return exhibit.reading.coverage
    return ""


def _notes(exhibit: Exhibit) -> list[str]:
    """What is said below the rows: why there are none, else how to read them."""
    if isinstance(exhibit, Chart | Map):
        return list(filter(None, [exhibit.reading.empty or exhibit.reading.how_to_read]))
    if isinstance(exhibit, Listing):
        return list(filter(None, [exhibit.empty if exhibit.frame.empty else "", exhibit.note]))
    return []
