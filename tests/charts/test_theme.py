"""Colours: every one can be seen, every word can be read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pandas as pd
import pytest

from lib.charts import targets
from lib.charts.theme import (
    DARK,
    LIGHT,
    Palette,
    channels,
    escape,
    layout,
    mix,
    palette,
    translucent,
)
from lib.wording.words import Words
from tests.charts import frames


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [channel / 255 for channel in channels(colour)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


RATIOS = {
    "light": (8.0, 3.8, 4.3, 8.3, 3.7, 10.7, 3.4, 4.6, 9.3, 3.5),
    "dark": (6.2, 10.5, 7.8, 7.1, 9.9, 4.2, 11.5, 9.2, 4.3, 6.0),
}


@pytest.mark.parametrize(("name", "ground"), [("light", LIGHT), ("dark", DARK)])
def test_the_ten_data_colours_have_their_contrast(name: str, ground: Palette) -> None:
    found = [contrast(colour, ground.ground) for colour in ground.categorical]
    assert found == pytest.approx(RATIOS[name], abs=0.06)


def test_data_is_seen_and_text_is_read(palette: Palette) -> None:
    assert all(contrast(colour, palette.ground) >= 3 for colour in palette.categorical)
    for text in (palette.text, palette.muted, palette.link, palette.differ):
        assert contrast(text, palette.ground) >= 4.5
    assert contrast(palette.text, palette.panel) >= 4.5
    assert contrast(palette.muted, palette.panel) >= 4.5


def test_a_target_and_a_result_on_it_are_seen(palette: Palette) -> None:
    """WCAG 2.2, 1.4.11: the outline on its ground, the line of a result inside the bar."""
    one = frames.targets().iloc[:1]
    frame = pd.concat([one.assign(edition_id=str(number)) for number in range(1, 11)])
    for bar in targets.places(frame, Words("en"), palette)["data"]:
        if bar["type"] == "bar" and "line" in bar["marker"]:
            inside, edge = bar["marker"]["color"], bar["marker"]["line"]["color"]
            assert contrast(edge, palette.ground) >= 3
        elif bar["type"] == "bar":
            assert bar["marker"]["color"] == edge
            assert contrast(edge, inside) >= 3


def test_figures_are_read_at_seven_to_one(palette: Palette) -> None:
    """WCAG 2.2, 1.4.6 (AAA): wherever a figure may stand."""
    grounds = [palette.ground, palette.panel]
    grounds += [palette.washed(colour) for colour in (*palette.categorical, palette.muted)]
    grounds += [palette.washed(palette.text), mix(palette.border, palette.ground, 1)]
    assert {ground: contrast(palette.text, ground) >= 7 for ground in grounds} == dict.fromkeys(
        grounds, True
    )
    assert contrast(palette.chip_text, palette.chip) >= 7
    assert contrast(palette.differ, palette.ground) >= 7


def test_a_ribbon_is_seen_on_its_ground(palette: Palette) -> None:
    for colour in palette.editions:
        assert contrast(mix(colour, palette.ground, 0.6), palette.ground) >= 2


def test_streamlit_writes_in_the_colours_of_the_charts(root: Path) -> None:
    theme = tomllib.loads((root / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    for name, colours in (("light", LIGHT), ("dark", DARK)):
        written = theme[name]
        assert written["backgroundColor"] == colours.ground
        assert written["textColor"] == colours.text
        assert written["grayTextColor"] == colours.muted
        assert written["redColor"] == colours.differ
        assert written["redTextColor"] == colours.chip_text
        assert tuple(written["chartCategoricalColors"]) == colours.categorical


def test_the_ground_decides() -> None:
    assert palette(True) is DARK
    assert palette(False) is LIGHT


def test_there_are_ten_colours_no_two_alike(palette: Palette) -> None:
    assert len(set(palette.categorical)) == 10


def test_later_editions_take_the_next_colours_and_come_round(palette: Palette) -> None:
    assert [palette.edition(str(number)) for number in range(1, 11)] == list(palette.categorical)
    assert palette.edition("11") == palette.edition("1")
    assert palette.edition("pilot") in palette.categorical


def test_other_payers_are_grey(palette: Palette) -> None:
    grey = palette.organisation_types["unknown"]
    assert {palette.organisation_type(kind) for kind in ("mixed", "ngo", "unknown", "?")} == {grey}
    assert palette.organisation_type("foundation") != grey


def test_markup_becomes_text() -> None:
    assert escape('<b>A & B</b> <a href="x">') == '&lt;b&gt;A &amp; B&lt;/b&gt; &lt;a href="x"&gt;'


def test_mixing_and_fading() -> None:
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mix("#1B4F8C", "#FCFBF7", 1) == "#1B4F8C"
    assert translucent("#1B4F8C", 0.5) == "rgba(27,79,140,0.5)"


def test_overrides_replace_whole_entries() -> None:
    made = layout(LIGHT, 100.4, dragmode="pan")
    assert (made["height"], made["dragmode"]) == (100, "pan")
    assert layout(LIGHT, 100)["dragmode"] is False


def test_a_palette_cannot_be_repainted() -> None:
    with pytest.raises(TypeError):
        LIGHT.organisation_types["company"] = "#000000"  # type: ignore[index]
