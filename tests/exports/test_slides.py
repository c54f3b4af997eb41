"""The slides of a pack, read back: findings, native charts, tables and maps, notes."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE

from lib.charts.theme import LIGHT
from lib.exports.contents import pack_of
from lib.exports.exhibits import Cards, Chart, Lines, Listing, Map, told
from lib.exports.pack import Pack
from lib.exports.plain import REGISTER
from lib.exports.slide_bars import Bar, Column, panels, rows_of
from lib.exports.slide_key import editions
from lib.exports.slide_labels import axis_format
from lib.exports.slide_pages import FEW
from lib.exports.slide_plot import Plot
from lib.exports.slides import slides
from lib.model.quantity import ending
from lib.model.rows import each
from lib.model.selection import Selection
from lib.model.store import load
from lib.wording.columns import counted
from lib.wording.conventions import DOT, SPACE
from lib.wording.slides import column_name
from lib.wording.sure import due
from lib.wording.words import words
from tests.exports.conftest import made
from tests.exports.number_formats import written
from tests.fixture import copies

MARK = 26 * 12_700  # EMU that a mark of a legend is wide
KINDS = [("all", "it"), ("page only", "en"), ("project", "de"), ("nothing", "en")]


@cache
def example() -> Pack:
    """The pack of the illustrative tables: two currencies, many bars, a result for each target."""
    return pack_of(load(copies.REAL / "example"), Selection())


@cache
def deck(name: str, language: str) -> Any:
    pack = example() if name == "example" else made(name, language)
    return Presentation(io.BytesIO(slides(pack)))


def titled(name: str, language: str, title: str) -> list[Any]:
    """The slides with a title, or with the number of the slide after it, or with it below theirs.

    The finding of a section is the title of its first slide.
    """
    return [
        one for one in deck(name, language).slides if any(title in own for own in headings(one))
    ]


def of_chart(name: str, language: str, one: Chart) -> list[Any]:
    """The slides of a chart: those of a currency are titled with what it shows in that alone."""
    shown = [own for own, _bars in panels(one)]
    titles = [one.words.of(own, one.told_of(rows_of(one, own)).heading) for own in shown]
    found = titles if len(shown) > 1 else [one.title]
    return [slide for title in found for slide in titled(name, language, title)]


def test_slides_of_a_currency_count_its_amounts_alone() -> None:
    with (copies.REAL / "example" / "funding.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["scope"] == "project"]
    count = Counter((row["currency_code"], row["funding_kind"]) for row in rows)
    said = {
        (one.name, code): one.told_of(rows_of(one, code)).coverage
        for one in example().exhibits()
        if isinstance(one, Chart) and one.name in ("funding.flow", "funding.by_funder_type")
        for code, _bars in panels(one)
    }
    each, some = count["EUR", "earmark"], count["USD", "earmark"]
    whole = f"Each of the {each} stated amounts has a published destination"
    assert said["funding.flow", "EUR"] == whole
    # What no earmark divides stands for the amount that it is left of.
    rest = f"{some} of {some + 1} stated amounts have a published destination"
    assert said["funding.flow", "USD"] == rest
    for code in ("EUR", "USD"):
        drawn = count[code, "commitment"] + count[code, "disbursement"]
        out = count[code, "earmark"]
        form = f"{drawn} stated amounts; left out: {out} inside another"
        assert said["funding.by_funder_type", code] == form
    for (_name, code), coverage in said.items():
        shown = [head for head in map(headings, deck("example", "en").slides)
                 if any(coverage in text for text in head)]  # fmt: skip
        assert shown
        assert all(any(text.startswith(f"{code}: ") for text in head) for head in shown)


def headings(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def charts(found: list[Any]) -> list[Any]:
    return [shape.chart for one in found for shape in one.shapes if shape.has_chart]


def cells(found: list[Any]) -> list[list[str]]:
    return [
        [cell.text for cell in row.cells]
        for one in found
        for shape in one.shapes
        if shape.has_table
        for row in shape.table.rows
    ]


def groups(found: list[Any]) -> list[Any]:
    return [
        shape for one in found for shape in one.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP
    ]


def labels(chart: Any) -> list[str]:
    """The words after the bars, as the format of each number writes it."""
    found = {}
    for series in chart.plots[0].series:
        values = list(series.values)
        for one in series._element.xpath("./c:dLbls/c:dLbl"):
            place = int(one.xpath("./c:idx/@val")[0])
            codes = one.xpath("./c:numFmt/@formatCode")
            texts = one.xpath(".//a:t/text()")
            found[place] = written(codes[0], values[place]) if codes else texts[0]
    return [found[place] for place in sorted(found)]


def numbers_of(one: Chart) -> list[float]:
    """Every end that a figure states, and zero for a row without a number."""
    found = []
    for row in one.frame.to_dict("records"):
        bounds = [(row["low"], row["high"], row["is_approximate"])]
        if row.get("is_comparable"):
            bounds.append((row["result_low"], row["result_high"], row["result_is_approximate"]))
        for low, high, about in bounds:
            kind = ending(low, high, bool(about))
            if kind == "not_stated":
                found.append(0.0)
                continue
            found += [low] if kind != "up_to" else []
            found += [high] if kind in ("up_to", "range") else []
    return sorted(found)


@pytest.mark.parametrize(("name", "language"), [*KINDS, ("example", "en")])
def test_every_chart_has_the_numbers_of_its_figure(name: str, language: str) -> None:
    pack = example() if name == "example" else made(name, language)
    words = pack.words
    for one in pack.exhibits():
        if not isinstance(one, Chart) or one.reading.empty or "low" not in one.frame:
            continue
        found = charts(of_chart(name, language, one))
        held = [
            number
            for chart in found
            for series in chart.plots[0].series
            for number in series.values
            if number is not None
        ]
        assert sorted(held) == numbers_of(one), one.name
        said = [text for chart in found for text in labels(chart)]
        for row in one.frame.to_dict("records"):
            bound = (row["low"], row["high"], bool(row["is_approximate"]))
            code = row.get("currency_code") or ""
            own = words.amount(*bound, code) if code else words.bound(*bound)
            own = f"→ {own}" if ending(*bound) == "at_least" else own
            parts = row.get("parts") or ()
            if len(parts) > 1:
                each = [f"{words.bound(*part[:3])} {unit}" for part, unit in parts]
                own = f"{own} = {' + '.join(each)}"
            else:
                own = f"{own} {row.get('unit') or ''}".strip()
            marked = [text for text in said if text.startswith(own)]
            assert marked, (one.name, own)
            if row.get("differs") or row.get("is_disputed"):
                assert any("≠" in text for text in marked), (one.name, own)
            for low, high, about, *_rest in row.get("differs") or ():
                assert any(
                    f"≠\u00a0{words.bound(low, high, bool(about))}" in text for text in marked
                )


def test_slides_of_a_currency_say_nothing_of_another_one() -> None:
    (flow,) = [one for one in example().exhibits() if one.name == "funding.flow"]
    assert isinstance(flow, Chart)
    assert "USD" in flow.title
    found = of_chart("example", "en", flow)
    for slide in found:
        (chart,) = charts([slide])
        code = {text[:3] for text in labels(chart)}
        (other,) = {"EUR", "USD"} - code
        own = [text for text in headings(slide) if "Commitments as stated" in text]
        said = [*own, slide.shapes.title.text if slide is not found[0] else ""]
        assert own
        assert not any(other in text for text in said), said
    titles = [one.shapes.title.text for one in found]
    assert titles[-1].startswith("USD: For USD\u00a060,000 the split")
    assert (
        titles[1] == "EUR: Every stated commitment has a published destination (2\u00a0of\u00a03)"
    )


def test_a_period_that_is_contradicted_names_the_other_ones() -> None:
    pack = made("all", "en")
    (one,) = [one for one in pack.exhibits() if one.name == "timeline.periods"]
    assert isinstance(one, Chart)
    ((_name, bars),) = panels(one)
    said = {bar.label: bar.words for bar in bars}
    assert said["Edition 2"] == "2021–2023 · ≠\u00a0Sept 2021–Dec 2024 · ≠\u00a02021–2024"
    (slide,) = titled("all", "en", one.title)
    written_out = [
        text for own in charts([slide]) for text in own._chartSpace.xpath(".//c:v/text()")
    ]
    assert said["Edition 2"] in written_out
    for row in one.frame.to_dict("records"):
        for span in row["other_periods"]:
            assert f"≠\u00a0{pack.words.period(*span)}" in said[row["label"]]


def test_of_the_programme_page_alone_what_is_missing_is_said_of_it() -> None:
    pack = made("page only", "en")
    assert [line for one in pack.exhibits() for line in told(one) if not line.text] == []
    for one in pack.exhibits():
        if isinstance(one, Chart | Map) and one.frame.get("currency_code") is None:
            own = [one.reading.coverage, one.reading.empty]
            is_said = any("programme page" in text for text in own)
            assert is_said or one.name.startswith(("project.", "funding.")), (one.name, own)
    said = {text for slide in deck("page only", "en").slides for text in headings(slide)}
    assert "The programme page states no other amount for this selection." in said


def test_what_is_not_there_has_no_slide_of_its_own() -> None:
    for name, language in (("page only", "en"), ("edition", "it"), ("all", "en")):
        pack = made(name, language)
        nothing = {
            line.text for one in pack.exhibits() if not isinstance(one, Lines) for line in told(one)
        }
        for slide in deck(name, language).slides:
            shown = [one for one in slide.shapes if not one.is_placeholder]
            texts = [one.text_frame.text for one in shown if one.has_text_frame]
            is_alone = not any(one.has_table or one.has_chart for one in shown)
            sentences = [text for text in texts[1:] if text]
            assert not (is_alone and set(sentences) <= nothing and sentences), texts


def test_disagreements_of_a_project_follow_its_tables() -> None:
    pack = made("edition", "en")
    heading = pack.words.gettext("Where sources differ")
    for section in pack.sections:
        groups = [one for one in section.exhibits if isinstance(one, Listing) and one.kind]
        if not section.name.startswith("project.") or not groups:
            continue
        found = [
            one
            for one in deck("edition", "en").slides
            if one.shapes.title.text.startswith(section.finding)
            and heading in one.shapes.title.text
        ]
        assert {row[0] for row in cells(found)} >= {one.title for one in groups}
        notes = found[-1].notes_slide.notes_text_frame.text
        assert all(one.note in notes for one in groups)


def test_slides_say_which_of_the_values_that_differ_is_used() -> None:
    for language in ("en", "de"):
        pack = made("all", language)
        rows = {row[0]: row for row in cells([*deck("all", language).slides])}
        groups = [one for one in pack.exhibits() if isinstance(one, Listing) and one.kind]
        for one in groups:
            *_what, used, others = rows[one.title]
            for row, number in zip(each(one.frame), pack.row_numbers(one), strict=True):
                said = used if row.is_headline else others
                assert row.publisher in said and f"[{number}]" in said
            assert bool(others) == (not one.frame["is_headline"].all())
            assert ("[" in used) == bool(one.frame["is_headline"].any()), used


def test_words_follow_the_number_that_somebody_types() -> None:
    (one,) = [one for one in made("all", "en").exhibits() if one.name == "places.announced"]
    (chart,) = charts(titled("all", "en", one.title))
    codes = chart._chartSpace.xpath(".//c:dLbl/c:numFmt/@formatCode")
    said = {written(code, 30) for code in codes}
    until = f"due{SPACE}by{SPACE}31{SPACE}Dec{SPACE}2022"
    assert {"30 communities", f"30 sites · ≠{DOT}{until}", "not stated"} <= said
    assert "≤\u00a030 family centres · ≠\u00a060" in said
    (ceiling,) = [code for code in codes if "family centres" in code]
    assert written(ceiling, 1_234_567) == "≤\u00a01,234,567 family centres · ≠\u00a060"
    assert written(ceiling, 1_234) == "≤\u00a01,234 family centres · ≠\u00a060"


def test_how_sure_a_number_is_shows_in_its_fill() -> None:
    (one,) = [one for one in made("all", "it").exhibits() if one.name == "places.announced"]
    assert isinstance(one, Chart)
    (chart,) = charts(titled("all", "it", one.title))
    series = {own.name: own for own in chart.plots[0].series}
    words = one.words
    up_to, exact = series[words.qualifier("up_to")], series[words.qualifier("exact")]
    (place,) = [place for place, long in enumerate(up_to.values) if long is not None]
    assert up_to.points[place].format.fill.type == MSO_FILL.PATTERNED
    assert up_to.format.fill.type == MSO_FILL.PATTERNED
    assert exact.points[0].format.fill.type == MSO_FILL.SOLID
    (flow,) = [one for one in made("all", "it").exhibits() if one.name == "funding.flow"]
    (chart,) = charts(titled("all", "it", flow.title))
    lost = [own for own in chart.plots[0].series if own.format.fill.type == MSO_FILL.PATTERNED]
    drawn = sorted(sum(filter(None, own.values)) for own in lost)
    assert drawn == [2_500_000, 5_700_000]  # what is left of 7,000,000 is at most that
    (one,) = [one for one in example().exhibits() if one.name == "places.announced"]
    found = charts(titled("example", "en", one.title))
    fading = [
        number
        for chart in found
        for own in chart.plots[0].series
        if own.format.fill.type == MSO_FILL.GRADIENT
        for number in own.values
        if number is not None
    ]
    frame = one.frame
    assert sorted(fading) == sorted(frame.loc[frame["high"] == math.inf, "low"])


def test_a_range_is_certain_up_to_its_lower_end_and_possible_up_to_its_upper_one() -> None:
    (one,) = [one for one in made("all", "en").exhibits() if one.name == "places.announced"]
    assert isinstance(one, Chart)
    row = one.frame.index[one.frame["stated_count"] == 1][0]
    frame = one.frame.copy()
    frame.loc[row, ["low", "high", "is_approximate"]] = [5.0, 9.0, False]
    (((_name, bars),), words) = panels(replace(one, frame=frame)), one.words
    (bar,) = [bar for bar in bars if bar.label == frame.loc[row, "project"]]
    values = {column.look: number for column, number in bar.values.items()}
    assert values == {"certain": 5.0, "up_to": 9.0}
    assert bar.said.look == "up_to"
    assert words.qualifier("at_least") not in [
        column_name(*column[:2], words) for column in bar.values
    ]


def test_an_axis_of_zeros_has_a_length() -> None:
    bars = [Bar("Nobody", {Column("exact"): 0.0}, 0.0, "0", LIGHT.text)]
    plot = Plot("marks", bars, bars, words("en"))
    assert 0 < plot.first < plot.last(600)


def test_each_bar_has_the_colour_of_its_edition_in_every_currency() -> None:
    (flow,) = [one for one in example().exhibits() if one.name == "funding.flow"]
    assert isinstance(flow, Chart)
    colours = {
        (row["low"], row["payer"], row["destination"]): LIGHT.edition(row["edition_id"])
        for row in flow.frame.to_dict("records")
        if row["is_published"]
    }
    assert len(set(colours.values())) == 4
    seen = 0
    for chart in charts(of_chart("example", "en", flow)):
        names = list(chart.plots[0].categories)
        for series in chart.plots[0].series:
            for place, number in enumerate(series.values):
                payer, _dot, destination = names[place].partition(" · ")
                colour = colours.get((number, payer, destination))
                if colour:
                    fill = series.points[place].format.fill
                    assert f"#{fill.fore_color.rgb}" == colour, names[place]
                    seen += 1
    assert seen == len(colours)


@pytest.mark.parametrize("figure", ["places.announced", "targets.places", "targets.people"])
def test_all_slides_of_a_chart_have_one_scale(figure: str) -> None:
    (one,) = [one for one in example().exhibits() if one.name == figure]
    found = charts(titled("example", "en", one.title))
    assert len(found) > 1
    assert len({(own.value_axis.minimum_scale, own.value_axis.maximum_scale) for own in found}) == 1
    widths = {own._chartSpace.xpath(".//c:plotArea/c:layout//c:w/@val")[0] for own in found}
    assert len(widths) == 1
    assert all(own.value_axis.visible for own in found)


def test_periods_have_their_words_in_cells_and_open_ones_a_bar() -> None:
    (one,) = [one for one in made("all", "en").exhibits() if one.name == "timeline.periods"]
    assert isinstance(one, Chart)
    (chart,) = charts(titled("all", "en", one.title))
    said = one.frame["period_text"].tolist()
    for text, own, others in zip(said, labels(chart), one.frame["other_periods"], strict=True):
        assert own == " · ≠\u00a0".join([text, *(one.words.period(*span) for span in others)])
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    head, *rows = book.active.iter_rows(values_only=True)
    assert [row[-1] for row in rows] == labels(chart)
    assert [name for name in head if name and "no data" in name] == list(head[-2:])
    column = chart._chartSpace.xpath(".//*[local-name()='datalabelsRange']/*[local-name()='f']")
    last = len(rows) + 1
    letter = "ABCDEFGH"[len(head) - 1]
    assert column[0].text == f"Sheet1!${letter}$2:${letter}${last}"
    values = {own.name: list(own.values) for own in chart.plots[0].series}
    for place, row in enumerate(one.frame.itertuples()):
        length, first = values["length (years)"][place], values["start (year)"][place]
        is_open = values["first year and one that fades, end not stated"][place] == 2
        assert is_open == (not math.isnan(row.start) and math.isnan(row.end))
        if not math.isnan(row.start):
            assert first == row.start
        if not math.isnan(row.start + row.end):
            assert first + length == pytest.approx(row.end)


def test_lines_of_years_end_with_the_last_year_that_is_written() -> None:
    (one,) = [one for one in made("all", "en").exhibits() if one.name == "timeline.periods"]
    (slide,) = titled("all", "en", one.title)
    (frame,) = [shape for shape in slide.shapes if shape.has_chart]
    lines = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.LINE]
    axis = frame.chart.value_axis
    assert not axis.has_major_gridlines
    written_out = re.findall(r"<=([0-9]+)", axis.tick_labels.number_format)
    (last,) = map(int, written_out)
    x, wide = (
        float(frame.chart._chartSpace.xpath(f".//c:plotArea/c:layout//c:{name}/@val")[0])
        for name in "xw"
    )
    span = axis.maximum_scale - axis.minimum_scale
    years = [
        axis.minimum_scale + ((line.left - frame.left) / frame.width - x) / wide * span
        for line in lines
    ]
    unit = axis.major_unit
    assert years == pytest.approx([round(year) for year in years], abs=0.02)
    assert years[0] == pytest.approx(axis.minimum_scale, abs=0.02)
    assert last - unit < years[-1] <= last + 0.02 < axis.maximum_scale
    assert all(line.top == frame.top for line in lines)


@pytest.mark.parametrize("kind", ["all", "edition"])
def test_lines_of_years_have_the_years_of_the_page(kind: str) -> None:
    (one,) = [one for one in made(kind, "en").exhibits() if one.name == "timeline.periods"]
    assert isinstance(one, Chart)
    (chart,) = charts(titled(kind, "en", one.title))
    first, last = one.figure(LIGHT)["layout"]["xaxis"]["range"]
    assert chart.value_axis.minimum_scale == first
    assert chart.value_axis.maximum_scale > last
    assert re.findall(r"<=([0-9]+)", chart.value_axis.tick_labels.number_format) == [f"{last:.0f}"]


def test_a_type_of_payer_begins_as_on_the_page() -> None:
    (one,) = [one for one in made("all", "en").exhibits() if one.name == "funding.by_funder_type"]
    assert isinstance(one, Chart)
    written = str(one.figure(LIGHT)["layout"]["annotations"])
    bars = [bar for _unit, bars in panels(one) for bar in bars]
    assert bars
    assert all(bar.label.split(" · ")[0] in written for bar in bars)


TITLED = [*KINDS, ("all", "en"), ("country", "es"), ("example", "en")]


@pytest.mark.parametrize(("name", "language"), TITLED)
def test_every_slide_has_a_title_of_its_own(name: str, language: str) -> None:
    titles = [one.shapes.title.text for one in deck(name, language).slides]
    assert len(set(titles)) == len(titles)
    pack = example() if name == "example" else made(name, language)
    if name != "nothing":
        for section in pack.sections:
            assert any(title.startswith(section.finding) for title in titles), section.name


def test_texts_for_the_blind_say_what_a_slide_shows() -> None:
    pack = made("all", "en")
    for one in pack.exhibits():
        if not isinstance(one, Chart) or one.reading.empty:
            continue
        for slide in titled("all", "en", one.title):
            for shape in slide.shapes:
                said = shape._element.xpath(".//p:cNvPr")[0].get("descr", "")
                if shape.has_chart:
                    assert all(text in said for text in labels(shape.chart)), one.name
                elif shape.has_table:
                    assert said.startswith("Table: ")


def test_charts_in_parts_say_aloud_which_part_a_slide_has() -> None:
    (chart,) = (one for one in example().exhibits() if one.name == "places.announced")
    assert isinstance(chart, Chart)
    shown = [
        (shape._element.xpath(".//p:cNvPr")[0].get("descr"), labels(shape.chart))
        for slide in titled("example", "en", chart.title)
        for shape in slide.shapes
        if shape.has_chart
    ]
    count = len(shown)
    assert count > 1
    name = chart.short or chart.title
    for number, (said, own) in enumerate(shown, start=1):
        assert said.startswith(f"{name}, part {number} of {count}: ")
        others = {text for _said, texts in shown for text in texts} - set(own)
        assert all(text in said for text in own)
        assert not any(f"{text};" in said for text in others)


def test_how_to_read_speaks_of_the_bars_of_the_slide() -> None:
    titles = {one.name: one.title for one in made("all", "en").exhibits()}
    (flow,) = titled("all", "en", titles["funding.flow"])
    said = flow.notes_slide.notes_text_frame.text
    assert "dashed edge" in said
    assert "ribbon" not in said
    assert "waves" not in said
    (people,) = titled("all", "en", titles["targets.people"])
    said = people.notes_slide.notes_text_frame.text
    assert "A mark ends at its number" in said
    assert "dot" not in said
    assert "result" not in said


@pytest.mark.parametrize(("name", "language"), KINDS)
def test_findings_are_titles_and_the_key_figures_cells(name: str, language: str) -> None:
    pack = made(name, language)
    for section in pack.sections:
        for one in section.exhibits:
            if isinstance(one, Cards):
                found = groups(titled(name, language, section.finding))
                for card, group in zip(one.figures, found, strict=True):
                    numbers = pack.numbers(card.source_ids)
                    texts = "\n".join(own.text for own in group.shapes if own.has_text_frame)
                    own = card.words
                    sure = pack.words.qualifier(own.how_sure)
                    for said in (own.noun, own.value, own.coverage, sure, own.differs, own.reason):
                        assert said in texts
                    assert bool(numbers) == ("[" in texts)
                    assert own.reason in group._element.xpath(".//p:cNvPr")[0].get("descr")
            elif isinstance(one, Listing) and one.kind:
                assert one.title in {row[0] for row in cells(list(deck(name, language).slides))}


@pytest.mark.parametrize(("name", "language"), KINDS)
def test_every_object_has_a_text_and_every_slide_a_title(name: str, language: str) -> None:
    shown = deck(name, language)
    assert (shown.slide_width, shown.slide_height) == (12_192_000, 6_858_000)
    for slide in shown.slides:
        assert slide.shapes.title.text
        for shape in slide.shapes:
            if not shape.is_placeholder and not (
                shape.has_text_frame and not shape.text_frame.text
            ):
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr"), shape.name
            assert shape.left >= 0
            assert shape.left + shape.width <= shown.slide_width


def test_notes_say_where_from() -> None:
    pack = made("all", "it")
    for one in pack.exhibits():
        if told(one) and one.source_ids or isinstance(one, Chart | Map) and not one.reading.empty:
            notes = [
                slide.notes_slide.notes_text_frame.text for slide in titled("all", "it", one.title)
            ]
            assert notes, one.name
            for said in notes:
                for number in pack.numbers(one.source_ids):
                    assert f"[{number}]" in said, one.name


def test_every_page_of_notes_is_made_as_the_first() -> None:
    first, *others = [
        slide.notes_slide for slide in deck("all", "it").slides if slide.has_notes_slide
    ]
    own = [(one.shape_id, one.name, one.placeholder_format.type) for one in first.placeholders]
    for page in others:
        placed = [
            (one.shape_id, one.name, one.placeholder_format.type) for one in page.placeholders
        ]
        assert placed == own
        assert page.notes_placeholder.text_frame.text != first.notes_placeholder.text_frame.text


def test_maps_are_native_shapes_with_the_countries_by_name() -> None:
    pack = made("all", "it")
    (one,) = [one for one in pack.exhibits() if one.name == "places.sites"]
    assert isinstance(one, Map)
    shown = [*titled("all", "it", one.title), *titled("all", "it", one.short)]
    found = [own for own in groups(shown) if own.width > MARK]
    assert len(found) == len(one.windows)
    names = {shape.name for shape in found[0].shapes}
    assert {"Serbia", "Argentina", "India"} <= names
    ids = [shape.shape_id for shape in found[0].shapes]
    assert len(set(ids)) == len(ids)
    glowing = [one for own in found for one in own.shapes if "a:glow" in one._element.xml]
    assert glowing, "no name is kept from the arcs"
    assert all(one.text_frame.text for one in glowing)


def test_a_part_of_the_world_says_what_is_true_of_it_alone() -> None:
    pack = made("all", "it")
    (one,) = [one for one in pack.exhibits() if one.name == "places.sites"]
    assert isinstance(one, Map)
    sites = one.frame.set_index("country_code")["source_id"]
    (slide,) = titled("all", "it", pack.words.of(one.short, "India"))
    said = "\n".join(headings(slide))
    assert one.reading.coverage not in said
    notes = slide.notes_slide.notes_text_frame.text
    assert one.reading.alternative not in notes
    (announced,) = [own for own in pack.exhibits() if own.name == "places.announced"]
    assert isinstance(announced, Chart)
    here = announced.frame[[codes == ("IN",) for codes in announced.frame["country_codes"]]]
    told_by = pack.portfolio.statements.set_index("statement_id")["source_id"]
    known = pack.numbers({*sites.loc[["IN"]], *told_by[here["statement_ids"].explode()]})
    assert cited_in(notes) == known
    (whole,) = titled("all", "it", one.title)
    assert one.reading.coverage.removesuffix(".") in "\n".join(headings(whole))


def cited_in(notes: str) -> list[int]:
    """The numbers of the documents that notes tell one by one."""
    return [int(number) for number in re.findall(r"^\[(\d+)\] ", notes, re.MULTILINE)]


def test_a_slide_with_rows_of_a_table_cites_their_documents_alone() -> None:
    pack = made("all", "en")
    (one,) = [one for one in pack.exhibits() if one.name == "targets.unmatched"]
    found = [own for own in titled("all", "en", one.title) if len(own.shapes) and cells([own])]
    assert len(found) > 2
    for slide in found:
        beside = {int(n) for row in cells([slide]) for n in re.findall(r"\[(\d+)\]", " ".join(row))}
        assert sorted(cited_in(slide.notes_slide.notes_text_frame.text)) == sorted(beside)
    (flow,) = [one for one in example().exhibits() if one.name == "funding.flow"]
    assert isinstance(flow, Chart)
    every = [
        set(cited_in(slide.notes_slide.notes_text_frame.text))
        for slide in of_chart("example", "en", flow)
    ]
    assert set.union(*every) == set(example().numbers(flow.source_ids))
    assert min(map(len, every)) < len(set.union(*every))


def test_what_is_counted_and_what_adds_up_has_sources() -> None:
    pack = made("all", "en")
    held = {one.name: one for one in pack.exhibits()}
    agreeing, shown, sites = (
        held[name] for name in ("disagreements.agreeing", "places.shown", "places.sites")
    )
    assert isinstance(agreeing, Lines)
    publishers = {one.source_id: one.publisher for one in pack.citations}
    said = {publishers[source] for source in agreeing.source_ids}
    for line in agreeing.lines:
        assert line.text.rpartition(", says ")[2] in said
    assert set(sites.source_ids) <= set(shown.source_ids)


def test_maps_have_a_legend() -> None:
    pack = made("all", "it")
    (one,) = [one for one in pack.exhibits() if one.name == "places.sites"]
    assert isinstance(one, Map)
    meanings = [meaning for _svg, meaning in one.legend(LIGHT)]
    for slide in titled("all", "it", one.title):
        assert set(meanings) <= set(headings(slide))
        marks = [own for own in groups([slide]) if own.width == MARK]
        assert [own._element.xpath(".//p:cNvPr")[0].get("descr") for own in marks] == meanings


def test_the_colours_of_editions_have_a_key() -> None:
    pack = made("all", "en")
    for one in pack.exhibits():
        if isinstance(one, Chart) and one.name in ("places.announced", "targets.people"):
            names = [pack.words.edition(number) for number in "123"]
            for slide in of_chart("all", "en", one):
                drawn = [own for own in groups([slide]) if own.width == MARK][: len(names)]
                told = [own._element.xpath(".//p:cNvPr")[0].get("descr") for own in drawn]
                assert told == names
                fills = [own.shapes[0].fill.fore_color.rgb for own in drawn]
                assert [f"#{own}" for own in fills] == [LIGHT.edition(own) for own in "123"]
    (one,) = [one for one in made("edition", "en").exhibits() if one.name == "places.announced"]
    assert isinstance(one, Chart) and not editions(one)


def test_who_reports_a_status_has_the_number_of_the_document() -> None:
    pack = made("all", "en")
    (one,) = [one for one in pack.exhibits() if one.name == "places.sites"]
    assert isinstance(one, Map)
    rows = one.frame
    (berlin,) = [*rows.query("project_id == 'singa' and name == 'Berlin'").index]
    (number,) = pack.numbers([rows.loc[berlin, "status_source_id"]])
    said = pack.texts(one).loc[berlin, "Status"]
    assert said == f"reported active ({rows.loc[berlin, 'status_publisher']} [{number}])"


def test_what_says_that_nothing_changed_has_no_slide_of_its_own() -> None:
    """It stands below a row that is turned, which is in smaller letters for it."""
    pack = made("project", "en")
    (one,) = [own for own in pack.exhibits() if own.name == "funding.outside_the_flow"]
    assert isinstance(one, Listing) and len(one.frame) == 1
    none = replace(one, name="none", title="Else", frame=one.frame.iloc[:0], empty="Nothing else.")
    (section,) = [own for own in pack.sections if own.name == "map"]
    made_of = replace(pack, sections=(section._replace(exhibits=(one, none)), pack.sections[-1]))
    found = Presentation(io.BytesIO(slides(made_of))).slides
    titles = [own.shapes.title.text_frame.text for own in found]
    assert len(titles) == 3, titles
    assert "Nothing else." in headings(found[1])


def test_documents_are_listed_by_number() -> None:
    pack = made("project", "de")
    said = "\n".join(
        shape.text_frame.text
        for slide in deck("project", "de").slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    for one in pack.citations:
        assert f"{one.number}  {one.publisher}: {one.title}" in said


@pytest.mark.parametrize("language", ["en", "de"])
def test_tables_are_whole_and_the_register_is_not_said_twice(language: str) -> None:
    pack = made("all", language)
    publisher = pack.words.gettext("Publisher")
    seen = cells(list(deck("all", language).slides))
    for one in pack.exhibits():
        if not isinstance(one, Listing) or one.is_reference or one.kind or one.frame.empty:
            continue
        if one.name == REGISTER:
            assert not titled("all", language, one.title)
            continue
        texts = one.texts()
        shown = texts[[name for name in texts if any(texts[name])]]
        for row, number in zip(shown.to_dict("records"), pack.row_numbers(one), strict=True):
            if publisher in row and number:
                row[publisher] = f"{row[publisher]} [{number}]"
            elif number:
                row[""] = f"[{number}]"
            assert list(map(str, row.values())) in seen, one.name


def test_tables_of_a_project_share_slides() -> None:
    pack, shown, saved = made("page only", "en"), list(deck("page only", "en").slides), 0
    for section in pack.sections:
        if not section.name.startswith("project."):
            continue
        own = [one for one in shown if section.finding in one.shapes.title.text]
        tables = [
            one
            for one in section.exhibits
            if isinstance(one, Listing) and not one.kind and len(one.frame)
        ]
        held = [own for row in cells(own) for own in row]
        said = [*held, *(text for slide in own for text in headings(slide))]
        for one in tables:
            assert any(one.title in text for text in said), one.name
            first = one.texts().iloc[0]
            assert all(not text or any(text in own for own in held) for text in first), one.name
        saved += len(tables) - sum(bool(cells([slide])) for slide in own)
    assert saved > 0


def test_few_bars_have_their_numbers_below_them() -> None:
    (one,) = [one for one in made("all", "en").exhibits() if one.name == "funding.by_funder_type"]
    assert isinstance(one, Chart)
    texts = one.texts()
    assert len(texts) <= FEW
    shown = cells(titled("all", "en", one.title))
    assert shown == [list(texts), *map(list, texts.itertuples(index=False))]


@pytest.mark.parametrize("name", ["all", "country"])
def test_people_stand_on_a_logarithmic_axis_that_holds_them_all(name: str) -> None:
    (one,) = [one for one in made(name, "en").exhibits() if one.name == "targets.people"]
    assert isinstance(one, Chart)
    found = charts(titled(name, "en", one.title))
    assert bool(found) != bool(one.reading.empty)
    for chart in found:
        axis = chart.value_axis
        assert [base.get("val") for base in axis._element.xpath("./c:scaling/c:logBase")] == ["10"]
        known = [
            number
            for row in one.frame.itertuples()
            for number in (row.low, row.high)
            if 0 < number < math.inf
        ]
        assert 0 < axis.minimum_scale < min(known)
        assert axis.maximum_scale > max(known)


def test_axes_are_written_in_the_language_up_to_the_next_power_of_ten() -> None:
    for name, language, million in (("all", "en", "1,000,000"), ("all", "it", "1.000.000")):
        (one,) = [one for one in made(name, language).exhibits() if one.name == "targets.people"]
        (chart,) = charts(titled(name, language, one.title))
        axis = chart.value_axis
        assert axis.maximum_scale == 1_000_000  # 800,000 is the most
        code = axis.tick_labels.number_format
        assert written(code, 1_000_000) == million
        assert written(code, 10_000) == f"10{million[1]}000"
        assert written(code, 100) == "100"
    for texts in (["0", "900"], ["0", "500,000,000", "2,500,000,000"]):
        numbers = [float(text.replace(",", "")) for text in texts]
        code = axis_format(numbers, words("en"))
        assert [written(code, number) for number in numbers] == texts
    assert written(axis_format([100, 1e3, 1e6], words("es")), 1e3) == words("es").number(1e3)


def test_targets_and_results_on_one_axis_are_told_apart() -> None:
    (one,) = [one for one in example().exhibits() if one.name == "targets.people"]
    found = titled("example", "en", one.title)
    dark, colours = f"{LIGHT.text.lstrip('#')}", set()
    for slide in found:
        said = headings(slide)
        assert {"target", "target: at least", "target: about", "target: up to", "result"} <= {*said}
        assert not any("(dot)" in text or "(square)" in text for text in said)
        assert any("logarithmic scale" in text for text in said)
        (chart,) = charts([slide])
        for series in chart.plots[0].series:
            (colour,) = series._element.xpath("./c:errBars//a:srgbClr/@val")
            assert (colour == dark) == series.name.startswith("result"), series.name
            (long,) = series._element.xpath("./c:errBars/c:val/@val")
            dashes = series._element.xpath("./c:errBars//a:prstDash/@val")
            assert bool(dashes) == ("up to" in series.name)
            assert float(long) >= (30 if dashes else 3)
            colours.add(colour)
    assert len(colours) > 4


def test_the_flow_draws_every_amount_as_sure_as_it_is_and_says_where_each_goes() -> None:
    (flow,) = [one for one in made("all", "it").exhibits() if one.name == "funding.flow"]
    assert isinstance(flow, Chart)
    frame = flow.frame.copy()
    frame.loc[frame.index[0], "high"] = math.inf
    ((_name, bars),) = panels(replace(flow, frame=frame))
    for bar, row in zip(bars, frame.itertuples(), strict=True):
        assert bar.label == f"{row.payer} · {row.destination}"
        assert bar.end == row.low_in_whole > 0
        assert (bar.said.look == "at_least") == (row.high == math.inf) == ("→" in bar.words)


def test_a_count_of_co_funders_says_who_counted() -> None:
    (one,) = [one for one in example().exhibits() if one.name == "funding.co_funder_counts"]
    assert isinstance(one, Chart)
    (chart,) = charts(titled("example", "en", one.title))
    for name, row in zip(chart.plots[0].categories, one.frame.itertuples(), strict=True):
        assert name.endswith(f" · {row.publisher}")


def test_headings_stay_with_what_they_head() -> None:
    pack, slides_of = made("page only", "en"), list(deck("page only", "en").slides)
    for section in pack.sections:
        for one in section.exhibits:
            for line in told(one) if section.name.startswith("project.") else ():
                assert any(
                    line.text in headings(slide)
                    and any(one.title in text for text in headings(slide))
                    and section.finding in slide.shapes.title.text
                    for slide in slides_of
                ), (section.name, one.name)
    nothing = "\n".join(text for slide in deck("nothing", "en").slides for text in headings(slide))
    for section in made("nothing", "en").sections[:-1]:  # which has no document to list
        assert section.question in nothing
        assert section.finding in nothing


def test_results_are_bars_below_the_targets_that_they_can_be_set_against() -> None:
    pack = made("all", "en")
    (one,) = [one for one in pack.exhibits() if one.name == "targets.places"]
    assert isinstance(one, Chart)
    (chart,) = charts(titled("all", "en", one.title))
    names, said = list(chart.plots[0].categories), labels(chart)
    results = next(own for own in chart.plots[0].series if own.name == "result")
    assert sum(number is not None for number in results.values) == one.frame["is_comparable"].sum()
    for row in one.frame.itertuples():
        place = names.index(row.project) + 1
        has_result = names[place : place + 1] == ["result"]
        assert has_result == row.is_comparable, row.project
        without = "not comparable: " if row.other_results else "no result found"
        assert (without in said[place - 1]) != row.is_comparable, row.project
        assert due(row, one.words) in said[place - 1], row.project
        if has_result:
            assert results.values[place] == row.result_low
            assert said[place].startswith(f"{row.result_low:,.0f} {row.result_unit}")
            assert (counted(one.words) in said[place]) == (row.result_kind == "counted")


@pytest.mark.parametrize(
    ("name", "language", "most"), [("nothing", "en", 7), ("project", "de", 33)]
)
def test_sentences_share_slides_and_none_is_lost(name: str, language: str, most: int) -> None:
    pack, shown = made(name, language), deck(name, language)
    assert len(shown.slides) <= most
    said = "\n".join(
        shape.text_frame.text
        for one in shown.slides
        for shape in one.shapes
        if shape.has_text_frame
    )
    for section in pack.sections[:-1]:
        assert all(line in said for line in section.lead)
        assert all(line.text in said for one in section.exhibits for line in told(one))


def test_a_row_that_stands_alone_is_turned_and_read_from_afar() -> None:
    pack = pack_of(load(copies.REAL), Selection(country=("RS",), language="it"))
    (one,) = [own for own in pack.exhibits() if own.name == "funding.outside_the_flow"]
    found = Presentation(io.BytesIO(slides(pack)))
    (slide,) = [own for own in found.slides if own.shapes.title.text_frame.text == one.title]
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    said = [[cell.text_frame.text for cell in row.cells] for row in table.rows]
    texts = one.texts()
    assert [heading for heading, _cell in said] == [
        name for name in texts if texts[name].tolist() != [""]
    ]
    assert said[0][1] == texts.iloc[0, 0]
    assert ["Importo", "20.000\xa0€"] in said
    sizes = [
        run.font.size.pt
        for cell in table.iter_cells()
        for paragraph in cell.text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert min(sizes) >= 14


def test_no_row_of_a_table_of_several_slides_stands_alone() -> None:
    pack = pack_of(load(copies.REAL), Selection(edition=("1",), language="de"))
    for slide in Presentation(io.BytesIO(slides(pack))).slides:
        rows = [len(shape.table.rows) - 1 for shape in slide.shapes if shape.has_table]
        is_part = re.search(r"\(\d+ von \d+\)", slide.shapes.title.text_frame.text)
        assert not (is_part and rows == [1]), slide.shapes.title.text_frame.text


@pytest.mark.parametrize(("name", "language"), [("nothing", "en"), ("edition", "en")])
def test_no_sentence_is_larger_than_the_title_above_it(name: str, language: str) -> None:
    for slide in [*deck(name, language).slides][1:]:
        (most,) = sizes_of(slide.shapes.title)
        own = [one for one in slide.shapes if one.has_text_frame and not one.is_placeholder]
        assert all(size <= most for one in own for size in sizes_of(one))


def sizes_of(shape: Any) -> set[float]:
    """Points of the letters of a shape."""
    return {run.font.size.pt for own in shape.text_frame.paragraphs for run in own.runs}


def test_money_of_a_project_does_not_name_it_again() -> None:
    pack = made("edition", "en")
    (one,) = [own for own in pack.exhibits() if own.name == "project.money.csb"]
    assert isinstance(one, Listing)
    assert "Project" not in one.texts()
    assert one.texts().columns[0] == "Amount"
