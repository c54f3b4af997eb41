"""The scripts in pages/: short, without calculation, without state, nothing unsafe."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pages.reading import PAGES

LONGEST = 45
SCRIPTS = (*PAGES, "changes", "check", "own", "totals", "words")
NEVER = {
    *("groupby", "query", "merge", "pivot_table", "apply", "session_state", "query_params"),
    *("unsafe_allow_html", "unsafe_allow_javascript", "cache_data", "cache_resource"),
}


def names(tree: ast.AST) -> Iterator[str]:
    """Every attribute and every keyword that a script writes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg
        elif isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda) and not isinstance(
            node, ast.Lambda
        ):
            yield f"def {node.name}"


def faults(source: str) -> list[str]:
    """What in a script belongs elsewhere."""
    found = sorted(set(names(ast.parse(source))) & NEVER)
    found += [name for name in names(ast.parse(source)) if name.startswith("def ")]
    lines = len(source.splitlines())
    return found + ([f"{lines} lines"] if lines > LONGEST else [])


def test_every_page_has_its_script(root: Path) -> None:
    assert sorted(path.stem for path in (root / "pages").glob("*.py")) == sorted(SCRIPTS)


@pytest.mark.parametrize("page", SCRIPTS)
def test_a_script_only_assembles(root: Path, page: str) -> None:
    assert faults((root / "pages" / f"{page}.py").read_text(encoding="utf-8")) == []


def test_no_html_is_let_through(root: Path) -> None:
    found = [
        path
        for folder in ("lib", "pages")
        for path in (root / folder).rglob("*.py")
        if "unsafe_allow" in path.read_text(encoding="utf-8")
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("rows.groupby('a')", "groupby"),
        ("st.session_state['a'] = 1", "session_state"),
        ("st.markdown(a, unsafe_allow_html=True)", "unsafe_allow_html"),
        ("def total():\n    pass", "def total"),
        ("a = 1\n" * 46, "46 lines"),
    ],
)
def test_what_belongs_elsewhere_is_found(source: str, fault: str) -> None:
    assert faults(source) == [fault]
