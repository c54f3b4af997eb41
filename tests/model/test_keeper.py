"""Replacing tables under readers: a whole set at any moment, the last good one at worst."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

import pytest

from lib.check import main as check
from lib.files import limited
from lib.files.place import stamp
from lib.model import engine, last_good
from lib.model.faults import Fault, FaultyTables
from lib.model.keeper import AGAIN, Keeper, Standing
from lib.model.package import opened_at, packed
from lib.model.schema import TABLES
from lib.wording.faults import fewer_rows, standing
from lib.wording.words import words
from tests.files.odd_books import FILE, book
from tests.fixture.copies import FOLDER, copied, edit, header_only

pytestmark = pytest.mark.integration

QUIET = 0.05
NOBODY = 65534  # who owns nothing
# Where the versions of a set differ: in three tables, by the word of the version.
MARKED = {"funding.csv": "Made-up", "sources.csv": "Evaluator", "partners.csv": "Partner A"}


@pytest.fixture
def keeper(folder: Path, tmp_path: Path) -> Keeper:
    """A keeper of a copy of the made tables."""
    return Keeper(folder, tmp_path / "state", QUIET)


def version(folder: Path, word: str) -> dict[str, bytes]:
    """The files of a set whose tables name their version, with a description of every file."""
    files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}
    for name, old in MARKED.items():
        files[name] = files[name].replace(old.encode(), f"{old} {word}".encode(), 1)
    resources = [
        {
            "name": name.removesuffix(".csv"),
            "path": name,
            "bytes": len(content),
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        }
        for name, content in files.items()
    ]
    return {"datapackage.json": json.dumps({"resources": resources}).encode(), **files}


def words_of(standing: Standing) -> set[str]:
    """The versions that the tables of a set name."""
    found = standing.package.portfolio
    texts = [
        found.funding["description_en"].iloc[0],
        *found.sources["publisher"],
        *found.partners["name"],
    ]
    marks = [old for old in MARKED.values() for text in texts if old in str(text)]
    assert len({*marks}) == 3
    return {
        str(text).partition(f"{old} ")[2].split(" ")[0]
        for old in MARKED.values()
        for text in texts
        if f"{old} " in str(text)
    }


def test_emptied_tables_leave_the_last_good_ones(
    keeper: Keeper, folder: Path, tmp_path: Path
) -> None:
    good = keeper.standing()
    header_only(folder, *TABLES)
    now = keeper.standing()
    assert now.package is good.package
    assert now.trouble is not None
    assert [(one.file, one.rule) for one in now.trouble.faults] == [("projects.csv", "no_rows")]
    restored = last_good.restored(tmp_path / "state", folder)
    assert restored is not None
    assert len(restored[0].portfolio.projects) == len(good.package.portfolio.projects) > 0


def test_results_that_are_gone_are_doubted_where_a_set_stood_before(
    keeper: Keeper, folder: Path
) -> None:
    assert keeper.standing().package.doubts == ()
    header_only(folder, "results")
    doubts = keeper.standing().package.doubts
    told = [("results.csv", "fewer_rows"), ("targets.csv", "lost_result")]
    assert [(one.file, one.rule) for one in doubts] == told
    assert opened_at(folder).doubts == ()  # whoever reads them first cannot know


def test_a_broken_set_leaves_the_last_good_one(keeper: Keeper, folder: Path) -> None:
    good = keeper.standing()
    assert good.trouble is None
    edit(folder, "funding.csv", ",1000,EUR", ",many,EUR")
    since = time.time()
    held = keeper.standing()
    assert held.package is good.package
    assert held.read_at == good.read_at
    assert held.trouble is not None
    assert [fault.value for fault in held.trouble.faults] == ["many"]
    assert abs(held.trouble.since.timestamp() - since) < 60
    edit(folder, "funding.csv", ",many,EUR", ",1001,EUR")
    assert keeper.standing().trouble is None
    assert keeper.standing().package.portfolio.funding["value"].iloc[0] == 1001


def test_tables_that_are_gone_are_told_as_gone_since_it_was_noticed(
    keeper: Keeper, folder: Path
) -> None:
    """No file says when another one went: the banner never names a time before the good set."""
    good = keeper.standing()
    (folder / "funding.csv").unlink()
    lost = keeper.standing().trouble
    assert lost is not None
    assert lost.since >= good.read_at
    said = standing(good.read_at, lost, words("en"))
    assert said.startswith("Tables are gone, noticed ")
    assert "funding.csv" in said
    for file in ("editions.csv", "funders.csv", "context.csv"):
        (folder / file).unlink()
    lost = keeper.standing().trouble
    assert lost is not None
    said = standing(good.read_at, lost, words("en"))
    assert "context.csv, editions.csv, funders.csv, … What" in said
    shutil.rmtree(folder)
    gone = keeper.standing().trouble
    assert gone is not None
    assert gone.since >= lost.since
    assert standing(good.read_at, gone, words("en")).startswith("The tables are gone, noticed ")


@pytest.mark.parametrize("is_named", [False, True])
def test_a_workbook_that_is_gone_is_told_by_its_name(tmp_path: Path, is_named: bool) -> None:
    """Whether the place is the workbook itself, or the folder that holds it alone."""
    place = tmp_path / "tables"
    place.mkdir()
    held = book()({f"{name}.csv": (FOLDER / f"{name}.csv").read_bytes() for name in TABLES})
    (own := place / "buch.xlsx").write_bytes(held[FILE])
    keeper = Keeper(own if is_named else place, tmp_path / "state", QUIET)
    good = keeper.standing()
    own.unlink()
    gone = keeper.standing().trouble
    assert gone is not None
    assert gone.faults == (Fault("buch.xlsx", 0, "", "", "missing_whole"),)
    said = standing(good.read_at, gone, words("en"))
    assert said.startswith("Tables are gone, noticed ")
    assert "buch.xlsx" in said


def test_the_same_trouble_is_since_it_was_noticed_first(keeper: Keeper, folder: Path) -> None:
    keeper.standing()
    edit(folder, "funding.csv", ",1000,EUR", ",many,EUR")
    first = keeper.standing().trouble
    edit(folder, "partners.csv", "Partner A", "Partner Z")
    assert keeper.standing().trouble is first is not None


def test_statements_that_have_lost_a_third_are_told(keeper: Keeper, folder: Path) -> None:
    keeper.standing()
    path = folder / "milestones.csv"  # seven rows, of which nothing else needs the last three
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-3]))
    doubts = keeper.standing().package.doubts
    assert doubts == (Fault("milestones.csv", 0, "", "4", "fewer_rows", "7"),)
    said = fewer_rows(doubts, words("en"))
    assert said == "Rows may have been lost: milestones.csv had 7 rows, now 4."
    assert fewer_rows((), words("en")) == ""


def test_what_fails_in_newer_tables_leaves_those_that_stand(
    folder: Path, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = keeper.standing().package

    def fails(_place: Path) -> None:
        raise RecursionError("deeper than anybody thought of")

    with monkeypatch.context() as broken:
        broken.setattr("lib.model.keeper.opened_at", fails)
        edit(folder, "funding.csv", ",1000,EUR", ",1001,EUR")
        held = keeper.standing()
        assert held.package is good
        assert held.trouble is not None
        assert [one.detail for one in held.trouble.faults] == ["RecursionError"]
    edit(folder, "funding.csv", ",1001,EUR", ",1002,EUR")
    assert keeper.standing().trouble is None


def test_a_table_that_is_still_written_is_left_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(folder, tmp_path / "state", 3600)
    good, path = keeper.standing(), folder / "sites.csv"
    first, *others = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + others[0])

    def writes_on(_seconds: float) -> None:
        path.write_bytes(path.read_bytes() + b"".join(others[1:-1]))

    with monkeypatch.context() as waiting:
        waiting.setattr("lib.model.keeper.time.sleep", writes_on)
        assert keeper.standing() is good
    keeper._quiet = 0
    assert len(keeper.standing().package.portfolio.sites) == len(others) - 1
    assert keeper.standing().package.doubts == ()


def test_a_table_that_has_lost_half_of_its_rows_is_doubtful(keeper: Keeper, folder: Path) -> None:
    before = len(keeper.standing().package.portfolio.sites)
    path = folder / "sites.csv"
    content = path.read_bytes()
    path.write_bytes(b"".join(content.splitlines(keepends=True)[:2]))
    lost = keeper.standing()
    fault = Fault("sites.csv", 0, "", "1", "fewer_rows", str(before))
    assert lost.package.doubts == (fault,)
    assert lost.trouble is None
    path.write_bytes(content)
    assert keeper.standing().package.doubts == ()


def test_the_last_good_set_outlives_a_restart(folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    good = Keeper(folder, state).standing()
    (folder / "parts.csv").unlink()
    held = Keeper(folder, state).standing()
    assert held.package.portfolio.fingerprint == good.package.portfolio.fingerprint
    assert held.trouble is not None
    assert [fault.rule for fault in held.trouble.faults] == ["missing_file"]
    (kept,) = state.iterdir()
    assert kept.stat().st_mode & 0o077 == 0


def test_without_a_last_good_set_the_faults_are_told(folder: Path, tmp_path: Path) -> None:
    (folder / "parts.csv").unlink()
    state = tmp_path / "state"
    for _ in range(2):
        with pytest.raises(FaultyTables, match="1 fault"):
            Keeper(folder, state).standing()
        state.mkdir(exist_ok=True)
        last_good._path(state, folder).write_bytes(b"PK half of it")


def test_a_state_folder_that_cannot_be_written_is_for_the_log(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_bytes(b"a file")
    assert Keeper(folder, tmp_path / "state").standing().trouble is None
    assert "could not be kept" in caplog.text


def test_what_took_too_long_is_read_again_by_itself(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a machine that is busy; not at every visit, and no file needs to change."""
    place = tmp_path / "tables.zip"
    place.write_bytes(packed(version(folder, "one")))
    keeper = Keeper(place, tmp_path / "state", 0)
    keeper.standing()
    with monkeypatch.context() as busy:
        busy.setattr(limited, "SECONDS", 0)
        place.write_bytes(packed(version(folder, "two")))
        held = keeper.standing()
    assert words_of(held) == {"one"}
    assert held.trouble is not None
    assert held.trouble.faults == (Fault("tables.zip", 0, "", "", "too_slow", "0"),)
    assert keeper.standing() is held
    at_once = time.monotonic() + AGAIN
    monkeypatch.setattr("lib.model.keeper.time.monotonic", lambda: at_once)
    now = keeper.standing()
    assert (words_of(now), now.trouble) == ({"two"}, None)


@pytest.mark.parametrize("is_folder", [True, False])
def test_tables_that_may_not_be_read_leave_the_last_good_ones(
    is_folder: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with unprivileged() as folder:
        keeper = Keeper(folder, folder.parent / "state", 0)
        good = keeper.standing()
        taken = folder if is_folder else folder / "parts.csv"
        before = taken.stat().st_mode
        taken.chmod(0)
        held = keeper.standing()
        assert held.package is good.package
        assert held.trouble is not None
        assert held.trouble.faults == (Fault(taken.name, 0, "", "", "no_permission"),)
        with pytest.raises(FaultyTables):
            Keeper(folder, folder.parent / "no state", 0).standing()
        assert check([str(folder)]) == 1
        monkeypatch.setenv("DASHBOARD_DATA", str(folder))
        assert not engine.is_rolled_up()
        taken.chmod(before)
        assert keeper.standing().trouble is None


def test_a_folder_of_others_among_the_tables_keeps_nobody_from_them() -> None:
    """Such as the lost+found that a disk has."""
    with unprivileged() as folder:
        (folder / "lost+found").mkdir(mode=0)
        assert opened_at(folder).doubts == ()
        (folder / "parts.parquet").mkdir(mode=0)
        with pytest.raises(FaultyTables) as told:
            opened_at(folder)
        fault = Fault("parts.parquet", 0, "", "", "no_permission")
        assert told.value.faults == (fault,)


@contextmanager
def unprivileged() -> Iterator[Path]:
    """A copy of the tables, and a user who may not read everything: to root rights say nothing."""
    before = os.geteuid()
    with TemporaryDirectory() as name:
        folder = copied(Path(name))
        if before == 0:
            for path in (Path(name), folder, *folder.iterdir()):
                os.chown(path, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(before)
            for path in (folder, *folder.iterdir()):
                path.chmod(0o700)


def test_a_zip_is_replaced_as_one(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "tables.zip"
    place.write_bytes(packed(version(folder, "one")))
    keeper = Keeper(place, tmp_path / "state", QUIET)
    assert words_of(keeper.standing()) == {"one"}
    place.write_bytes(packed(version(folder, "two")))
    assert words_of(keeper.standing()) == {"two"}
    place.write_bytes(place.read_bytes()[:-100])
    held = keeper.standing()
    assert words_of(held) == {"two"}
    assert held.trouble is not None


def test_a_link_to_the_next_folder_is_followed(folder: Path, tmp_path: Path) -> None:
    for word in ("one", "two"):
        (tmp_path / word).mkdir()
        for name, content in version(folder, word).items():
            (tmp_path / word / name).write_bytes(content)
    current = tmp_path / "current"
    current.symlink_to("one")
    keeper = Keeper(current, tmp_path / "state", QUIET)
    assert words_of(keeper.standing()) == {"one"}
    (tmp_path / "next").symlink_to("two")
    (tmp_path / "next").rename(current)
    assert words_of(keeper.standing()) == {"two"}


def test_any_change_of_a_file_changes_the_stamp(folder: Path) -> None:
    before, path = stamp(folder), folder / "parts.csv"
    state = path.stat()
    copy = folder / "copy"
    copy.write_bytes(path.read_bytes())
    os.utime(copy, ns=(state.st_atime_ns, state.st_mtime_ns))
    copy.rename(path)  # the same name, size, time: another file
    assert stamp(folder) != before


def test_replaced_two_hundred_times_under_readers(folder: Path, tmp_path: Path) -> None:
    versions = [version(folder, word) for word in ("one", "two")]

    def replace(files: dict[str, bytes]) -> None:
        for name, content in files.items():
            (folder / name).write_bytes(content)  # in place: half of it may be read

    replace(versions[0])
    keeper = Keeper(folder, tmp_path / "state", QUIET)
    seen: list[set[str]] = [words_of(keeper.standing())]
    done = Event()

    def look() -> None:
        while not done.is_set():
            seen.append(words_of(keeper.standing()))
            time.sleep(0.01)

    readers = [Thread(target=look) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(200):
        replace(versions[number % 2])
        time.sleep(0.3 if number % 40 == 39 else 0.002)
    done.set()
    for reader in readers:
        reader.join()
    assert {frozenset(words) for words in seen} <= {frozenset({"one"}), frozenset({"two"})}
    assert words_of(keeper.standing()) == {"two"}
    assert keeper.standing().trouble is None


@pytest.fixture
def writer(root: Path, tmp_path: Path) -> Iterator[list[str]]:
    """A program that puts one content in the place of another for ever; cheap to start."""
    script = (
        "import sys; from pathlib import Path; from lib.files.whole import write_whole\n"
        "path = Path(sys.argv[1])\nprint(flush=True)\n"
        "while True:\n"
        "    for letter in (b'a', b'b'): write_whole(path, letter * 300_000)\n"
    )
    yield [sys.executable, "-S", "-E", "-c", script, str(tmp_path / "kept.zip")]


def test_killed_a_hundred_times_while_it_is_kept(
    root: Path, tmp_path: Path, writer: list[str]
) -> None:
    path = tmp_path / "kept.zip"
    chance = random.Random(7)
    whole = {letter * 300_000 for letter in (b"a", b"b")}
    for _ in range(100):
        with subprocess.Popen(writer, cwd=root, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.01))
            process.send_signal(signal.SIGKILL)
        assert not path.exists() or path.read_bytes() in whole
    assert path.read_bytes() in whole


def test_a_writer_that_is_killed_leaves_a_whole_set(folder: Path, tmp_path: Path) -> None:
    """Files cut anywhere, as a copy is that was killed: the set before stands, or the new one."""
    versions = {word: version(folder, word) for word in ("one", "two")}
    for name, content in versions["one"].items():
        (folder / name).write_bytes(content)
    keeper = Keeper(folder, tmp_path / "state", 0)
    assert words_of(keeper.standing()) == {"one"}
    chance = random.Random(11)
    for _ in range(12):
        names = list(versions["two"])
        last = chance.randrange(len(names))
        for name in names[:last]:
            (folder / name).write_bytes(versions["two"][name])
        cut = versions["two"][names[last]]
        (folder / names[last]).write_bytes(cut[: chance.randrange(len(cut))])
        assert words_of(keeper.standing()) == {"one"}
        for name, content in versions["one"].items():
            (folder / name).write_bytes(content)
    for name, content in versions["two"].items():
        (folder / name).write_bytes(content)
    assert words_of(keeper.standing()) == {"two"}


def test_what_is_kept_is_what_was_read(folder: Path, tmp_path: Path) -> None:
    package = opened_at(folder)
    last_good.keep(tmp_path / "state", folder, package)
    found = last_good.restored(tmp_path / "state", folder)
    assert found is not None
    assert found[0].brought.files == package.brought.files
