"""The board pack of another portfolio: its title, its look, its one language, in every format."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pypdf import PdfReader

from lib.exports.contents import pack_of
from lib.exports.formats import FORMATS
from lib.exports.pack import Pack
from lib.model import identity
from lib.model.languages import LANGUAGES
from lib.model.package import opened
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.wording.portfolio import slug
from tests.fixture import other

NEVER = ("scale up impact", "scale-up-impact", "human safety net", "generali", "for families")
HOSTILE = "<b>Wasser</b> **für** {alle} $x$"


def pack(language: str = "de", title: str = other.TITLE) -> Pack:
    return _pack(language, title)


def made(suffix: str, language: str = "de", title: str = other.TITLE) -> bytes:
    return _made(suffix, language, title)


# Kept by every argument, those that are left out, too.
@cache
def _tables(title: str) -> Portfolio:
    return opened(other.files(title)).portfolio


@cache
def _pack(language: str, title: str) -> Pack:
    return pack_of(_tables(title), Selection(language=language))


@cache
def _made(suffix: str, language: str, title: str) -> bytes:
    return FORMATS[suffix].make(_pack(language, title))


def text_of_pdf(content: bytes) -> str:
    reader = PdfReader(io.BytesIO(content))
    return "\n".join([str(reader.metadata), *(page.extract_text() for page in reader.pages)])


def text_of_slides(content: bytes) -> str:
    deck = Presentation(io.BytesIO(content))
    return "\n".join([deck.core_properties.title, *_packed(content)])


def text_of_workbook(content: bytes) -> str:
    book = load_workbook(io.BytesIO(content))
    cells = [
        cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell
    ]
    return "\n".join([*map(str, cells), *_packed(content)])


def text_of_package(content: bytes) -> str:
    return "\n".join(_packed(content))


def _packed(content: bytes) -> Iterator[str]:
    """Every name and everything that is written in a zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            yield name
            yield archive.read(name).decode("utf-8", "replace")


READ: dict[str, Callable[[bytes], str]] = {
    "pdf": text_of_pdf,
    "pptx": text_of_slides,
    "xlsx": text_of_workbook,
    "html": bytes.decode,
    "zip": text_of_package,
}


@pytest.mark.parametrize("suffix", FORMATS)
def test_no_format_knows_another_title(suffix: str) -> None:
    text = READ[suffix](made(suffix))
    assert other.TITLE in text
    # The licences of the web page's script are those of the repository's own component.
    assert [one for one in NEVER if one in text.casefold()] == []


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_hostile_title_stays_text(suffix: str) -> None:
    text = READ[suffix](made(suffix, "de", HOSTILE))
    assert "<b>Wasser</b> **" not in text if suffix == "html" else "{alle}" in text
    if suffix == "html":
        assert "&lt;b&gt;Wasser&lt;/b&gt; **für** {alle} $x$" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_are_named_by_the_title(language: str) -> None:
    assert pack(language).stem == f"wasser-fur-alle-{language}"


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Scale Up Impact", "scale-up-impact"),
        ("../../Große Öfen & Co.", "grosse-ofen-co"),
        ("水", "portfolio"),
        ("x" * 99, "x" * 48),
    ],
)
def test_a_slug_is_plain(title: str, stem: str) -> None:
    assert slug(title) == stem


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_fall_back_to_the_language_there_is(language: str) -> None:
    told = [row["description_de"] for row in other.tables()["projects"]]
    text = READ["html"](made("html", language))
    assert all(one in text for one in told)
    assert pack(language).words.gettext("Contents") in text


def test_the_web_page_has_the_look() -> None:
    page = made("html").decode()
    assert f'<img class="logo" src="{other.ADDRESS}" alt="">' in page
    assert f"--accent:{other.ACCENT};" in page
    assert f"--accent:{identity.look(pack().portfolio.portfolio).accent_dark};" in page
    assert "<circle cx" not in page.partition("<main")[0]  # never inline


def test_the_slides_have_the_look() -> None:
    deck = Presentation(io.BytesIO(made("pptx")))
    cover, second = deck.slides[0], deck.slides[1]
    (picture,) = [one for one in cover.shapes if one.shape_type == MSO_SHAPE_TYPE.PICTURE]
    with Image.open(io.BytesIO(picture.image.blob)) as drawn:
        assert drawn.width / drawn.height == pytest.approx(3, rel=0.02)
        assert drawn.convert("RGB").getpixel((3, 3)) == (0x8A, 0x15, 0x38)
    assert picture.width / picture.height == pytest.approx(3, rel=0.02)
    bands = [one for one in cover.shapes if one.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE]
    colours = [str(one.fill.fore_color.rgb) for one in bands if one.fill.type is not None]
    assert colours.count(other.ACCENT.removeprefix("#")) == 1
    for one in (deck.slide_master, second):  # the line at the head, the question below it
        assert one._element.xpath(f".//a:srgbClr[@val='{other.ACCENT.removeprefix('#')}']")


def test_the_pdf_has_the_look() -> None:
    red, green, blue = (int(other.ACCENT[at : at + 2], 16) / 255 for at in (1, 3, 5))
    first = PdfReader(io.BytesIO(made("pdf"))).pages[0]
    forms = [one.get_object() for one in first["/Resources"].get("/XObject", {}).values()]
    drawn = first.get_contents().get_data() + b"".join(one.get_data() for one in forms)
    numbers = drawn.replace(b"\n", b" ").split()
    found = zip(numbers, numbers[1:], numbers[2:], strict=False)
    assert any(_near(one, (red, green, blue)) for one in found)
    assert forms or b" c\n" in drawn  # the circle of the logo is made of curves


def _near(found: tuple[bytes, ...], expected: tuple[float, ...]) -> bool:
    try:
        return all(abs(float(a) - b) < 0.003 for a, b in zip(found, expected, strict=True))
    except ValueError:
        return False


def test_the_package_can_be_served_again() -> None:
    again = opened({"wasser.zip": made("zip")})
    look = identity.look(again.portfolio.portfolio)
    assert identity.title(again.portfolio.in_language("en").portfolio) == other.TITLE
    assert (look.accent, look.logo) == (
        other.ACCENT,
        identity.look(pack().portfolio.portfolio).logo,
    )


def test_a_package_of_a_selection_has_its_title_too() -> None:
    chosen = Selection(edition=("1",), language="de")
    tables = _tables(other.TITLE)
    again = opened({"a.zip": FORMATS["zip"].make(pack_of(tables, chosen))}).portfolio
    assert identity.title(again.in_language("it").portfolio) == other.TITLE
    assert again.editions["edition_id"].tolist() == ["1"]
