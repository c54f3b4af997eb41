"""Text from tables that looks like markup is shown, never obeyed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from lib.model.package import packed
from lib.view.text import literal, muted, titled
from lib.view.unbroken import found, held, whole
from tests.pages.reading import CHART, HELD, PAGES, Opened, again, opened, plain, unfolded
from tests.pages.tables import HOSTILE, hostile

SEEN = HOSTILE.strip()
# Once backslashes with what they escape are gone, none of this may be left.
ACTIVE = re.compile(r"<\s*/?[a-z]|!\[\]\(http|:smile:|https?://outside|\$x|\*\*strong|`code", re.I)
ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile(tmp_path_factory.mktemp("hostile"))


def active(shown: Opened) -> list[str]:
    """Markdown texts in which a part of the hostile text would do something."""
    return [text for text in shown.marked if ACTIVE.search(ESCAPED.sub("", text))]


def drawn_raw(shown: Opened) -> list[str]:
    """Texts of Plotly in which a tag from a table stands as a tag."""
    charts = [element for element in shown.elements if element.type == CHART]
    return [
        text
        for text in Opened.drawn_of(charts, with_alternatives=False)
        if "<b>bold" in text or "<img" in text or "&amp;lt;" in text
    ]


VISITS = [
    *((page, {}) for page in PAGES),
    ("projects", {"project": "csb"}),
    ("projects", {"project": ["csb", "singa"], "lang": "it"}),
    ("overview", {"partner": "singa", "lang": "it"}),
]


@pytest.mark.parametrize(("page", "query"), VISITS)
def test_hostile_text_stays_text(
    tables: Path, monkeypatch: pytest.MonkeyPatch, page: str, query: dict[str, Any]
) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(tables))
    shown = opened(page, query)
    assert shown.exceptions == []
    assert active(shown) == []
    assert drawn_raw(shown) == []
    assert sum(SEEN in " ".join(text.split()) for text in shown.texts) > 3


def test_an_earlier_version_stays_text(tables: Path) -> None:
    shown = opened("changes")
    content = packed({path.name: path.read_bytes() for path in tables.glob("*.csv")})
    shown.at.file_uploader[0].set_value([("<b>old **x**.zip", content, "")])
    shown = unfolded(again(shown))
    assert shown.exceptions == []
    assert "<b>old" in shown.title
    assert active(shown) == []
    assert sum(SEEN in " ".join(text.split()) for text in shown.texts) > 30


def test_charts_escape_what_comes_from_tables(
    tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(tables))
    shown = opened("overview")
    charts = Opened.drawn_of(e for e in shown.elements if e.type == CHART)
    assert sum("&lt;b&gt;bold" in text for text in charts) > 10


def test_active_markup_is_found() -> None:
    assert ACTIVE.search(ESCAPED.sub("", SEEN))
    assert not ACTIVE.search(ESCAPED.sub("", r"\<b\>bold\<\/b\> \!\[\]\(http"))
    assert ACTIVE.search(ESCAPED.sub("", r"\\<b>bold"))


def test_what_follows_a_name_written_leftward_stays_behind_it() -> None:
    assert literal("أمل بيروت: 25.000") == "\u2068أمل بيروت\u2069\\: 25\\.000"
    assert literal("أمل (بيروت): 25") == "\u2068أمل \\(بيروت\\)\u2069\\: 25"
    assert literal("(أمل)") == "\\(\u2068أمل\u2069\\)"
    assert literal("(أمل بيروت): 25") == "\\(\u2068أمل بيروت\u2069\\)\\: 25"
    assert literal("Huế, 25") == "Huế\\, 25"


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("11 projects; 3 give only a number", [("3", "give")]),
        ("Stand: 30. Juni 2023; Ziel: 9", [("30\\.", "Juni"), ("Juni", "2023")]),
        ("date : 31 janv. 2024", [("31", "janv"), ("janv\\.", "2024")]),
        ("EUR\u00a07.0\u00a0M, EUR\u00a01.3\u00a0M of it since 20", []),
        ("Per 3 progetti su 11 un risultato", [("3", "progetti"), ("su", "11"), ("11", "un")]),
        ("UNICEF: at\u00a0least\u00a0800.000 Menschen", []),
        ("UNICEF: almeno\u00a0800.000 persone", [("almeno\u00a0800\\.000", "persone")]),
        ("dates ; Édition 1\u00a0: 3 ans", [("Édition", "1"), ("3", "ans")]),
        ("Edition 2: 2021–2023", [("Edition", "2")]),
        ("44 places and 22 areas", [("and", "22"), ("22", "areas")]),
    ],
)
def test_no_line_of_a_title_ends_with_a_number(title: str, kept: list[tuple[str, str]]) -> None:
    shown = titled(title)
    assert all(before + HELD + after in shown for before, after in kept)
    assert shown.count(HELD) == len(kept)
    assert plain(shown) == title


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lignes 10 et 21", "lignes_10_et_21"),
        ("(Zeile 10)", "(Zeile_10)"),
        (", righe 10 e 21)", ", righe_10_e_21)"),
        ("≠ about\u00a05,600 children", "≠_about\u00a05,600_children"),
        ("≠ environ\u00a05\u202f600 enfants", "≠_environ\u00a05\u202f600_enfants"),
        ("15 ≠ au\u00a0moins\u00a015 provinces", "15 ≠_au\u00a0moins\u00a015_provinces"),
        ("800.000 persone ≠ una formulazione", "800.000_persone ≠_una formulazione"),
        (
            "Disegnati anche quelli già presenti prima: 31.",
            "Disegnati anche quelli già presenti prima:_31.",
        ),
        (
            "déjà présents auparavant\u00a0: 8. Les 21 de Rastimo",
            "déjà présents auparavant\u00a0:_8. Les 21_de Rastimo",
        ),
        ("21 Gebiete, 1 Ort", "21_Gebiete, 1_Ort"),
        ("≠ 2\u202f800 parents", "≠_2\u202f800_parents"),
        ("≥\u00a0800,000 people in 3 years", "≥\u00a0800,000_people in 3_years"),
        ("9 von 11 Projekten geben sie an", "9_von_11_Projekten geben sie an"),
        ("10.000 bis 21.000 Gebiete", "10.000 bis_21.000_Gebiete"),
        ("4.300 Selbstverwaltungseinheiten", "4.300 Selbstverwaltungseinheiten"),
        ("31 Jan 2024, MMI 2.0", "31_Jan_2024, MMI 2.0"),
        ("a total of EUR 2,115,000.", "a total of EUR_2,115,000."),
        ("wurde am 31. Januar 2024 eröffnet", "wurde am 31._Januar_2024 eröffnet"),
        ("bis Ende 2022 in Betrieb, 2021–2023", "bis Ende_2022 in Betrieb, 2021–\u20602023"),
        ("≥ 2000 padres, 2200 padres", "≥_2000_padres, 2200_padres"),
        ("EUR\u00a07.0\u00a0M", "EUR\u00a07.0\u00a0M"),
        ("Sept 2021–Dec 2024", "Sept_2021–\u2060Dec_2024"),
        ("12 co-funders, big-co", "12_co-\u2060funders, big-co"),
    ],
)
def test_a_number_keeps_its_sign_and_its_unit_where_both_are_short(text: str, said: str) -> None:
    assert held(text) == said.replace("_", HELD)
    assert plain(literal(held(text))) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("IATI and OECD-DAC use it", "OECD\\-\u2060DAC"),
        ("propre à celle-ci n’est pas connue", "celle\\-\u2060ci n"),
        ("elle-même, Berlin-Kreuzberg", "elle\\-même"),
    ],
)
def test_two_short_words_with_a_hyphen_are_not_parted(text: str, said: str) -> None:
    shown = whole(literal(text))
    assert said in shown
    assert plain(shown) == text


def test_a_sentence_that_is_searched_is_held_with_nothing_else_than_spaces() -> None:
    shown = found(muted(held("Showing Germany: 2 projects of 11, in 1 country.")))
    assert "2&nbsp;projects" in shown
    assert "1&nbsp;country" in shown
    assert "\u2060" not in shown
    assert plain(shown) == "Showing Germany: 2 projects of 11, in 1 country."
