"""The guide shows the pictures that it has, and has those that it shows; none is heavy."""

import re

from ..support import guide

LINK = re.compile(r"\]\((?!pictures/|https?:)([^)#\s]+)\)")
MOST_BYTES = 3 * 2**20


def test_every_picture_is_shown_and_every_shown_picture_is_there():
    assert {file.name for file in guide.PICTURES.iterdir()} == guide.named_pictures()


def test_pictures_are_light():
    assert sum(file.stat().st_size for file in guide.PICTURES.iterdir()) < MOST_BYTES


def test_every_page_is_reached_from_the_first_and_no_link_is_broken():
    linked = {name for page in guide.pages() for name in LINK.findall(page.read_text())}
    assert {page.name for page in guide.pages()} - {"README.md"} == linked
