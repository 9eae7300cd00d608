"""What the routes of our public pages have in common."""

PUBLIC_PAGE = {"type": "http", "auth": "public", "website": True, "readonly": True}
# Parts of pages: the same address in all languages, and no business of search engines.
PAGE_PART = {**PUBLIC_PAGE, "multilang": False, "sitemap": False}
