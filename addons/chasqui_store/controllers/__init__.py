from . import cart
from . import portal_address
