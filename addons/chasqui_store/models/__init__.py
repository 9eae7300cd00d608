from . import chasqui_store
from . import res_company
from . import website
