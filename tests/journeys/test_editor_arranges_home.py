"""The web editor arranges the platform's home with the website builder; a stranger sees it at once."""

import pytest

from ..support.visitor import DESKTOP

STORES = "#wrap section.s_chasqui_stores"
HEADING = f"{STORES} h2"
OPENED = "body.o_builder_open .o_builder_sidebar_open"


@pytest.fixture
def size():
    """Pages are arranged at a desk."""
    return DESKTOP


class Builder:
    """The home in Odoo's website builder."""

    def __init__(self, desk):
        self.page = desk.page
        self.home = self.page.frame_locator(".o_website_preview iframe:not(.o_ignore_in_tour)")
        desk.clerk.goes_to(f"{desk.url}/odoo/action-website.website_preview?path=/")
        self.home.locator("body[is-ready=true] #wrap").wait_for()

    def begins(self):
        self.page.locator(".o_edit_website_container button").click()
        self.page.wait_for_selector(OPENED)

    def puts_in(self, block):
        """Choose one of our blocks by its picture."""
        self.page.locator("#snippet_groups .o_snippet[name=Chasqui] .o_snippet_thumbnail_area").click()
        pictures = self.page.frame_locator(".modal iframe")
        pictures.locator(f"[data-snippet-id={block}]").click()
        self.page.wait_for_selector(".modal", state="detached")

    def chooses(self, heading):
        heading.click()
        self.page.wait_for_selector(".o_overlay_options .oe_snippet_remove")

    def shows(self, count):
        box = self.page.locator("[data-action-id=chasquiShown] input")
        box.fill(str(count))
        box.press("Enter")

    def removes(self):
        self.page.locator(".o_overlay_options .oe_snippet_remove").click()

    def saves(self):
        self.page.locator("button[data-action=save]").click()
        self.page.wait_for_selector(OPENED, state="detached")


def counts_stores(stranger, portal):
    """Return how many stores each block of stores on the home shows."""
    stranger.goes_to(portal)
    return stranger.page.locator(STORES).evaluate_all(
        "all => all.map((block) => block.querySelectorAll('li').length)"
    )


def test_what_an_editor_puts_on_the_home_a_stranger_sees_at_once(server, at_desk, arrives):
    stranger = arrives("stranger")
    [usual] = counts_stores(stranger, server.url)
    desk = at_desk("web-editor", "portada")
    builder = Builder(desk)

    builder.begins()
    builder.puts_in("s_chasqui_stores")
    new = builder.home.locator(STORES).first  # in the middle of the window, where the page begins
    builder.home.locator(HEADING).nth(1).wait_for()
    builder.chooses(builder.home.locator(HEADING).first)
    builder.shows(2)
    new.locator("li").nth(2).wait_for(state="detached")
    assert new.locator("li").count() == 2
    desk.clerk.look("block")
    builder.saves()
    assert counts_stores(stranger, server.url) == [2, usual]
    stranger.fits()
    picture = stranger.page.locator(".o_chasqui_banner_picture")
    assert picture.get_attribute("style") is None, "the editor has cut the picture to a size in pixels"

    builder.begins()
    builder.chooses(builder.home.locator(HEADING).first)
    builder.removes()
    builder.home.locator(HEADING).nth(1).wait_for(state="detached")
    builder.saves()
    assert counts_stores(stranger, server.url) == [usual]
