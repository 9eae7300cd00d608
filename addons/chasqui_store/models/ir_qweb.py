from odoo import models

PLACEHOLDER_EMAIL = "info@yourcompany.example.com"
SIGNATURE = ".//input[@name='website_form_signature']"


class IrQweb(models.AbstractModel):
    _inherit = "ir.qweb"

    def _generate_code_cached(self, ref):
        """Compile a template once for all websites that would compile the same."""
        qweb = self.with_env(self.env["website"]._get_template_env())
        return super(IrQweb, qweb)._generate_code_cached(ref)

    def _get_template(self, template):
        """Let forms to "the company" be signed when they are drawn, not when they are compiled.

        Odoo writes the signed address of one company into code that now serves many.
        """
        element, document, ref = super()._get_template(template)
        if self.env.context.get("website_id"):
            for form in element.iter("form"):
                if form.find(SIGNATURE) is not None and self._is_form_to_company(element, form):
                    self._sign_form_when_drawn(form)
        return element, document, ref

    def _is_form_to_company(self, element, form):
        """Tell whether this form's mail goes to the company, as `add_form_signature` does."""
        address = form.xpath("string(.//input[@name='email_to']/@value)")
        has_defaults = element.xpath("//span[@data-for='contactus_form']")
        return not address or (address == PLACEHOLDER_EMAIL and bool(has_defaults))

    def _sign_form_when_drawn(self, form):
        signature = form.find(SIGNATURE)
        has_copies = signature.attrib.pop("value", "").endswith(":email_cc")
        signature.set("t-att-value", f"website and website._get_form_signature({has_copies})")
