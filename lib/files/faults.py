"""Faults: what is wrong with a set of tables, said so that a person can mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

FileRule = Literal[
    "missing_file",
    "missing_as_described",
    "missing_whole",
    "no_tables",
    "empty_folder",
    "misnamed",
    "absent",
    "unreadable",
    "not_whole",
    "packed_otherwise",
    "empty_archive",
    "empty_file",
    "leads_out",
    "other_workbook",
    "book_beside",
    "broken_workbook",
    "quotes",
    "no_file",
    "no_permission",
    "in_folders",
    "unreadable_description",
    "locked",
    "too_large",
    "too_slow",
    "binary",
    "html",
    "lfs_pointer",
    "merge_marks",
    "truncated",
    "encoding",
    "outside_folder",
    "not_as_described",
    "duplicate_file",
    "changing",
    "no_columns",
    "missing_column",
    "misspelt_column",
    "duplicate_column",
    "unnamed_column",
    "nested_column",
    "field_count",
    "one_field",
    "header_again",
    "misfit_row",
    "formula",
    "cell_error",
    "merged_cells",
    "shown_otherwise",
    "cell_twice",
]
CellRule = Literal[
    "control_character",
    "outer_blank",
    "required",
    "not_empty",
    "identifier",
    "strange_letter",
    "number",
    "number_cell",
    "money_in_number",
    "sure_in_number",
    "decimal_point",
    "negative",
    "ambiguous_number",
    "decimal_char",
    "digits",
    "count",
    "year",
    "date",
    "no_such_day",
    "ambiguous_date",
    "boolean",
    "country",
    "currency",
    "language",
    "languages",
    "color",
    "url",
    "latitude",
    "longitude",
    "one_of",
    "unique",
    "unique_across",
    "near_duplicate",
]
TableRule = Literal[
    "unknown_reference",
    "near_reference",
    "two_headlines",
    "no_headline",
    "page_is_headline",
    "date_order",
    "coordinates_pair",
    "outside_country",
    "value_and_qualifier",
    "missing_translation",
    "silent_language",
    "mixed_currencies",
    "mixed_units",
    "single_row",
    "contrast",
    "logo_missing",
    "logo_kind",
    "logo_unsafe",
    "not_positive",
    "same_currency",
    "part_of_itself",
    "future_rate",
    "inverse_rate",
    "no_rows",
]
EngineRule = Literal["engine_missing", "engine_unreachable", "not_reduced"]
DatabaseRule = Literal[
    "database_address",
    "database_unreachable",
    "database_closed",
    "database_slow",
    "database_failed",
    "not_granted",
    "missing_table",
]
Doubt = Literal[
    "ignored_column",
    "unspoken_text",
    "ignored_file",
    "guessed_encoding",
    "no_line_end",
    "fewer_rows",
    "hidden_sheet",
    "hidden_row",
    "hidden_column",
    "other_sign",
    "word_beside",
    "text_as_day",
    "invisible",
    "garbled",
    "similar_id",
    "same_name",
    "future_date",
    "former_word",
    "year_as_day",
    "far_date",
    "rate_twice",
    "rate_jump",
    "fraction_counted",
    "mixed_quantity",
    "added_beside",
    "unnamed_beside",
    "same_statement",
    "other_edition",
    "unchecked_place",
    "lost_result",
    "same_amount",
    "same_count",
    "unlike_quantities",
    "no_country",
    "other_country",
    "beyond_target",
    "beyond_commitment",
    "withdrawn_currency",
    "unusual_rate",
]
Rule = FileRule | CellRule | TableRule | EngineRule | DatabaseRule | Doubt
DOUBTS: Final = frozenset(get_args(Doubt))
UNREAD: Final = frozenset(get_args(DatabaseRule)) - {"missing_table"}  # nothing new is known
TOLD: Final = 20  # of one rule in one column of one file, before the rest is only counted


@dataclass(frozen=True, order=True)
class Fault:
    """One broken rule: where it stands, what stands there, and what the rule asks for.

    ``line`` is the line in the file as an editor counts it, in a workbook the row (0: the file as a
    whole); ``detail`` holds what the rule refers to: allowed values, the table a reference points
    into, a distance. ``more`` others of the same rule, column and file are not listed. ``row`` is
    the key of the row in a database, whose rows have no line; ``line`` is then their number.
    """

    file: str
    line: int
    column: str
    value: str
    rule: Rule
    detail: str = ""
    more: int = 0
    row: str = ""

    @property
    def place(self) -> str:
        """The row as people find it: by its key, else by its line; "" for the file as a whole."""
        return self.row or (str(self.line) if self.line else "")

    @property
    def is_doubt(self) -> bool:
        """Whether the tables can be used all the same, though somebody should look."""
        return self.rule in DOUBTS


class Refused(Exception):
    """A file that cannot be read any further; ``faults`` say why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(", ".join(fault.rule for fault in faults))
        self.faults = faults


class Tally:
    """The faults of one file as they are found; of very many of a kind the first are kept."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._kept: dict[tuple[str, Rule], list[Fault]] = {}
        self._found: Counter[tuple[str, Rule]] = Counter()

    def add(self, line: int, column: str, value: str, rule: Rule, detail: str = "") -> None:
        """One more, told singly or only counted."""
        kind = (column, rule)
        self._found[kind] += 1
        if self._found[kind] <= TOLD:
            fault = Fault(self.file, line, column, value, rule, detail)
            self._kept.setdefault(kind, []).append(fault)

    @property
    def faults(self) -> list[Fault]:
        """The faults kept, the last one of each kind with the number of those that are not."""
        found = []
        for kind, alike in self._kept.items():
            rest = self._found[kind] - len(alike)
            found += [*alike[:-1], replace(alike[-1], more=rest)]
        return found


def told(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults in order, none twice; of very many of a kind the first ones, which count the rest."""
    kinds: dict[tuple[str, str, Rule], list[Fault]] = {}
    for fault in sorted(set(faults)):
        kinds.setdefault((fault.file, fault.column, fault.rule), []).append(fault)
    kept: list[Fault] = []
    for alike in kinds.values():
        rest = sum(1 + fault.more for fault in alike[TOLD:])
        last = alike[:TOLD][-1]
        kept += [*alike[: TOLD - 1], replace(last, more=last.more + rest)] if rest else alike
    return tuple(sorted(kept))


def count(faults: Iterable[Fault]) -> int:
    """How many faults there are, with those that are not listed."""
    return sum(1 + fault.more for fault in faults)
