"""The warm-up before the first visitor."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import plotly.graph_objects as go
import pytest
from plotly.validator_cache import ValidatorCache

from bench.portfolio import make
from lib.model import engine, store
from lib.model.languages import LANGUAGES
from lib.model.selection import Selection
from lib.view import stage, warm
from lib.view.narrowed import narrowed
from tests.fixture import copies
from tests.pages.reading import opened


@pytest.fixture
def melted() -> Iterator[None]:
    """Leaves the collector as it was; Streamlit knows components once a page has run."""
    opened("words")
    yield
    gc.unfreeze()
    stage.rehearse("")


def test_what_lives_for_ever_is_frozen_with_its_figures(melted: None) -> None:
    before = gc.get_freeze_count()
    warm.warm_up()
    assert gc.get_freeze_count() > before + 1000
    for language in LANGUAGES:
        kept = narrowed(store.current(), Selection(language=language))
        assert narrowed(store.current(), Selection(language=language)) is kept


def test_faulty_tables_are_no_reason_not_to_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, melted: None
) -> None:
    folder = copies.copied(tmp_path)
    (folder / "sources.csv").unlink()
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    before = gc.get_freeze_count()
    warm.warm_up()
    assert gc.get_freeze_count() > before + 1000  # what draws pages once they are mended


def test_rows_that_an_engine_keeps_are_reduced_before_the_first_visitor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, melted: None
) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(make(tmp_path, 11, parquet=True)))
    before = gc.get_freeze_count()
    warm.warm_up()
    assert gc.get_freeze_count() > before + 1000
    reduce = Mock(side_effect=AssertionError("reduced again"))
    monkeypatch.setattr(engine, "ledger", reduce)
    assert len(engine.current().project_ids) == 11


def test_plotly_reads_again_what_was_forgotten(melted: None) -> None:
    warm.warm_up()
    assert ValidatorCache._json_cache is None
    with pytest.raises(ValueError, match="nonsense"):
        go.Layout(hovermode="nonsense")
