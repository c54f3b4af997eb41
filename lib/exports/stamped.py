"""Office files whose every date is the day of their pack: the same pack gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Final

_MOMENT: Final = re.compile(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*")
_CORE: Final = "docProps/core.xml"
_INSIDE: Final = ".xlsx"  # the workbooks inside native charts


def stamped(content: bytes, day: date) -> bytes:
    """The file with that day as its creation, in its properties and of all that is packed in it.

    What writes such files stamps them with the second in which it does so.
    """
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for one in before.infolist():
            own = before.read(one)
            if one.filename == _CORE:
                own = _MOMENT.sub(rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode(), own)
            elif one.filename.endswith(_INSIDE):
                own = stamped(own, day)
            after.writestr(stamp(one.filename, day), own, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def stamp(name: str, day: date) -> zipfile.ZipInfo:
    """The entry of a zip as of that day."""
    return zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
