"""Documents have a footnote where their section first cites them, and nowhere else."""

from typing import Any

from lib.exports.footnotes import MOST_NOTES, footnoted


def cites(*sources: int, kind: str = "lines", **more: Any) -> dict[str, Any]:
    return {"kind": kind, "sources": [*sources], "spans": "", **more}


def rows(*numbers: int, cited: int = -1, is_register: bool = False) -> dict[str, Any]:
    return cites(9, kind="table", numbers=[*numbers], cited=cited, is_register=is_register)


def test_a_document_is_noted_where_it_is_first_cited() -> None:
    cards = cites(7, kind="cards", cards=[cites(1, 2), cites(2, 3)])
    chart = cites(3, 4, kind="figure", empty="")
    own, drawn, said = footnoted([cards, chart, cites(4, 5, 7)])
    assert [card["again"] for card in own["cards"]] == [[], [2]]
    assert drawn["again"] == [3]
    assert said["again"] == [4]  # what stands above all cards is written nowhere
    assert cards == cites(7, kind="cards", cards=[cites(1, 2), cites(2, 3)])


def test_what_is_not_written_notes_nothing() -> None:
    empty = cites(1, kind="figure", empty="Nothing is published.")
    many = cites(*range(1, MOST_NOTES + 2))
    pointer = cites(1, kind="pointer")
    *_before, last = footnoted([empty, many, pointer, cites(1)])
    assert last["again"] == []


def test_one_document_of_all_rows_is_noted_below_them() -> None:
    said, other, named, register, none, last = footnoted(
        [rows(6, 6), rows(6, 8), rows(6, cited=2), rows(6, is_register=True), rows(), rows(6)]
    )
    assert said["origin"] == {"sources": [6], "spans": "", "again": []}
    assert [one["origin"] for one in (other, named, register)] == [None] * 3
    assert none["origin"]["sources"] == [9]  # of rows that tell no document, those of all
    assert last["origin"]["again"] == [6]


def test_a_table_does_not_repeat_the_documents_of_the_figure_before_it() -> None:
    figure = cites(9, kind="figure", empty="")
    _drawn, same = footnoted([figure, rows()])
    assert same["origin"] is None
    _drawn, other = footnoted([cites(8, kind="figure", empty=""), rows()])
    assert other["origin"]["sources"] == [9]
