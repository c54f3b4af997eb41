"""Translations: what the code says in English, said in every language.

English is the language of the code, so it needs no catalogue. The others are read from
``locales/<language>/LC_MESSAGES/dashboard.po``, the file that translators edit; there is no
compiled copy that could fall behind it.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from lib.model.languages import LANGUAGES

LOCALES: Final = Path(__file__).parent / "locales"


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is shown."""
    return message


NAMES: Final[dict[str, dict[str, str]]] = {
    "qualifier": {
        "exact": _("exact"),
        "at_least": _("at least"),
        "up_to": _("up to"),
        "about": _("about"),
        "range": _("range"),
        "not_stated": _("not stated"),
    },
    "authority": {
        "official": _("official"),
        "partner": _("partner"),
        "press": _("press"),
        "reference": _("reference"),
    },
    "funding_kind": {
        "commitment": _("commitment"),
        "earmark": _("earmark within a commitment"),
        "project_cost": _("project cost"),
        "requested": _("requested contribution"),
        "in_kind": _("gift in kind"),
        "disbursement": _("disbursement"),
        "annual": _("amount per year"),
    },
    "organisation_type": {
        "foundation": _("foundation"),
        "company": _("company"),
        "association": _("association"),
        "public": _("public body"),
        "ngo": _("NGO"),
        "mixed": _("several types"),
        "unknown": _("type not stated"),
    },
    "partner_role": {
        "implementer": _("implementing partner"),
        "public_partner": _("public partner"),
        "business_partner": _("business partner"),
        "consortium_partner": _("consortium partner"),
        "programme_partner": _("programme partner"),
        "non_financial_partner": _("non-financial partner"),
        "evaluator": _("evaluator"),
        "local_entity": _("local company or foundation"),
    },
    "site_role": {"origin": _("place of origin"), "expansion": _("place of the project")},
    "status": {
        "planned": _("planned"),
        "active": _("reported active"),
        "unknown": _("status not stated"),
    },
    "precision": {
        "place": _("place"),
        "admin_area": _("administrative area"),
        "country": _("country"),
    },
    "milestone_kind": {
        "period": _("period"),
        "start": _("start"),
        "opening": _("opening"),
        "event": _("event"),
        "duration": _("duration"),
    },
    "indicator_kind": {
        "people": _("people"),
        "places": _("places"),
        "organisations": _("organisations"),
        "funders": _("payers"),
        "other": _("other"),
    },
    "scope": {
        "project": _("as a whole"),
        "part": _("one part"),
        "earlier": _("before or outside the project"),
        "foundation": _("the whole foundation"),
    },
}


@cache
def translations(language: str) -> NullTranslations:
    """Return the messages of a language, ready for gettext; read once.

    Raises ``ValueError`` for a language that is not one of ``LANGUAGES``.
    """
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is no language here; there are {', '.join(LANGUAGES)}")
    if language == "en":
        return NullTranslations()
    with (LOCALES / language / "LC_MESSAGES" / "dashboard.po").open("rb") as written:
        messages = read_po(written, locale=language, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)


def preferred(accept: str | None) -> str:
    """Return the language to start in, the first of ``LANGUAGES`` where none fits.

    ``accept`` is what a browser says: a locale ("it-IT") or an Accept-Language header
    ("de-DE,it;q=0.8"), whose weights are heeded as RFC 9110, section 12.5.4, describes.
    """
    wishes: list[tuple[float, str]] = []
    for wish in (accept or "").split(","):
        tag, *parameters = (part.strip() for part in wish.lower().split(";"))
        weight = _weight(parameters)
        language = tag.replace("_", "-").split("-")[0]
        if language in LANGUAGES and weight > 0:
            wishes.append((weight, language))
    return max(wishes, key=lambda wish: wish[0])[1] if wishes else LANGUAGES[0]


def _weight(parameters: list[str]) -> float:
    """The weight of a wish: 1 where none is given, 0 where it cannot be read."""
    for parameter in parameters:
        name, _equals, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0
