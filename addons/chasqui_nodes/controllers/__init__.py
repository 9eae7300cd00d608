from . import collective
from . import collective_purchase
from . import shop
