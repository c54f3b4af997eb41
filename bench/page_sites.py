"""Sites of the reference page: each one where few are selected, bins of a degree where many are."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.codes import Coded, Positions, coded, positions
from lib.model.ledger import Ledger
from lib.model.selection import Selection

MOST = 2000  # sites that are drawn one by one
COLUMNS = ["project_id", "country_code", "latitude", "longitude"]

Degrees = npt.NDArray[np.float64]


class Marks(NamedTuple):
    """What is drawn: a mark a site or a bin, with how many sites it stands for."""

    number: Positions  # of the site or the bin, the same under every selection
    latitude: Degrees
    longitude: Degrees
    sites: Positions


class Sites:
    """Where the sites are, and how many of each project lie in each bin."""

    def __init__(self, rows: pd.DataFrame, project_ids: tuple[str, ...]) -> None:
        """``rows`` holds ``COLUMNS`` of every site; those without a point are left out."""
        rows = rows.dropna(subset=["latitude", "longitude"])
        own = coded(rows["project_id"])
        self.project = positions(own.texts, project_ids)[own.codes]
        self.country = coded(rows["country_code"])
        self.latitude = rows["latitude"].to_numpy(dtype=float)
        self.longitude = rows["longitude"].to_numpy(dtype=float)
        square = np.floor(self.latitude) * 360 + np.floor(self.longitude)
        _, bin_of = np.unique(square, return_inverse=True)
        sizes = (len(project_ids) + 1, max(len(self.country.texts), 1), int(bin_of.max()) + 1)
        keys = np.ravel_multi_index((self.project, self.country.codes, bin_of), sizes)
        groups, self._count = np.unique(keys, return_counts=True)
        self._project, country, self._bin = np.unravel_index(groups, sizes)
        self._country = Coded(country, self.country.texts)
        in_bin = np.bincount(bin_of)
        self._latitude = np.bincount(bin_of, self.latitude) / in_bin
        self._longitude = np.bincount(bin_of, self.longitude) / in_bin

    def marks(self, ledger: Ledger, selection: Selection) -> Marks:
        """The selected sites, or bins of them; bins cost the same for any number of rows."""
        projects = np.append(ledger.projects(selection), False)
        kept = projects[self._project]
        if selection.country:
            kept &= self._country.among(selection.country)
        if int(self._count[kept].sum()) > MOST:
            own = np.bincount(self._bin[kept], self._count[kept], self._latitude.size).astype(int)
            here = np.flatnonzero(own)
            return Marks(here, self._latitude[here], self._longitude[here], own[here])
        chosen = projects[self.project]
        if selection.country:
            chosen &= self.country.among(selection.country)
        rows = np.flatnonzero(chosen)
        ones = np.ones(rows.size, dtype=int)
        return Marks(rows, self.latitude[rows], self.longitude[rows], ones)


@lru_cache(maxsize=2)
def sites(ledger: Ledger, folder: Path) -> Sites:
    """The sites of a ledger, read once from the folder that it was made of."""
    file = folder / "sites.parquet"
    if file.exists():
        return Sites(pd.read_parquet(file, columns=COLUMNS), ledger.project_ids)
    texts = dict.fromkeys(COLUMNS[:2], str)
    rows = pd.read_csv(folder / "sites.csv", usecols=COLUMNS, dtype=texts, keep_default_na=False)
    for axis in COLUMNS[2:]:
        rows[axis] = pd.to_numeric(rows[axis], errors="coerce")
    return Sites(rows, ledger.project_ids)
