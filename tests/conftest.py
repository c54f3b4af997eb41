"""What every test can rely on."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.fixture.postgres import Server

HERE = Path(__file__).resolve().parent

# A slow machine is not a failing property; the same examples on every machine.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

# Tests read the tables of this checkout, whatever the shell they were started from says.
for _name in ("DASHBOARD_DATA", "DASHBOARD_ENGINE"):
    os.environ.pop(_name, None)
# What they load is kept where nobody else looks, and nobody afterwards.
_STATE = TemporaryDirectory()
os.environ["DASHBOARD_STATE"] = _STATE.name


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of dashboard.py."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server for all tests; whoever ends or freezes it starts it again."""
    from tests.fixture.postgres import serving

    with serving() as server:
        yield server


# Each test in these folders opens pages, makes packs or many rows: ``integration``, as are those
# of a database and those that are marked. ``make unit`` does not even import the folders.
INTEGRATION = ("bench", "browser", "example", "exports", "pages")
ONLY_UNITS = "not integration"

# What takes longest begins first, so that no process works alone at the end. Some of it waits and
# some computes; next to each other, they share the processor.
LONG_FILES = (
    *("model/test_watcher.py", "exports/test_pdf.py", "model/test_engines.py"),
    *("files/test_odd.py", "model/test_identity.py", "exports/test_slides.py"),
    *("exports/test_data_package.py", "pages/test_database.py", "exports/test_web_page.py"),
    *("pages/test_changes.py", "model/test_database.py", "exports/test_changes.py"),
    *("exports/test_other_portfolio.py", "pages/test_web_page.py", "exports/test_slide_room.py"),
    *("model/test_keeper.py", "figures/test_changes.py", "figures/test_every.py"),
)
LONG_VISITS = (
    *("test_frozen_gone_and_back", "test_panels_and_chosen_filters"),
    *("test_pages_are_whole_at_twice_the_size", "test_hostile_text_is_shown_as_it_stands"),
    "test_a_click_on_a_group_filters_by_its_country_and_shows_each_place",
    *("test_pages_are_whole", "test_what_a_person_would_notice_is_a_fault"),
    *("test_nothing_left_and_nothing_there", "test_menus_of_a_phone"),
    "test_faulty_tables_show_their_faults_until_they_are_mended",
    "test_a_tablet_shows_numbers_whole",
)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Whether a folder need not be imported, since none of its tests is asked for."""
    is_folder = collection_path.parent == HERE and collection_path.name in INTEGRATION
    return True if is_folder and config.option.markexpr == ONLY_UNITS else None


def is_integration(item: pytest.Item) -> bool:
    """Whether a test is one of integration by its folder or by what it asks for."""
    folder = item.path.relative_to(HERE).parts[0]
    return folder in INTEGRATION or "postgres" in getattr(item, "fixturenames", ())


@pytest.hookimpl(tryfirst=True)  # before pytest chooses by mark
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests; browser tests last: Playwright keeps an event loop running in its process."""
    for item in filter(is_integration, items):
        item.add_marker("integration")
    visits = [item for item in items if "browser" in item.path.parent.parts]
    others = [item for item in items if "browser" not in item.path.parent.parts]
    others.sort(key=lambda item: place_in(LONG_FILES, "/".join(item.path.parts[-2:])))
    items[:] = [*others, *shared_out(visits)]


def pytest_collection_finish() -> None:
    """What is imported and collected stays: nobody needs to look through it for garbage again."""
    gc.collect()
    gc.freeze()


def shared_out(visits: list[pytest.Item]) -> list[pytest.Item]:
    """Visits in as many parts as there are processes, each of which begins with long ones."""
    count = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    by_length = sorted(visits, key=lambda item: place_in(LONG_VISITS, name_of(item)))
    longest = sum(name_of(item) in LONG_VISITS for item in visits)
    long, short = by_length[:longest], by_length[longest:]
    size = -(-len(short) // count)
    parts = [[*long[n::count], *short[n * size : (n + 1) * size]] for n in range(count)]
    return [item for part in parts for item in part]


def place_in(known: tuple[str, ...], name: str) -> int:
    return known.index(name) if name in known else len(known)


def name_of(item: pytest.Item) -> str:
    """The name of a test, whatever it is given."""
    return item.name.partition("[")[0]
