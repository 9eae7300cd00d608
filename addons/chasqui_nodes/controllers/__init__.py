from . import collective
from . import collective_purchase
from . import payment
from . import shop
