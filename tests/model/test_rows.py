"""Rows of a frame one by one are those that pandas gives."""

import pandas as pd
import pytest

from lib.figures import groups, project
from lib.figures.timeline import periods
from lib.model.rows import records
from lib.model.store import current

FRAMES = {
    "cards": project.cards,
    "periods": periods,
    "group": lambda portfolio: groups.shown(portfolio)[0].rows,
    "no rows": lambda portfolio: project.cards(portfolio).iloc[:0],
}


@pytest.mark.parametrize("name", FRAMES)
def test_records_are_those_of_pandas(name: str) -> None:
    frame: pd.DataFrame = FRAMES[name](current().in_language("en"))
    expected = frame.to_dict("records")
    found = records(frame)
    assert repr(found) == repr(expected)  # nan is not itself
    assert [[*map(type, row.values())] for row in found] == [
        [*map(type, row.values())] for row in expected
    ]
