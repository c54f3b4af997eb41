"""How large marks and words of maps are, wherever they are drawn."""

from __future__ import annotations

from typing import Final

FULL_SIZE_ZOOM: Final = 3.6  # from here on marks keep their size; further out they shrink a little
PLACE, ORIGIN, AREA = 5.4, 2.9, 8.5  # radius in pixels at full size
SMALLEST: Final = ORIGIN / PLACE  # of full size: no place is taken for one from before
LABEL_SIZE, NOTE_SIZE, COUNT_SIZE = 13, 12, 11  # pixels
