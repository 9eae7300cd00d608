from . import collective
from . import collective_purchase
from . import payment
from . import pictures
from . import shop
