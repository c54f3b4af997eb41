"""Where made portfolios are kept between runs."""

from __future__ import annotations

from pathlib import Path

from bench.portfolio import make

MADE = Path(__file__).parent / "made"
RESULTS = Path(__file__).parent / "results"


def place(rows: int) -> Path:
    """The folder of the portfolio with so many rows as Parquet; made when it is not there."""
    folder = MADE / str(rows)
    finished = folder / "finished"
    if not finished.exists():
        make(folder, rows, parquet=True)
        finished.touch()
    return folder
