from . import seals
from . import shop
from . import evidence
from . import pictures
