from odoo.tests import new_test_user


def prepare_values(business):
    """Return what the seals' models ask for beyond their required fields."""
    number = business.company.id
    # Whoever joins the commission reviews the claims of all stores: nobody whose walls are probed does.
    reviewer = new_test_user(business.env, f"seed-reviewer-{number}", "base.group_user")
    return {
        "chasqui.seal": {"slug": f"seed-{number}"},
        "chasqui.seal.category": {"code": f"seed_{number}"},
        "chasqui.seal.grant": {"product_tmpl_id": business.template.id, "state": "submitted"},
        "chasqui.seal.reviewer": {"user_id": reviewer.id},
    }
