"""The page of targets: what answers no target is listed by project, counted by csv alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixture.copies import copied, edit
from tests.pages import sums
from tests.pages.reading import Opened, again, opened, plain
from tests.pages.tables import Row, rows


def unmatched(chosen: dict[str, str]) -> list[Row]:
    """Headline results that no chart shows: of no whole project's target, nor a count of payers."""
    kinds = {row["indicator_id"]: row for row in rows("indicators")}

    def is_whole(row: Row) -> bool:
        return row["scope"] == "project" and kinds[row["indicator_id"]]["total_id"] != ""

    promised = {row["quantity_id"] for row in rows("targets") if is_whole(row)}

    def about(row: Row) -> set[str]:
        if row["project_id"]:
            return {row["project_id"]}
        return {one["project_id"] for one in rows("projects")
                if row["edition_id"] in ("", one["edition_id"])}  # fmt: skip

    own = set(sums.projects(chosen))
    return [
        row
        for row in rows("results")
        if about(row) <= own
        and row["is_headline"] == "true"
        and kinds[row["indicator_id"]]["indicator_kind"] != "funders"
        and not (row["quantity_id"] in promised and is_whole(row))
    ]


def said(shown: Opened) -> str:
    return " ".join(shown.texts).replace("\u00a0", " ")


@pytest.mark.parametrize("chosen", [{}, {"edition": "1"}, {"partner": "singa"}], ids=str)
def test_results_without_a_target_are_listed_and_the_rest_is_counted(
    chosen: dict[str, str],
) -> None:
    shown = opened("targets", chosen)
    inside = [row for row in unmatched(chosen) if row["scope"] in ("project", "part")]
    outside = [row for row in unmatched(chosen) if row["scope"] in ("earlier", "foundation")]
    assert len(inside) + len(outside) == len(unmatched(chosen)) > 0
    assert all(row["description_en"] in said(shown) for row in inside)
    assert not any(row["description_en"] in said(shown) for row in outside)
    labels = [plain(one.label) for one in shown.at.expander]
    noun = "project" if "partner" in chosen else "projects"
    assert f"{len(outside)} statements from before or outside the {noun}" in labels
    shown.at.session_state["unmatched-outside"] = True
    assert all(row["description_en"] in said(again(shown)) for row in outside)


def test_a_project_leads_to_its_profile_under_the_same_filters() -> None:
    shown = opened("targets", {"edition": "1"})
    links = [(link.proto.label, link.proto.query_string) for link in shown.of("page_link")]
    assert ("SINGA", "edition=1&project=singa&lang=en") in links


def test_the_title_counts_results_that_reach_their_number() -> None:
    (title,) = [text for text in opened("targets").texts if "announced number" in text][:1]
    assert title == (
        "Each of the 3 comparable results reaches the announced number of places, "
        "2 of them reported after their date, but sources differ on each of them"
    )


def test_targets_and_results_in_other_units_stand_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Participants enter no total: no chart shows them, and yet they are compared."""
    folder = copied(tmp_path)
    edit(folder, "results.csv", "project-b/parents-reached,parents,25,part",
         "project-b/participants,participants,25,project")  # fmt: skip
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    page = opened("targets")
    assert "For 3 of 4 projects a result can be set against the target" in said(page)
    assert "Targets and results in other units" in said(page)
    assert "not comparable: 25\u00a0participants" not in said(page)
