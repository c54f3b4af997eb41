"""A pack as one web page that opens from a disk without a network, with charts to explore."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from lib.charts.rows import ENDINGS
from lib.exports import web_files
from lib.exports.pack import Pack, Section
from lib.exports.plain import REGISTER, Drawn, Plain, citation, lead, signs
from lib.exports.web_colours import Colours
from lib.exports.web_exhibits import MOST_DOCUMENTS, exhibit
from lib.wording.reading import endings
from lib.wording.words import Words


def web_page(pack: Pack) -> bytes:
    """An HTML file of a pack; the same pack gives the same bytes."""
    colours = Colours(pack.look)
    said = _said(pack, colours)
    style = web_files.style()
    for ground, is_dark in (("light", False), ("dark", True)):
        style = style.replace(f"/* {ground} */", colours.rules(is_dark=is_dark))
    page = web_files.environment().get_template("page.html")
    script = web_files.script()
    policy = web_files.policy(style)
    return page.render(**said, style=Markup(style), script=Markup(script), policy=policy).encode()


def _said(pack: Pack, drawn: Drawn) -> Plain:
    """Everything that the page says and draws."""
    questions = Counter(section.question for section in pack.sections)
    return {
        "language": pack.words.language,
        "title": pack.title,
        "logo": pack.look.logo.address if pack.look.logo else "",
        "subtitle": pack.subtitle,
        "summary": pack.summary,
        "dated": pack.dated,
        "version": pack.version,
        "labels": _labels(pack.words),
        "endings": endings(pack.words),
        "signs": signs(ENDINGS, pack.words, drawn),
        "sections": [_section(one, pack, drawn, questions) for one in pack.sections],
        "citations": {one.number: citation(one, pack.words) for one in pack.citations},
        "registered": MOST_DOCUMENTS.part,
        "mentions": _mentions(pack),
    }


def _labels(words: Words) -> dict[str, str]:
    """What the template itself says; ``{numbers}`` stands for those of documents."""
    _ = words.gettext
    return {
        "skip": _("Skip to the content"),
        "contents": _("Contents"),
        "how_to_read_all": _("How to read the figures"),
        "how_to_read": _("How to read"),
        "table": _("Table"),
        "disagreements": _("Disagreements"),
        "sources": _("Sources: {numbers}"),
        "number": _("No."),
        "cited": _("Cited in"),
        "colon": words.of("", "").rstrip(" "),  # in French a space is before it
    }


def _section(section: Section, pack: Pack, drawn: Drawn, questions: Counter[str]) -> Plain:
    """A section; in the contents it goes by its question, or by its finding where many ask it."""
    is_alone = questions[section.question] == 1
    return {
        "name": section.name,
        "question": section.question,
        "finding": section.finding,
        "entry": section.question if is_alone else section.finding,
        "lead": lead(section, pack),
        "exhibits": [exhibit(one, pack, drawn) for one in section.exhibits],
    }


def _mentions(pack: Pack) -> dict[int, list[Plain]]:
    """For each document the exhibits that cite it, outside of the section that lists them all."""
    found: dict[int, list[Plain]] = {one.number: [] for one in pack.citations}
    for section in pack.sections:
        if any(one.name == REGISTER for one in section.exhibits):
            continue
        for one in section.exhibits:
            for number in pack.numbers(one.source_ids):
                found[number].append({"name": one.name, "title": one.title})
    return found
