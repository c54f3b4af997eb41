"""What is printed, by example: two languages in all cases, the others in those that differ."""

from __future__ import annotations

import math

import pytest
from babel.numbers import format_compact_currency

from lib.model.languages import LANGUAGES
from lib.wording.catalogue import NAMES
from lib.wording.conventions import SPACE, alphabetical
from lib.wording.words import Words, words

INF, NAN = math.inf, math.nan


def plain(text: str) -> str:
    """A text with its no-break spaces, wide or narrow, as plain ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("low", "high", "is_approximate", "english", "italian"),
    [
        (15, 15, False, "15", "15"),
        (1000, 1000, False, "1,000", "1.000"),
        (1035000, 1035000, False, "1,035,000", "1.035.000"),
        (2.5, 2.5, False, "2.5", "2,5"),
        (800000, INF, False, "≥ 800,000", "≥ 800.000"),
        (859300, INF, True, "≥ 859,300", "≥ 859.300"),
        (0, 60, False, "≤ 60", "≤ 60"),
        (0, 60, True, "≤ 60", "≤ 60"),
        (88, 148, False, "88–148", "88–148"),
        (88, 148, True, "≈ 88–148", "≈ 88–148"),
        (24000, 24000, True, "≈ 24,000", "≈ 24.000"),
        (0, 0, False, "0", "0"),
        (0, INF, False, "not stated", "non indicato"),
        (0, INF, True, "not stated", "non indicato"),
        (NAN, NAN, False, "not stated", "non indicato"),
        (NAN, 60, False, "not stated", "non indicato"),
    ],
)
def test_bound(low: float, high: float, is_approximate: bool, english: str, italian: str) -> None:
    assert plain(words("en").bound(low, high, is_approximate)) == english
    assert plain(words("it").bound(low, high, is_approximate)) == italian


@pytest.mark.parametrize(
    ("low", "high", "is_approximate", "english", "italian"),
    [
        (15, 15, False, "15", "15"),
        (800000, INF, False, "at least 800,000", "almeno 800.000"),
        (859300, INF, True, "at least about 859,300", "almeno circa 859.300"),
        (0, 60, False, "up to 60", "fino a 60"),
        (24000, 24000, True, "about 24,000", "circa 24.000"),
        (88, 148, False, "between 88 and 148", "tra 88 e 148"),
        (88, 148, True, "about 88–148", "circa 88–148"),
        (0, 0, False, "0", "0"),
        (0, INF, False, "not stated", "non indicato"),
        (NAN, NAN, False, "not stated", "non indicato"),
    ],
)
def test_bound_in_words(
    low: float, high: float, is_approximate: bool, english: str, italian: str
) -> None:
    for language, said in (("en", english), ("it", italian)):
        shown = words(language).bound_in_words(low, high, is_approximate)
        assert shown.replace(SPACE, " ") == said
        # No line parts a number from the words that say how sure it is.
        assert " " not in shown or said.startswith(("between", "tra", "no"))


@pytest.mark.parametrize(
    ("low", "high", "is_approximate", "currency_code", "english", "italian"),
    [
        (7e6, 7e6, False, "EUR", "EUR 7.0 M", "7,0 mln €"),
        (1e6, INF, False, "EUR", "≥ EUR 1.0 M", "≥ 1,0 mln €"),
        (1e6, 2.5e6, False, "EUR", "EUR 1.0 M–EUR 2.5 M", "1,0 mln €–2,5 mln €"),
        (0, 2.5e6, False, "EUR", "≤ EUR 2.5 M", "≤ 2,5 mln €"),
        (3e6, 3e6, True, "CHF", "≈ CHF 3.0 M", "≈ 3,0 mln CHF"),
        (2115000, 2115000, False, "EUR", "EUR 2.115 M", "2,115 mln €"),
        (2115500, 2115500, False, "EUR", "EUR 2,115,500", "2.115.500 €"),
        (999999, 999999, False, "EUR", "EUR 999,999", "999.999 €"),
        (39000, 39000, False, "EUR", "EUR 39,000", "39.000 €"),
        (12.5, 12.5, False, "EUR", "EUR 12.50", "12,50 €"),
        (1.5e9, 1.5e9, False, "USD", "USD 1,500.0 M", "1.500,0 mln USD"),
        (5e9, 5e9, False, "VND", "VND 5,000.0 M", "5.000,0 mln VND"),
        (0, 0, False, "EUR", "EUR 0", "0 €"),
        (NAN, NAN, False, "EUR", "not stated", "non indicato"),
        (0, INF, False, "EUR", "not stated", "non indicato"),
    ],
)
def test_money(
    low: float, high: float, is_approximate: bool, currency_code: str, english: str, italian: str
) -> None:
    assert plain(words("en").money(low, high, is_approximate, currency_code)) == english
    assert plain(words("it").money(low, high, is_approximate, currency_code)) == italian


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_millions_are_named_as_the_locale_names_them(language: str) -> None:
    usual = format_compact_currency(7_500_000, "EUR", locale=language, fraction_digits=1)
    said = words(language).money(7_500_000, 7_500_000, False, "EUR")
    assert said == usual.replace("Mln", "mln")


@pytest.mark.parametrize(
    ("language", "numbers", "short", "foreign", "full"),
    [
        ("en", ("1,000", "2,115,000.5"), "EUR 7.0 M", "CHF 3.0 M", "EUR 2,115,500"),
        ("it", ("1.000", "2.115.000,5"), "7,0 mln €", "3,0 mln CHF", "2.115.500 €"),
        ("de", ("1.000", "2.115.000,5"), "7,0 Mio. €", "3,0 Mio. CHF", "2.115.500 €"),
        ("fr", ("1 000", "2 115 000,5"), "7,0 M €", "3,0 M CHF", "2 115 500 €"),
        ("es", ("1000", "2.115.000,5"), "7,0 M€", "3,0 M CHF", "2.115.500 €"),
    ],
)
def test_numbers_and_money_of_each_language(
    language: str, numbers: tuple[str, str], short: str, foreign: str, full: str
) -> None:
    said = words(language)
    assert tuple(plain(said.number(value)) for value in (1000, 2115000.5)) == numbers
    assert plain(said.money(7e6, 7e6, False, "EUR")) == short
    assert plain(said.money(3e6, 3e6, False, "CHF")) == foreign
    assert plain(said.amount(2115500, 2115500, False, "EUR")) == full
    assert " " not in said.number(2115000.5) + said.amount(2115500, 2115500, False, "EUR")


def test_spanish_sets_thousands_apart_from_five_digits_on() -> None:
    """CLDR's minimumGroupingDigits: 2."""
    said = words("es")
    assert [said.number(value) for value in (9999, 10000, -1800.5)] == [
        *("9999", "10.000", "-1800,5"),
    ]
    assert plain(said.amount(1800, 1800, False, "EUR")) == "1800 €"
    assert plain(said.amount(18000, 18000, False, "EUR")) == "18.000 €"


@pytest.mark.parametrize(
    ("low", "high", "is_approximate", "english", "italian"),
    [
        (2115000, 2115000, False, "EUR 2,115,000", "2.115.000 €"),
        (1000000, INF, False, "≥ EUR 1,000,000", "≥ 1.000.000 €"),
        (20000, 20000, True, "≈ EUR 20,000", "≈ 20.000 €"),
        (1000, 2000.5, False, "EUR 1,000–2,000.50", "1.000–2.000,50 €"),
        (NAN, NAN, False, "not stated", "non indicato"),
    ],
)
def test_amount(low: float, high: float, is_approximate: bool, english: str, italian: str) -> None:
    assert plain(words("en").amount(low, high, is_approximate, "EUR")) == english
    assert plain(words("it").amount(low, high, is_approximate, "EUR")) == italian


def test_a_sign_never_parts_from_its_number() -> None:
    printed = [
        words(language).money(low, high, is_approximate, "EUR")
        for language in LANGUAGES
        for low, high, is_approximate in [(1e6, INF, False), (0, 2e6, False), (3e6, 3e6, True)]
    ]
    assert all(" " not in text for text in printed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_end_is_no_number(language: str) -> None:
    with pytest.raises(ValueError, match="open end is no number"):
        words(language).number(INF)
    with pytest.raises(ValueError, match="open end is no number"):
        words(language).bound(INF, INF)
    with pytest.raises(ValueError, match="cannot end at 3 before it starts at 5"):
        words(language).bound(5, 3)
    assert words(language).number(NAN) == words(language).gettext("not stated")


@pytest.mark.parametrize(
    ("value", "english", "italian"),
    [
        ("2024-01-31", "31 Jan 2024", "31 gen 2024"),
        ("2024-01", "Jan 2024", "gen 2024"),
        ("2021-09", "Sept 2021", "set 2021"),
        ("2024", "2024", "2024"),
        (2024.0, "2024", "2024"),
        ("", "not stated", "non indicata"),
        ("  ", "not stated", "non indicata"),
        (None, "not stated", "non indicata"),
        (NAN, "not stated", "non indicata"),
        ("2024-02-30", "2024-02-30", "2024-02-30"),
        ("2024-1", "2024-1", "2024-1"),
        ("spring 2020", "spring 2020", "spring 2020"),
    ],
)
def test_date(value: str | float | None, english: str, italian: str) -> None:
    assert words("en").date(value) == english
    assert words("it").date(value) == italian


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", ("1 Mar 2021", "31 Aug 2021", "Sept 2021")),
        ("it", ("1 mar 2021", "31 ago 2021", "set 2021")),
        ("de", ("1. März 2021", "31. Aug. 2021", "Sept. 2021")),
        ("fr", ("1er mars 2021", "31 août 2021", "sept. 2021")),
        ("es", ("1 mar 2021", "31 ago 2021", "sept 2021")),
    ],
)
def test_dates_of_each_language(language: str, written: tuple[str, ...]) -> None:
    dates = ("2021-03-01", "2021-08-31", "2021-09")
    assert tuple(words(language).date(date) for date in dates) == written


@pytest.mark.parametrize(
    ("start", "end", "english", "italian"),
    [
        ("2021", "2023", "2021–2023", "2021–2023"),
        (2021.0, 2023.0, "2021–2023", "2021–2023"),
        ("2021", "2021", "2021", "2021"),
        ("2021-09", "2024-12", "Sept 2021–Dec 2024", "set 2021–dic 2024"),
        ("2021-09", "2024", "Sept 2021–2024", "set 2021–2024"),
        ("2020", "", "from 2020, end not stated", "dal 2020, fine non indicata"),
        ("2021-09", "", "from Sept 2021, end not stated", "da set 2021, fine non indicata"),
        (
            "2021-09-05",
            "",
            "from 5 Sept 2021, end not stated",
            "inizio: 5 set 2021, fine non indicata",
        ),
        ("", "2024", "until 2024", "fino al 2024"),
        ("", "2024-12-08", "until 8 Dec 2024", "fine: 8 dic 2024"),
        ("", "", "dates not stated", "date non indicate"),
        (NAN, None, "dates not stated", "date non indicate"),
    ],
)
def test_period(
    start: str | float | None, end: str | float | None, english: str, italian: str
) -> None:
    assert words("en").period(start, end) == english
    assert words("it").period(start, end) == italian


@pytest.mark.parametrize(
    ("language", "start", "end", "written"),
    [
        ("en", "2020", "", "from about 2020, end not stated"),
        ("de", "2020", "", "ab etwa 2020, Ende nicht angegeben"),
        ("it", "2020", "", "dal 2020 circa, fine non indicata"),
        ("fr", "2020", "", "à partir de 2020 environ, fin non indiquée"),
        ("es", "2020", "", "desde 2020 aproximadamente, fin sin indicar"),
        ("it", "", "2024", "fino al 2024 circa"),
        ("fr", "", "2024", "jusqu’en 2024 environ"),
        ("it", "2022-01", "", "da circa gen 2022, fine non indicata"),
        ("fr", "2022-01", "", "depuis environ janv. 2022, fin non indiquée"),
        ("fr", "2021", "2023", "environ 2021–2023"),
    ],
)
def test_period_about(language: str, start: str, end: str, written: str) -> None:
    assert words(language).period(start, end, is_approximate=True) == written


def test_countries() -> None:
    assert words("en").country("RS") == "Serbia"
    assert words("it").country("ch") == "Svizzera"
    assert words("it").country("QQ") == "QQ"
    assert words("en").countries(("FR", "DE")) == "France, Germany"
    assert words("it").countries(("FR", "DE")) == "Francia, Germania"
    assert words("it").countries(()) == ""


def test_joined() -> None:
    assert words("en").joined(["a", "b", "c"]) == "a, b and c"
    assert words("it").joined(["a", "b", "c"]) == "a, b e c"
    assert words("en").joined(name for name in ("a", "{b}")) == "a and {b}"
    assert words("it").joined(["a"]) == "a"
    assert words("it").joined([]) == ""
    assert words("de").joined(["a", "b", "c"]) == "a, b und c"
    assert words("fr").joined(["a", "b", "c"]) == "a, b et c"


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (["a", "b", "c"], "a, b y c"),
        (["Francia", "Italia"], "Francia e Italia"),
        (["a", "Francia", "India"], "a, Francia e India"),
        (["padres", "hijos"], "padres e hijos"),
        (["agua", "hielo"], "agua y hielo"),
        (["Italia", "Francia"], "Italia y Francia"),
        (["Italia"], "Italia"),
        ([], ""),
    ],
)
def test_spanish_and_gives_way_to_its_own_sound(names: list[str], written: str) -> None:
    assert words("es").joined(names) == written


def test_edition() -> None:
    assert words("en").edition("1") == "Edition 1"
    assert words("it").edition("3") == "Edizione 3"


def test_names_of_words_in_tables() -> None:
    english, italian = words("en"), words("it")
    assert (english.qualifier("at_least"), italian.qualifier("at_least")) == ("at least", "almeno")
    assert (english.ending("range"), italian.ending("range")) == ("range", "intervallo")
    assert (english.authority("press"), italian.authority("press")) == ("press", "stampa")
    assert english.funding_kind("earmark") == "earmark within a commitment"
    assert italian.funding_kind("requested") == "contributo richiesto"
    assert english.funding_kind("in_kind") == "gift in kind"


@pytest.mark.parametrize("kind", sorted(NAMES))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_table_has_a_name(language: str, kind: str) -> None:
    names = [getattr(words(language), kind)(code) for code in NAMES[kind]]
    assert all("_" not in name for name in names)
    assert len(set(names)) == len(names)


def test_an_unknown_word_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="'rumour' is no authority; known are official, partner"):
        words("it").authority("rumour")


def test_plural_forms() -> None:
    one, many = "{n} project", "{n} projects"
    assert [words("en").ngettext(one, many, n) for n in (0, 1, 2)] == [many, one, many]
    for language in ("it", "de", "es"):
        none, single, several = (words(language).ngettext(one, many, n) for n in (0, 1, 2))
        assert none == several != single
    none, single, several = (words("fr").ngettext(one, many, n) for n in (0, 1, 2))
    assert none == single == "{n} projet"
    assert several == "{n} projets"


def test_languages_and_countries_have_names_in_every_language() -> None:
    for language in LANGUAGES:
        said = words(language)
        assert len({said.language_name(code) for code in LANGUAGES} - {*LANGUAGES}) == 5
        assert said.country("RS") not in ("RS", "")
    assert [words(code).language_name(code).capitalize() for code in LANGUAGES] == [
        *("English", "Italiano", "Deutsch", "Français", "Español"),
    ]


def test_messages_in_context_fall_back_to_english() -> None:
    assert words("en").pgettext("door", "open") == "open"


def test_words_are_equal_by_language_and_made_once() -> None:
    assert words("it") is words("it")
    assert words("it") == Words("it") != Words("en")
    assert hash(words("it")) == hash(Words("it"))


def test_words_are_frozen() -> None:
    with pytest.raises(AttributeError):
        words("it").language = "en"  # type: ignore[misc]


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'eo' is no language here"):
        words("eo")


def test_names_stand_where_a_reader_looks_for_them() -> None:
    names = ["Vietnam", "Österreich", "Serbien", "Argentinien", "ÉTATS-UNIS", "Italien"]
    found = alphabetical(names)
    assert found == ["Argentinien", "ÉTATS-UNIS", "Italien", "Österreich", "Serbien", "Vietnam"]
    codes = alphabetical(["CH", "AT", "VN"], Words("de").country)
    assert codes == ["AT", "CH", "VN"]  # Österreich, Schweiz, Vietnam
