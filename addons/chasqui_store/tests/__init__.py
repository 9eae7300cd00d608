from . import test_chasqui_store
from . import test_chasqui_store_address
from . import test_chasqui_store_identity
from . import test_chasqui_store_life
from . import test_chasqui_store_provisioning
from . import test_pickup
from . import test_demo
