"""Text in the reader's language: words, numbers, money, dates."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partialmethod

from lib.model.quantity import ending
from lib.wording import conventions
from lib.wording.catalogue import NAMES
from lib.wording.conventions import SPACE
from lib.wording.grammar import Grammar

_SIGNS = {"at_least": f"≥{SPACE}", "up_to": f"≤{SPACE}", "about": f"≈{SPACE}"}
_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_TWICE = re.compile(r"(?<=\d)\D*–\D*(?=\d)")  # a currency that both ends of a range name

PartialDate = str | float | None
_Writer = Callable[[float], str]


@dataclass(frozen=True)
class Words(Grammar):
    """All that is said to a reader of one language; equal for equal languages and evidence."""

    def number(self, value: float) -> str:
        """Write a number with all its digits; NaN is "not stated", infinity a ``ValueError``."""
        if math.isnan(value):
            return self.gettext("not stated")
        return conventions.number(_decimal(value), self.language)

    def bound(self, low: float, high: float, is_approximate: bool = False) -> str:
        """Write a bound with signs: "15", "≥ 800,000", "≤ 60", "88–148", "≈ 24,000"."""
        return self._signed(low, high, is_approximate, self.number)

    def money(self, low: float, high: float, is_approximate: bool, currency_code: str) -> str:
        """Write a bound of money in short: "EUR 7.0 M", "≥ 1,0 mln €"; never rounded."""
        return self._signed(low, high, is_approximate, lambda v: self._short(v, currency_code))

    def amount(self, low: float, high: float, is_approximate: bool, currency_code: str) -> str:
        """Write a bound of money with all its digits: "EUR 2,115,000", "2.115.000 €"."""
        said = self._signed(low, high, is_approximate, lambda v: self._full(v, currency_code))
        return _TWICE.sub("–", said)

    def bound_in_words(self, low: float, high: float, is_approximate: bool = False) -> str:
        """Write a bound for a sentence: "at least 800,000", "up to 60", "between 88 and 148"."""
        return self._in_words(low, high, is_approximate, self.number)

    def money_in_words(
        self, low: float, high: float, is_approximate: bool, currency_code: str
    ) -> str:
        """Write a bound of money for a sentence, in short: "at least EUR 1.0 M"."""
        return self._in_words(low, high, is_approximate, lambda v: self._short(v, currency_code))

    def _in_words(self, low: float, high: float, is_approximate: bool, write: _Writer) -> str:
        _ = self.gettext
        kind = _ending(low, high, is_approximate)
        if kind == "not_stated":
            return _("not stated")
        if kind != "range":
            number = write(high if kind == "up_to" else low)
        elif is_approximate:
            number = f"{write(low)}–{write(high)}"
        else:
            return _("between {low} and {high}").format(low=write(low), high=write(high))
        if is_approximate:
            number = _("about {number}").format(number=number)
        if kind == "at_least":
            number = _("at least {number}").format(number=number)
        if kind == "up_to":
            number = _("up to {number}").format(number=number)
        return number.replace(" ", conventions.SPACE)

    def date(self, value: PartialDate) -> str:
        """Write a partial ISO date: "31 Jan 2024"; text that is no date comes back as it is."""
        text = _text(value)
        found = _PARTIAL_DATE.fullmatch(text)
        if found is None:
            return text or self.pgettext("date", "not stated")
        year, month, day = found.groups()
        try:
            moment = datetime.date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            return text
        skeleton = "yMMMd" if day else "yMMM" if month else "y"
        return conventions.date(moment, skeleton, self.language)

    def period(self, start: PartialDate, end: PartialDate, *, is_approximate: bool = False) -> str:
        """Write a span: "2021–2023", "from about 2020, end not stated", "dates not stated"."""
        _ = self.gettext
        form = _("about {number}") if is_approximate else "{number}"
        first, last = _text(start), _text(end)
        if first and last:
            said = self.date(first)
            said = said if first == last else f"{said}–{self.date(last)}"
            return form.format(number=said)
        if not (first or last):
            return _("dates not stated")
        date = self.date(first or last)
        if not (first or last).isdigit():
            span = _("from {date}, end not stated") if first else _("until {date}")
            if len(first) == len("2022-01"):  # some languages need an article before a day alone
                span = _("from {month}, end not stated")
            return span.format(date=form.format(number=date), month=form.format(number=date))
        # Whole forms: some languages join the preposition with an article, or say "about" last.
        if is_approximate:
            span = _("from about {year}, end not stated") if first else _("until about {year}")
        else:
            span = _("from {year}, end not stated") if first else _("until {year}")
        return span.format(year=date)

    def country(self, code: str) -> str:
        """Name a country by its ISO 3166-1 code; an unknown code comes back as it is."""
        return str(conventions.locale(self.language).territories.get(code.upper(), code))

    def countries(self, codes: Iterable[str]) -> str:
        """Name countries in the order given, with commas."""
        return ", ".join(self.country(code) for code in codes)

    def language_name(self, code: str) -> str:
        """Name a language by its ISO 639-1 code; an unknown code comes back as it is."""
        return str(conventions.locale(self.language).languages.get(code, code))

    def moment(self, moment: datetime.datetime) -> str:
        """Write a date with its time: "3 May 2026, 14:02 UTC"."""
        return conventions.moment(moment, self.language)

    def edition(self, edition_id: str) -> str:
        """Name an edition: "Edition 1"."""
        return self.gettext("Edition {number}").format(number=edition_id)

    def _name(self, kind: str, code: str) -> str:
        """Name a word of a closed list; ``ValueError`` for a word the list does not have."""
        if code not in NAMES[kind]:
            raise ValueError(f"{code!r} is no {kind}; known are {', '.join(NAMES[kind])}")
        return self.gettext(NAMES[kind][code])

    # Each takes a word of a table and names it for the reader: authority("press").
    qualifier = partialmethod(_name, "qualifier")  # how sure a statement is
    ending = partialmethod(_name, "qualifier")  # the same for a bound
    authority = partialmethod(_name, "authority")  # how official a source is
    funding_kind = partialmethod(_name, "funding_kind")  # what a sum of money is
    organisation_type = partialmethod(_name, "organisation_type")
    partner_role = partialmethod(_name, "partner_role")
    site_role = partialmethod(_name, "site_role")
    status = partialmethod(_name, "status")  # of a place
    precision = partialmethod(_name, "precision")  # what the point of a place stands for
    milestone_kind = partialmethod(_name, "milestone_kind")
    indicator_kind = partialmethod(_name, "indicator_kind")  # what is counted
    scope = partialmethod(_name, "scope")  # how much of its subject a statement covers

    def _signed(self, low: float, high: float, is_approximate: bool, write: _Writer) -> str:
        kind = _ending(low, high, is_approximate)
        if kind == "not_stated":
            return self.gettext("not stated")
        if kind == "range":
            return f"{_SIGNS['about'] if is_approximate else ''}{write(low)}–{write(high)}"
        return _SIGNS.get(kind, "") + write(high if kind == "up_to" else low)

    def _short(self, value: float, currency_code: str) -> str:
        if abs(value) < 1e6 or abs(value) >= 1e15 or value % 1000:
            return self._full(value, currency_code)
        return conventions.money(_decimal(value), currency_code, self.language, in_millions=True)

    def _full(self, value: float, currency_code: str) -> str:
        return conventions.money(_decimal(value), currency_code, self.language)


@cache
def words(language: str, *, is_page_only: bool = False, is_selected: bool = False) -> Words:
    """Return the words of a language; ``ValueError`` for one that has no catalogue."""
    return Words(language, is_page_only, is_selected)


def _ending(low: float, high: float, is_approximate: bool) -> str:
    if low > high:
        raise ValueError(f"a bound cannot end at {high} before it starts at {low}")
    return ending(low, high, is_approximate)


def _decimal(value: float) -> Decimal:
    """The number a float stands for: whole, or the 15 digits that every float holds."""
    if math.isinf(value):
        raise ValueError("an open end is no number; write it with bound, money or amount")
    return Decimal(int(value)) if value % 1 == 0 else Decimal(f"{value:.15g}")


def _text(value: PartialDate) -> str:
    """A date as text; a year may come as a number."""
    if isinstance(value, str):
        return value.strip()
    return "" if value is None or math.isnan(value) else str(int(value))
