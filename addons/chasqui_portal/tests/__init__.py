from . import test_kept_page
from . import test_stores
from . import test_news
