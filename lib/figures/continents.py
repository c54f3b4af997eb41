"""Continents: in which part of the world a country lies.

By the standard M49 of the United Nations: its regions, of the Americas its subregions, North
America with Central America and the Caribbean. Countries that it does not list stand where they
lie: Taiwan in Asia, Kosovo in Europe.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_CODES: Final = {
    "africa": (
        "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR "
        "LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN "
        "TZ UG YT ZA ZM ZW"
    ),
    "asia": (
        "AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB "
        "LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE"
    ),
    "europe": (
        "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT "
        "JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK"
    ),
    "north_america": (
        "AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ "
        "MS MX NI PA PM PR SV SX TC TT US VC VG VI"
    ),
    "south_america": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
    "oceania": (
        "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"
    ),
    "antarctica": "AQ",
}
CONTINENTS: Final = tuple(_CODES)
_OF: Final = {code: name for name, codes in _CODES.items() for code in codes.split()}


def continents(country_codes: Iterable[str]) -> dict[str, list[str]]:
    """The countries of each continent that has any, continents and countries as they come."""
    found: dict[str, list[str]] = {}
    for code in dict.fromkeys(country_codes):
        found.setdefault(_OF[code], []).append(code)
    return found


def grouped(country_codes: Iterable[str], most: int) -> list[list[str]]:
    """Countries one by one; where these are more than ``most``, together by continent."""
    codes = list(dict.fromkeys(country_codes))
    return [[code] for code in codes] if len(codes) <= most else [*continents(codes).values()]


def continent(country_code: str) -> str:
    """The id of the continent in which a country lies."""
    return _OF[country_code]


def apart(country_codes: Iterable[str]) -> tuple[str, list[str], list[str]]:
    """The continent with most of the countries, its countries, and those elsewhere.

    Of several such continents the first one; "" and no countries where none has two of them.
    """
    parts = continents(country_codes)
    name = max(parts, key=lambda one: len(parts[one]), default="")
    if not name or len(parts[name]) == 1:
        return "", [], [code for codes in parts.values() for code in codes]
    return name, parts[name], [code for one in parts if one != name for code in parts[one]]
