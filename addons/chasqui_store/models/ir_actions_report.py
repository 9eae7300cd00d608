from copy import copy

import lxml.html

from odoo import api, models
from odoo.tools.pdf import merge_pdf

from odoo.addons.base.models.ir_actions_report import _wkhtml

# What is left free above and below, in mm: the paper format's own margins keep room for headers that an
# unpatched binary cannot print.
PLAIN_MARGIN = 10
# What an unpatched binary makes of a millimetre of a page's styles on paper, in mm; it ignores --zoom.
PLAIN_SHRINK = 0.767


def _by_class(root, name):
    return root.xpath(f"//div[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")


class IrActionsReport(models.Model):
    """Reports that print whole with the wkhtmltopdf of Debian.

    That build has no patched Qt: it ignores page headers and footers (a delivery slip would lose the name
    of the store), and refuses more than one document at a time.
    """

    _inherit = "ir.actions.report"

    @api.model
    def _chasqui_is_plain_wkhtmltopdf(self):
        """Tell whether the binary is an unpatched one."""
        return not _wkhtml().is_patched_qt

    @api.model
    def _chasqui_get_millimetre(self):
        """Return what to write in a page's styles for one millimetre on paper, in mm."""
        return 1 / PLAIN_SHRINK if self._chasqui_is_plain_wkhtmltopdf() else 1

    def _prepare_html(self, html, report_model=False):
        """Override to put headers and footers in the flow of each document, where every build prints them."""
        if not self._chasqui_is_plain_wkhtmltopdf():
            return super()._prepare_html(html, report_model=report_model)
        root = lxml.html.fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8"))
        has_headers = self._chasqui_inline_headers_and_footers(root)
        prepared = super()._prepare_html(lxml.html.tostring(root), report_model=report_model)
        if not prepared:
            return prepared
        bodies, res_ids, _header, _footer, paperformat_args = prepared
        if has_headers:
            paperformat_args = {
                **paperformat_args,
                "data-report-margin-top": PLAIN_MARGIN,
                "data-report-margin-bottom": PLAIN_MARGIN,
            }
        return bodies, res_ids, None, None, paperformat_args

    @api.model
    def _chasqui_inline_headers_and_footers(self, root):
        """Move the n-th header and footer of ``root`` into its n-th document; tell whether there were any.

        Page numbers go: only the patched build knows them.
        """
        articles = _by_class(root, "article")
        for name, insert in (("header", "prepend"), ("footer", "append")):
            parts = _by_class(root, name)
            for part in parts:
                self._chasqui_drop_page_numbers(part)
                part.getparent().remove(part)
                part.set("class", part.get("class").replace(name, f"o_chasqui_inline_{name}", 1))
            for part, article in zip(parts, articles, strict=False):
                if insert == "prepend":
                    article.insert(0, part)
                else:
                    article.append(part)
        return bool(articles)

    @api.model
    def _chasqui_drop_page_numbers(self, part):
        """Empty the elements of ``part`` that say “Page 1 / 3”."""
        for counter in part.xpath(".//span[@class='page']"):
            line = counter.getparent()
            line.getparent().remove(line)

    def _build_wkhtmltopdf_args(self, *args, **kwargs):
        """Override to leave out what only the patched binary knows: the space under a header."""
        command = super()._build_wkhtmltopdf_args(*args, **kwargs)
        if self._chasqui_is_plain_wkhtmltopdf() and "--header-spacing" in command:
            place = command.index("--header-spacing")
            del command[place : place + 2]
        return command

    @api.model
    def _run_wkhtmltopdf(self, bodies, *args, **kwargs):
        """Override to print documents one by one and join them: an unpatched binary refuses several."""
        if len(bodies) < 2 or not self._chasqui_is_plain_wkhtmltopdf():
            return super()._run_wkhtmltopdf(bodies, *args, **kwargs)
        return merge_pdf(
            [super(IrActionsReport, self)._run_wkhtmltopdf([body], *args, **kwargs) for body in bodies]
        )

    def _render_qweb_pdf_prepare_streams(self, report_ref, data, res_ids=None):
        """Override to render records one by one when each document is kept as an attachment.

        Odoo splits one big PDF by its outline, which an unpatched binary does not write.
        """
        ids = list(dict.fromkeys(res_ids or ()))
        if (
            len(ids) < 2
            or not self._get_report(report_ref).attachment
            or not self._chasqui_is_plain_wkhtmltopdf()
        ):
            return super()._render_qweb_pdf_prepare_streams(report_ref, data, res_ids=res_ids)
        streams = {}
        for res_id in ids:
            streams |= super()._render_qweb_pdf_prepare_streams(report_ref, copy(data), res_ids=[res_id])
        return streams
