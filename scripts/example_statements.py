"""What the sources of the example state: money, targets, results, periods."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from random import Random
from typing import Final

from scripts import example_words as words
from scripts.example_record import (
    EDITIONS,
    FOUNDATION,
    GROUP,
    LAST_REPORT,
    PAYERS,
    PROJECTS,
    Edition,
    Project,
    counted,
    edition_of,
)
from scripts.example_words import Said, columns, filled, line

SEED: Final = 20250630
PAGE, PRESS = "page", "press-1"

Row = dict[str, str]


class Statements:
    """The rows of the tables of statements and of ``parts``, in the order they are added."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {
            name: []
            for name in (
                *("funding", "targets", "results", "milestones", "context"),
                *("parts", "statement_projects"),
            )
        }
        self._numbers = count(1)

    def add(self, table: str, quantity: str, text: Said, **cells: object) -> str:
        """A statement; the headline of its quantity unless said otherwise. Out: its id."""
        number = next(self._numbers)
        row = {
            "statement_id": f"E{number:03d}",
            "quantity_id": quantity,
            "qualifier": "exact",
            "is_headline": "true",
            "source_id": PAGE,
            "scope": "project",
            **columns("description", text),
            **line(number),
            **{name: str(cell) for name, cell in cells.items()},
        }
        self.rows[table].append(row)
        return row["statement_id"]

    def divide(self, total_id: str, part_ids: list[str]) -> None:
        """A total and all its parts."""
        self.rows["parts"] += [
            {"total_id": total_id, "part_id": part, "is_complete": "true", "is_certain": "true"}
            for part in part_ids
        ]

    def list_for(self, statement_id: str, project_ids: list[str]) -> None:
        """The projects that a statement is about."""
        self.rows["statement_projects"] += [
            {"statement_id": statement_id, "project_id": one} for one in project_ids
        ]

    def contradict(self, table: str, one: str, other: str) -> None:
        """Say of one statement that it does not agree with another."""
        next(r for r in self.rows[table] if r["statement_id"] == one)["contradicts_id"] = other


def statements() -> dict[str, list[Row]]:
    """Every statement of the example, the same at every call."""
    made, random = Statements(), Random(SEED)
    _money(made, random)
    _promises(made)
    _reports(made, random)
    _co_funder_counts(made)
    _periods(made)
    _levers(made)
    return made.rows


def _about(project: Project) -> Row:
    return {"edition_id": project.edition_id, "project_id": project.project_id}


def _money(made: Statements, random: Random) -> None:
    """Every payer's total in each currency, and all its amounts, project by project."""
    names = {FOUNDATION: "Lantern", **{payer.funder_id: payer.name for payer in PAYERS}}
    paid_for = {FOUNDATION: tuple(one.project_id for one in PROJECTS)}
    paid_for |= {payer.funder_id: payer.project_ids for payer in PAYERS}
    committed: dict[str, int] = {}
    for payer, ids in paid_for.items():
        own = [project for project in PROJECTS if project.project_id in ids]
        for currency in dict.fromkeys(project.currency for project in own):
            parts, total = [], 0
            for project in own:
                if project.currency != currency:
                    continue
                most = 60 if payer == FOUNDATION else 25
                amount = 10_000 * (most // 3 + int(random.random() * most))
                text = filled(words.FOR_ONE, who=names[payer], what=project.name)
                parts.append(
                    made.add(
                        "funding", f"{payer}/{project.project_id}", text, **_about(project),
                        funder_id=payer, funding_kind="earmark", value=amount,
                        currency_code=currency, start_date=edition_of(project).start,
                        end_date=edition_of(project).end, source_id=_announced(project),
                    )
                )  # fmt: skip
                total += amount
                committed.setdefault(project.project_id, amount)  # the foundation is first
            stated = total + 60_000 if payer == "cedar" else total
            text = filled(words.IN_ALL, who=names[payer])
            quantity = f"{payer}/total-{currency.lower()}"
            whole = made.add("funding", quantity, text, funder_id=payer, value=stated,
                             funding_kind="commitment", currency_code=currency)  # fmt: skip
            made.divide(whole, parts)
            paid_in = [one.project_id for one in own if one.currency == currency]
            made.list_for(whole, paid_in)
    for project in PROJECTS:
        told = {**_about(project), "currency_code": project.currency, "value": ""}
        spent = round(committed[project.project_id] * _share(project, LAST_REPORT), -3)
        text = filled(words.PAID, what=project.name, year=str(LAST_REPORT))
        made.add("funding", f"{project.project_id}/paid", text, **{**told, "value": str(spent)},
                 funder_id=FOUNDATION, funding_kind="disbursement", as_of_date="2025-06-30",
                 source_id=_report(project.edition_id, LAST_REPORT))  # fmt: skip
        if project.edition_id == "3":
            cost = str(committed[project.project_id] + 150_000)
            made.add("funding", f"{project.project_id}/cost", filled(words.COST, what=project.name),
                     **{**told, "value": cost}, funding_kind="project_cost", qualifier="about",
                     source_id=_announced(project))  # fmt: skip


def _promises(made: Statements) -> None:
    """Places and people of each project; the places of each edition in all."""
    found: dict[str, list[str]] = {}
    for project in PROJECTS:
        places, people = counted(project)
        value, qualifier = project.places
        found.setdefault(project.edition_id, []).append(
            made.add("targets", f"{project.project_id}/expansion-places",
                     filled(words.PLACES, what=project.name), **_about(project),
                     indicator_id=places, value=value, qualifier=qualifier,
                     end_date=edition_of(project).end)
        )  # fmt: skip
        value, qualifier = project.people
        text = filled(words.PEOPLE, what=project.name)
        cells = {**_about(project), "indicator_id": people, "qualifier": qualifier}
        first = made.add("targets", f"{project.project_id}/people", text, **cells, value=value,
                         end_date=edition_of(project).end)  # fmt: skip
        if project.project_id in ("buoc-dau-doi", "casa-comune", "taller-nuevo"):
            other = made.add("targets", f"{project.project_id}/people", text, **cells,
                             value=value * 5 // 4, is_headline="false", source_id=PRESS,
                             contradicts_id=first)  # fmt: skip
            made.contradict("targets", first, other)
    for edition in EDITIONS:
        if edition.places:
            text = filled(words.PLACES, what="")
            text = {
                language: words.PLACES[language].format(what=name)
                for language, name in filled(words.EDITION, what=edition.edition_id).items()
            }
            quantity = f"edition-{edition.edition_id}/expansion-places"
            whole = made.add("targets", quantity, text, edition_id=edition.edition_id,
                             indicator_id="expansion_places", value=edition.places)  # fmt: skip
            made.divide(whole, found[edition.edition_id])


def _reports(made: Statements, random: Random) -> None:
    """What each project reported, year by year; the last report is the headline."""
    for project in PROJECTS:
        edition = edition_of(project)
        years = [*range(edition.start + 1, min(edition.end + 1, LAST_REPORT) + 1)]
        pace = 0.8 + random.random() * 0.35
        for kind, name, (value, _) in zip(
            counted(project), ("expansion-places", "people"), (project.places, project.people),
            strict=True,
        ):  # fmt: skip
            for year in years:
                reached = round(value * min(pace, 1.1) * _share(project, year))
                text = filled(words.REPORTED, what=project.name, year=str(year))
                made.add("results", f"{project.project_id}/{name}", text, **_about(project),
                         indicator_id=kind, value=reached, as_of_date=f"{year}-06-30",
                         is_headline=str(year == years[-1]).lower(),
                         source_id=_report(project.edition_id, year))  # fmt: skip
        text = filled(words.REPORTED, what=project.name, year=str(years[-1]))
        made.add("results", f"{project.project_id}/training", text, **_about(project),
                 indicator_id="training_hours", value=40 + 20 * int(random.random() * 60),
                 qualifier="about", as_of_date=f"{years[-1]}-06-30",
                 source_id=_report(project.edition_id, years[-1]))  # fmt: skip


def _co_funder_counts(made: Statements) -> None:
    """How many co-funders were reported when; the press has another number than the page."""
    cells = {"indicator_id": "co_funders", "funder_id": GROUP}
    del cells["funder_id"]
    first = made.add("results", "programme/co-funders", words.PAYERS_COUNTED, **cells,
                     value=8)  # fmt: skip
    for year, number in ((2019, 2), (2021, 4), (2023, 5), (2025, 6)):
        edition = str((year - 2017) // 2)
        made.add("results", "programme/co-funders", words.PAYERS_COUNTED, **cells, value=number,
                 is_headline="false", as_of_date=f"{year}-06-30",
                 source_id=_report(edition, year))  # fmt: skip
    other = made.add("results", "programme/co-funders", words.PAYERS_COUNTED, **cells, value=10,
                     qualifier="about", is_headline="false", as_of_date="2024-03",
                     source_id=PRESS, contradicts_id=first)  # fmt: skip
    made.contradict("results", first, other)


def _periods(made: Statements) -> None:
    """When editions and projects run, and when the first place of each opened."""
    for edition in EDITIONS:
        names = filled(words.EDITION, what=edition.edition_id)
        text = {one: words.PERIOD[one].format(what=name) for one, name in names.items()}
        made.add("milestones", edition_period(edition), text, edition_id=edition.edition_id,
                 milestone_kind="period", start_date=edition.start,
                 end_date=edition.end)  # fmt: skip
    for place, project in enumerate(PROJECTS):
        edition, month = edition_of(project), 1 + place * 5 % 9
        start, end = f"{edition.start}-{month:02d}", f"{edition.end}-{(month + 6) % 12 + 1:02d}"
        cells = {**_about(project), "milestone_kind": "period", "end_date": end}
        text = filled(words.PERIOD, what=project.name)
        about = "about" if project.project_id == "nowy-start" else "exact"
        first = made.add("milestones", f"{project.project_id}/period", text, **cells,
                         start_date=start, qualifier=about)  # fmt: skip
        if project.project_id in ("khatawat-ula", "scuola-di-sera"):
            other = made.add("milestones", f"{project.project_id}/period", text, **cells,
                             start_date=f"{edition.start + 1}-{month:02d}", is_headline="false",
                             source_id=PRESS, contradicts_id=first)  # fmt: skip
            made.contradict("milestones", first, other)
        opened = f"{edition.start + (month + 4) // 12}-{(month + 4) % 12 + 1:02d}"
        made.add("milestones", f"{project.project_id}/first-opening",
                 filled(words.OPENING, what=project.name), **_about(project),
                 milestone_kind="opening", start_date=f"{opened}-15",
                 source_id=_announced(project))  # fmt: skip


def _levers(made: Statements) -> None:
    """How a project grows, in words, of which two sources say different ones."""
    project = next(one for one in PROJECTS if one.project_id == "ajira-mpya")
    cells = {**_about(project), "topic": "scaling_lever", "qualifier": "not_stated"}
    first = made.add("context", "ajira-mpya/scaling-lever", words.LEVER[0], **cells)
    other = made.add("context", "ajira-mpya/scaling-lever", words.LEVER[1], **cells,
                     is_headline="false", source_id=PRESS, contradicts_id=first)  # fmt: skip
    made.contradict("context", first, other)


def edition_period(edition: Edition) -> str:
    """The quantity of an edition's years."""
    return f"edition-{edition.edition_id}/period"


def reports() -> Iterator[tuple[str, int]]:
    """Each edition with each year that it reported for."""
    for edition in EDITIONS:
        for year in range(edition.start + 1, min(edition.end + 1, LAST_REPORT) + 1):
            yield edition.edition_id, year


def _report(edition_id: str, year: int) -> str:
    """The report of an edition for a year; for later years its last one."""
    own = [found for one, found in reports() if one == edition_id]
    return f"report-{edition_id}-{min(year, own[-1])}"


def _announced(project: Project) -> str:
    return f"launch-{project.edition_id}"


def _share(project: Project, year: int) -> float:
    """How much of a project is done by the middle of a year."""
    edition = edition_of(project)
    return min((year + 0.5 - edition.start) / (edition.end + 1 - edition.start), 1.0)
