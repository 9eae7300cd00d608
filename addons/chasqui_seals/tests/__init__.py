from . import test_search_words
from . import test_seal_links
from . import test_seal_pages
from . import test_seal_shop
