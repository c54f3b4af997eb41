"""Hostile files: a verdict in time, in little memory, in a process that nobody else needs."""

from __future__ import annotations

import io
import json
import resource
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from lib.files import child, limited
from lib.files.faults import TOLD, Fault, Refused, count
from lib.files.limits import AT_HAND, BYTES, ENTRIES, FIELD
from lib.files.place import brought, stamp
from lib.model.fields import kinds_of
from lib.model.schema import TABLES

HEADER = b"total_id,part_id,is_complete,is_certain\n"
PARTS = ["total_id", "part_id", "is_complete", "is_certain"]
MEMORY = 300 << 20


def bomb() -> bytes:
    """More than is read."""
    return bytes(BYTES + 1)


def book(fill: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None]) -> bytes:
    """A workbook with a sheet of parts, whose first row is its header."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("parts")
        sheet.write_row(0, 0, PARTS)
        fill(workbook, sheet)
    return content.getvalue()


def edited(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook one part of which was changed."""
    plain = zipfile.ZipFile(io.BytesIO(book(lambda _, sheet: sheet.write_row(1, 0, ["T1"] * 4))))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in plain.namelist():
            one = plain.read(name)
            archive.writestr(name, change(one) if name == part else one)
    return content.getvalue()


def zipped(**files: bytes) -> bytes:
    """A zip, packed as small as can be."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, one in files.items():
            archive.writestr(name, one)
    return content.getvalue()


def with_entity(part: bytes) -> bytes:
    """A part that declares an entity which would be a file of the machine."""
    start = part.index(b"?>") + 2
    return part[:start] + b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + part[start:]


def far(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    """One cell at the last row and the last column."""
    sheet.write(1_048_575, 16_383, "x")


def shared(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    """One long text in very many cells: small in the file."""
    for row in range(1, 2000):
        sheet.write_row(row, 0, ["x" * 32_000] * 4)


SHEET = "xl/worksheets/sheet1.xml"
# Made when they are needed: most processes of a test run need none.
HOSTILE: dict[str, tuple[Callable[[], dict[str, bytes]], str]] = {
    "zip bomb": (lambda: {"a.zip": zipped(**{"parts.csv": bomb()})}, "too_large"),
    "bomb of a workbook": (lambda: {"a.xlsx": edited(SHEET, lambda part: part + bomb())},
                           "too_large"),
    "last cell": (lambda: {"a.xlsx": book(far)}, "too_large"),
    "one text for many cells": (lambda: {"a.xlsx": book(shared)}, "too_large"),
    "document type": (lambda: {"a.xlsx": edited(SHEET, with_entity)}, "broken_workbook"),
    "UTF-16 part": (
        lambda: {"a.xlsx": edited(SHEET, lambda part: part.decode().encode("utf-16"))},
        "broken_workbook",
    ),
    "elements in elements": (
        lambda: {"a.xlsx": edited("xl/workbook.xml", lambda part: part.replace(
            b"<sheets>", b"<a>" * (1 << 20) + b"</a>" * (1 << 20) + b"<sheets>"))},
        "broken_workbook",
    ),
    "broken part": (lambda: {"a.xlsx": edited(SHEET, lambda part: part[:300])}, "broken_workbook"),
    "no sheets": (lambda: {"a.xlsx": edited("xl/workbook.xml", lambda _: b"<a/>")}, "missing_file"),
    "half a workbook": (lambda: {"a.xlsx": book(lambda *_: None)[:-400]}, "not_whole"),
    "long field": (lambda: {"parts.csv": HEADER + b"x" * (30 << 20)}, "too_large"),
    "a text of commas": (lambda: {"parts.csv": HEADER + b"," * (30 << 20)},
                         "too_large"),
    "rows without end": (lambda: {"parts.csv": HEADER + b"\na,b,c,d" * (6 << 20)},
                         "too_large"),
    "empty lines": (lambda: {"parts.csv": HEADER + b"\n" * (30 << 20)}, "too_large"),
    "rows of other lengths": (lambda: {"parts.csv": HEADER + b"x\n" * (1 << 19)}, "field_count"),
    "deep JSON": (lambda: {"datapackage.json": b'{"a":' * 100_000}, "unreadable_description"),
    "huge JSON": (lambda: {"datapackage.json": json.dumps(["x"] * 900_000).encode()}, "too_large"),
    "no Parquet": (lambda: {"parts.parquet": b"PAR1" + bytes(99) + b"PAR1"}, "not_whole"),
    "more than is read": (lambda: {"parts.csv": bomb()}, "too_large"),
}  # fmt: skip


# What a process started by a small one has used at most; one that is started by this process
# would count what this one holds as well.
MEASURED = """#!{python}
import json, os, sys
pid = os.fork()
if not pid:
    os.execv({python!r}, [{python!r}, *sys.argv[1:]])
_, status, used = os.wait4(pid, 0)
with open({told!r}, "w") as file:
    json.dump({{"bytes": used.ru_maxrss * 1024, "seconds": used.ru_utime + used.ru_stime}}, file)
code = os.waitstatus_to_exitcode(status)
os.kill(os.getpid(), -code) if code < 0 else sys.exit(code)
"""


@pytest.fixture
def used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], dict[str, float]]:
    """What the process that reads files has used: seconds of the processor, bytes of memory."""
    told, python = tmp_path / "used.json", tmp_path / "python"
    python.write_text(MEASURED.format(python=sys.executable, told=str(told)), encoding="utf-8")
    python.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(python))
    return lambda: json.loads(told.read_bytes())


@pytest.mark.integration
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_get_a_verdict(name: str, used: Callable[[], dict[str, float]]) -> None:
    make, rule = HOSTILE[name]
    files = make()
    mine = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = limited.read(files, ["parts"])
    spent = time.process_time() - start
    assert {fault.rule for fault in found.faults} == {rule}
    assert not any(sheet.rows for sheet in found.sheets.values())
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - mine) * 1024
    # What is too much altogether is told without a process.
    child = used() if name != "more than is read" else {"seconds": 0.0, "bytes": 0}
    assert spent + child["seconds"] < 10
    assert more + child["bytes"] < MEMORY


# The process that reads, with little time and with something to do that never ends.
ENDLESS = """#!{python}
from itertools import count
from lib.files import child
child.SECONDS, child.read = 1, lambda *_: sum(count())
child.main()
"""


@pytest.mark.integration
def test_what_takes_too_much_of_the_processor_is_too_large(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would take as much again: nobody needs to try it, unlike on a machine that was busy."""
    python = tmp_path / "python"
    python.write_text(ENDLESS.format(python=sys.executable), encoding="utf-8")
    python.chmod(0o700)
    monkeypatch.setattr(limited, "SECONDS", 300)
    monkeypatch.setattr(limited, "_environment", lambda: {"PYTHONPATH": str(root)})
    monkeypatch.setattr(sys, "executable", str(python))
    found = limited.read({"parts.csv": HEADER}, ["parts"])
    assert found.faults == (Fault("parts.csv", 0, "", "", "too_large", f"{child.SECONDS} s"),)


@pytest.mark.integration
@pytest.mark.parametrize("letters", [1, AT_HAND // 200])
def test_a_folder_of_large_texts_is_read_in_a_process_of_its_own(
    letters: int, used: Callable[[], dict[str, float]]
) -> None:
    rows = (b"x" * letters + b"\n") * 200
    found = limited.read_at_hand({"parts.csv": HEADER + rows}, ["parts"])
    assert len(found.faults) == TOLD
    assert count(found.faults) == 200
    if letters > 1:
        assert used()["seconds"] > 0
    else:
        with pytest.raises(FileNotFoundError):
            used()


def test_a_formula_is_told_with_its_cell_and_never_counted() -> None:
    def fill(workbook: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write_row(1, 0, ["T1", "T2", True, False])
        sheet.write_formula(2, 1, '=HYPERLINK("http://example.org")', value="T3")
        sheet.write_formula(3, 3, "=1/0", value="#DIV/0!")

    found = limited.read({"a.xlsx": book(fill)}, ["parts"])
    formula = '=HYPERLINK("http://example.org")'
    assert found.faults == (
        Fault("a.xlsx: parts", 3, "part_id", formula, "formula"),
        Fault("a.xlsx: parts", 4, "is_certain", "=1/0", "formula"),
    )
    assert found.sheets["parts"].rows[0] == ["T1", "T2", "true", "false"]


def test_cells_of_a_workbook_are_the_texts_they_stand_for() -> None:
    from datetime import datetime

    def fill(workbook: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(1, 0, [12, 0.1 + 0.2, "0012", "=1+1"], None)
        sheet.write_string(1, 3, "=1+1")
        sheet.write_datetime(2, 0, datetime(2024, 1, 2), day)
        sheet.write_row(2, 1, [1e14, "NA", " x "])

    found = limited.read({"a.xlsx": book(fill)}, ["parts"])
    assert found.faults == ()
    assert found.sheets["parts"].rows == [
        ["12", "0.3", "0012", "=1+1"],
        ["2024-01-02", "100000000000000", "NA", " x "],
    ]


def test_nothing_outside_of_the_folder_is_read(tmp_path: Path) -> None:
    outside, place = tmp_path / "secret.csv", tmp_path / "tables"
    outside.write_text("secret", encoding="utf-8")
    place.mkdir()
    (place / "parts.csv").symlink_to(outside)
    with pytest.raises(Refused) as told:
        brought(place, ["parts"])
    assert told.value.faults == (Fault("parts.csv", 0, "", "", "outside_folder"),)
    (place / "parts.csv").unlink()
    (place / "..data").mkdir()
    (place / "..data" / "parts.csv").write_bytes(b"inside")
    (place / "parts.csv").symlink_to("..data/parts.csv")
    assert brought(place, ["parts"]) == {"parts.csv": b"inside"}


def test_a_link_to_itself_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "parts.csv").symlink_to("parts.csv")
    for place, rule in ((tmp_path, "no_file"), (tmp_path / "parts.csv", "absent")):
        with pytest.raises(Refused) as told:
            brought(place, ["parts"])
        assert [(fault.file, fault.rule) for fault in told.value.faults] == [("parts.csv", rule)]
    assert stamp(tmp_path) == ()


def test_a_folder_of_too_many_files_is_told_as_that(tmp_path: Path) -> None:
    for number in range(ENTRIES):
        (tmp_path / f"aa{number:04}.csv").write_bytes(b"")
    (tmp_path / "parts.csv").write_bytes(b"inside")
    with pytest.raises(Refused) as told:
        brought(tmp_path, ["parts"])
    fault = Fault(tmp_path.name, 0, "", "", "too_large", "1,000 files")
    assert told.value.faults == (fault,)
    before = stamp(tmp_path)
    (tmp_path / "parts.csv").rename(tmp_path / "parts")
    assert stamp(tmp_path) != before  # the last of them, of which only the number counts
    assert brought(tmp_path, ["parts"])["aa0999.csv"] == b""


def test_a_folder_may_hold_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "tables.xlsx").write_bytes(b"PK")
    for beside in ("~$tables.xlsx", "README.md"):
        (tmp_path / beside).write_bytes(b"not read")
    assert brought(tmp_path, ["parts"]) == {"tables.xlsx": b"PK"}
    (tmp_path / "parts.csv").write_bytes(b"inside")
    found = brought(tmp_path, ["parts"])
    assert found == {"README.md": b"not read", "parts.csv": b"inside", "tables.xlsx": b""}
    faults = limited.read_at_hand(found, ["parts"]).faults
    assert [(fault.file, fault.rule) for fault in faults] == [("tables.xlsx", "ignored_file")]


def test_a_folder_may_hold_one_file_with_all_tables(tmp_path: Path) -> None:
    """A zip, or what was saved of another workbook beside it, which is told; never by a table."""
    (tmp_path / "tables.zip").write_bytes(zipped(**{"parts.csv": HEADER}))
    (tmp_path / "tables.ods").write_bytes(b"not read")
    found = limited.read_at_hand(brought(tmp_path, ["parts"]), ["parts"])
    assert [*found.sheets] == ["parts"]
    assert found.faults == (Fault("tables.ods", 0, "", "", "ignored_file"),)
    (tmp_path / "tables.zip").unlink()
    found = limited.read_at_hand(brought(tmp_path, ["parts"]), ["parts"])
    assert found.faults == (Fault("tables.ods", 0, "", "", "other_workbook"),)


def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "parts.csv")
    with pytest.raises(Refused) as told:
        brought(tmp_path, ["parts"])
    assert [fault.rule for fault in told.value.faults] == ["no_file"]


def test_a_field_may_be_as_long_as_the_limit() -> None:
    text = "x" * FIELD
    content = ",".join(kinds_of(TABLES["parts"])) + f"\n{text},b,c,d\n"
    found = limited.read({"parts.csv": content.encode()}, ["parts"])
    assert found.sheets["parts"].rows == [[text, "b", "c", "d"]]
