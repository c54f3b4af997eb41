"""How pages look: small pictures of them that somebody accepted, beside those of now.

usage: python -m scripts.looks

Takes the accepted pictures anew. They are half as wide as the page and have sixteen steps a colour,
so that the whole set stays small and a letter may be drawn a little differently elsewhere.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter
from playwright.sync_api import Browser

from lib.view.navigation import BESIDE, PAGES, WORDS
from scripts.pictures import grow
from scripts.serving import ROOT, running
from scripts.visitor import PHONE, Visit, Way, browsing, visit

ACCEPTED: Final = ROOT / "tests" / "browser" / "accepted"
DIFFERING: Final = ROOT / "pictures" / "differing"
PATHS: Final = {
    **{name: f"/{name}" for name in (*PAGES, WORDS, *BESIDE)},
    "profile": "/projects?project=csb",
    "comparison": "/projects?project=csb&project=singa",
}
WIDTHS: Final = (1440, 390)
GROUNDS: Final = ("light", "dark")
TALLEST: Final = 5000  # pixels of a page; below, tables go on as they began
STEP: Final = 17  # between two of the sixteen steps of a colour
NOW: Final = r"text=/\d:\d\d\sUTC/"  # what says when tables were read
NOTICED: Final = 40  # of 255: what a pixel may differ
TILE: Final = 40  # pixels: a place of this size is looked at as one
MOST: Final = 0.06  # of the pixels of a place may differ


class Look(NamedTuple):
    """One way to see one page; ``str`` of it names its picture."""

    page: str
    width: int
    ground: str

    def __str__(self) -> str:
        return f"{self.page}_{self.width}_{self.ground}"


class Difference(NamedTuple):
    """How two pictures differ: the share of pixels in the place where most do, and where it is."""

    share: float
    x: int
    y: int
    picture: Image.Image


@contextmanager
def opened(browser: Browser, base: str, page: str, width: int) -> Iterator[Visit]:
    """A page as a new visitor has it, in English and in the light; the narrow one on a phone."""
    way = Way(width, 844, options=PHONE) if width < 640 else Way(width)
    seen = visit(browser, base, PATHS[page], way)
    yield seen
    seen.page.context.close()


def turn(seen: Visit, ground: str) -> None:
    """Turn the reader's system light or dark; the page follows where it is."""
    seen.page.emulate_media(color_scheme="dark" if ground == "dark" else "light")
    seen.settle()


def take(seen: Visit) -> Image.Image:
    """A small picture of the page that a visit is on; the window grows as tall as the page."""
    grow(seen, TALLEST)
    page = seen.page
    mask = [page.locator(NOW)]
    png = page.screenshot(animations="disabled", mask=mask, mask_color="#808080")
    half = Image.open(BytesIO(png)).convert("RGB").reduce(2)
    return half.point(lambda value: round(value / STEP) * STEP)


def save(picture: Image.Image, target: Path) -> None:
    """Write a picture with a palette of its own, in which no colour changes."""
    colours, which = np.unique(np.asarray(picture).reshape(-1, 3), axis=0, return_inverse=True)
    if len(colours) <= 256:
        indices = which.astype(np.uint8).reshape(picture.height, picture.width)
        picture = Image.fromarray(indices, "P")
        picture.putpalette(colours.tobytes())
    picture.save(target, optimize=True)


def compare(expected: Image.Image, now: Image.Image) -> Difference:
    """How a picture differs from the one expected; both are blurred a little first."""
    wide, tall = (max(sides) for sides in zip(expected.size, now.size, strict=True))
    wide, tall = (-(-side // TILE) * TILE for side in (wide, tall))
    one, other = (_pixels(picture, wide, tall) for picture in (expected, now))
    differs = np.abs(one - other).max(axis=2) > NOTICED
    tiles = differs.reshape(tall // TILE, TILE, wide // TILE, TILE).mean(axis=(1, 3))
    row, column = divmod(int(tiles.argmax()), tiles.shape[1])
    pale = np.asarray(_framed(now, wide, tall).convert("L"))[..., None].repeat(3, axis=2) // 3 + 160
    pale[differs] = (163, 18, 63)
    marked = Image.fromarray(pale.astype(np.uint8))
    return Difference(float(tiles.max()), 2 * TILE * column, 2 * TILE * row, marked)


def fault(look: Look, now: Image.Image, accepted: Path = ACCEPTED, target: Path = DIFFERING) -> str:
    """What is wrong with a picture beside the accepted one, with the way to see it; "" if nothing.

    Saves expected, actual and difference under ``target`` when they differ.
    """
    kept = accepted / f"{look}.png"
    if not kept.exists():
        return f"{look}: no picture of it was accepted yet; look at it, then run make accept"
    with Image.open(kept) as expected:
        found = compare(expected, now)
        if found.share <= MOST:
            return ""
        target.mkdir(parents=True, exist_ok=True)
        pictures = {"expected": expected, "actual": now, "difference": found.picture}
        for kind, picture in pictures.items():
            picture.save(target / f"{look}_{kind}.png")
    return (
        f"{look} does not look as accepted, most of all {found.x} pixels from the left and "
        f"{found.y} from the top: see {target / str(look)}_difference.png, beside it _expected and "
        "_actual. If it is to look so: make accept"
    )


def main() -> None:
    """Take every picture anew; exits with the faults that the visits met."""
    ACCEPTED.mkdir(parents=True, exist_ok=True)
    for old in ACCEPTED.glob("*.png"):
        old.unlink()
    faults: list[str] = []
    with running() as base, browsing() as browser:
        for page, width in product(PATHS, WIDTHS):
            with opened(browser, base, page, width) as seen:
                for ground in GROUNDS:
                    turn(seen, ground)
                    kept = ACCEPTED / f"{Look(page, width, ground)}.png"
                    save(take(seen), kept)
                    print(kept, flush=True)
                faults += [f"{page} at {width} pixels: {found}" for found in seen.faults()]
    if faults:
        sys.exit("\n".join(faults))


def _framed(picture: Image.Image, wide: int, tall: int) -> Image.Image:
    """The picture on a ground of the size, black where it does not reach."""
    ground = Image.new("RGB", (wide, tall))
    ground.paste(picture.convert("RGB"))
    return ground


def _pixels(picture: Image.Image, wide: int, tall: int) -> npt.NDArray[np.int16]:
    soft = _framed(picture.convert("RGB").filter(ImageFilter.BoxBlur(1)), wide, tall)
    return np.asarray(soft).astype(np.int16)


if __name__ == "__main__":
    main()
