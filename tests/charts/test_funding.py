"""Who pays."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from lib.charts import funding
from lib.charts.flow import TALLEST
from lib.charts.sheet import NARROWEST, WIDE
from lib.charts.text import width
from lib.charts.theme import AXIS_SIZE, LIGHT, Palette
from lib.wording.words import Words
from tests.charts import frames
from tests.charts.geometry import plain


def said(figure: go.Figure) -> str:
    found = " ".join(plain(note.text) for note in figure.layout.annotations)
    return found.replace("\u00a0", " ")


def test_bars_are_amounts_in_the_hue_of_the_payer(palette: Palette) -> None:
    figure = go.Figure(funding.by_funder_type(frames.by_funder_type(), Words("en"), palette))
    assert [bar.x[0] for bar in figure.data] == [7e6, 1_035_000, 1e6]
    types = palette.organisation_types
    hues = [types["foundation"], types["company"], types["unknown"]]
    assert [bar.marker.color for bar in figure.data] == hues
    assert "EUR 7.0 M" in said(figure)
    assert figure.layout.barmode == "overlay"
    assert len({bar.y[0] for bar in figure.data}) == 3


def test_the_box_at_a_bar_says_more_than_its_row(palette: Palette) -> None:
    figure = go.Figure(funding.by_funder_type(frames.by_funder_type(), Words("en"), palette))
    boxes = [bar.hovertemplate.replace("<br>", " ") for bar in figure.data]
    assert "EUR\u00a07,000,000" in boxes[0]
    assert "2 stated amounts" in boxes[0]
    assert "1 stated amount" in boxes[1]
    assert "a plain number in its source" in boxes[1]
    assert "a minimum" in boxes[2]
    assert not any("Bambini" in box or "commitment" in box for box in boxes)


def test_each_currency_has_its_own_axis() -> None:
    figure = go.Figure(funding.by_funder_type(frames.by_funder_type(), Words("en"), LIGHT))
    assert [bar.xaxis for bar in figure.data] == ["x", "x", "x2"]
    assert figure.layout.xaxis.range == (0, 7e6)
    assert figure.layout.xaxis2.range == (0, 1e6)
    assert "CHF" in said(figure)


def ribbons(figure: go.Figure) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.fill == "toself"]


def height(ribbon: go.Scatter) -> float:
    return float(ribbon.y[-2] - ribbon.y[-1])


def test_ribbons_are_as_high_as_the_money(palette: Palette) -> None:
    figure = go.Figure(funding.flow(frames.flow(), Words("en"), palette))
    heights = [height(ribbon) / TALLEST * 7e6 for ribbon in ribbons(figure)]
    assert heights == pytest.approx([1.3e6, 1.3e6, 0.7e6, 0.7e6, 5e6, 2.5e6, 1e6, 1e6])


def test_only_a_published_split_is_full(palette: Palette) -> None:
    figure = go.Figure(funding.flow(frames.flow(), Words("en"), palette))
    hatched = [ribbon.fillpattern.shape == "/" for ribbon in ribbons(figure)]
    assert hatched == [False, True, False, False, True, True, False, False]


def test_what_is_not_split_ends_in_a_dashed_node(palette: Palette) -> None:
    figure = go.Figure(funding.flow(frames.flow(), Words("en"), palette))
    nodes = [s for s in figure.layout.shapes if s.type == "rect" and s.line.dash]
    assert [node.xanchor for node in nodes] == [1, 1, 1]
    assert said(figure).count("split not published") == 2
    assert "for them together; no share of each published" in said(figure)


@pytest.mark.parametrize("room", [NARROWEST, WIDE])
def test_each_column_of_the_flow_has_its_head(room: int) -> None:
    figure = go.Figure(funding.flow(frames.flow(), Words("en"), LIGHT, room))
    heads = [plain(note.text) for note in figure.layout.annotations][:3]
    assert heads == ["Payer", "Edition", "Destination"]


def test_projects_and_editions_can_be_picked() -> None:
    figure = go.Figure(funding.flow(frames.flow(), Words("en"), LIGHT))
    picked = [trace.customdata[0] for trace in figure.data if trace.customdata is not None]
    assert [list(custom) for custom in picked] == [
        ["", "1"],
        ["", "2"],
        ["c", "2"],
        ["", "2"],
        ["d", "2"],
    ]


def test_what_can_be_picked_is_told_apart_by_its_name() -> None:
    figure = go.Figure(funding.flow(frames.flow(), Words("en"), LIGHT))
    names = [plain(trace.hovertext[0]) for trace in figure.data if trace.customdata is not None]
    assert len(set(names)) == len(names)
    through, project = names[-2:]
    assert through.endswith("Edition 2")
    assert project.endswith("Edition 2: UNICEF Vietnam")


def test_at_least_is_as_high_as_is_certain_and_open_below(palette: Palette) -> None:
    figure = go.Figure(funding.flow(frames.flow().iloc[-1:], Words("en"), palette))
    assert [height(ribbon) for ribbon in ribbons(figure)] == [TALLEST, TALLEST]
    base = ribbons(figure)[-1].y[-2]
    lines = [s for s in figure.layout.shapes if s.type == "line"]
    assert [(s.y0, s.x0, s.x1, s.line.color) for s in lines] == [(base, 0, 1, palette.text)]
    assert sum(s.type == "path" for s in figure.layout.shapes) == 2  # of payer and project
    faded = [s for s in figure.layout.shapes if s.type == "rect" and s.y0 == base]
    assert {s.fillcolor.partition("(")[0] for s in faded} == {"rgba"}
    assert "≥ EUR 1.0 M" in said(figure)
    assert "not drawn" not in said(figure)


def test_what_has_no_least_amount_is_said_with_the_mark_of_its_ending() -> None:
    most = frames.flow().iloc[-1:].assign(low=0.0, low_in_whole=0.0, high=1e6)
    figure = go.Figure(funding.flow(most, Words("en"), LIGHT))
    assert ribbons(figure) == []
    assert "UNICEF: ≤ EUR 1.0 M → UNICEF Vietnam" in said(figure)
    assert "not drawn: no exact amount" in said(figure)
    assert not any(s.line.dash for s in figure.layout.shapes)  # no stub: an amount is stated
    assert max(s.line.width for s in figure.layout.shapes) == 3  # the cap


def test_what_is_left_at_most_is_as_tall_as_it_can_be_and_has_a_heavy_edge(
    palette: Palette,
) -> None:
    frame = frames.flow().iloc[1:3]
    frame = frame.assign(low=[0.7e6, 0.0])
    figure = go.Figure(funding.flow(frame, Words("en"), palette))
    plain_figure = go.Figure(funding.flow(frames.flow().iloc[1:3], Words("en"), palette))
    heights = [height(ribbon) for ribbon in ribbons(figure)]
    assert heights == [height(ribbon) for ribbon in ribbons(plain_figure)]
    (edge,) = [s for s in figure.layout.shapes if s.type == "line"]
    assert edge.line.width == 3
    assert edge.y0 == max(ribbons(figure)[-1].y)
    assert not [s for s in plain_figure.layout.shapes if s.type == "line"]
    assert "EUR 5.7 M" in said(figure)
    assert "≤ EUR 5.0 M" in said(figure)
    assert funding.flow_legend(frame) == ("up_to", "not_published")


def test_the_key_names_what_is_drawn_alone() -> None:
    frame = frames.flow()
    assert funding.flow_legend(frame) == ("at_least", "not_published")
    assert funding.flow_legend(frame.iloc[:2]) == ()
    assert funding.flow_legend(frame.iloc[-1:]) == ("at_least",)


def heads(figure: go.Figure) -> list[str]:
    """The currencies that open a group."""
    texts = [plain(note.text) for note in figure.layout.annotations]
    return [text for text in texts if text in ("EUR", "CHF")]


def test_each_currency_has_a_head_and_a_scale_of_its_own() -> None:
    frame = frames.flow()
    one = go.Figure(funding.flow(frame, Words("en"), LIGHT))
    assert heads(one) == []
    frame.loc[frame["payer_id"] == "others", "currency_code"] = "CHF"
    two = go.Figure(funding.flow(frame, Words("en"), LIGHT))
    assert heads(two) == ["EUR", "CHF"]
    heights = [height(ribbon) for ribbon in ribbons(two)]
    assert heights[-1] == pytest.approx(TALLEST)  # the largest of its currency, as the euros are


def test_many_payers_are_a_list_in_which_each_can_be_counted() -> None:
    count = 12
    first = frames.flow().iloc[[1] * count].reset_index(drop=True)
    frame = first.assign(
        payer_id=[f"payer-{n}" for n in range(count)],
        payer=[f"Payer {n}" for n in range(count)],
        low=[1000.0 * (count - n) for n in range(count)],
        high=[1000.0 * (count - n) for n in range(count)],
        is_published=[n > 0 for n in range(count)],
        is_ranked=True,
    )
    frame["low_in_whole"] = frame["low"]
    figure = go.Figure(funding.flow(frame, Words("en"), LIGHT))
    assert [bar.x[0] for bar in figure.data] == frame["low"].tolist()
    assert [bool(bar.marker.pattern.shape) for bar in figure.data] == [True] + [False] * 11
    assert all(name in said(figure) for name in frame["payer"])


def test_bars_of_a_list_are_as_long_as_what_is_certain_and_no_ending_makes_them_longer() -> None:
    first = frames.flow().iloc[[1] * 4].reset_index(drop=True)
    frame = first.assign(
        payer_id=list("abcd"),
        payer=list("ABCD"),
        low=[1_000_000.0, 2_000.0, 1_500.0, 1_000.0],
        high=[1_000_000.0, float("inf"), 1_800.0, 1_000.0],
        is_approximate=[False, False, False, True],
        is_published=True,
        is_ranked=True,
    )
    frame["low_in_whole"] = frame["low"]
    figure = go.Figure(funding.flow(frame, Words("en"), LIGHT))
    drawn = [(bar.name, bar.base[0], bar.x[0]) for bar in figure.data]
    exact = [(name, 0, low) for name, low in zip("ABCD", frame["low"], strict=True)]
    assert drawn == [*exact[:3], ("C", 1_500, 300), exact[3]]
    assert {shape.type for shape in figure.layout.shapes} == {"line"}  # where bars begin
    assert {(shape.x0, shape.x1) for shape in figure.layout.shapes} == {(0, 0)}
    for sign in ("≥ EUR 2,000", "EUR 1,500–", "≈ EUR 1,000"):
        assert sign in said(figure)
    # Only what is hatched needs a key.
    assert funding.flow_legend(frame) == ("range",)
    lost = frame.assign(is_published=[False, True, True, True])
    assert funding.flow_legend(lost) == ("range", "not_published")


def test_payers_are_never_added_to_each_other() -> None:
    figure = go.Figure(funding.flow(frames.flow(), Words("en"), LIGHT))
    assert "EUR 7.0 M" in said(figure)
    assert "9.5" not in said(figure)


def test_reports_stand_at_their_date_and_undated_ones_beside_the_axis(words: Words) -> None:
    frame = frames.co_funder_counts()
    figure = go.Figure(funding.co_funder_counts(frame, words, LIGHT))
    assert [trace.y[0] for trace in figure.data] == [10, 10, 13, 12]
    assert [trace.xaxis for trace in figure.data] == ["x", "x", "x", "x2"]
    assert figure.layout.xaxis.domain[1] < figure.layout.xaxis2.domain[0]
    assert list(figure.layout.xaxis2.ticktext) == [words.gettext("undated")]


def test_the_box_at_a_report_says_more_than_its_label() -> None:
    figure = go.Figure(funding.co_funder_counts(frames.co_funder_counts(), Words("en"), LIGHT))
    boxes = {trace.name: trace.hovertemplate for trace in figure.data}
    assert "a plain number in its source" in boxes["Teleborsa"]
    assert "Teleborsa" not in boxes["Teleborsa"]
    assert "20 Dec 2021" not in boxes["Teleborsa"]
    # Two stand at one place: each says whose it is.
    assert "Generali France" in boxes["Generali France"]


def test_years_are_upright_and_have_room_where_the_chart_is_narrow() -> None:
    first = frames.co_funder_counts()
    frame = first.assign(date=["2001-06-30", "2011-06-30", "2017-06-30", ""])
    axis = funding.co_funder_counts(frame, Words("en"), LIGHT)["layout"]["xaxis"]
    room = NARROWEST * (axis["domain"][1] - axis["domain"][0])
    assert axis["tickangle"] == 0
    assert 2 <= len(axis["ticktext"]) <= room / width("2001", AXIS_SIZE)
    assert axis["minor"]["tickvals"] == [value - 0.5 for value in axis["tickvals"]]


def test_the_headline_is_ink(palette: Palette) -> None:
    figure = go.Figure(funding.co_funder_counts(frames.co_funder_counts(), Words("en"), palette))
    grey = palette.organisation_types["unknown"]
    assert [trace.marker.color for trace in figure.data] == [grey, grey, grey, palette.text]


def test_when_all_are_dated_there_is_no_strip(words: Words) -> None:
    frame = frames.co_funder_counts().iloc[:3]
    figure = go.Figure(funding.co_funder_counts(frame, words, LIGHT))
    assert figure.layout.xaxis.domain == (0, 1)
    assert not figure.layout.shapes


def test_named_co_funders_are_full_cells(words: Words, palette: Palette) -> None:
    drawn = funding.named_co_funders(1, 12, words, palette)
    assert drawn.count("<rect") == 12
    assert drawn.count(f'fill="{palette.text}"') == 1
    assert "12" in drawn.partition("aria-label=")[2][:60]


def test_several_amounts_in_one_ribbon_are_counted_and_full() -> None:
    frame = frames.flow()
    whole = frame["destination_kind"] == "project"
    many = frame.assign(
        destination_kind=frame["destination_kind"].mask(whole, "smaller"),
        projects=[
            () if one else names for one, names in zip(whole, frame["projects"], strict=True)
        ],
        amount_count=[17 if one else 1 for one in whole],
    )
    figure = go.Figure(funding.flow(many, Words("en"), LIGHT))
    assert said(figure).count("17 further amounts") == 2  # one with a height, one in words
    hatched = [ribbon.fillpattern.shape == "/" for ribbon in ribbons(figure)]
    assert hatched == [False, True, False, False, True, True, False, False]
