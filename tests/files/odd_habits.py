"""Odd and broken files as people and programs write them: a habit each, with what must be told."""

from __future__ import annotations

import csv
import io
import json
from functools import partial
from typing import Any

from lib.model.faults import Fault, Rule
from lib.model.package import packed
from tests.files.odd import SOUND, WIDE, Files, Odd, both, described, fault, of, rewritten, swap

PARTS, FUNDING, SITES = "parts.csv", "funding.csv", "sites.csv"
MARK = "\ufeff"
HEADER = "total_id,part_id,is_complete,is_certain"


def amount(text: str, rule: Rule = "number") -> Odd:
    """An amount as somebody writes it, in a file that tells nothing of how numbers are written."""
    written = f'"{text}"' if "," in text else text
    told = [fault(FUNDING, rule, 2, column="value", value=text)]
    return Odd("amounts", text, of(FUNDING, swap(",1000,EUR", f",{written},EUR")), told)


def day(text: str, meant: str = "", rule: Rule = "date") -> Odd:
    """A day as somebody writes it, with the one that must be asked for."""
    told = [fault(SITES, rule, 2, column="as_of_date", value=text, detail=meant)]
    written = f'"{text}"' if "," in text else text
    return Odd("days", text, of(SITES, swap("2021-05-04", written)), told)


def of_money(text: str, meant: str) -> Odd:
    """A currency as somebody writes it."""
    told = [fault(FUNDING, "currency", 2, column="currency_code", value=text, detail=meant)]
    return Odd("currencies", text, of(FUNDING, swap(",1000,EUR", f",1000,{text}")), told)


def in_id(text: str, rule: Rule, detail: str) -> Odd:
    """A letter that nobody sees, or that looks like another, in an id."""
    told = [fault(PARTS, rule, 3, column="total_id", value=text, detail=detail)]
    return Odd("ids", ascii(text), of(PARTS, swap("T6,T3,", f"{text},T3,")), told)


def headed(name: str, header: str, told: list[Fault]) -> Odd:
    """Another header over the same rows."""
    return Odd("headers", name, of(PARTS, swap(HEADER, header)), told)


def instead(name: str, content: bytes, *told: Fault) -> Odd:
    """Something else in the place of a table."""
    return Odd("no rows", name, lambda files: files | {PARTS: content}, [*told])


def misspelt(change: Any) -> list[Fault]:  # noqa: ANN401 - any way to write a name
    """Every column under another name."""
    names = {name: change(name) for name in HEADER.split(",")}
    return [fault(PARTS, "misspelt_column", 1, column=name, value=own, detail=own)
            for name, own in names.items()]  # fmt: skip


def in_one(lines: dict[int, str], detail: str = "4") -> list[Fault]:
    """Rows that stand in one field."""
    return [fault(PARTS, "one_field", line, value=text, detail=detail)
            for line, text in lines.items()]  # fmt: skip


def quoted(content: bytes) -> bytes:
    """Every row as one field, as programs write it that are told a text is one."""
    return b"".join(b'"%s"\n' % line for line in content.splitlines())


def described_as(**about: object) -> bytes:
    """A description of one table."""
    return json.dumps({"resources": [about]}).encode()


def zipped(**others: bytes) -> Any:  # noqa: ANN401 - a change
    """All tables in a folder of a zip, with what systems add to it."""
    return lambda files: {"a.zip": packed(
        {f"my data/{name}": content for name, content in files.items()} | others)}  # fmt: skip


NO_COLUMNS = fault(PARTS, "no_columns", 1)
SERIAL = "44320"
HABITS = [
    # Read as it is meant.
    headed("blanks", "total_id ,  part_id,is_complete\u00a0,is_certain", SOUND),
    headed("letters that nobody sees", f"total_id,{MARK}part_id,is{WIDE}_complete,is_certain",
           SOUND),
    headed("two marks of an encoding", MARK * 2 + HEADER, SOUND),
    Odd("writing", "parted by |", of(PARTS, rewritten(delimiter="|")), SOUND),
    Odd("writing", "lines of several systems", of(PARTS, lambda c: c.replace(b"\n", b"\r\n", 3)),
        SOUND),
    Odd("writing", "lines in the wrong order", of(PARTS, lambda c: c.replace(b"\n", b"\n\r")),
        SOUND),
    Odd("writing", "every second line is empty",
        of(PARTS, lambda c: c.replace(b"\n", b"\n\n")), SOUND),
    Odd("writing", "sep= after a mark", of(PARTS, lambda c: MARK.encode() + b"sep=;\r\n" +
        c.replace(b",", b";")), SOUND),
    Odd("writing", "sep= that was saved again", of(PARTS, lambda c: b"sep=,,,\n" + c), SOUND),
    Odd("encoding", "UTF-16 the other way round",
        of("partners.csv", lambda c: c.decode().encode("utf-16-be")), SOUND),
    Odd("files", "a folder in a zip", zipped(**{
        "__MACOSX/my data/._parts.csv": b"\0\0", "my data/.DS_Store": b"x",
        "my data/Thumbs.db": b"x", "my data/desktop.ini": b"x"}), SOUND),
    Odd("files", "a zip with paths of a disk", lambda files: {"a.zip": packed(
        {f"C:\\Users\\me\\{name}": content for name, content in files.items()})}, SOUND),
    Odd("files", "names in capitals", lambda files: {
        name.upper(): content for name, content in files.items()}, SOUND),
    Odd("description", "with a mark", lambda files: files | {
        "datapackage.json": MARK.encode() + described_as(name="parts", path=PARTS)}, SOUND),
    Odd("description", "of other columns",
        described(schema={"fields": [{"name": "nothing", "type": "string"}]}), SOUND),
    Odd("numbers", "leading zeros", of(FUNDING, swap(",1000,EUR", ",01000,EUR")), SOUND),
    # Told with what to do.
    headed("in capitals", HEADER.upper(), misspelt(str.upper)),
    headed("in words", HEADER.replace("_", " "), misspelt(lambda name: name.replace("_", " "))),
    Odd("headers", "twice, but for capitals", of(PARTS, lambda c: c.replace(
            b"\n", b",true\n").replace(b"is_certain,true", b"is_certain,Is Certain", 1)),
        [fault(PARTS, "duplicate_column", 1, column="Is Certain")]),
    headed("parted otherwise", HEADER.replace(",", ";"), in_one({
        2: "T6,T1,true,true", 3: "T6,T3,true,true", 4: "T10,T8,true,true", 5: "T10,T9,true,true",
        6: "F1,F3,false,true", 7: "F1,F4,false,false"})),
    Odd("rows", "one parted otherwise", of(PARTS, swap("T6,T3,true,true", "T6;T3;true;true")),
        in_one({3: "T6;T3;true;true"})),
    Odd("rows", "one quoted as a whole", of(PARTS, swap("T6,T3,true,true", '"T6,T3,true,true"')),
        in_one({3: "T6,T3,true,true"})),
    Odd("rows", "all quoted as a whole", of(PARTS, quoted), in_one({1: HEADER}, "")),
    Odd("rows", "parted by colons", of(PARTS, rewritten(delimiter=":")),
        in_one({1: HEADER.replace(",", ":")}, "")),
    Odd("rows", "another sign than sep= says", of(PARTS, lambda c: b"sep=;\n" + c),
        in_one({1: HEADER}, "")),
    Odd("rows", "a title above", of(PARTS, lambda c: b"Parts 2024,,,\n,,,\n" + c),
        [fault(PARTS, "no_columns", 1, value="Parts 2024")]),
    Odd("rows", "two files in one",
        of(PARTS, lambda c: c + f"{MARK}{HEADER}\n".encode()),
        [fault(PARTS, "header_again", 8, value=f"{MARK}total_id")]),
    Odd("rows", "a field of blanks", of("partners.csv", lambda c: c.replace(b"\n", b" \n").replace(
            b"note_es ", b"note_es")),
        [fault("partners.csv", "outer_blank", line, column="note_es", value=" ", detail="␣")
         for line in (2, 3, 4, 6)]),
    instead("a mark alone", MARK.encode(), NO_COLUMNS),
    instead("empty lines", b"\r\n\r\n", NO_COLUMNS),
    instead("blanks", b"   ", NO_COLUMNS),
    instead("sep= alone", b"sep=;\r\n", NO_COLUMNS),
    *(amount(text) for text in (
        "1\u00a0000", "1\u202f000", "1 000", "1'000", "1’000", "1,000", "1.000.000", "1,00,000",
        "+1000", "10 %", "1000.-", "1000.", ".5", "1E+03", "0x3E8", "####", "１０００", "١٠٠٠",
        "1.5 Mio.", "NaN", "n/a", "-", "30,5")),
    *(amount(text, "negative") for text in ("-1000", "\u22121000", "\u20131000", "1000-",
                                            "(1000)", "(1.000,50)")),
    *(amount(text, "money_in_number") for text in ("€1000", "$ 1000", "1000 CHF", "Fr. 1000")),
    *(of_money(text, meant) for text, meant in (
        ("€", "EUR"), ("$", "USD"), ("euro", "EUR"), ("eur", "EUR"), ("XYZ", ""))),
    *(day(text, meant) for text, meant in (
        ("2021/05/04", "2021-05-04"), ("04.05.2021", "2021-05-04"), ("20210504", "2021-05-04"),
        ("2021-05-04T00:00:00Z", "2021-05-04"), ("2021-05-04 00:00:00", "2021-05-04"),
        (SERIAL, "2021-05-04"), ("04.05.21", ""), ("4 May 2021", ""), ("4. Mai 2021", ""),
        ("May-21", ""), ("May 4, 2021", ""), ("2021\u201105\u201104", ""))),
    day("4/5/2021", "2021-04-05, 2021-05-04", "ambiguous_date"),
    day("2021-02-29", rule="no_such_day"),
    in_id("T6\u00a0", "outer_blank", "T6␣"),
    in_id(f"{MARK}T6", "strange_letter", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
    in_id("\u04226", "strange_letter", "U+0422 CYRILLIC CAPITAL LETTER TE"),
    in_id("'T6", "identifier", ""),
    Odd("files", "a zip in a zip, beside the tables",
        lambda files: {"a.zip": packed({**files, "old.zip": packed(files)})},
        [fault("old.zip", "ignored_file")]),
    Odd("files", "all tables twice", lambda files: {"a.zip": packed(
            {f"{folder}/{name}": c for folder in ("new", "old") for name, c in files.items()})},
        [fault("a.zip", "in_folders", detail="new, old")]),
    Odd("description", "of another sign for decimals", both(
            of(FUNDING, swap(",1000,EUR", ",1000.50,EUR")),
            of(FUNDING, swap(",30.5,EUR", ",30,EUR")),
            described(schema={"fields": [{"name": "value", "decimalChar": ","}]})),
        [fault(FUNDING, "decimal_char", 2, column="value", value="1000.50", detail=",")]),
    Odd("description", "of two files for a table", lambda files: files | {
            "more.csv": files[PARTS],
            "datapackage.json": described_as(name="parts", path=[PARTS, "more.csv"])},
        [fault("more.csv", "duplicate_file", detail=PARTS)]),
    Odd("description", "of a file elsewhere on a network", described(path="https://example.org/a"),
        [fault("https://example.org/a", "missing_as_described"),
         fault(FUNDING, "ignored_file")]),
    Odd("description", "empty", lambda files: files | {"datapackage.json": b""},
        [fault("datapackage.json", "unreadable_description", 1, detail="JSON")]),
]  # fmt: skip


def of_excel(language: str, files: Files) -> Files:
    """What Excel saves as CSV in a language: its sign between fields, its decimals, its code page.

    Texts and codes stay as they are; true and false are as a cell of text holds them.
    """
    sign = "," if language == "en" else ";"
    rows = [*csv.reader(io.StringIO(files[FUNDING].decode(), newline=""))]
    at = rows[0].index("value")
    for row in rows[1:] if sign == ";" else ():
        row[at] = row[at].replace(".", ",")
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign, lineterminator="\r\n").writerows(rows)
    fields = [{"name": "value", "decimalChar": ","}] if sign == ";" else []
    return files | {
        FUNDING: text.getvalue().encode("utf-8-sig"),
        "datapackage.json": described_as(name="funding", path=FUNDING, schema={"fields": fields}),
    }


HABITS += [
    Odd("writing", f"CSV of Excel: {language}", partial(of_excel, language),
        SOUND) for language in ("en", "de", "fr", "it", "es")
]  # fmt: skip
