"""Words of targets and results that stand in no chart."""

from __future__ import annotations

import pandas as pd

from lib.wording.columns import table as columns_table
from lib.wording.words import Words


def in_other_units_title(words: Words) -> str:
    """What stands above targets beside results that no chart shows."""
    return words.gettext("Targets and results in other units")


def in_other_units_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Targets beside results that no chart shows, as a table (``targets.in_other_units``)."""
    names = ["project", "unit", "number", "due", "result", "result_as_of", "differs"]
    return columns_table(frame, names, words)


def no_unmatched(results: pd.DataFrame, words: Words) -> str:
    """Why no result stands outside the charts (rows of ``targets.reported``)."""
    _ = words.gettext
    if len(results):
        return words.read(
            _("Every result found stands in the charts."),
            _("Every result on the programme page stands in the charts."),
        )
    return words.selected(
        words.read(
            _("No result was found for this selection."),
            _("The programme page states no result for this selection."),
        ),
        words.read(
            _("No result was found in the sources read."),
            _("The programme page states no result."),
        ),
    )


def no_others(targets: pd.DataFrame, words: Words) -> str:
    """Why no target stands outside the charts (rows of ``targets``)."""
    _ = words.gettext
    if len(targets):
        return words.read(
            _("Every target found stands in the charts above."),
            _("Every target on the programme page stands in the charts above."),
        )
    return words.selected(
        words.read(
            _("No target was found for this selection."),
            _("The programme page states no target for this selection."),
        ),
        words.read(
            _("No target was found in the sources read."),
            _("The programme page states no target."),
        ),
    )


def stated_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Statements about targets or results as a table (described rows of either)."""
    names = ["project", "number", "unit", "scope", "description", "as_of", "publisher", "locator"]
    return columns_table(frame, names, words)
