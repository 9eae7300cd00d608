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
    "data": [],
    "installable": True,
}
