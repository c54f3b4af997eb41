"""Takes the picture that the README shows: the top of the overview, wide and light.

usage: python -m scripts.readme_picture [FILE]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from scripts.serving import running
from scripts.visitor import Way, browsing, visit

PICTURE: Final = Path(__file__).resolve().parents[1] / "docs" / "overview.png"
WIDTH: Final = 1440
HEIGHT: Final = 1560


def main() -> None:
    """Save the picture; exits with the faults that the visit met."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE
    target.parent.mkdir(parents=True, exist_ok=True)
    with running() as base, browsing() as browser:
        seen = visit(browser, base, "/overview", Way(WIDTH, HEIGHT))
        seen.settle(quiet=3.0)
        seen.page.screenshot(path=target)
        faults = seen.faults()
    if faults:
        sys.exit("\n".join(faults))
    print(target)


if __name__ == "__main__":
    main()
