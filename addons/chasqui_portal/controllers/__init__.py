from . import producers
from . import stores
from . import my_data
from . import my_home
from . import my_interests
from . import my_purchases
from . import sign_in
from . import sign_out
