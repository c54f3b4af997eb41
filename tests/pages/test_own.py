"""Own tables: dropped, checked, shown in one session, gone without a trace in any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.model.package import packed
from lib.wording.catalogue import translations
from tests.fixture.copies import FOLDER
from tests.pages.reading import Opened, again, opened, plain

TITLE = "Your own tables, seen by you alone"


def files(folder: Path = FOLDER) -> dict[str, bytes]:
    """The files of a folder of tables."""
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}


def dropped(page: Opened, content: dict[str, bytes]) -> Opened:
    """The page after files were dropped on it."""
    page.at.file_uploader[0].set_value([(name, one, "") for name, one in content.items()])
    return again(page)


def pressed(page: Opened, key: str) -> Opened:
    """The page after a button was pressed."""
    page.at.button(key=key).click()
    return again(page)


def texts_of(page: Opened) -> str:
    """All that is read on a page."""
    return "\n".join(page.texts)


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_page_says_what_becomes_of_the_files(language: str) -> None:
    _ = translations(language).gettext
    page = opened("own", {"lang": language})
    assert page.exceptions == []
    assert page.title == _("Try your own tables")
    assert _("A workbook, a zip, or the files of a folder") == page.at.file_uploader[0].label


@pytest.mark.parametrize("name", ["mine.ods", "mine.numbers", "mine.xlsb"])
def test_a_workbook_that_is_not_read_is_told_what_to_do(name: str) -> None:
    page = dropped(opened("own"), {name: b"PK\x03\x04"})
    assert page.exceptions == []
    (listed,) = page.tables
    file, *_, rule = map(plain, listed[0].values())
    assert (file, len(listed)) == (name, 1)
    assert rule.endswith("Save it as .xlsx.")
    kinds = page.at.file_uploader[0].proto.type
    assert f".{name.partition('.')[2]}" in kinds  # else the browser takes none of them


@pytest.mark.parametrize("is_zip", [True, False])
def test_own_tables_are_shown_to_their_session_alone(is_zip: bool) -> None:
    everybody = opened("overview").numbers
    content = files()
    page = dropped(opened("own"), {"mine.zip": packed(content)} if is_zip else content)
    assert page.exceptions == []
    assert "4 projects, 38 statements, 11 places and 5 sources" in texts_of(page)
    page = pressed(page, "open-own")
    assert TITLE in texts_of(page)
    page.at.switch_page("../pages/overview.py")
    mine = again(page)
    assert mine.exceptions == []
    assert TITLE in texts_of(mine)
    assert mine.numbers != everybody
    assert opened("overview").numbers == everybody
    back = pressed(mine, "leave-own")
    assert TITLE not in texts_of(back)
    assert back.numbers == everybody


def test_every_page_opens_over_own_tables() -> None:
    page = pressed(dropped(opened("own"), files()), "open-own")
    for name in ("funding", "targets", "map", "projects", "disagreements", "sources", "check"):
        page.at.switch_page(f"../pages/{name}.py")
        page = again(page)
        assert page.exceptions == []
        assert TITLE in texts_of(page)


def test_what_is_made_of_own_tables_goes_with_the_session() -> None:
    page = pressed(dropped(opened("own"), files()), "open-own")
    page.at.switch_page("../pages/overview.py")
    page = again(page)
    own = page.at.session_state["own_tables"]
    assert len(own.kept) > 1


def test_faults_are_told_and_nothing_is_opened() -> None:
    content = files()
    content["funding.csv"] = content["funding.csv"].replace(b",1000,EUR", b",many,EUR")
    del content["parts.csv"]
    page = dropped(opened("own"), content)
    assert page.exceptions == []
    assert "The tables cannot be used: 2 faults" in texts_of(page)
    assert "open-own" not in [button.key for button in page.at.button]
    (table,) = page.tables
    assert [plain(row["File"]) for row in table] == ["funding.csv", "parts.csv"]


def test_two_files_of_one_name_are_told() -> None:
    page = opened("own")
    one = files()["parts.csv"]
    page.at.file_uploader[0].set_value([("parts.csv", one, ""), ("..\\parts.csv", one, "")])
    page = again(page)
    assert page.exceptions == []
    assert "The tables cannot be used: 1 fault" in texts_of(page)


def test_what_is_no_table_is_told() -> None:
    for name, content in [("a.xlsx", b"MZ\x90"), ("b.zip", b"PK\x03\x04"), ("c.csv", b"\x00" * 9)]:
        page = dropped(opened("own"), {name: content})
        assert page.exceptions == []
        assert "The tables cannot be used" in texts_of(page)


def test_an_address_says_whose_tables_it_shows_until_they_are_left() -> None:
    page = dropped(opened("own", {"lang": "en"}), files())
    page = pressed(page, "open-own")
    assert page.at.query_params == {"lang": "en", "own": "yes"}
    page = pressed(page, "leave-own")
    assert page.at.query_params == {"lang": "en"}
    assert len(page.at.warning) == 0


def test_tables_that_are_gone_with_their_session_are_told_until_the_reader_goes_on() -> None:
    page = opened("funding", {"lang": "en", "own": "yes"})
    said = [plain(one.value) for one in page.at.warning]
    assert said == [
        "Your own tables are gone with the session that held them: what you see now are the tables "
        "of everybody."
    ]
    page.at.session_state["edition"] = ["1"]
    page = again(page)
    assert page.at.query_params == {"edition": "1", "lang": "en"}
    assert len(page.at.warning) == 0
