"""The Data Package of a pack, opened as others would open it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package

from lib.exports.contents import pack_of
from lib.exports.data_package import data_package
from lib.exports.exhibits import Cards, Tabled
from lib.exports.rows import csv_bytes
from lib.figures import flow, key, places, record
from lib.model.keeper import Keeper
from lib.model.languages import LANGUAGES
from lib.model.package import opened, opened_at
from lib.model.portfolio import Portfolio
from lib.model.schema import OPTIONAL, TABLES
from lib.model.selection import Selection
from lib.model.store import load
from tests.exports.conftest import SELECTIONS, made, tables
from tests.fixture import copies


@cache
def bytes_of(name: str, language: str) -> bytes:
    return data_package(made(name, language))


@cache
def read_again() -> Portfolio:
    """The tables of the whole package."""
    return opened({"pack.zip": bytes_of("all", "en")}).portfolio


@pytest.mark.parametrize(
    ("name", "language"), [("all", "en"), ("page only", "it"), ("nothing", "it")]
)
def test_it_is_a_valid_package(name: str, language: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(bytes_of(name, language))) as archive:
        archive.extractall(tmp_path)
        listed = set(archive.namelist())
    package = Package(str(tmp_path / "datapackage.json"))
    assert {one.path for one in package.resources} == {
        file for file in listed if file.startswith(("tables/", "figures/"))
    }
    for resource in package.resources:
        report = resource.validate()
        assert report.valid, (resource.path, report.flatten(["note"])[:3])
        assert resource.path.endswith(".json") or resource.schema.fields


@pytest.mark.parametrize("name", SELECTIONS)
def test_every_figure_is_in_it_as_on_the_page(name: str) -> None:
    pack = made(name, "en")
    with zipfile.ZipFile(io.BytesIO(bytes_of(name, "en"))) as archive:
        files = {file: archive.read(file) for file in archive.namelist()}
    figures = [one for one in pack.exhibits() if isinstance(one, Tabled | Cards)]
    assert len([file for file in files if file.startswith("figures/")]) == 3 * len(figures)
    titles = {
        one.name: section.titled(one.title, pack.words)
        for section in pack.sections
        for one in section.exhibits
    }
    for one in figures:
        stem = f"figures/{one.name.replace('.', '-')}"
        assert files[f"{stem}.csv"] == csv_bytes(one.frame)
        said = json.loads(files[f"{stem}.json"])
        assert said["title"] == titles[one.name]
        assert [source["number"] for source in said["sources"]] == pack.numbers(one.source_ids)
    assert {f"tables/{table}.csv" for table in TABLES if table not in OPTIONAL} <= set(files)


def test_it_says_what_it_is() -> None:
    pack = made("edition", "it")
    with zipfile.ZipFile(io.BytesIO(bytes_of("edition", "it"))) as archive:
        said = json.loads(archive.read("datapackage.json"))
        guide = archive.read("README.md").decode()
        files = archive.namelist()
        documents = archive.read("tables/sources.csv").decode()
    for text in (pack.title, *pack.summary, pack.dated, pack.version, "Come leggere i numeri"):
        assert text in guide.replace("\\", "")
    assert "Haciendo Camino: Organizzazioni" in guide
    paths = set(re.findall(r"`([^`]+)`", guide))
    assert paths == {
        "datapackage.json", "tables/", "figures/",
        *(name for name in files if name.startswith("tables/")),
        *(name.rpartition(".")[0] for name in files if name.startswith("figures/")),
    }  # fmt: skip
    read = {row["source_id"] for row in csv.DictReader(io.StringIO(documents))}
    assert (
        set(record.sources(pack.portfolio)["source_id"])
        <= read
        < set(tables().sources["source_id"])
    )
    (key_figures,) = [one for one in said["resources"] if one["path"] == "figures/key-figures.csv"]
    fields = {one["name"]: one for one in key_figures["schema"]["fields"]}
    assert fields["high"]["type"] == "number"
    assert fields["high"]["title"] == pack.words.gettext("High")
    assert "at_least" in fields["ending"]["constraints"]["enum"]
    assert all(fields[name]["description"] for name in ("low", "high", "ending", "whole_high"))
    assert pack.summary[0] in said["description"]
    assert said["selection"] == {"edition": ["1"], "lang": ["it"]}
    assert said["licenses"][0]["name"] == "CC-BY-4.0"
    assert said["created"] == f"{pack.day.isoformat()}T00:00:00Z"
    assert "tables/sources.csv" in [source["path"] for source in said["sources"]]
    titles = [source["title"] for source in said["sources"]]
    assert all(f"{one.publisher}: {one.title}" in titles for one in pack.citations)


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert data_package(made("country", "en")) == bytes_of("country", "en")


@pytest.mark.parametrize("language", LANGUAGES[:2])
def test_the_whole_package_is_read_again_with_the_same_figures(language: str) -> None:
    whole = Selection(language=language)
    again = opened({"pack.zip": bytes_of("all", language)})
    assert again.doubts == opened_at(copies.REAL).doubts
    for name in TABLES:
        pd.testing.assert_frame_equal(again.portfolio.table(name), tables().table(name))
    there, here = again.portfolio.select(whole), tables().select(whole)
    for figure in (key.key_figures, places.announced, flow.flow, record.statements):
        pd.testing.assert_frame_equal(figure(there), figure(here))


def test_it_can_be_what_the_dashboard_serves(tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    path.write_bytes(bytes_of("all", "en"))
    served = Keeper(path, tmp_path / "state").standing()
    assert served.trouble is None
    pd.testing.assert_frame_equal(
        key.key_figures(served.package.portfolio.select(Selection())),
        key.key_figures(tables().select(Selection())),
    )


@pytest.mark.parametrize("chosen", [Selection(), Selection(edition=("1",))], ids=str)
def test_a_package_of_a_package_can_be_read_too(chosen: Selection) -> None:
    again = data_package(pack_of(read_again(), chosen))
    twice = opened({"again.zip": again}).portfolio
    pd.testing.assert_frame_equal(
        twice.select(Selection()).statements, tables().select(chosen).statements
    )


def test_a_selection_of_a_selection_says_both() -> None:
    edition = opened({"pack.zip": bytes_of("edition", "en")}).portfolio
    chosen = Selection(programme=("families",), language="it")
    with zipfile.ZipFile(io.BytesIO(data_package(pack_of(edition, chosen)))) as archive:
        said = json.loads(archive.read("datapackage.json"))
    assert said["selection"] == {"edition": ["1"], "programme": ["families"], "lang": ["it"]}


def test_how_the_files_were_written_is_not_said_of_those_that_are_written_anew(
    tmp_path: Path,
) -> None:
    folder = copies.copied(tmp_path)
    path = folder / "funding.csv"
    text = path.read_text(encoding="utf-8").replace(",1000,EUR", ',"1000,5",EUR')
    text = text.replace(",30.5,", ',"30,5",')
    path.write_text(text, encoding="cp1252")
    field = {"name": "value", "decimalChar": ","}
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    resource = {
        "name": "funding",
        "path": "funding.csv",
        "encoding": "cp1252",
        "hash": f"sha256:{digest}",
        "bytes": path.stat().st_size,
        "schema": {"fields": [field]},
    }
    geo = {"name": "geo", "path": "geo/countries.json"}
    (folder / "datapackage.json").write_text(json.dumps({"resources": [resource, geo]}), "utf-8")
    own = load(folder)
    assert 1000.5 in own.funding["value"].tolist()
    for chosen in (Selection(), Selection(edition=("1",))):
        again = opened({"pack.zip": data_package(pack_of(own, chosen))}).portfolio
        rows, expected = again.select(Selection()).funding, own.select(chosen).funding
        pd.testing.assert_frame_equal(rows, expected.reset_index(drop=True))
