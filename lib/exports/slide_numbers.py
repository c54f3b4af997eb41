"""The numbers behind a native chart of a slide, as they open when somebody edits it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from xlsxwriter import Workbook

from lib.exports.slide_bars import Column
from lib.exports.slide_plot import Plot
from lib.exports.slide_text import POINT
from lib.wording.slides import column_name, no_data


class _Numbers(CategoryChartData):
    """What opens when somebody edits a chart: texts that begin like a formula stay texts.

    The words of periods stand in a column of their own after the numbers.
    """

    words: Sequence[str] = ()
    heading: str = ""

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook inside a chart."""
        written = io.BytesIO()
        literal = {"strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(written, {"in_memory": True, **literal}) as book:
            sheet = book.add_worksheet()
            self._workbook_writer._populate_worksheet(book, sheet)
            if self.words:
                sheet.write_column(0, len(self) + 1, [self.heading, *self.words])
        return written.getvalue()


def data_of(plot: Plot, wide: int) -> Any:
    """The numbers behind a chart that is ``wide`` EMU."""
    data: Any = _Numbers()  # type: ignore[no-untyped-call]
    data.categories = [bar.label for bar in plot.bars]
    for column in plot.columns:
        data.add_series(column_name(column.look, column.role, plot.words), _numbers(plot, column))
    if plot.kind == "years":  # holds the place of the words, which begin where it does
        points = wide / POINT
        room = plot.last(points - plot.names_wide(points)) - plot.first
        data.add_series(no_data(plot.words.gettext("room for the words"), plot.words),
                        [room] * len(plot.bars))  # fmt: skip
        data.words = [bar.words for bar in plot.bars]
        data.heading = no_data(plot.words.gettext("in words"), plot.words)
    return data


def _numbers(plot: Plot, column: Column) -> list[float | None]:
    found = [bar.values.get(column) for bar in plot.bars]
    if plot.kind != "marks":
        return found
    return [own if own is None else max(own, plot.first) for own in found]
