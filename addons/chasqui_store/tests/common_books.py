from odoo import Command

from .common_walls import WallsCommon


class BooksCommon(WallsCommon):
    """Two stores with books; in those of A a sale, its credit note, a bill, a payment and bank lines."""

    @classmethod
    def _open_store(cls, name):
        """Override: whole stores, with books, that are registered for VAT."""
        cls.env = cls.env(context={**cls.env.context, "tracking_disable": True})
        store = cls._provision_store(
            name=f"Store {name}",
            slug=f"walls-{name}",
            l10n_ar_afip_responsibility_type_id=cls.env.ref("l10n_ar.res_IVARI").id,
        )
        store.state = "open"
        return store

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.manage = cls._as(cls.manager_a, cls.store_a)
        cls.manage_b = cls._as(cls.manager_b, cls.store_b)
        cls.today = cls.store_a.company_id._get_today()
        cls.shop = cls._create_partner("Almacén Cooperativo", "30999000173")
        cls.mill = cls._create_partner("Molino del Sur", "30710000014")

    @classmethod
    def _as(cls, user, store):
        context = {"allowed_company_ids": store.company_id.ids, "tracking_disable": True, "lang": "en_US"}
        return cls.env(user=user.id, su=False, context=context)

    @classmethod
    def _create_partner(cls, name, vat):
        return cls.manage["res.partner"].create(
            {
                "name": name,
                "is_company": True,
                "country_id": cls.env.ref("base.ar").id,
                "vat": vat,
                "l10n_latam_identification_type_id": cls.env.ref("l10n_ar.it_cuit").id,
                "l10n_ar_afip_responsibility_type_id": cls.env.ref("l10n_ar.res_IVARI").id,
            }
        )

    @classmethod
    def _get_tax(cls, side, code, env=None):
        """Return a VAT by the authority's code: 5 is 21 %, 4 is 10.5 %, 2 is exempt."""
        return (env or cls.manage)["account.tax"].search(
            [("type_tax_use", "=", side), ("tax_group_id.l10n_ar_vat_afip_code", "=", code)], limit=1
        )

    @classmethod
    def _create_move(cls, move_type, partner, *lines, env=None, **values):
        """Return a posted document with (price, taxes) lines."""
        move = (env or cls.manage)["account.move"].create(
            {
                "move_type": move_type,
                "partner_id": partner.id,
                "invoice_date": cls.today,
                "date": cls.today,
                "invoice_date_due": cls.today,
                "invoice_line_ids": [
                    Command.create(
                        {"name": "Goods", "price_unit": price, "tax_ids": [Command.set(taxes.ids)]}
                    )
                    for price, taxes in lines
                ],
                **values,
            }
        )
        move.action_post()
        return move

    @classmethod
    def _get_journal(cls, journal_type, env=None):
        return (env or cls.manage)["account.journal"].search([("type", "=", journal_type)], limit=1)

    @classmethod
    def _pay(cls, move, amount, **values):
        register = move.env["account.payment.register"].with_context(
            active_model="account.move", active_ids=move.ids
        )
        return register.create(
            {
                "journal_id": cls._get_journal("bank").id,
                "amount": amount,
                "payment_date": cls.today,
                **values,
            }
        )._create_payments()

    @classmethod
    def _create_bank_line(cls, amount, label="Transfer", **values):
        return cls.manage["account.bank.statement.line"].create(
            {
                "journal_id": cls._get_journal("bank").id,
                "date": cls.today,
                "payment_ref": label,
                "amount": amount,
                **values,
            }
        )

    @classmethod
    def _get_book(cls, kind, env=None, **values):
        books = (env or cls.manage)["chasqui.book"]
        book = books.browse(books.action_open_book(kind)["res_id"])
        if values:
            book.write({"period": "custom", **values})
        return book

    @classmethod
    def _get_rows(cls, kind, env=None, **values):
        """Return the cells of a book's rows by their first one."""
        return {row.cells[0]: row.cells[1:] for row in cls._get_book(kind, env, **values)._get_table().rows}
