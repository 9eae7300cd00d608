from . import test_absurd_input
from . import test_kept_page
from . import test_portal_producers
from . import test_stores
from . import test_news
from . import test_my_account
from . import test_sign_in
from . import test_sign_out
