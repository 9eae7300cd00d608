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
    ],
    "installable": True,
}
