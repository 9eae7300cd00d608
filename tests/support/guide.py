"""The guide's pages, and its pictures: what a page names is taken by a journey, and kept small."""

import io
import re

from launcher import paths
from PIL import Image

PAGES = paths.ROOT / "docs" / "guide"
PICTURES = PAGES / "pictures"
PICTURE = re.compile(r"!\[[^\]]+\]\(pictures/([^)\s]+)\)")
QUALITY = 70


def pages():
    return sorted(PAGES.glob("*.md"))


def named_pictures():
    """Return the names of the pictures that the pages show."""
    return {name for page in pages() for name in PICTURE.findall(page.read_text())}


def keep(name, png):
    """Write a screenshot into the guide, if one of its pages shows it."""
    file = PICTURES / f"{name}.webp"
    if file.name in named_pictures():
        PICTURES.mkdir(exist_ok=True)
        Image.open(io.BytesIO(png)).convert("RGB").save(file, quality=QUALITY, method=6)
