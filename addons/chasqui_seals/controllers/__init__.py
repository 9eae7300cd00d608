from . import seals
from . import shop
