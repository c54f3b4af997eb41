"""What is written is read back equal, whatever the texts, the signs, the encoding."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from lib.files import reading
from lib.files.description import canonical
from lib.files.guard import guarded, unguarded
from lib.files.workbook import _text

# Texts as tables have them: of any letters, without those that no text has.
LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")
TEXTS = st.text(st.one_of(LETTERS, st.sampled_from(" ,;\t|\"'\n#=")), max_size=12)
WESTERN = st.text(st.sampled_from("abc XYZ äöüßéèçñ€–“”,;\"'\n"), max_size=12)
HEADER = ["first_id", "second", "third"]
RUN = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet reads a cell that begins so as a formula


def tables(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    """Rows of three cells that hold something."""
    return st.lists(st.lists(texts, min_size=3, max_size=3).filter(any), max_size=6)


def written(rows: list[list[str]], delimiter: str, ending: str, quoting: int) -> str:
    """Rows as csv writes them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=ending, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([HEADER, *rows])
    return text.getvalue()


@settings(max_examples=150)
@given(
    tables(TEXTS),
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_what_is_written_is_read_back(
    rows: list[list[str]], delimiter: str, ending: str, quoting: int, encoding: str
) -> None:
    content = written(rows, delimiter, ending, quoting).encode(encoding)
    found = reading.read({"a.csv": content}, ["a"])
    assert found.faults == ()
    assert found.sheets["a"].header == HEADER
    assert found.sheets["a"].rows == rows


@settings(max_examples=50)
@given(tables(WESTERN), st.sampled_from(",;\t"))
def test_windows_letters_are_read_back_with_a_doubt(rows: list[list[str]], delimiter: str) -> None:
    content = written(rows, delimiter, "\r\n", csv.QUOTE_MINIMAL).encode("windows-1252")
    found = reading.read({"a.csv": content}, ["a"])
    assert found.sheets["a"].rows == rows
    is_ascii = all(text.isascii() for row in rows for text in row)
    assert [fault.rule for fault in found.faults] == ([] if is_ascii else ["guessed_encoding"])


@given(st.lists(TEXTS, min_size=1, max_size=4).filter(any))
def test_a_line_is_where_an_editor_shows_it(texts: list[str]) -> None:
    rows = [[text, "x", "y"] for text in texts]
    content = written(rows, ",", "\n", csv.QUOTE_MINIMAL)
    found = reading.read({"a.csv": content.encode()}, ["a"]).sheets["a"]
    lines = content.split("\n")
    for line, row in zip(found.lines, found.rows, strict=True):
        first = row[0].split("\n")[0].replace('"', '""')
        assert lines[line - 1].lstrip('"').startswith(first.lstrip('"')) or first == ""


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_a_declared_comma_is_read_as_it_is_written(whole: int, cents: int) -> None:
    german = f"{whole:,}".replace(",", ".") + f",{cents:02}"
    assert canonical(german, ",", ".") == f"{whole}.{cents:02}"
    assert canonical(f"{whole},{cents:02}", ",", "") == f"{whole}.{cents:02}"
    assert canonical(f"{whole}.{cents:03}", ",", "") is None


@given(st.integers(0, 10**13), st.integers(0, 3))
def test_a_number_of_a_workbook_is_its_digits(digits: int, places: int) -> None:
    written = f"{digits / 10**places:.{places}f}"
    found = _text(float(written))
    assert float(found) == float(written)
    assert "e" not in found


@given(st.text(st.one_of(LETTERS, st.sampled_from("'=+-@\t\r1.e")), max_size=6))
@example("'=1")
@example("''=1")
@example("'")
@example("-3.7")
@example("'-3.7")
def test_a_guard_is_taken_off_as_it_was_set_and_nothing_is_run(text: str) -> None:
    there = guarded(text)
    assert unguarded(there) == text
    if there.startswith(RUN):
        float(there)  # no more than a number with a sign


@given(tables(st.text(st.sampled_from("'=+-@1a;, "), max_size=5)))
def test_guarded_tables_are_read_back_equal(rows: list[list[str]]) -> None:
    about = {"name": "table", "path": "table.csv", "formula_guard": "'"}
    there = [[*map(guarded, row)] for row in rows]
    files = {
        "table.csv": written(there, ",", "\n", csv.QUOTE_MINIMAL).encode(),
        "datapackage.json": json.dumps({"resources": [about]}).encode(),
    }
    found = reading.read(files, ["table"])
    assert not found.faults
    assert found.sheets["table"].rows == rows
    del files["datapackage.json"]  # where none is declared every letter is what it is
    assert reading.read(files, ["table"]).sheets["table"].rows == there
