"""Earlier: tables as they once were, to be held against those of today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from lib.files import limited, reading
from lib.files.reading import Reading
from lib.model import identity
from lib.model.completion import Lacking
from lib.model.extract import extract
from lib.model.faults import Fault
from lib.model.languages import LANGUAGES
from lib.model.package import brought_at, package_of
from lib.model.portfolio import Portfolio
from lib.model.schema import TABLES
from lib.model.selection import Ignored, Selection


@dataclass(frozen=True, eq=False)
class Earlier:
    """An earlier set of tables, under the name of its file without the suffix.

    ``lacking`` names the columns that its tables did not have yet (table, column): such texts stand
    in the first language that was there, everything else is empty, and neither is compared.
    """

    name: str
    portfolio: Portfolio
    lacking: Lacking
    doubts: tuple[Fault, ...] = ()


class Recorded(NamedTuple):
    """The selection that some tables are said to be of; ``unknown`` are values no table knows."""

    selection: Selection
    unknown: tuple[Ignored, ...] = ()


class Sides(NamedTuple):
    """Both sides of a comparison, narrowed by one selection, in one language.

    ``of_then`` is the selection that the earlier tables hold, ``of_now`` that of today's: None for
    whole ones. Both sides are narrowed by both.
    """

    now: Portfolio
    then: Portfolio
    earlier: Earlier
    of_now: Recorded | None = None
    of_then: Recorded | None = None

    @property
    def are_unlike(self) -> bool:
        """Whether they are two portfolios: no project, statement or source is in both."""
        return not is_related(self.earlier, self.now)

    @property
    def lacking(self) -> Lacking:
        """The columns that one of the sides has not, so that they are not compared.

        Texts that neither has in a language stand in the first one of either side.
        """
        brought = self.now.brought
        return self.earlier.lacking ^ (brought.lacking if brought else frozenset())


def earlier(files: Mapping[str, bytes], name: str) -> Earlier:
    """An earlier set in files that somebody has brought, read in a process that may use little.

    Raises :class:`lib.model.faults.FaultyTables` with every fault at once: a table or a required
    column that is missing is one, a column that may be empty is not.
    """
    return _earlier(files, limited.read(files, TABLES), name)


def earlier_at(where: Path) -> Earlier:
    """An earlier set in a folder, a zip or a workbook on the disk; raises as :func:`earlier`."""
    return _earlier(*brought_at(where), where.stem)


def is_related(earlier: Earlier, now: Portfolio) -> bool:
    """Whether earlier tables are of the same portfolio: they share a row, or one has none."""
    one, other = (_ids(side.everything) for side in (earlier.portfolio, now))
    return not one or not other or not one.isdisjoint(other)


def _ids(tables: Portfolio) -> set[tuple[str, str]]:
    """What tells rows apart in any version of a portfolio."""
    named = (
        ("project", tables.projects["project_id"]),
        ("statement", tables.statements["statement_id"]),
        ("source", tables.sources["source_id"]),
    )
    return {(kind, one) for kind, ids in named for one in ids}


def sides(earlier: Earlier, now: Portfolio) -> Sides:
    """The earlier tables beside those of today, both under the selection of ``now``.

    ``now`` is narrowed already. Where the tables of one side hold a selection only, those of the
    other are narrowed in the same way, so that what was never in them is not taken for a change.
    """
    chosen, then = now.selection, _of_the_same(earlier, now)
    of_now, of_then = _recorded(now, then), _recorded(then, now)
    if of_then:
        # Packages once held every document, also those that say nothing of their selection.
        then = _as_packed(then, of_then.selection, chosen.language)
        now = _as_packed(now.everything, of_then.selection, chosen.language).select(chosen)
    if of_now:
        then = _as_packed(then, of_now.selection, chosen.language)
    return Sides(now, then.select(chosen), earlier, of_now, of_then)


def _of_the_same(earlier: Earlier, now: Portfolio) -> Portfolio:
    """The earlier tables; those that could not say whose portfolio it is, as that of today."""
    rows, foundation = earlier.portfolio.portfolio, identity.foundation(now.portfolio)
    could_say = len(rows) and (identity.NAME, "funder_id") not in earlier.lacking
    if could_say or not foundation:
        return earlier.portfolio
    return replace(earlier.portfolio, portfolio=identity.of_foundation(rows, foundation))


def _as_packed(tables: Portfolio, selection: Selection, language: str) -> Portfolio:
    """What is read of the package of a selection."""
    own = tables.select(replace(selection, language=language))
    files = {f"{name}.csv": content for name, content in extract(own).items()}
    found = reading.read(files, TABLES)._replace(selected=own.selection.query())
    return package_of(files, found).portfolio


def _recorded(tables: Portfolio, others: Portfolio) -> Recorded | None:
    """The selection that tables hold; values that nobody knows any more select nothing."""
    query = tables.brought.selected if tables.brought else {}
    own, known = tables.options(), others.options()
    options = {name: list(dict.fromkeys([*own[name], *known[name]])) for name in own}
    selection, ignored = Selection.read(query, options, LANGUAGES)
    unknown = tuple(one for one in ignored if one.parameter in options)
    for one in unknown:
        if not getattr(selection, one.parameter):
            selection = selection.with_values(one.parameter, [one.value])
    return Recorded(selection, unknown) if selection.is_filtered else None


def _earlier(files: Mapping[str, bytes], found: Reading, name: str) -> Earlier:
    package = package_of(files, found, is_earlier=True)
    return Earlier(name, package.portfolio, package.brought.lacking, package.doubts)
