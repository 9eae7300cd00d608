from . import seals
from . import shop
from . import evidence
from . import pictures
from . import shopper_year
