from . import life
from . import portal_address
