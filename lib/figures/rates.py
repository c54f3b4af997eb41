"""Money of several currencies as one, at exchange rates that a source states."""

from __future__ import annotations

import pandas as pd

from lib.figures import funding
from lib.figures.once import once
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, add
from lib.model.rows import each, frame

Rate = tuple[str, str, float, str, str]  # base, quote, rate, date, who states it and in what

_CONVERTED = ["currency_code", *BOUND_COLUMNS, "of_count", "statement_ids", "rates", "lacking"]


@once
def stated(portfolio: Portfolio) -> pd.DataFrame:
    """The latest stated rate of each pair of currencies: how much of the quote one base is worth.

    Out: columns of ``rates`` with ``publisher`` and ``source`` (its title, else its description).
    No rate is turned round or chained. Empty where the tables bring none.
    """
    rows = portfolio.rates
    if portfolio.selection.evidence == "page":
        rows = rows[rows["source_id"].isin(portfolio.pages)]
    pair = ["base_currency_code", "quote_currency_code"]
    rows = rows.sort_values("rate_date", kind="stable").drop_duplicates(pair, keep="last")
    documents = portfolio.sources.set_index("source_id")
    title = documents["title"].where(documents["title"] != "", documents["description"])
    return rows.assign(
        publisher=rows["source_id"].map(documents["publisher"]),
        source=rows["source_id"].map(title),
    ).reset_index(drop=True)


@once
def converted(portfolio: Portfolio, *, by_co_funders: bool) -> pd.DataFrame:
    """Money committed in several currencies as a total in one: by the foundation, or co-funders.

    Where no payer is known as the foundation, the first is the money of all.

    The currency is the one into which most of the amounts can be converted; of several the one in
    which most are stated, then the first by its code. Out: one row, none where all is stated in one
    currency or no rate helps: ``currency_code``, the bound columns (``stated_count``: amounts in
    it, as stated or converted), ``of_count`` (amounts in all), ``statement_ids`` (tuple), ``rates``
    (tuple of :data:`Rate`), ``lacking`` (tuple of currencies without a rate: left out).
    """
    rows = funding.commitments(portfolio)
    rows = rows[rows[funding.side(by_co_funders=by_co_funders)]]
    often = rows["currency_code"].value_counts()
    if len(often) < 2 or portfolio.rates.empty:
        return frame([], _CONVERTED)
    known = {
        (one.base_currency_code, one.quote_currency_code): one for one in each(stated(portfolio))
    }
    quotes = {quote for base, quote in known if base in often.index}
    if not quotes:
        return frame([], _CONVERTED)

    def reached(quote: str) -> list[str]:
        return [code for code in often.index if code == quote or (code, quote) in known]

    quote = min(quotes, key=lambda one: (-often[reached(one)].sum(), -often.get(one, 0), one))
    codes = reached(quote)
    own = rows[rows["currency_code"].isin(codes)]
    factor = own["currency_code"].map(
        {code: 1.0 if code == quote else known[code, quote].rate for code in codes}
    )
    # To the hundredth: what comes after it is noise of binary fractions.
    each_way = {name: (own[name] * factor).round(2) for name in ("low", "high")}
    bound = add(own.assign(**each_way))
    used = [known[code, quote] for code in codes if code != quote]
    found = {
        "currency_code": quote,
        **bound._asdict(),
        "of_count": len(rows),
        "statement_ids": tuple(own["statement_id"]),
        "rates": tuple(
            (one.base_currency_code, quote, one.rate, one.rate_date,
             f"{one.publisher}: {one.source}")
            for one in used
        ),
        "lacking": tuple(sorted({*often.index} - {*codes})),
    }  # fmt: skip
    return pd.DataFrame([found], columns=_CONVERTED)
