"""The filters as one value that reads itself from the address and prints itself to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

Evidence = Literal["all", "page"]
EVIDENCE: tuple[Evidence, ...] = ("all", "page")
FILTERS = ("edition", "programme", "country", "partner", "project")
MOST_PROJECTS = 3  # so many stand side by side


class Ignored(NamedTuple):
    """A word in the address that no filter knows, or that is one more than can be shown."""

    parameter: str
    value: str
    is_too_much: bool = False


@dataclass(frozen=True)
class Selection:
    """What is selected. An empty tuple selects everything, and so does a tuple of everything.

    ``project`` narrows to single projects for a profile, which stand in the order in which they
    were chosen; it is no filter of the bar. Values of filters stand in an order of their own, so
    that the same is selected however a reader came to it: what was made for it is found again.
    """

    edition: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    project: tuple[str, ...] = ()
    evidence: Evidence = "all"
    language: str = "en"

    def __post_init__(self) -> None:
        for name in FILTERS:
            if name != "project":
                object.__setattr__(self, name, tuple(sorted(getattr(self, name), key=_place)))

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the language differs from the full view."""
        return self != Selection(language=self.language)

    @property
    def active_count(self) -> int:
        """How many filters narrow what is shown; single projects are one."""
        return sum(bool(getattr(self.shown, name)) for name in FILTERS) + (self.evidence != "all")

    @property
    def is_one_project(self) -> bool:
        """Whether a single project is all that is shown."""
        return len(self.project) == 1

    @property
    def shown(self) -> Selection:
        """What is shown of it: single projects are shown whole, whatever else is filtered."""
        if not self.project:
            return self
        return Selection(project=self.project, evidence=self.evidence, language=self.language)

    def query(self) -> dict[str, list[str]]:
        """The selection as parameters of an address; filters at rest are left out.

        The language never is: without it the same address would be another view to a reader of
        another language.
        """
        parameters = {name: list(getattr(self, name)) for name in FILTERS if getattr(self, name)}
        if self.evidence != "all":
            parameters["evidence"] = [self.evidence]
        return {**parameters, "lang": [self.language]}

    def without_filters(self) -> Selection:
        """The full view in the same language."""
        return Selection(language=self.language)

    def without_evidence(self) -> Selection:
        """The same filters over all sources."""
        return replace(self, evidence="all")

    def with_values(self, name: str, values: Iterable[str]) -> Selection:
        """The same selection with one filter set (``name``: one of ``FILTERS``)."""
        if name not in FILTERS:
            raise ValueError(f"{name!r} is no filter; the filters are {', '.join(FILTERS)}")
        chosen: dict[str, Any] = {name: tuple(values)}
        return replace(self, **chosen)

    def without(self, name: str, value: str) -> Selection:
        """The same selection without one value of one filter, or over all sources."""
        if name == "evidence":
            return self.without_evidence()
        return self.with_values(name, (v for v in getattr(self, name) if v != value))

    @staticmethod
    def read(
        query: Mapping[str, Sequence[str]],
        options: Mapping[str, Sequence[str]],
        languages: Sequence[str] = ("en",),
        language: str = "en",
    ) -> tuple[Selection, tuple[Ignored, ...]]:
        """Read a selection from an address.

        ``options`` maps each filter to the values it knows. Names and values that are unknown, or
        more than can be shown, are left out and returned, so that the reader can be told.
        ``language`` holds where the address has none.
        """
        known = {**options, "evidence": EVIDENCE, "lang": languages}
        most = {"evidence": 1, "lang": 1, "project": MOST_PROJECTS}
        kept: dict[str, tuple[str, ...]] = {}
        ignored: list[Ignored] = []
        for name, allowed in known.items():
            values = tuple(dict.fromkeys(query.get(name, ())))
            good = [value for value in values if value in allowed][: most.get(name)]
            kept[name] = tuple(good)
            ignored += [
                Ignored(name, value, is_too_much=value in allowed)
                for value in values
                if value not in good
            ]
        for name, given in query.items():
            ignored += [Ignored(name, value) for value in given if name not in known]
        selection = Selection(
            **{name: kept.get(name, ()) for name in FILTERS},
            evidence="page" if kept["evidence"] == ("page",) else "all",
            language=kept["lang"][0] if kept["lang"] else language,
        )
        return selection, tuple(ignored)


def _place(value: str) -> tuple[int, str]:
    """Edition 10 comes after edition 2."""
    return (len(value) if value.isdigit() else 0, value)
