from . import chasqui_localization
from . import chasqui_provisioning_step
from . import chasqui_provisioning_mixin
from . import chasqui_store
from . import chasqui_store_address
from . import chasqui_store_provisioning
from . import res_company
from . import website
