"""Draw the demonstration's pictures: ``python draw.py [slug/code...]`` (needs Chromium and Pillow)."""

import io
import sys
from pathlib import Path

from drawings import PICTURES
from PIL import Image
from playwright.sync_api import sync_playwright

TARGET = Path(__file__).parents[1] / "pictures"
SIZE = 800
COLOURS = 48


def main(only):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": SIZE, "height": SIZE})
        for name, svg in PICTURES.items():
            if only and not name.startswith(tuple(only)):
                continue
            page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{svg}")
            save(page.screenshot(), TARGET / f"{name}.png")


def save(screenshot, target):
    """Keep few colours: flat drawings stay as they are, and the repository small."""
    target.parent.mkdir(parents=True, exist_ok=True)
    image = Image.open(io.BytesIO(screenshot)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1:])
