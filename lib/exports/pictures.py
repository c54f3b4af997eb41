"""One chart or map as a picture of its own, with what somebody needs who meets it alone.

That is what it is of, what is selected, how much of it is known, whose documents it rests on.
"""

from __future__ import annotations

from lib.exports.exhibits import Chart, Exhibit, Map
from lib.exports.manuscript import colours, created, figure
from lib.exports.pack import Pack
from lib.exports.plain import WIDTH, Plain
from lib.exports.typeset import Kind, typeset
from lib.wording.lists import named


def picture(pack: Pack, name: str, kind: Kind) -> bytes:
    """The figure ``name`` of a pack as PNG or SVG; the figure of a project begins with its name.

    Raises ``LookupError`` where the pack has no such figure.
    """
    return typeset("picture", kind, told(pack, name))


def _figure(pack: Pack, name: str) -> Chart | Map:
    for one in pack.exhibits():
        if isinstance(one, Chart | Map) and (one.name == name or one.name.startswith(f"{name}.")):
            return one
    raise LookupError(f"this pack has no figure {name}")


def told(pack: Pack, name: str) -> Plain:
    """What stands on the picture of a figure, as its template takes it; errors as above."""
    one, words = _figure(pack, name), pack.words
    return {
        "language": words.language,
        "title": pack.title,
        "colours": colours(pack),
        "created": created(pack),
        "width": WIDTH,
        "labels": {},
        "finding": one.title,
        "figure": figure(one),
        "said": beneath(pack, one),
    }


def beneath(pack: Pack, one: Exhibit) -> list[str]:
    """What stands below a picture: what is selected, whose documents it rests on, of which day."""
    words = pack.words
    documents = [pack.citations[number - 1] for number in pack.numbers(one.source_ids)]
    publishers = list(dict.fromkeys(document.publisher for document in documents))
    cited = [words.of(words.gettext("Sources"), named(publishers, words))] if documents else []
    return [*pack.summary, *cited, pack.dated, pack.version]
