import io

from PIL import Image, ImageDraw, ImageFont

from odoo import models, tools
from odoo.tools.misc import file_open

MARGIN = 64
WIDTH = 500  # of the text, at the left of the drawing
INK, ACCENT = "#2b211b", "#a8442a"
FONT = "chasqui_store/static/src/fonts/{}-700.woff2"
BACKGROUND = "chasqui_portal/static/src/img/social.png"


class Website(models.Model):
    """The picture that goes with a link to the platform when somebody passes it on."""

    _inherit = "website"

    def _get_chasqui_social_titles(self):
        """Return what is written on the picture of each page, by the first part of its address."""
        _ = self.env._
        return {
            "home": _("Bought from the people who make it"),
            "about": _("What Chasqui is"),
            "apply": _("Open a store"),
            "blog": _("News of the network"),
            "calendar": _("Fairs and gatherings"),
            "contact": _("Write to us"),
            "figures": _("The network in figures"),
            "help": _("Help"),
            "nodes": _("Buying with neighbours"),
            "products": _("All products, of all stores"),
            "seals": _("What the price tag does not say"),
            "stores": _("All stores"),
        }

    def _get_chasqui_social_url(self, path):
        """Return the address of the picture for a page."""
        name = path.strip("/").split("/")[0] or "home"
        return f"/chasqui/social/{name if name in self._get_chasqui_social_titles() else 'home'}.png"

    @tools.ormcache("self.id", "name", "self.env.lang")
    def _draw_chasqui_social(self, name):
        """Return the picture as PNG; nothing if no page has that name."""
        title = self._get_chasqui_social_titles().get(name)
        if not title:
            return None
        with file_open(BACKGROUND, "rb") as file:
            picture = Image.open(file).convert("RGB")
        draw = ImageDraw.Draw(picture)
        self._write_on(draw, self.name, "rosario", 40, ACCENT, MARGIN + 24)
        self._write_on(draw, title, "bitter", 64, INK, MARGIN + 100)
        output = io.BytesIO()
        picture.quantize(128).save(output, "PNG", optimize=True)
        return output.getvalue()

    def _write_on(self, draw, text, font, size, color, top):
        with file_open(FONT.format(font), "rb") as file:
            face = ImageFont.truetype(io.BytesIO(file.read()), size)
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            lines[-1:] = [longer] if face.getlength(longer) <= WIDTH else [lines[-1], word]
        text = "\n".join(filter(None, lines))
        draw.multiline_text((MARGIN, top), text, fill=color, font=face, spacing=12)
