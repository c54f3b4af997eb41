"""Odd and broken files by family, made by rule: a change of the made tables, what must be told."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import NamedTuple

from lib.model.faults import Fault, Rule
from lib.model.package import packed
from lib.model.schema import OPTIONAL, TABLES

Files = dict[str, bytes]
Change = Callable[[bytes], bytes]
SOUND: list[Fault] = []


class Odd(NamedTuple):
    """A change of some files, and all that must be told of it: nothing for what is only unusual."""

    family: str
    name: str
    change: Callable[[Files], Files]
    told: list[Fault]


def of(file: str, change: Change) -> Callable[[Files], Files]:
    """A change of one file."""
    return lambda files: files | {file: change(files[file])}


def swap(old: str, new: str) -> Change:
    """One text in the place of another, which stands there once."""

    def change(content: bytes) -> bytes:
        text = content.decode()
        assert text.count(old) == 1, old
        return text.replace(old, new).encode()

    return change


def rewritten(**options: object) -> Change:
    """The same cells with other habits of writing."""

    def change(content: bytes) -> bytes:
        rows = csv.reader(io.StringIO(content.decode(), newline=""))
        text = io.StringIO(newline="")
        csv.writer(text, **options).writerows(rows)  # type: ignore[arg-type]
        return text.getvalue().encode()

    return change


def encoded(encoding: str) -> Change:
    """The same text in another encoding."""
    return lambda content: content.decode().encode(encoding)


def described(**of_funding: object) -> Callable[[Files], Files]:
    """A description that says something of funding.csv."""
    resource = {"name": "funding", "path": "funding.csv"} | of_funding
    content = json.dumps({"resources": [resource]}).encode()
    return lambda files: files | {"datapackage.json": content}


def both(*changes: Callable[[Files], Files]) -> Callable[[Files], Files]:
    """One change after the other."""

    def change(files: Files) -> Files:
        for one in changes:
            files = one(files)
        return files

    return change


def alone(name: str) -> Callable[[Files], Files]:
    """A file of this name, and no other."""
    return lambda _: {name: b"PK"}


def renamed(old: str, new: str) -> Callable[[Files], Files]:
    """A file under another name."""
    return lambda files: files | {new: files.pop(old)}


def fault(file: str, rule: Rule, line: int = 0, **more: str) -> Fault:
    """A fault of a file as a whole, or in one of its lines."""
    place = (more.get("column", ""), more.get("value", ""))
    return Fault(file, line, *place, rule, more.get("detail", ""))


def locked(content: bytes) -> bytes:
    """A zip whose entries say that they have a password."""
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        pieces = content.split(mark)
        content = mark.join([pieces[0], *(
            one[: at - 4] + b"\x01" + one[at - 3 :] for one in pieces[1:]
        )])  # fmt: skip
    return content


COMMA = described(schema={"fields": [{"name": "value", "decimalChar": ",", "groupChar": "."}]})
PLAIN_COMMA = described(schema={"fields": [{"name": "value", "decimalChar": ","}]})
POINT = described(schema={"fields": [{"name": "value", "decimalChar": "."}]})
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
PARTS = b"total_id,part_id,is_complete,is_certain"
EDITIONS = "editions.csv"
WIDE = "\u200b"

ODD = [
    # Unusual, and read as it is meant.
    Odd("writing", "semicolons", of("parts.csv", rewritten(delimiter=";")), SOUND),
    Odd("writing", "truth in capitals", of("parts.csv", lambda c: c.replace(b"true", b"TRUE")),
        SOUND),
    Odd("writing", "tabs", of("sites.csv", rewritten(delimiter="\t")), SOUND),
    Odd("writing", "all quoted", of("sites.csv", rewritten(quoting=csv.QUOTE_ALL)), SOUND),
    Odd("writing", "old lines", of("parts.csv", rewritten(lineterminator="\r")), SOUND),
    Odd("writing", "no last line end", lambda f: {n: c.rstrip() for n, c in f.items()}, SOUND),
    Odd("writing", "sep=", of("parts.csv", lambda c: b"sep=;\n" + c.replace(b",", b";")), SOUND),
    Odd("writing", "comments", of("parts.csv", lambda c: b"# a, b\n\n#\n" + c), SOUND),
    Odd("writing", "an end as of old", of("parts.csv", lambda c: c + b"\x1a"), SOUND),
    Odd("writing", "empty rows", of("parts.csv", lambda c: c + b",,,\n,,,\n"), SOUND),
    Odd("writing", "empty columns", of("parts.csv", lambda c: c.replace(b"\n", b",,\n")), SOUND),
    Odd("writing", "capital name", lambda f: f | {"Parts.CSV": f.pop("parts.csv")}, SOUND),
    Odd("texts", "a line as between two versions",
        of("context.csv", swap("Made-up statement C3.", '"A\n=======\nB"')), SOUND),
    Odd("encoding", "mark", of("partners.csv", encoded("utf-8-sig")), SOUND),
    Odd("encoding", "UTF-16", of("partners.csv", encoded("utf-16")), SOUND),
    Odd("encoding", "UTF-16 unmarked", of("partners.csv", encoded("utf-16-le")), SOUND),
    Odd("encoding", "declared", both(of("funding.csv", encoded("cp1252")),
                                     described(encoding="windows-1252")), SOUND),
    Odd("numbers", "groups alone", both(of("funding.csv", swap(",1000,EUR", ',"1,000",EUR')),
                                        described(schema={"fields": [
                                            {"name": "value", "groupChar": ","}]})), SOUND),
    Odd("numbers", "decimal comma", both(of("funding.csv", swap(",1000,EUR", ',"1.000,5",EUR')),
                                         of("funding.csv", swap(",30.5,EUR", ',"30,5",EUR')),
                                         COMMA), SOUND),
    Odd("numbers", "declared thousands", both(of("funding.csv", swap(",1000,EUR", ",1.000,EUR")),
                                              of("funding.csv", swap(",30.5,EUR", ',"30,5",EUR')),
                                              COMMA), SOUND),
    Odd("numbers", "declared decimals", both(of("funding.csv", swap(",1000,EUR", ",250.125,EUR")),
                                             POINT), SOUND),
    Odd("numbers", "not thousands", of("funding.csv", swap(",1000,EUR", ",0.125,EUR")), SOUND),
    Odd("numbers", "a place to a thousandth", of("sites.csv", swap("41.9,12.5", "41.902,12.453")),
        SOUND),
    # Refused, with the place.
    Odd("encoding", "two in one", of("partners.csv", lambda c: c.replace(b"Partner A", b"A\xe9")),
        [fault("partners.csv", "encoding", 2, detail="utf-8")]),
    Odd("encoding", "unknown", described(encoding="klingon"),
        [fault("funding.csv", "encoding", value="klingon", detail="klingon")]),
    Odd("encoding", "no way to write tables", described(encoding="punycode"),
        [fault("funding.csv", "encoding", value="punycode", detail="punycode")]),
    Odd("encoding", "no name", described(encoding="utf\0-8"),
        [fault("funding.csv", "encoding", value="utf\0-8", detail="utf\0-8")]),
    Odd("encoding", "declared wrongly", both(of("funding.csv", encoded("cp1252")),
                                             described(encoding="ascii")),
        [fault("funding.csv", "encoding", 2, detail="ascii")]),
    Odd("no table", "web page", of("parts.csv", lambda _: b"\n<!DOCTYPE html>\n<html>404"),
        [fault("parts.csv", "html", 1, value="<!doctype html>")]),
    Odd("no table", "LFS pointer", of("parts.csv", lambda _: POINTER),
        [fault("parts.csv", "lfs_pointer", 1, value=POINTER.decode().splitlines()[0])]),
    Odd("no table", "merge", of("parts.csv", lambda c: c.replace(
            b"T6,T3,", b"<<<<<<< HEAD\nT6,T3,true,true\n=======\nT6,T3,")),
        [fault("parts.csv", "merge_marks", 3, value="<<<<<<< HEAD"),
         fault("parts.csv", "merge_marks", 5, value="=======")]),
    Odd("no table", "an answer of a server", of("funding.csv", lambda _: b'{"error":"not found"}'),
        [fault("funding.csv", "no_columns", 1, value='{"error":"not found"}')]),
    Odd("no table", "zip", of("parts.csv", lambda _: b"PK\x03\x04\x14\0"),
        [fault("parts.csv", "binary", detail="zip, xlsx")]),
    Odd("no table", "zeros", of("parts.csv", lambda c: c[:60] + bytes(99)),
        [fault("parts.csv", "binary", detail="NUL")]),
    Odd("cut", "row", of("parts.csv", lambda c: c[: c.index(b"T10,T9") + 8]),
        [fault("parts.csv", "truncated", 5, value="3", detail="4")]),
    Odd("cut", "nothing", of("parts.csv", lambda _: b""), [fault("parts.csv", "empty_file")]),
    Odd("cut", "zip of nothing", lambda _: {"a.zip": b""}, [fault("a.zip", "empty_file")]),
    Odd("files", "out of a zip", lambda f: {"a.zip": packed({"../parts.csv": f["parts.csv"]})},
        [fault("a.zip", "leads_out", value="../parts.csv")]),
    *(Odd("files", f"another workbook: {kind}", alone(f"a.{kind}"),
          [fault(f"a.{kind}", "other_workbook")])
      for kind in ("ods", "fods", "numbers", "xls", "xlsb", "XLS")),
    Odd("files", "other workbooks and a text", lambda _: {
            "a.ods": b"PK", "b.xls": b"x", "README.md": b"#"},
        [fault("a.ods", "other_workbook"), fault("b.xls", "other_workbook")]),
    Odd("files", "another workbook in a zip", lambda _: {"a.zip": packed({"b.ods": b"PK"})},
        [fault("b.ods", "other_workbook")]),
    Odd("files", "another workbook beside a table",
        lambda f: {"parts.csv": f["parts.csv"], "a.ods": b"PK"},
        [fault("a.ods", "other_workbook")]),
    Odd("files", "another workbook beside all tables", lambda f: f | {"a.ods": b"PK"},
        [fault("a.ods", "ignored_file")]),
    Odd("files", "another workbook beside what was saved of it",
        lambda f: {"a.zip": packed(f), "a.ods": b"PK"}, [fault("a.ods", "ignored_file")]),
    Odd("files", "a workbook beside a table",
        lambda f: {"parts.csv": f["parts.csv"], "a.xlsx": b"PK"}, [fault("a.xlsx", "book_beside")]),
    Odd("no table", "one word", of("parts.csv", lambda _: b"Forbidden\n"),
        [fault("parts.csv", "no_columns", 1, value="Forbidden")]),
    Odd("no table", "part of the columns", of("parts.csv", swap(
            "total_id,part_id,is_complete", "total_id,part_id,is_whole")),
        [fault("parts.csv", "ignored_column", 1, column="is_whole"),
         fault("parts.csv", "missing_column", 1, column="is_complete")]),
    Odd("no table", "a letter that is none", of("parts.csv", swap("T6,T3,true", "T6,T3,tr\0ue")),
        [fault("parts.csv", "control_character", 3, column="is_complete", value="tr\0ue",
               detail="U+0000")]),
    Odd("cut", "within quotes", of("parts.csv", swap("T6,T3,true", 'T6,"T3,true')),
        [fault("parts.csv", "quotes", 3, column="part_id", value='"T3,true,true')]),
    Odd("cut", "zip", lambda f: {"a.zip": packed(f)[:-900]}, [fault("a.zip", "not_whole")]),
    Odd("cut", "workbook", lambda _: {"a.xlsx": b"PK\x03\x04"}, [fault("a.xlsx", "not_whole")]),
    Odd("cut", "empty zip", lambda _: {"a.zip": packed({})}, [fault("a.zip", "empty_archive")]),
    Odd("cut", "zip with a password", lambda f: {"a.zip": locked(packed(f))},
        [fault("a.zip", "packed_otherwise")]),
    Odd("cut", "size", both(of("parts.csv", lambda c: c), described(bytes=7)),
        [fault("funding.csv", "not_as_described", detail="bytes: 7")]),
    Odd("cut", "hash of a kind that nobody knows", described(hash="other:12"),
        [fault("funding.csv", "not_as_described", detail="hash: other:12")]),
    Odd("cut", "hash", described(hash="0" * 32),
        [fault("funding.csv", "not_as_described", detail=f"hash: {'0' * 32}")]),
    Odd("rows", "shifted", of("parts.csv", swap("T6,T3,true", "T6,,T3,true")),
        [fault("parts.csv", "field_count", 3, value="5", detail="4")]),
    Odd("rows", "short", of("parts.csv", swap("T6,T3,true,true", "T6,T3,true")),
        [fault("parts.csv", "field_count", 3, value="3", detail="4")]),
    Odd("rows", "beside the header", of("parts.csv", lambda c: c.replace(b"\n", b",\n").replace(
            b"T6,T3,true,true,", b"T6,T3,true,true,?")),
        [fault("parts.csv", "unnamed_column", 3, value="?", detail="5")]),
    Odd("rows", "header again", of("parts.csv", lambda c: c + PARTS + b"\n"),
        [fault("parts.csv", "header_again", 8, value="total_id")]),
    Odd("columns", "in other letters", of("parts.csv", swap("is_complete", "Is_Complete ")),
        [fault("parts.csv", "misspelt_column", 1, column="is_complete", value="Is_Complete",
               detail="Is_Complete")]),
    Odd("columns", "a letter too few", of("parts.csv", swap("is_complete", "is_complet")),
        [fault("parts.csv", "misspelt_column", 1, column="is_complete", value="is_complet",
               detail="is_complet")]),
    Odd("columns", "twice", of("parts.csv", swap("total_id,part_id", "part_id,part_id")),
        [fault("parts.csv", "duplicate_column", 1, column="part_id", value="part_id")]),
    Odd("files", "missing", lambda f: {n: c for n, c in f.items() if n != "parts.csv"},
        [fault("parts.csv", "missing_file")]),
    *(Odd("files", f"another name: {name}",
          renamed("projects.csv", name),
          [fault(name, "misnamed", detail="projects")])
      for name in ("projects (1).csv", "Book - projects.csv", "projects.csv.txt", "Project.csv")),
    Odd("files", "all with a number", lambda f: {n.replace(".", " (1)."): c for n, c in f.items()},
        [fault(f"{n} (1).csv", "ignored_file") if n in OPTIONAL else
         fault(f"{n} (1).csv", "misnamed", detail=n) for n in TABLES]),
    Odd("files", "a table within the name of another", renamed(
            "project_countries.csv", "project-countries.csv"),
        [fault("project-countries.csv", "misnamed", detail="project_countries")]),
    Odd("files", "another name than is described",
        both(renamed("funding.csv", "funding (1).csv"), described()),
        [fault("funding (1).csv", "misnamed", detail="funding")]),
    Odd("files", "a second download beside the first",
        lambda f: f | {"parts (1).csv": f["parts.csv"]}, [fault("parts (1).csv", "ignored_file")]),
    Odd("files", "the name of a table that need not be there",
        lambda f: f | {"rates of old.csv": b"a"}, [fault("rates of old.csv", "ignored_file")]),
    Odd("description", "another sign between fields", described(dialect={"delimiter": ";"}),
        [fault("funding.csv", "not_as_described", detail="delimiter: ';'")]),
    Odd("description", "a sign that can part nothing", described(dialect={"delimiter": "\n"}),
        [fault("funding.csv", "not_as_described", detail="delimiter: '\\n'")]),
    Odd("files", "twice", lambda f: f | {"parts.tsv": f["parts.csv"]},
        [fault("parts.tsv", "duplicate_file", detail="parts.csv")]),
    Odd("files", "an archive within an archive", lambda f: {"a.zip": packed({"b.zip": packed(f)})},
        [fault("a.zip", "no_tables", detail="b.zip")]),
    Odd("files", "an open document", lambda _: {"a.xlsx": packed({"content.xml": b"<a/>"})},
        [fault("a.xlsx", "no_tables", detail="content.xml")]),
    Odd("files", "several workbooks", lambda _: {"a.xlsx": b"PK", "b.xlsx": b"PK"},
        [fault("a.xlsx", "no_tables", detail="a.xlsx, b.xlsx")]),
    Odd("files", "a workbook beside files", lambda f: f | {"a.xlsx": b"PK"},
        [fault("a.xlsx", "ignored_file")]),
    Odd("files", "an old workbook", lambda _: {"a.xlsx": bytes.fromhex("D0CF11E0A1B11AE1")},
        [fault("a.xlsx", "locked")]),
    Odd("files", "an old workbook under its own name",
        lambda _: {"old.xls": bytes.fromhex("D0CF11E0A1B11AE1")}, [fault("old.xls", "locked")]),
    Odd("files", "two folders", lambda f: {"a.zip": packed(
            {f"{'a' if n < 'h' else 'b'}/{n}": c for n, c in f.items()})},
        [fault("a.zip", "in_folders", detail="a, b")]),
    Odd("files", "too many", lambda f: {"a.zip": packed({str(n): b"" for n in range(1001)})},
        [fault("a.zip", "too_large", detail="1,000 files")]),
    Odd("files", "outside", described(path="../../etc/passwd"),
        [fault("datapackage.json", "outside_folder", value="../../etc/passwd"),
         fault("funding.csv", "ignored_file")]),
    Odd("files", "elsewhere", described(path="money/funding.csv"),
        [fault("money/funding.csv", "missing_as_described"), fault("funding.csv", "ignored_file")]),
    Odd("numbers", "comma", of("funding.csv", swap(",1000,EUR", ',"1.000,5",EUR')),
        [fault("funding.csv", "number", 2, column="value", value="1.000,5")]),
    Odd("numbers", "thousands or decimals", both(of("funding.csv", rewritten(delimiter=";")),
                                                 of("funding.csv", swap(";1000;", ";1.000;"))),
        [fault("funding.csv", "ambiguous_number", 2, column="value", value="1.000",
               detail="1000, 1")]),
    Odd("numbers", "point where a comma is declared", both(
            of("funding.csv", swap(",30.5,EUR", ',"30,5",EUR')),
            of("funding.csv", swap(",1000,EUR", ",1.000,EUR")), PLAIN_COMMA),
        [fault("funding.csv", "decimal_char", 2, column="value", value="1.000", detail=",")]),
    Odd("description", "no JSON", lambda f: f | {"datapackage.json": b'{"resources": [NaN]}'},
        [fault("datapackage.json", "unreadable_description", detail="JSON: NaN")]),
    Odd("description", "deep", lambda f: f | {"datapackage.json": b"[" * 500_000},
        [fault("datapackage.json", "unreadable_description", detail="JSON: [[[…")]),
    Odd("description", "a list", lambda f: f | {"datapackage.json": b"[]"},
        [fault("datapackage.json", "unreadable_description",
               detail="JSON: resources")]),
    Odd("description", "a size without end",
        lambda f: f | {"datapackage.json": b'{"resources": [{"name": "parts", "bytes": 1e999}]}'},
        [fault("datapackage.json", "unreadable_description", detail="JSON: resources[0].bytes")]),
    Odd("description", "a path that is none", described(path=[7]),
        [fault("datapackage.json", "unreadable_description",
               detail="JSON: resources[0].path[0]")]),
    # Doubtful, and read.
    Odd("doubts", "no last line end where others have one", of("parts.csv", bytes.rstrip),
        [fault("parts.csv", "no_line_end", 7, value="false")]),
    Odd("doubts", "ignored column", of(EDITIONS, lambda c: c.replace(b"\n", b",x\n")),
        [fault(EDITIONS, "ignored_column", 1, column="x")]),
    Odd("doubts", "ignored file", lambda f: f | {"notes.csv": b"a,b\n"},
        [fault("notes.csv", "ignored_file")]),
    Odd("doubts", "invisible", of("partners.csv", swap("Partner A", f"Partner{WIDE} A")),
        [fault("partners.csv", "invisible", 2, column="name", value=f"Partner{WIDE} A",
               detail="U+200B ZERO WIDTH SPACE")]),
    Odd("doubts", "garbled", of("partners.csv", swap("Partner A", "PartnÃ©r A")),
        [fault("partners.csv", "garbled", 2, column="name", value="PartnÃ©r A", detail="Ã©")]),
    Odd("doubts", "same name", of("partners.csv", swap("Partner D", "partner a")),
        [fault("partners.csv", "same_name", 2, column="name", value="Partner A"),
         fault("partners.csv", "same_name", 5, column="name", value="partner a")]),
    Odd("doubts", "a day to come", of("sources.csv", swap("en,,https://example.org/page", "en,2099-01-01,https://example.org/page")),
        [fault("sources.csv", "future_date", 2, column="published_date", value="2099-01-01")]),
]  # fmt: skip
