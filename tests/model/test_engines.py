"""Engines: pandas, DuckDB, Spark reduce the same rows to the same rollups."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import Mock

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from bench.portfolio import make
from lib.check import main
from lib.model import engine, store
from lib.model.faults import FaultyTables
from lib.model.ibis_rows import IbisRows
from lib.model.pandas_rows import PandasRows
from lib.model.registers import ADDITIVE, read_registers
from lib.model.rollup import DIMENSIONS, Rollups, rollups
from tests.fixture import copies, java

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made portfolio whose additive tables are Parquet files."""
    return make(tmp_path_factory.mktemp("engines"), 900, parquet=True)


@pytest.fixture(scope="module")
def by_pandas(place: Path) -> Rollups:
    """Its rollups by the default engine."""
    return rollups(PandasRows.within(place, read_registers(place)))


@pytest.fixture
def spark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a Spark of two threads that listens to this machine alone."""
    monkeypatch.setenv("JAVA_HOME", str(java.home(tmp_path)))
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    from pyspark.sql import SparkSession

    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        # Few rows: compiling costs more than it saves.
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.sql.warehouse.dir": str(tmp_path / "warehouse"),
    }
    session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    yield "pyspark://"
    session.stop()


def assert_same(one: Rollups, other: Rollups) -> None:
    """Every rollup is the same: columns, kinds, order, values to the last digit."""
    for table in DIMENSIONS:
        assert_frame_equal(one.table(table), other.table(table), check_exact=True)


def test_duckdb_finds_what_pandas_finds(place: Path, by_pandas: Rollups) -> None:
    assert_same(engine.ledger(place, "duckdb://").rollups, by_pandas)


# One test, so that one Spark is started, whichever process of the test run it falls to.
@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
@pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_spark_finds_what_pandas_finds(place: Path, by_pandas: Rollups, spark: str) -> None:
    assert_same(engine.ledger(place, spark).rollups, by_pandas)


def test_rows_in_several_files_are_one_table(
    place: Path, by_pandas: Rollups, tmp_path: Path
) -> None:
    registers = read_registers(place)
    for table in ADDITIVE:
        rows = pd.read_parquet(place / f"{table}.parquet")
        folder = tmp_path / f"{table}.parquet"
        folder.mkdir()
        middle = len(rows) // 3
        rows.iloc[:middle].to_parquet(folder / "1.parquet", index=False)
        rows.iloc[middle:].to_parquet(folder / "2.parquet", index=False)
    assert_same(rollups(PandasRows.within(tmp_path, registers)), by_pandas)
    assert_same(rollups(IbisRows("duckdb://", registers, tmp_path)), by_pandas)


def test_an_engine_reads_its_own_tables(place: Path, by_pandas: Rollups, tmp_path: Path) -> None:
    import duckdb

    with duckdb.connect(tmp_path / "rows.duckdb") as base:
        for table in ADDITIVE:
            file = place / f"{table}.parquet"
            base.execute(f"create table {table} as select * from read_parquet('{file}')")
    rows = IbisRows(f"duckdb://{tmp_path}/rows.duckdb", read_registers(place))
    assert_same(rollups(rows), by_pandas)


@pytest.mark.parametrize("row_count", [0, 1])
def test_few_rows_are_no_exception(place: Path, tmp_path: Path, row_count: int) -> None:
    registers = read_registers(place)
    for table in ADDITIVE:
        rows = pd.read_parquet(place / f"{table}.parquet").head(row_count)
        rows.to_parquet(tmp_path / f"{table}.parquet", index=False)
    found = rollups(PandasRows.within(tmp_path, registers))
    assert len(found.funding) == row_count
    assert_same(rollups(IbisRows("duckdb://", registers, tmp_path)), found)


@pytest.mark.parametrize("is_null", [True, False])
def test_what_is_not_a_number_is_not_stated(place: Path, tmp_path: Path, is_null: bool) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = pq.read_table(place / "funding.parquet").slice(0, 8)
    at = rows.schema.get_field_index("value")
    empty = pa.array([None if is_null else float("nan")] * 8, pa.float64())
    pq.write_table(rows.set_column(at, "value", empty), tmp_path / "funding.parquet")
    registers = read_registers(place)
    for found in (
        PandasRows.within(tmp_path, registers).rolled("funding"),
        IbisRows("duckdb://", registers, tmp_path).rolled("funding"),
    ):
        assert (found[["low", "high", "stated_count"]] == 0).all(axis=None)
        assert found["row_count"].sum() == 8


@pytest.mark.parametrize("lost", [None, float("nan"), float("inf")], ids=str)
def test_a_site_without_a_place_on_earth_is_counted_not_drawn(
    place: Path, tmp_path: Path, lost: float | None
) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = pq.read_table(place / "sites.parquet").slice(0, 8)
    at = rows.schema.get_field_index("latitude")
    nowhere = pa.array([lost] * 8, pa.float64())
    pq.write_table(rows.set_column(at, "latitude", nowhere), tmp_path / "sites.parquet")
    registers = read_registers(place)
    for found in (
        PandasRows.within(tmp_path, registers).rolled("places"),
        IbisRows("duckdb://", registers, tmp_path).rolled("places"),
    ):
        assert {*found["cell"]} == {""}
        assert found["row_count"].sum() == 8
        assert (found[["latitude", "longitude"]] == 0).all(axis=None)


def test_a_missing_file_is_named(place: Path, tmp_path: Path) -> None:
    registers = read_registers(place)
    for rows in (
        PandasRows.within(tmp_path, registers),
        IbisRows("duckdb://", registers, tmp_path),
    ):
        with pytest.raises(FileNotFoundError, match="funding.parquet"):
            rows.rolled("funding")


FAILING = {
    "nothing://": ("engine_unreachable", "DASHBOARD_ENGINE", "nothing"),
    "duckdb:///nowhere/for/sure.duckdb": ("engine_unreachable", "DASHBOARD_ENGINE", "duckdb"),
    "oracle://reader:secret@localhost/rows": ("engine_missing", "DASHBOARD_ENGINE", "oracle"),
}


@pytest.mark.parametrize("url", FAILING)
def test_an_engine_that_is_not_there_is_a_fault_without_its_password(place: Path, url: str) -> None:
    with pytest.raises(FaultyTables) as caught:
        engine.ledger(place, url)
    (fault,) = caught.value.faults
    assert (fault.rule, fault.file, fault.value) == FAILING[url]
    assert "secret" not in repr(fault)


def test_files_that_are_missing_are_named_together(place: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(place, tmp_path / "copy")
    for name in ("targets", "sites"):
        (folder / f"{name}.parquet").unlink()
    for name in ("pandas", "duckdb://"):
        with pytest.raises(FaultyTables) as caught:
            engine.ledger(folder, name)
        assert [(fault.file, fault.rule) for fault in caught.value.faults] == [
            ("targets.parquet", "missing_file"),
            ("sites.parquet", "missing_file"),
        ]


@pytest.mark.parametrize("name", ["pandas", "duckdb://"])
def test_rows_that_cannot_be_read_are_named(place: Path, tmp_path: Path, name: str) -> None:
    folder = shutil.copytree(place, tmp_path / "copy")
    (folder / "results.parquet").write_bytes(b"PAR1, but no more")
    with pytest.raises(FaultyTables) as caught:
        engine.ledger(folder, name)
    (fault,) = caught.value.faults
    assert (fault.file, fault.rule) == ("results", "not_reduced")
    assert fault.detail


def test_an_engine_without_the_tables_is_told(tmp_path: Path) -> None:
    with pytest.raises(FaultyTables) as caught:
        engine.ledger(make(tmp_path, 11, parquet=False), "duckdb://")
    assert [fault.rule for fault in caught.value.faults] == ["not_reduced"]


@pytest.mark.parametrize(
    ("url", "lost", "looks"), [("pandas", "sites.parquet", 1), ("duckdb:///nowhere/x", "", 2)]
)
def test_faults_of_files_are_found_once_those_of_engines_again(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, lost: str, looks: int
) -> None:
    monkeypatch.setattr(store, "MOST_ROWS", 1000)
    folder = shutil.copytree(place, tmp_path / "copy")
    if lost:
        (folder / lost).unlink()
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    monkeypatch.setenv("DASHBOARD_ENGINE", url)
    reduce = Mock(wraps=engine.ledger)
    monkeypatch.setattr(engine, "ledger", reduce)
    for _ in range(2):
        assert not engine.is_ready()
    assert reduce.call_count == looks


def test_the_environment_names_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DASHBOARD_ENGINE", raising=False)
    assert engine.engine() == "pandas"
    monkeypatch.setenv("DASHBOARD_ENGINE", "duckdb://")
    assert engine.engine() == "duckdb://"


@pytest.mark.parametrize(
    ("name", "is_parquet", "is_rolled_up"),
    [("", False, False), ("pandas", False, False), ("duckdb://", False, True), ("", True, True)],
)
def test_where_only_rollups_are_known(
    place: Path, monkeypatch: pytest.MonkeyPatch, name: str, is_parquet: bool, is_rolled_up: bool
) -> None:
    monkeypatch.setattr(store, "MOST_ROWS", 1000)
    monkeypatch.setenv("DASHBOARD_ENGINE", name)
    monkeypatch.setenv("DASHBOARD_DATA", str(place if is_parquet else copies.FOLDER))
    assert engine.is_rolled_up() == is_rolled_up
    assert engine.is_rolled_up(copies.FOLDER) == (name == "duckdb://")


def test_a_ledger_says_who_made_it_and_when(place: Path) -> None:
    before = datetime.now(UTC)
    found = engine.ledger(place, "duckdb://?threads=1")
    assert found.engine == "duckdb"
    assert before < found.reduced_at < datetime.now(UTC)


@pytest.mark.parametrize(
    ("name", "is_parquet"), [("pandas", True), ("pandas", False), ("duckdb://", True)]
)
def test_rows_are_reduced_once_a_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, is_parquet: bool
) -> None:
    make(tmp_path, 11, parquet=is_parquet)
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path))
    monkeypatch.setenv("DASHBOARD_ENGINE", name)
    first = engine.current()
    assert engine.current() is first
    make(tmp_path, 12, parquet=is_parquet)
    assert len(engine.current().project_ids) == 12
    assert len(first.project_ids) == 11


def test_pandas_imports_no_other_engine(root: Path, place: Path) -> None:
    """Neither from CSV nor from Parquet; pandera would import Spark where it is installed."""
    script = (
        "import sys; from pathlib import Path; from lib.model.engine import ledger\n"
        f"ledger(Path({str(copies.FOLDER)!r})); ledger(Path({str(place)!r}))\n"
        "others = {'ibis', 'duckdb', 'pyspark', 'py4j', 'sqlglot', 'polars'} & set(sys.modules)\n"
        "assert not others, others"
    )
    command = [sys.executable, "-W", "error", "-c", script]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr


def test_the_check_looks_at_registers_and_ids(
    place: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(store, "MOST_ROWS", 1000)
    assert main([str(place)]) == 0
    assert "900 projects, 900 rows of funding, 900 rows of targets" in capsys.readouterr().out
    folder = Path(shutil.copytree(place, tmp_path / "copy"))
    copies.edit(folder, "indicators.csv", "\ncities,", "\ntowns,")
    assert main([str(folder)]) == 1
    assert "indicator_id: 'cities'" in capsys.readouterr().err


def test_few_rows_in_parquet_are_a_whole_portfolio(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(place))
    monkeypatch.delenv("DASHBOARD_ENGINE", raising=False)
    assert store.opens_whole(place)
    assert not engine.is_rolled_up()
    found = engine.current()
    assert found.array("funding", "row_count").sum() == 900
    assert len(store.current().funding) == 900
