{
    "name": "Chasqui Store",
    "summary": "Stores of a solidarity-economy marketplace: each one company, one website",
    "version": "19.0.1.0.0",
    "category": "Website/Website",
    "author": "Chasqui",
    "website": "https://github.com/chasqui/chasqui",
    "license": "AGPL-3",
    "depends": [
        # selling
        "website_sale_stock",
        "sale_management",
        "stock_delivery",
        "payment_custom",
        "payment_mercado_pago",
        # buying and stock
        "purchase_stock",
        "stock_account",
        # books
        "l10n_ar",
        "account_financial_report",
        "account_reconcile_oca",
    ],
    "data": [
        "security/chasqui_groups.xml",
        "security/ir.model.access.csv",
        "data/chasqui_localization.xml",
        "data/ir_cron.xml",
        "data/mail_template.xml",
        "security/chasqui_pickup_rules.xml",
        "views/chasqui_store_views.xml",
        "views/chasqui_pickup_point_views.xml",
        "views/pickup_templates.xml",
        "views/chasqui_localization_views.xml",
        "views/res_config_settings_views.xml",
        "views/store_life_templates.xml",
        "views/menus.xml",
    ],
    "assets": {
        "web.assets_backend": [
            "chasqui_store/static/src/js/**/*",
        ],
        "web.assets_frontend": [
            "chasqui_store/static/src/interactions/checkout.js",
            "chasqui_store/static/src/scss/pickup.scss",
        ],
    },
    "application": True,
    "installable": True,
}
