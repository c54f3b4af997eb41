"""Where the sign ≠ in a chart leads: to the disagreements about whom its row is about."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from lib.figures import disagreements
from lib.model.rows import each
from lib.view.choices import carriers
from lib.view.navigation import href, titles
from lib.view.visit import Reader, Visit

Ways = dict[str, tuple[str, str]]  # for an id the address, and whom what is there is about


def differing(visit: Reader, frame: pd.DataFrame) -> Ways:
    """For each project or edition of a frame about which sources differ the way to what they say.

    In: ``project_id`` or ``edition_id``, ``is_disputed``, the name in ``project`` or ``label``;
    a frame without them has no way.
    """
    known = "is_disputed" in frame and ("project" in frame or "label" in frame)
    if not (known and isinstance(visit, Visit) and disagreements.count(visit.portfolio)):
        return {}
    return dict(_ways(visit, frame[frame["is_disputed"].astype(bool)]))


def _ways(visit: Visit, frame: pd.DataFrame) -> Iterator[tuple[str, tuple[str, str]]]:
    page = titles(visit.words)["disagreements"]
    for row in each(frame):
        if row.project_id:
            address = href(visit, "disagreements", partner=carriers(visit, row.project_id))
        else:
            address = href(visit, "disagreements", edition=[row.edition_id])
        name = getattr(row, "project", "") or getattr(row, "label", "")
        yield row.project_id or row.edition_id, (address, visit.words.of(page, name))
