"""The committed bundle is what its sources and its lock make, and says whose work is in it."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from email.parser import Parser
from pathlib import Path
from typing import Any

import plotly
import pytest

from lib.model.languages import LANGUAGES

REMEDY = "run make bundle"


@pytest.fixture
def folder(root: Path) -> Path:
    return root / "lib" / "component"


@pytest.fixture
def manifest(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
    return found


@pytest.fixture
def bundle(folder: Path) -> Path:
    """The one script that Streamlit's pattern for charts must find."""
    (found,) = (folder / "built").glob("chart.*.js")
    return found


@pytest.fixture(params=["chart", "copy-link", "language", "map", "picture", "room", "rows", "told"])
def script(request: pytest.FixtureRequest, folder: Path) -> Path:
    (found,) = (folder / "built").glob(f"{request.param}.*.js")
    return found


def hashes(paths: list[Path]) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def test_the_sources_are_those_of_the_bundle(folder: Path, manifest: dict[str, Any]) -> None:
    sources = [path for path in (folder / "source").iterdir() if path.is_file()]
    assert hashes(sources) == manifest["sources"], REMEDY


def test_the_built_files_are_those_that_were_built(folder: Path, manifest: dict[str, Any]) -> None:
    assert hashes(list((folder / "built").iterdir())) == manifest["built"], REMEDY


def test_a_bundle_is_named_by_its_content(script: Path) -> None:
    name = script.name.partition(".")[0]
    assert script.name == f"{name}.{hashlib.sha256(script.read_bytes()).hexdigest()[:16]}.js"


def test_what_it_is_made_of_is_pinned(folder: Path, manifest: dict[str, Any]) -> None:
    package = json.loads((folder / "source" / "package.json").read_text("utf-8"))
    lock = json.loads((folder / "source" / "package-lock.json").read_text("utf-8"))["packages"]
    wanted = package["dependencies"] | package["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    locked = {name: lock[f"node_modules/{name}"] for name in wanted}
    assert {name: entry["version"] for name, entry in locked.items()} == wanted
    assert all("integrity" in entry for path, entry in lock.items() if path)
    assert manifest["plotly"] == wanted["plotly.js"]
    assert manifest["deck"] == wanted["@deck.gl/core"] == wanted["@deck.gl/layers"]


def test_plotly_is_the_one_that_python_writes_figures_for(manifest: dict[str, Any]) -> None:
    path = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    with path.open(encoding="utf-8") as script:
        assert f"plotly.js v{manifest['plotly']}\n" in script.read(200)


@pytest.mark.parametrize(
    ("name", "package", "title", "owner"),
    [
        ("chart", "plotly.js", "plotly.js", "2012-2026, Plotly, Inc."),
        ("map", "@deck.gl/core", "deck.gl", "vis.gl contributors"),
    ],
)
def test_licences_are_kept(
    folder: Path, manifest: dict[str, Any], name: str, package: str, title: str, owner: str
) -> None:
    (bundle,) = (folder / "built").glob(f"{name}.*.js")
    version = manifest[title.removesuffix(".js").removesuffix(".gl")]
    head = bundle.read_text("utf-8")[:400]
    assert head.startswith("/*!")
    assert f"{title} v{version}, Copyright {owner}, MIT licence" in head
    texts = (folder / "built" / "LICENCES.txt").read_text("utf-8")
    assert f"{package} {version}, MIT" in texts
    assert "Plotly" in texts and "Vis.gl contributors" in texts
    assert "The above copyright notice and this permission notice shall be included" in texts
    assert "@plotly/d3" in texts


def test_a_bundle_runs_under_the_policy(script: Path) -> None:
    text = script.read_text("utf-8")
    assert not re.search(r"\beval\(|new Function\(|import\(", text)


def test_plotly_speaks_every_language(bundle: Path) -> None:
    text = bundle.read_text("utf-8")
    assert [
        code for code in LANGUAGES[1:] if f'moduleType:"locale",name:"{code}"' not in text
    ] == []


def test_streamlit_finds_the_component(root: Path) -> None:
    (info,) = root.glob("*.dist-info")
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    named = Parser().parsestr((info / "METADATA").read_text("utf-8"))
    assert (named["Name"], named["Version"]) == (
        project["project"]["name"],
        project["project"]["version"],
    )
    components = project["tool"]["streamlit"]["component"]["components"]
    assert sorted(component["name"] for component in components) == [
        "chart",
        "copy-link",
        "language",
        "map",
        "picture",
        "room",
        "rows",
        "told",
    ]
    for component in components:
        assert len([*(root / component["asset_dir"]).glob(f"{component['name']}.*.js")]) == 1
