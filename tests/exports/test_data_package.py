"""The Data Package of a pack, opened as others would open it."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from frictionless import Package

from lib.exports.data_package import data_package
from lib.exports.exhibits import Cards, Tabled
from lib.exports.rows import csv_bytes
from lib.model.schema import TABLES
from tests.exports.conftest import SELECTIONS, made
from tests.fixture import copies


@pytest.mark.parametrize("name", ["all", "page only", "nothing"])
def test_it_is_a_valid_package(name: str, tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    path.write_bytes(data_package(made(name, "it")))
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path)
        listed = set(archive.namelist())
    package = Package(str(tmp_path / "datapackage.json"))
    assert {one.path for one in package.resources} == {
        file for file in listed if file.startswith(("tables/", "figures/"))
    }
    for resource in package.resources:
        if resource.path.startswith("tables/"):
            report = resource.validate()
            assert report.valid, report.flatten(["note"])[:3]


@pytest.mark.parametrize("name", SELECTIONS)
def test_every_figure_is_in_it_as_on_the_page(name: str) -> None:
    pack = made(name, "en")
    with zipfile.ZipFile(io.BytesIO(data_package(pack))) as archive:
        files = {file: archive.read(file) for file in archive.namelist()}
    figures = [one for one in pack.exhibits() if isinstance(one, Tabled | Cards)]
    assert len([file for file in files if file.startswith("figures/")]) == 3 * len(figures)
    for one in figures:
        stem = f"figures/{one.name.replace('.', '-')}"
        assert files[f"{stem}.csv"] == csv_bytes(one.frame)
        said = json.loads(files[f"{stem}.json"])
        assert said["title"] == one.title
        assert [source["number"] for source in said["sources"]] == pack.numbers(one.source_ids)
    assert {f"tables/{table}.csv" for table in TABLES} <= set(files)


def test_it_says_what_it_is() -> None:
    pack = made("edition", "it")
    with zipfile.ZipFile(io.BytesIO(data_package(pack))) as archive:
        said = json.loads(archive.read("datapackage.json"))
        assert archive.read("README.md") == (copies.REAL / "README.md").read_bytes()
    assert pack.summary[0] in said["description"]
    assert said["selection"] == {"edition": ["1"], "lang": ["it"]}
    assert said["licenses"][0]["name"] == "CC-BY-4.0"
    titles = [source["title"] for source in said["sources"]]
    assert all(f"{one.publisher}: {one.title}" in titles for one in pack.citations)


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert data_package(made("country", "en")) == data_package(made("country", "en"))
