"""What a portfolio is called, how it looks, which languages it speaks: from its own tables."""

from __future__ import annotations

import io
import json
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from lib.charts.theme import DARK, LIGHT
from lib.files.limits import PICTURE
from lib.model import identity
from lib.model.accent import contrast, for_dark
from lib.model.faults import Fault, FaultyTables
from lib.model.languages import LANGUAGES
from lib.model.logo import PNG, SVG
from lib.model.package import Package, opened, opened_at, packed
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from tests.fixture import copies, other

pytestmark = pytest.mark.integration

FORMS = {"files": other.files(), "zip": other.zipped(), "workbook": other.workbook()}


@pytest.fixture(params=[*FORMS, "folder"])
def package(request: pytest.FixtureRequest, tmp_path: Path) -> Package:
    """The other portfolio, in every form in which tables can be brought."""
    if request.param == "folder":
        return opened_at(other.folder(tmp_path / "wasser"))
    return opened(FORMS[request.param])


def faults(files: Mapping[str, bytes]) -> list[Fault]:
    with pytest.raises(FaultyTables) as caught:
        opened(files)
    return [one for one in caught.value.faults if not one.is_doubt]


def with_row(**cells: str) -> dict[str, bytes]:
    """The other portfolio with some cells of its own row set."""
    (row,) = other.tables()["portfolio"]
    row |= cells
    content = f"{','.join(row)}\n{','.join(row.values())}\n".encode()
    return other.files() | {"portfolio.csv": content}


def test_one_language_is_enough(package: Package) -> None:
    assert package.doubts == ()
    assert package.portfolio.portfolio["title_de"].tolist() == [other.TITLE]
    german = package.portfolio.select(Selection(language="de"))
    expected = [row["description_de"] for row in other.tables()["projects"]]
    assert german.projects["description"].tolist() == expected
    for language in LANGUAGES:
        shown = package.portfolio.select(Selection(language=language))
        assert identity.title(shown.portfolio) == other.TITLE
        assert shown.projects["description"].tolist() == expected
        assert shown.statements["description"].tolist() == german.statements["description"].tolist()


def test_the_look_is_that_of_the_tables(package: Package) -> None:
    look = identity.look(package.portfolio.portfolio)
    assert look.accent == other.ACCENT
    assert look.logo is not None
    assert (look.logo.media_type, look.logo.content) == (SVG, other.LOGO)
    assert look.logo.address == other.ADDRESS


def test_a_logo_may_lie_beside_a_workbook_or_a_zip() -> None:
    book = other.workbook("zeichen.svg")
    inside = other.files()
    logo = {"zeichen.svg": inside.pop("zeichen.svg")}
    assert [one.rule for one in faults(book)] == ["logo_missing"]
    for packed_tables in (book, {"wasser.zip": packed(inside)}):
        look = identity.look(opened(packed_tables | logo).portfolio.portfolio)
        assert look.logo is not None
        assert look.logo.content == other.LOGO


def test_what_was_brought_is_handed_out_as_it_stands(tmp_path: Path) -> None:
    brought = opened_at(other.folder(tmp_path / "wasser")).brought
    assert brought.folder() == other.files()


def test_tables_without_a_title_take_that_of_their_package() -> None:
    files = other.files()
    del files["portfolio.csv"], files["zeichen.svg"]
    assert identity.title(opened(files).portfolio.in_language("fr").portfolio) == ""
    for said in ({"title": "Eau", "name": "eau-1"}, {"name": "Eau"}):
        about = {"datapackage.json": json.dumps(said).encode()}
        found = opened(files | about).portfolio
        assert identity.title(found.in_language("fr").portfolio) == "Eau"
    assert identity.look(found.portfolio) == identity.OURS


def test_a_folder_in_which_only_the_title_is_missing_holds() -> None:
    header = b"portfolio_id,title_de,languages,accent_color,logo,group_name\n"
    found = opened(other.files() | {"portfolio.csv": header})
    assert found.doubts == ()
    assert found.portfolio.portfolio.empty


def test_languages_that_are_not_named_are_not_read(tmp_path: Path) -> None:
    """English texts beside tables that are said to be in German: told as a doubt, never shown."""
    folder = copies.copied(tmp_path)
    copies.edit(folder, "portfolio.csv", "Cartera inventada,,", "Cartera inventada,de fr,")
    package = opened_at(folder)
    english = package.portfolio.select(Selection(language="en"))
    german = package.portfolio.select(Selection(language="de"))
    assert identity.title(english.portfolio) == "Erfundenes Portfolio"
    assert english.programmes["name"].tolist() == german.programmes["name"].tolist()
    french = package.portfolio.select(Selection(language="fr"))
    assert identity.title(french.portfolio) == "Portefeuille inventé"
    told = {(one.file, one.column) for one in package.doubts if one.rule == "unspoken_text"}
    assert ("programmes.csv", "name_en") in told
    assert not [column for _file, column in told if column.endswith(("_de", "_fr"))]


def test_a_named_language_must_be_there() -> None:
    found = faults(with_row(languages="de en"))
    assert [(one.file, one.column, one.value, one.rule, one.detail) for one in found] == [
        ("portfolio.csv", "languages", "de en", "silent_language", "en")
    ]


def test_there_is_one_row() -> None:
    row = other.files()["portfolio.csv"] + b"zwei,Zwei,,,,,\n"
    (fault,) = faults(other.files() | {"portfolio.csv": row})
    assert (fault.file, fault.line, fault.rule) == ("portfolio.csv", 3, "single_row")


def test_contrast_is_that_of_wcag() -> None:
    """Values that the Understanding documents of WCAG and many checkers give."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#FF0000", "#FFFFFF") == pytest.approx(4.0, abs=0.005)


@pytest.mark.parametrize("colour", ["#8A1538", "#000000", "#0B5C70", "#00008B", "#4A4A00"])
def test_a_dark_accent_can_be_read_on_dark_pages(colour: str) -> None:
    assert min(contrast(for_dark(colour), ground) for ground in (DARK.ground, DARK.panel)) >= 4.5
    assert for_dark(DARK.link) == DARK.link


@pytest.mark.parametrize(
    ("colour", "rule"),
    [("#8A153", "color"), ("maroon", "color"), ("#FFD000", "contrast"), ("#999999", "contrast")],
)
def test_a_colour_that_cannot_be_used_is_told(colour: str, rule: str) -> None:
    (fault,) = faults(with_row(accent_color=colour))
    assert (fault.column, fault.value, fault.rule) == ("accent_color", colour, rule)
    if rule == "contrast":
        assert float(fault.detail) == pytest.approx(contrast(colour, LIGHT.panel), abs=0.05)


def svg(inside: str, attributes: str = 'viewBox="0 0 9 9"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def png(size: tuple[int, int]) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", size, "#8A1538").save(content, "PNG")
    return content.getvalue()


UNSAFE = {
    "script": svg("<script>alert(1)</script>"),
    "foreign": svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
    "html": svg('<p xmlns="http://www.w3.org/1999/xhtml">x</p>'),
    "handler": svg("<path d='M0 0' onclick='alert(1)'/>"),
    "image": svg("<image href='http://outside.invalid/x.png'/>"),
    "link": svg(
        "<g xlink:href='http://outside.invalid' xmlns:xlink='http://www.w3.org/1999/xlink'/>"
    ),
    "use": svg("<use href='#a'/>"),
    "fill": svg("<path d='M0 0' fill='url(http://outside.invalid/#a)'/>"),
    "quoted": svg("""<path d='M0 0' style='fill:url("http://outside.invalid/#a")'/>"""),
    "style": svg("<style>@import 'http://outside.invalid/x.css';</style>"),
    "escaped": svg("<style>path{fill:\\75rl(http://outside.invalid)}</style>"),
    "text": svg("<text>x</text>"),
    "animation": svg("<animate attributeName='x'/>"),
    "entity": b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"),
    "sheet": b'<?xml-stylesheet href="http://outside.invalid/x.css"?>' + svg(""),
}
NO_LOGO = {
    "large.svg": svg(f"<desc>{'x' * PICTURE}</desc>"),
    "deep.svg": svg("<g>" * 99 + "</g>" * 99),
    "broken.svg": svg("<g>"),
    "other.svg": b"<html/>",
    "sizeless.svg": svg("", ""),
    "utf16.svg": svg("").decode().encode("utf-16"),
    "wide.png": png((2001, 3)),
    "cut.png": png((90, 90))[:-40],
    "jpeg.png": b"\xff\xd8\xff\xe0 no PNG",
}


@pytest.mark.parametrize("name", UNSAFE)
def test_a_drawing_that_could_do_something_is_refused(name: str) -> None:
    (fault,) = faults(with_row(logo="x.svg") | {"x.svg": UNSAFE[name]})
    assert (fault.file, fault.column, fault.rule) == ("portfolio.csv", "logo", "logo_unsafe")
    assert fault.detail


@pytest.mark.parametrize("name", NO_LOGO)
def test_what_cannot_be_shown_is_refused(name: str) -> None:
    (fault,) = faults(with_row(logo=name) | {name: NO_LOGO[name]})
    assert (fault.column, fault.value, fault.rule) == ("logo", name, "logo_kind")


def test_a_logo_that_is_not_there_is_told() -> None:
    (fault,) = faults(with_row(logo="../zeichen.svg"))
    assert (fault.value, fault.rule) == ("../zeichen.svg", "logo_missing")


def test_drawing_programs_may_leave_their_notes() -> None:
    notes = (
        '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"/>'
        "<defs><linearGradient id='a'><stop offset='0' style='stop-color:#fff'/></linearGradient>"
        "</defs><path d='M0 0' fill='url(#a)'/>"
    )
    found = opened(with_row(logo="x.svg") | {"x.svg": b'<?xml version="1.0"?>' + svg(notes)})
    assert identity.look(found.portfolio.portfolio).logo is not None


def test_a_logo_may_be_png_in_a_cell() -> None:
    content = png((40, 20))
    address = f"data:image/png;base64,{b64encode(content).decode()}"
    row = with_row(logo=f'"{address}"')
    logo = identity.look(opened(row).portfolio.portfolio).logo
    assert logo is not None
    assert (logo.media_type, logo.content) == (PNG, content)


def test_the_record_is_called_what_it_was(real: Portfolio) -> None:
    for language in LANGUAGES:
        assert identity.title(real.in_language(language).portfolio) == "Scale Up Impact"
    assert identity.look(real.portfolio) == identity.OURS
