"""What stands in the notes of a slide, as PowerPoint keeps it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.parts.slide import NotesSlidePart


class Noted:
    """The notes of a deck, slide by slide.

    python-pptx makes the first page of them from its master; the others are copies of that one,
    which it would make anew, looking at every placeholder of the master.
    """

    def __init__(self) -> None:
        self._blank: Any = None

    def add(self, slide: Any, text: str) -> None:
        """Notes for who speaks."""
        if self._blank is None:
            self._blank = deepcopy(slide.notes_slide._element)
        else:
            _relate(slide.part, deepcopy(self._blank))
        slide.notes_slide.notes_text_frame.text = text


def _relate(slide: Any, page: Any) -> None:
    package = slide.package
    name = package.next_partname("/ppt/notesSlides/notesSlide%d.xml")
    part = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, page)
    part.relate_to(package.presentation_part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
    part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
    slide.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)
