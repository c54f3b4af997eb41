"""What can be looked for by name, and what each finding is called."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import Final

import pandas as pd

from lib.model.matching import folded
from lib.model.portfolio import Portfolio
from lib.wording.words import Words

KINDS: Final = ("project", "partner", "place", "source", "statement")
LONGEST: Final = 90  # letters of a finding


def index(portfolio: Portfolio, words: Words) -> pd.DataFrame:
    """Everything of a portfolio that has a name.

    Out, in the order of ``KINDS``: ``kind``, ``code`` (project_id, partner_id, project_id of a
    place, title of a source, statement_id), ``label`` and ``text`` (folded, what is searched).
    """
    frames = [_projects, _partners, _places, _sources, _statements]
    rows = pd.concat([frame(portfolio, words) for frame in frames], ignore_index=True)
    label = [
        shorten(text, LONGEST, placeholder=" …", break_on_hyphens=False) for text in rows["label"]
    ]
    return rows.assign(label=label, text=folded(rows["text"]))


def kinds(counts: dict[str, int], words: Words) -> dict[str, str]:
    """Each kind with how many of it were found."""
    n = words.number
    forms = {
        "project": words.ngettext("{n} project", "{n} projects", counts["project"]),
        "partner": words.ngettext("{n} partner", "{n} partners", counts["partner"]),
        "place": words.ngettext("{n} place", "{n} places", counts["place"]),
        "source": words.ngettext("{n} source", "{n} sources", counts["source"]),
        "statement": words.ngettext("{n} statement", "{n} statements", counts["statement"]),
    }
    return {kind: forms[kind].format(n=n(counts[kind])) for kind in KINDS}


def _frame(
    kind: str, code: Sequence[str], label: Sequence[str], text: Sequence[str]
) -> pd.DataFrame:
    return pd.DataFrame({"kind": kind, "code": code, "label": label, "text": text}, dtype=object)


def _projects(portfolio: Portfolio, words: Words) -> pd.DataFrame:
    rows = portfolio.projects
    links = portfolio.project_countries
    codes = links.groupby("project_id", sort=False)["country_code"].agg(tuple)
    programmes = portfolio.programmes.set_index("programme_id")["name"]
    labels, texts = [], []
    for row in rows.to_dict("records"):
        label = f"{row['name']} · {words.countries(codes.get(row['project_id'], ()))}"
        edition = words.edition(row["edition_id"])
        labels.append(label)
        texts.append(f"{label} {programmes[row['programme_id']]} {edition}")
    return _frame("project", rows["project_id"].tolist(), labels, texts)


def _partners(portfolio: Portfolio, _words: Words) -> pd.DataFrame:
    """All of the record: first those that carry a project, in the order of their filter."""
    names = portfolio.partners.set_index("partner_id")["name"]
    codes = list(dict.fromkeys([*portfolio.options()["partner"], *names.index]))
    found = [str(names[code]) for code in codes]
    return _frame("partner", codes, found, found)


def _places(portfolio: Portfolio, words: Words) -> pd.DataFrame:
    rows = portfolio.sites[portfolio.sites["precision"] != "country"]
    rows = rows.drop_duplicates(["name", "country_code", "project_id"])
    projects = portfolio.projects.set_index("project_id")["name"]
    labels = [
        f"{name} · {words.country(country)} · {projects[project]}"
        for name, country, project in zip(
            rows["name"], rows["country_code"], rows["project_id"], strict=True
        )
    ]
    return _frame("place", rows["project_id"].tolist(), labels, labels)


def _sources(portfolio: Portfolio, _words: Words) -> pd.DataFrame:
    rows = portfolio.sources
    titles = rows["title"].where(rows["title"] != "", rows["description"])
    labels = (titles + " · " + rows["publisher"]).tolist()
    return _frame("source", titles.tolist(), labels, labels)


def _statements(portfolio: Portfolio, _words: Words) -> pd.DataFrame:
    rows = portfolio.statements
    labels = (rows["statement_id"] + " · " + rows["description"]).tolist()
    return _frame("statement", rows["statement_id"].tolist(), labels, labels)
