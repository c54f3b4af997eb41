"""Frames to draw: every ending, names that try to be HTML, values no two of which are alike."""

from __future__ import annotations

from typing import Any

import pandas as pd

NAN, INF = float("nan"), float("inf")
HOSTILE = '<a href="https://example.org">Haciendo</a> & <b>Camino</b>'
ENDINGS: dict[str, tuple[float, float, bool]] = {
    "exact": (13.0, 13.0, False),
    "at_least": (15.0, INF, False),
    "up_to": (0.0, 60.0, False),
    "about": (24.0, 24.0, True),
    "range": (5.0, 40.0, False),
    "not_stated": (NAN, NAN, False),
}


def _bounds(low: float, high: float, is_approximate: bool = False) -> dict[str, Any]:
    stated = int(low == low)
    return {"low": low, "high": high, "is_approximate": is_approximate, "stated_count": stated}


def announced() -> pd.DataFrame:
    """One project an ending, two an edition."""
    names = [HOSTILE, "Novak Djokovic Foundation", "Centro per la Salute del Bambino"]
    names += ["SINGA", "Rastimo zajedno", "Big Brothers Big Sisters"]
    return pd.DataFrame(
        {
            "project_id": f"project-{kind}",
            "project": names[number],
            "edition_id": str(number // 2 + 1),
            "programme_id": "families",
            "country_codes": ("FR", "DE") if kind == "about" else ("RS",),
            **_bounds(*bound),
            "unit": "family centres",
            "differs": ((15.0, INF, False, 1),) if kind == "up_to" else (),
            "is_disputed": kind in ("up_to", "about"),
        }
        for number, (kind, bound) in enumerate(ENDINGS.items())
    )


def targets() -> pd.DataFrame:
    """The same with results: below, at least, below a ceiling, above, none, none."""
    results = {
        "exact": (9.0, 9.0),
        "at_least": (11.0, INF),
        "up_to": (17.0, 17.0),
        "about": (31.0, 31.0),
    }
    frame = announced()
    kinds = list(ENDINGS)
    pairs = [results.get(kind, (NAN, NAN)) for kind in kinds]
    return frame.assign(
        due_date=["2022-12-31", "", "", "", "", ""],
        result_low=[low for low, _high in pairs],
        result_high=[high for _low, high in pairs],
        result_is_approximate=False,
        result_unit=frame["unit"],
        result_as_of_date=["2024-01-31", "2025-03", "", "", "", ""],
        is_comparable=[kind in results for kind in kinds],
        other_results=[()] * 4 + [(((7.0, 7.0, False, 1), "parents"),), ()],
        result_kind=["reported" if kind in results else "" for kind in kinds],
        before_count=0,
        is_late=[kind == "exact" for kind in kinds],
    )


def people() -> pd.DataFrame:
    """One project an ending, in people; the exact one is a sum of two parts."""
    frame = targets()
    scaled = frame[["low", "high", "result_low", "result_high"]] * 100
    parts: list[Any] = [()] * len(frame)
    parts[0] = (((500.0, 500.0, False, 1), "parents"), ((800.0, 800.0, True, 1), "children"))
    return frame.assign(**{name: scaled[name] for name in scaled}, parts=parts)


def periods() -> pd.DataFrame:
    """Both dates, no end, no start, no dates but a duration, nothing at all."""
    rows: list[tuple[Any, ...]] = [
        ("edition", "1", "", "", 2020.0, NAN, "2020", "", NAN, False),
        ("project", "1", "both", HOSTILE, 2021.0, 2024.0, "2021", "2023", NAN, True),
        ("project", "1", "no-start", "SINGA", NAN, 2022.0, "", "2021", NAN, False),
        ("edition", "2", "", "", NAN, NAN, "", "", NAN, False),
        ("project", "2", "duration", "Pratham", NAN, NAN, "", "", 3.0, False),
    ]
    columns = "row_kind edition_id project_id label start end start_date end_date duration_years"
    frame = pd.DataFrame(rows, columns=[*columns.split(), "is_disputed"])
    stated = {f"is_{end}_stated": frame[f"{end}_date"] != "" for end in ("start", "end")}
    return frame.assign(is_approximate=False, **stated)


def by_funder_type() -> pd.DataFrame:
    """Three kinds of money of two types of payer, one in another currency."""
    rows: list[dict[str, Any]] = [
        {"organisation_type": "foundation", "funding_kind": "commitment", "currency_code": "EUR",
         "payers": ("The Human Safety Net", HOSTILE), "statement_ids": ("F1", "F2"),
         **_bounds(7e6, 7e6)},
        {"organisation_type": "company", "funding_kind": "requested", "currency_code": "EUR",
         "payers": ("Con i Bambini",), "statement_ids": ("F3",),
         **_bounds(1_035_000.0, 1_035_000.0)},
        {"organisation_type": "mixed", "funding_kind": "commitment", "currency_code": "CHF",
         "payers": (), "statement_ids": ("F4",), **_bounds(1e6, INF)},
    ]  # fmt: skip
    return pd.DataFrame(rows)


def flow() -> pd.DataFrame:
    """A split that is published, one that is not, one to several projects, one at least."""
    columns = ["payer_id", "payer", "edition_id", "project_ids", "projects", "destination_kind"]
    rows: list[tuple[Any, ...]] = [
        ("net", "The Human Safety Net", "1", ("a", "b"), (HOSTILE, "SINGA"), "several_projects"),
        ("net", "The Human Safety Net", "2", ("c",), ("Rastimo zajedno",), "project"),
        ("net", "The Human Safety Net", "", (), (), "not_published"),
        ("others", HOSTILE, "", (), (), "not_published"),
        ("unicef", "UNICEF", "2", ("d",), ("UNICEF Vietnam",), "project"),
    ]
    amounts = [(1.3e6, 1.3e6), (0.7e6, 0.7e6), (5e6, 5e6), (2.5e6, 2.5e6), (1e6, INF)]
    bounds = pd.DataFrame([_bounds(*amount) for amount in amounts])
    frame = pd.DataFrame(rows, columns=columns).join(bounds)
    published = frame["destination_kind"] != "not_published"
    return frame.assign(
        low_in_whole=frame["low"], currency_code="EUR", is_published=published, amount_count=1
    )


def co_funder_counts() -> pd.DataFrame:
    """Two dated reports of one day, a later one, one undated."""
    rows: list[dict[str, Any]] = [
        {"date": "2021-01-26", "publisher": HOSTILE, **_bounds(10.0, 10.0)},
        {"date": "2021-01-26", "publisher": "Generali France", **_bounds(10.0, 10.0, True)},
        {"date": "2021-12-20", "publisher": "Teleborsa", **_bounds(13.0, 13.0)},
        {"date": "", "publisher": "The Human Safety Net", **_bounds(12.0, 12.0)},
    ]
    frame = pd.DataFrame(rows)
    return frame.assign(is_headline=frame["date"] == "", authority="official")


def openings() -> pd.DataFrame:
    """Reports out of order, one at least, one undated; two targets."""
    rows: list[tuple[Any, ...]] = [
        ("2021-11-09", 2021.86, "result", HOSTILE, 7.0, 7.0),
        ("2021-09-30", 2021.75, "result", "Kovačica", 1.0, 1.0),
        ("2022-12-31", 2023.0, "result", "", 14.0, INF),
        ("", NAN, "result", "Novi Sad", 8.0, 8.0),
        ("2021-12", 2022.0, "target", "", 10.0, 10.0),
        ("2022-12", 2023.0, "target", "", 15.0, 15.0),
    ]
    frame = pd.DataFrame(
        rows, columns=["as_of_date", "position", "row_kind", "label", "low", "high"]
    )
    return frame.assign(is_approximate=False, stated_count=1, edition_id="1", publisher="Teleborsa")
