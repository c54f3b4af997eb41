"""Forms a CSV file may come in: what is read as meant, what is refused."""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path

import pytest

from lib.model.faults import Fault, FaultyTables
from lib.model.reader import Table
from lib.model.schema import TABLES
from lib.model.store import load
from tests.fixture.copies import edit, read


def table(folder: Path, name: str) -> Table:
    """One table of a folder."""
    return read(folder, name)


def rewrite(folder: Path, name: str, **options: object) -> None:
    """Write a table again with other CSV habits."""
    path = folder / f"{name}.csv"
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, **options).writerows(rows)  # type: ignore[arg-type]


def test_values_are_typed(folder: Path) -> None:
    rows = table(folder, "funding").rows
    assert rows["value"].tolist()[:2] == [1000.0, 300.0]
    assert math.isnan(rows["value"].iloc[-1])
    assert rows["is_headline"].dtype == bool
    assert rows["is_headline"].tolist() == [True] * 6 + [False] + [True] * 2
    assert rows["project_id"].tolist()[:2] == ["", ""]
    assert rows.index.tolist() == list(range(2, 11))


def test_texts_are_kept_as_they_stand(folder: Path) -> None:
    assert table(folder, "projects").rows["name"].tolist()[1:3] == [
        "Project B <b>&</b>",
        "Project Č",
    ]
    assert table(folder, "partners").rows["name"].iloc[1] == "=1+1"
    assert table(folder, "targets").rows["subject"].iloc[4] == "[x](http://example.org)"
    assert table(folder, "context").rows["description_en"].iloc[0] == (
        'Two lines,\nwith a comma and a "quote".'
    )


def test_namibia_is_a_country(folder: Path) -> None:
    rows = table(folder, "sites").rows
    assert rows["country_code"].tolist()[-4:] == ["NA", "NA", "NA", "FR"]
    assert (table(folder, "partners").rows["country_code"] == "").sum() == 2


def test_words_that_look_like_nothing_are_texts(folder: Path) -> None:
    for word in ("NaN", "null", "None", "N/A"):
        edit(folder, "partners.csv", "Partner A", word)
        assert table(folder, "partners").rows["name"].iloc[0] == word
        edit(folder, "partners.csv", f"partner-a,{word}", "partner-a,Partner A")


def test_lines_are_counted_as_an_editor_does(folder: Path) -> None:
    assert table(folder, "context").rows.index.tolist() == [2, 5, 6]
    edit(folder, "context.csv", "true,,page,paragraph C3", "maybe,,page,paragraph C3")
    expected = Fault("context.csv", 6, "is_headline", "maybe", "boolean")
    assert table(folder, "context").faults == (expected,)


def test_a_fault_after_quoted_lines_between_tables(folder: Path) -> None:
    edit(folder, "context.csv", "archive,paragraph C2", "nowhere,paragraph C2")
    with pytest.raises(FaultyTables) as told:
        load(folder)
    expected = Fault("context.csv", 5, "source_id", "nowhere", "unknown_reference", "sources")
    assert told.value.faults == (expected,)


def test_empty_lines_are_skipped_and_counted(folder: Path) -> None:
    edit(folder, "parts.csv", "T6,T3", "\n\nT6,T3")
    assert table(folder, "parts").rows.index.tolist() == [2, 5, 6, 7, 8, 9]


@pytest.mark.parametrize("name", list(TABLES))
def test_byte_order_mark_and_windows_lines(folder: Path, name: str) -> None:
    before = table(folder, name)
    path = folder / f"{name}.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    after = table(folder, name)
    assert after.faults == ()
    plain = after.rows.map(lambda cell: cell.replace("\r", "") if isinstance(cell, str) else cell)
    assert plain.equals(before.rows)


@pytest.mark.parametrize("options", [{"quoting": csv.QUOTE_ALL}, {"lineterminator": "\r"}])
def test_other_habits_of_writing(folder: Path, options: dict[str, object]) -> None:
    before = table(folder, "sites").rows
    rewrite(folder, "sites", **options)
    assert table(folder, "sites").rows.equals(before)


def test_columns_may_stand_in_any_order_with_others_among_them(folder: Path) -> None:
    before = table(folder, "sites").rows
    path = folder / "sites.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    names = ["my_notes", *reversed(rows[0])]
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "my_notes": "<anything> 12 true"} for row in rows)
    assert table(folder, "sites").rows.equals(before)
    load(folder)


def test_a_header_alone_is_a_table_without_rows(folder: Path) -> None:
    for name in TABLES:
        path = folder / f"{name}.csv"
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
        found = read(folder, name)
        assert found.faults == ()
        assert found.rows.empty


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf", b"\n\n"])
def test_an_empty_file_has_no_columns(folder: Path, content: bytes) -> None:
    (folder / "parts.csv").write_bytes(content)
    found = table(folder, "parts")
    assert found.faults == (Fault("parts.csv", 1, "", "", "no_columns"),)
    assert found.rows.empty


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_other_encodings_and_signs(folder: Path, encoding: str, delimiter: str) -> None:
    before = table(folder, "partners").rows
    rewrite(folder, "partners", delimiter=delimiter)
    path = folder / "partners.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    after = table(folder, "partners")
    assert after.rows.equals(before)
    assert after.faults == ()


def test_a_guessed_encoding_is_told(folder: Path) -> None:
    before = table(folder, "partners").rows
    path = folder / "partners.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("windows-1252"))
    after = table(folder, "partners")
    assert after.rows.equals(before)
    (doubt,) = after.faults
    # "línea" has the first letter beyond ASCII.
    assert (doubt.line, doubt.rule, doubt.detail) == (2, "guessed_encoding", "Windows-1252")
    assert "línea" in doubt.value


def test_a_file_of_something_else_is_told_once_whatever_languages_tables_speak(
    folder: Path,
) -> None:
    edit(folder, "portfolio.csv", "inventada,,", "inventada,de,")
    (folder / "programmes.csv").write_text("Forbidden\n", encoding="utf-8")
    with pytest.raises(FaultyTables) as told:
        load(folder)
    (fault,) = (one for one in told.value.faults if one.file == "programmes.csv")
    assert fault == Fault("programmes.csv", 1, "", "Forbidden", "no_columns")


def test_a_quote_that_never_ends_is_told(folder: Path) -> None:
    edit(folder, "partners.csv", "Partner D", '"Partner D')
    (fault,) = table(folder, "partners").faults
    place = Fault("partners.csv", fault.line, "name", fault.value, "quotes")
    text = (folder / "partners.csv").read_text(encoding="utf-8").splitlines()[fault.line - 1]
    assert (fault, fault.value) == (place, text[text.index('"') :][: len(fault.value)])
    assert fault.value.startswith('"Partner D')


def test_a_faulty_table_has_typed_columns_without_rows(folder: Path) -> None:
    before = table(folder, "sites").rows
    edit(folder, "sites.csv", "41.9", "north")
    after = table(folder, "sites").rows
    assert after.empty
    assert after.dtypes.equals(before.dtypes)
