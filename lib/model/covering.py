"""Covering: which projects the statements behind each row of a rollup are about."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from lib.model.codes import Coded, Links, Positions


class Covering(NamedTuple):
    """Rows of a rollup in groups that are about the same projects.

    ``group`` (of every row), ``projects`` (pairs of group and project), ``edition``, ``programme``
    (of every row; "" where a statement is about more than one).
    """

    group: Positions
    projects: Links
    edition: Coded
    programme: Coded


def covering(
    row_edition: Coded,
    row_project: Coded,
    row_listed: Coded,
    project_ids: tuple[str, ...],
    edition: Coded,
    programme: Coded,
) -> Covering:
    """What rows are about, as :mod:`lib.model.assembly` says it of statements.

    Their own project with those that are listed; without either the projects of their edition, or
    all. ``row_…`` are dimensions of a rollup, ``edition`` and ``programme`` those of the projects.
    """
    names_project = np.array([text != "" for text in row_project.texts], dtype=bool)
    names_several = np.array([text != "" for text in row_listed.texts], dtype=bool)
    is_named = names_project[row_project.codes] | names_several[row_listed.codes]
    keys = np.stack([row_project.codes, row_listed.codes, row_edition.codes], axis=1)
    distinct, first, group = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    order = {one: position for position, one in enumerate(project_ids)}
    rounds = np.array(edition.texts, dtype=object)[edition.codes]
    left: list[int] = []
    right: list[int] = []
    editions: list[str] = []
    programmes: list[str] = []
    for code, (own, several, in_round) in enumerate(distinct):
        stated = row_edition.texts[in_round]
        if is_named[first[code]]:
            named = {row_project.texts[own], *row_listed.texts[several].split(" ")} - {""}
            about = [order[one] for one in sorted(named)]
        else:
            about = np.flatnonzero((rounds == stated) | (stated == "")).tolist()
        left += [code] * len(about)
        right += about
        spans_all = not is_named[first[code]] and stated == ""
        editions.append(stated or ("" if spans_all else _only(edition, about)))
        programmes.append("" if spans_all else _only(programme, about))
    of_row = group.reshape(-1).astype(np.intp)
    links = Links(np.array(left, dtype=np.intp), np.array(right, dtype=np.intp))
    codes = Coded(of_row, ())
    return Covering(of_row, links, codes.mapped(editions), codes.mapped(programmes))


def _only(column: Coded, about: list[int]) -> str:
    """The text that all these projects share, else ""."""
    found = {int(column.codes[one]) for one in about}
    return column.texts[found.pop()] if len(found) == 1 else ""
