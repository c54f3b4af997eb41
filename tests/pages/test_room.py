"""Pictures in several widths: all until the browser has told which one is seen, then that one."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.pages.reading import Opened, again, opened, sent

LARGE = ("map-home-still", "map-whole")


def drawn(shown: Opened, key: str) -> tuple[str, list[str]]:
    """The class of what holds a map's pictures, and these."""
    (found,) = (one for one in shown.pictures if one.proto.id.endswith(f"-{key}"))
    held = ElementTree.fromstring(sent(found)["svg"])
    return held.get("class", ""), [ElementTree.tostring(one, "unicode") for one in held]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_once_told_the_one_that_is_seen_is_sent_alone(at: int) -> None:
    shown = opened("map")
    every = {key: drawn(shown, key) for key in LARGE}
    assert {(name, len(found)) for name, found in every.values()} == {("either", 3)}
    shown.at.session_state["rooms"] = dict.fromkeys(LARGE, at)
    for key, (_name, found) in every.items():
        assert drawn(again(shown), key) == (f"either alone-{at}-of-3", [found[at]])


@pytest.mark.parametrize("told", [3, -1, "2", None, [1]])
def test_what_no_picture_is_for_is_no_answer(told: object) -> None:
    shown = opened("map")
    shown.at.session_state["rooms"] = dict.fromkeys(LARGE, told)
    assert {(name, len(found)) for name, found in (drawn(again(shown), key) for key in LARGE)} == {
        ("either", 3)
    }
