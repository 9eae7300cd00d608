from . import address
from . import cart
from . import life
from . import pages
from . import portal_address
from . import producers
from . import shop
