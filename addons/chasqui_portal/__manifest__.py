{
    "name": "Chasqui Portal",
    "summary": "The public portal: every store, node and seal in one place, with one account",
    "version": "19.0.1.0.0",
    "category": "Website/Website",
    "author": "Chasqui",
    "website": "https://github.com/chasqui/chasqui",
    "license": "AGPL-3",
    "depends": [
        "chasqui_nodes",
        "chasqui_seals",
        "chasqui_store",
        # the news
        "website_blog",
    ],
    "data": [
        "security/ir.model.access.csv",
        "security/news_rules.xml",
        "data/blog_blog.xml",
        "views/layout_templates.xml",
        "views/chasqui_store_views.xml",
        "views/store_list_templates.xml",
        "views/store_page_templates.xml",
        "views/sign_in_templates.xml",
        "views/my_templates.xml",
        "views/my_interest_templates.xml",
        "views/my_data_templates.xml",
        "views/producer_templates.xml",
    ],
    "post_init_hook": "post_init_hook",
    "assets": {
        "web.assets_frontend": [
            "chasqui_portal/static/src/interactions/near.js",
            "chasqui_portal/static/src/scss/portal_*.scss",
        ],
    },
    "installable": True,
}
