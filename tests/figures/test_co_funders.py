"""Co-funders of the made tables: how many they are said to be, who is named."""

from __future__ import annotations

from math import isnan

from lib.exports.contents import pack_of
from lib.exports.exhibits import Cards
from lib.figures import co_funders
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection


def test_counts_of_co_funders(made: Portfolio) -> None:
    rows = co_funders.counts(made)
    assert rows["statement_id"].tolist() == ["R2", "R1"]  # the dated one first
    assert rows["date"].tolist() == ["2020-06-01", ""]
    assert co_funders.named(made) == (("Member",), 4)
    _, count = co_funders.named(made.select(Selection(edition=("1",))))
    assert isnan(count)


def test_the_documents_that_name_co_funders_are_known(made: Portfolio) -> None:
    (member,) = made.funders.loc[made.funders["group_id"] != "", "source_id"]
    assert co_funders.named_by(made) == (member,)


def test_who_says_that_a_co_funder_is_one_is_cited_beside_who_counts_them(real: Portfolio) -> None:
    pack = pack_of(real.everything, Selection())
    (panel,) = [one for one in pack.exhibits() if one.name == "funding.co_funders_named"]
    (cards,) = [one for one in pack.exhibits() if isinstance(one, Cards)]
    (card,) = [one for one in cards.figures if one.name.startswith("co_funding")]
    for found in (panel.source_ids, cards.source_ids, card.source_ids):
        assert {"scale-up-impact-page", "conibambini-2021-12"} <= {*found}
