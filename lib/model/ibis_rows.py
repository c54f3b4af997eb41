"""Rows in another engine through Ibis: DuckDB in this process, Spark on a cluster, any it names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.model.registers import Registers
from lib.model.rollup import (
    AXES,
    CELLS_A_DEGREE,
    DIMENSIONS,
    DRAWN,
    GRAINS_A_DEGREE,
    LARGEST_DEGREES,
    MEASURES,
    READS,
    TIES,
    settled,
)

if TYPE_CHECKING:
    import ibis.expr.types as ir

# SQL orders NaN above every number where it knows it: what is stated lies below this.
_LARGEST = 1.7e308


class IbisRows:
    """Rows that an engine keeps; see :class:`lib.model.rollup.Rows`.

    The engine reduces them; only groups come to pandas. Ibis is imported when an instance is made,
    so that the default engine never pays for it.
    """

    def __init__(self, url: str, registers: Registers, place: Path | None = None) -> None:
        """``url`` is an Ibis connection URL: ``duckdb://``, ``pyspark://``, ``postgres://…``.

        ``place`` is a folder of Parquet files that the engine reads (``funding.parquet`` and so on;
        a file or a folder of files). Without it the tables are those of the connection, by the
        same names. Raises ModuleNotFoundError when the engine is not installed.
        """
        import ibis

        self._ibis: Any = ibis
        self._engine: Any = ibis.connect(url)
        self._place = place
        self._pages = registers.page_ids
        self._ties = registers.ties

    def rolled(self, table: str) -> pd.DataFrame:
        """One rollup.

        Raises FileNotFoundError for a table without a file, and what the engine raises.
        """
        rows = self._tied(self._rows(READS[table]), table)
        dimensions = {name: self._dimension(rows, name) for name in DIMENSIONS[table]}
        groups = rows.group_by(**dimensions).aggregate(**self._measures(rows, table))
        return settled(groups.to_pyarrow().to_pandas(), table)

    def _rows(self, table: str) -> ir.Table:
        if self._place is None:
            return self._engine.table(table)
        path = self._place / f"{table}.parquet"
        if not path.exists():
            raise FileNotFoundError(f"{path} is missing: the engine reads its rows from there")
        return self._engine.read_parquet(str(path / "*.parquet" if path.is_dir() else path))

    def _tied(self, rows: ir.Table, table: str) -> ir.Table:
        """Rows with the ties that are dimensions of their table."""
        names = [name for name in DIMENSIONS[table] if name in TIES]
        if not names or self._ties.empty:
            return rows
        import pyarrow

        ties = self._ties[["statement_id", *names]].astype(object)
        few = self._ibis.memtable(pyarrow.Table.from_pandas(ties, preserve_index=False))
        return rows.left_join(few, "statement_id")

    def _dimension(self, rows: ir.Table, name: str) -> ir.Value:
        if name == "is_programme_page":
            return self._on_page(rows["source_id"])
        if name == "page_status":
            return self._ibis.cases(
                (self._on_page(rows["status_source_id"]), rows["status"]),
                (rows["site_role"] == "expansion", "planned"),
                else_="unknown",
            )
        if name == "cell":
            return self._cell(rows)
        if name in TIES and name not in rows.columns:
            return self._ibis.literal("")
        return rows[name] if name.startswith("is_") else rows[name].fill_null("")

    def _on_page(self, source_id: ir.StringValue) -> ir.BooleanValue:
        if not self._pages:
            return self._ibis.literal(False)
        return source_id.isin(self._pages).fill_null(False)

    def _cell(self, rows: ir.Table) -> ir.StringValue:
        """The cell of a site, as pandas' rows write it; "" for what is not drawn."""
        north, east = (
            (self._degrees(rows, axis) * CELLS_A_DEGREE).floor().cast("int64").cast("string")
            for axis in AXES
        )
        return self._ibis.cases((self._is_drawn(rows), north + " " + east), else_="")

    def _degrees(self, rows: ir.Table, axis: str) -> ir.FloatingValue:
        """A coordinate of what is drawn; 0 for the rest, because NaN is no whole number."""
        return self._ibis.cases((self._is_drawn(rows), rows[axis].cast("float64")), else_=0.0)

    def _is_drawn(self, rows: ir.Table) -> ir.BooleanValue:
        is_drawn = rows["precision"].isin(DRAWN)
        for axis in AXES:
            is_drawn &= rows[axis].cast("float64").abs() <= LARGEST_DEGREES
        return is_drawn.fill_null(False)

    def _measures(self, rows: ir.Table, table: str) -> dict[str, ir.Value]:
        """Sums of bounds as :func:`lib.model.quantity.bounds` defines them, infinities counted."""
        counted: dict[str, ir.Value] = {"row_count": rows.count()}
        if "latitude" in MEASURES[table]:
            grains = {axis: self._degrees(rows, axis) * GRAINS_A_DEGREE for axis in AXES}
            counted |= {axis: own.round().cast("int64").sum() for axis, own in grains.items()}
        if "high" not in MEASURES[table]:
            return counted
        value, qualifier = rows["value"].cast("float64"), rows["qualifier"]
        is_stated = (value < _LARGEST).fill_null(False) & (qualifier != "not_stated")
        cases = self._ibis.cases
        return {
            "low": cases((is_stated & (qualifier != "up_to"), value), else_=0.0).sum(),
            "high": cases((is_stated & (qualifier != "at_least"), value), else_=0.0).sum(),
            "open_count": cases((is_stated & (qualifier == "at_least"), 1), else_=0).sum(),
            "approximate_count": cases((is_stated & (qualifier == "about"), 1), else_=0).sum(),
            "stated_count": cases((is_stated, 1), else_=0).sum(),
            **counted,
        }
