"""Who may import whom: files <- model <- figures <- charts <- view <- pages, as written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

# A room (or the file in its place) and the rooms it may import from besides itself.
MAY_IMPORT: dict[str, set[str]] = {
    "files": set(),
    "model": {"files"},
    "wording": {"model"},
    "figures": {"model"},
    "charts": {"model", "figures", "wording"},
    "exports": {"model", "figures", "charts", "wording"},
    "view": {"model", "figures", "charts", "wording", "exports"},
    "pages": {"model", "figures", "charts", "wording", "exports", "view"},
    "app": {"model", "figures", "charts", "wording", "view"},
    "check": {"model", "wording"},
    "template": {"model", "wording"},
    "web": set(),
    "dashboard": {"model", "view", "web"},
}
MAY_USE_STREAMLIT = {"view", "pages", "app", "web", "dashboard"}
# Translations come with the wording, the shell and its style with the web, what a page from a disk
# holds with the exports; all else is read by the files and the model.
MAY_READ_FILES = {
    *("files", "model", "wording/catalogue.py"),
    *("web/own_shell.py", "web/policy.py", "exports/web_files.py"),
}
READERS = {"open", "read_text", "read_bytes", "read_csv", "read_excel", "read_json", "read_parquet"}
NEVER = {"pages", "dashboard", "scripts", "bench", "tests"}


def room_of(file: str) -> str:
    """``lib/model/x.py`` -> ``model``; ``lib/app.py`` -> ``app``; ``pages/x.py`` -> ``pages``."""
    parts = Path(file).with_suffix("").parts
    return parts[1] if parts[0] == "lib" and len(parts) > 1 else parts[0]


def imported(tree: ast.AST) -> Iterator[str]:
    """Every imported module or name with its full path, wherever in the file it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (f"{module}.{name.name}" for name in node.names)


def called(tree: ast.AST) -> Iterator[str]:
    """The last name of everything that is called: ``path.read_text()`` -> ``read_text``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr
            elif isinstance(node.func, ast.Name):
                yield node.func.id


def violations(file: str, source: str) -> list[str]:
    """What a file does that its room may not."""
    room, tree = room_of(file), ast.parse(source)
    if file == "lib/__init__.py":
        return [f"{file} imports {name}" for name in imported(tree) if name[:10] != "__future__"]
    if room not in MAY_IMPORT:
        return [f"{file}: the room {room!r} is not in the table of this test; who may it import?"]
    found = []
    for name in imported(tree):
        parts = name.split(".")
        if name.startswith("."):
            found.append("imports relatively")
        elif parts[0] in NEVER:
            found.append(f"imports {parts[0]}")
        elif parts[0] == "lib" and len(parts) > 1 and parts[1] not in MAY_IMPORT[room] | {room}:
            found.append(f"imports lib.{parts[1]}")
        elif parts[0] in MAY_IMPORT:
            found.append(f"imports {parts[0]} without lib")
        elif parts[0] == "streamlit" and room not in MAY_USE_STREAMLIT:
            found.append("imports streamlit")
        elif parts[:2] == ["plotly", "express"]:
            found.append("imports plotly.express")
    if not any(file == f"lib/{place}" or room == place for place in MAY_READ_FILES):
        found += [f"reads a file with {name}" for name in called(tree) if name in READERS]
    return [f"{file} {what}" for what in found]


def files(root: Path) -> list[Path]:
    """Every file the rule is about."""
    return [root / "dashboard.py", *(root / "lib").rglob("*.py"), *(root / "pages").rglob("*.py")]


def test_imports_point_one_way(root: Path) -> None:
    found = [
        violation
        for path in files(root)
        for violation in violations(
            path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        )
    ]
    assert not found, "\n".join(found)


def test_every_room_is_looked_at(root: Path) -> None:
    rooms = {room_of(path.relative_to(root).as_posix()) for path in files(root)}
    assert {"model", "figures", "charts", "wording", "view", "pages", "web"} <= rooms


@pytest.mark.parametrize(
    ("file", "source", "what"),
    [
        ("lib/model/x.py", "from lib.figures.funding import total", "imports lib.figures"),
        ("lib/model/x.py", "import lib.wording.words", "imports lib.wording"),
        ("lib/figures/x.py", "from lib.wording.words import Words", "imports lib.wording"),
        ("lib/figures/x.py", "from lib import charts", "imports lib.charts"),
        ("lib/wording/x.py", "from lib.figures import funding", "imports lib.figures"),
        ("lib/charts/x.py", "from lib.view.card import card", "imports lib.view"),
        ("lib/charts/x.py", "def f():\n    import streamlit as st", "imports streamlit"),
        ("lib/charts/x.py", "from streamlit import cache_data", "imports streamlit"),
        ("lib/charts/x.py", "import plotly.express as px", "imports plotly.express"),
        ("lib/charts/x.py", "from plotly import express", "imports plotly.express"),
        ("lib/exports/x.py", "from lib.view.block import foot", "imports lib.view"),
        ("lib/exports/x.py", "import streamlit as st", "imports streamlit"),
        ("lib/charts/x.py", "from lib.exports.pack import Pack", "imports lib.exports"),
        ("lib/view/x.py", "from pages.overview import show", "imports pages"),
        ("lib/view/x.py", "import lib.app", "imports lib.app"),
        ("lib/view/x.py", "from lib.web.policy import shell", "imports lib.web"),
        ("lib/view/x.py", "from .card import card", "imports relatively"),
        ("lib/view/x.py", "from model.schema import TABLES", "imports model without lib"),
        ("lib/app.py", "import pages.overview", "imports pages"),
        ("lib/web/x.py", "from lib.model.store import is_ready", "imports lib.model"),
        ("lib/figures/x.py", "open('a.csv')", "reads a file with open"),
        ("lib/view/x.py", "import pandas as pd\npd.read_csv('a')", "reads a file with read_csv"),
        (
            "pages/x.py",
            "from pathlib import Path\nPath('a').read_text()",
            "reads a file with read_",
        ),
        ("lib/wording/words.py", "Path('a').read_bytes()", "reads a file with read_bytes"),
        ("pages/x.py", "from tests.conftest import root", "imports tests"),
        ("lib/anew/x.py", "", "who may it import?"),
    ],
)
def test_a_wrong_import_is_found(file: str, source: str, what: str) -> None:
    found = violations(file, source)
    assert len(found) == 1
    assert what in found[0]


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("lib/model/x.py", "import pandas as pd\nfrom lib.model.schema import TABLES\nopen('a')"),
        ("lib/figures/x.py", "from lib.model.portfolio import Portfolio"),
        ("lib/charts/x.py", "import plotly.graph_objects as go\nfrom lib.figures import funding"),
        ("lib/wording/catalogue.py", "Path('it.po').open()"),
        ("lib/view/x.py", "import streamlit as st\nfrom lib.charts.theme import palette"),
        ("lib/exports/x.py", "from lib.charts.theme import LIGHT"),
        ("lib/view/x.py", "from lib.exports.formats import FORMATS"),
        ("lib/app.py", "import streamlit as st\nfrom lib.view.frame import frame"),
        ("pages/x.py", "import streamlit as st\nfrom lib.view.card import card"),
        ("dashboard.py", "import streamlit as st\nfrom lib.web.routes import routes"),
    ],
)
def test_a_right_import_is_let_pass(file: str, source: str) -> None:
    assert violations(file, source) == []
