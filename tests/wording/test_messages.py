"""The script that keeps the catalogues in step with the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.messages import catalogues, main, read


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "lib" / "wording" / "locales" / "it" / "LC_MESSAGES").mkdir(parents=True)
    catalogue = tmp_path / "lib/wording/locales/it/LC_MESSAGES/dashboard.po"
    catalogue.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        '# an old hand wrote this\nmsgid "Map"\nmsgstr "Mappa"\n\n'
        'msgid "Gone"\nmsgstr "Andato"\n',
        "utf-8",
    )
    (tmp_path / "dashboard.py").write_text('_("Città"), _("Map")\n', "utf-8")
    (tmp_path / "lib" / "a.py").write_text('w.ngettext("{n} place", "{n} places", n)\n')
    return tmp_path


def text(project: Path) -> str:
    return catalogues(project)["it"].read_text("utf-8")


def test_new_come_in_obsolete_go_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(project) == 0
    messages = read(catalogues(project)["it"], "it")
    assert [m.id for m in messages if m.id] == ["Città", "Map", ("{n} place", "{n} places")]
    assert messages.get("Map").string == "Mappa"  # type: ignore[union-attr]
    assert "# an old hand wrote this" in text(project)
    assert "Gone" not in text(project)
    assert capsys.readouterr().out == (
        "it: 3 messages, 2 lack a translation\n"
        "  dashboard.py: 'Città'\n"
        "  lib/a.py: ('{n} place', '{n} places')\n"
    )


def test_twice_changes_nothing(project: Path) -> None:
    main(project)
    once, touched = text(project), catalogues(project)["it"].stat().st_mtime_ns
    main(project)
    assert text(project) == once
    assert catalogues(project)["it"].stat().st_mtime_ns == touched


def test_moving_a_text_within_a_file_changes_nothing(project: Path) -> None:
    main(project)
    once = text(project)
    moved = "\n\n\n" + (project / "lib" / "a.py").read_text()
    (project / "lib" / "a.py").write_text(moved)
    main(project)
    assert text(project) == once


def test_no_dates_or_line_numbers(project: Path) -> None:
    main(project)
    assert "Date" not in text(project)
    assert "#: lib/a.py\n" in text(project)


def test_a_catalogue_started_empty_gets_its_header(project: Path) -> None:
    catalogues(project)["it"].write_text("")
    main(project)
    assert '"Language: it\\n"' in text(project)
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in text(project)


@pytest.mark.parametrize(
    "line", ["Mappa", '"Mappa', 'Mappa"', '"la "Mappa""', '"Mappa"\n<<<<<<< HEAD', '"Mappa\\"']
)
def test_a_broken_catalogue_is_not_overwritten(project: Path, line: str) -> None:
    broken = f'msgid "Map"\nmsgstr {line}\n'
    catalogues(project)["it"].write_text(broken)
    with pytest.raises(ValueError, match=r"dashboard\.po, line [23]: write the text in double"):
        main(project)
    assert text(project) == broken


def test_quotes_inside_a_text_are_kept(project: Path) -> None:
    whole = 'msgid "Map"\nmsgstr "la \\"Mappa\\" C:\\\\n"\n'
    catalogues(project)["it"].write_text(whole)
    main(project)
    assert read(catalogues(project)["it"], "it").get("Map").string == 'la "Mappa" C:\\n'  # type: ignore[union-attr]
