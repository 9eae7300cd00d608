from . import test_cart
from . import test_chasqui_store
from . import test_chasqui_store_address
from . import test_chasqui_store_provisioning
from . import test_demo
from . import test_pickup
from . import test_producers
from . import test_store_pages
