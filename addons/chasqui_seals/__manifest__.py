{
    "name": "Chasqui Seals",
    "summary": "What the price tag does not say, verified: who says it, on what evidence, until when",
    "version": "19.0.1.0.0",
    "category": "Website/Website",
    "author": "Chasqui",
    "website": "https://github.com/chasqui/chasqui",
    "license": "AGPL-3",
    "depends": ["chasqui_store"],
    "data": [
        "security/seal_groups.xml",
        "security/ir.model.access.csv",
        "security/seal_rules.xml",
        "data/chasqui_seal.xml",
        "views/seal_templates.xml",
        "views/shop_templates.xml",
        "views/seal_page_templates.xml",
    ],
    "assets": {
        "web.assets_frontend": ["chasqui_seals/static/src/scss/seals.scss"],
    },
    "installable": True,
}
