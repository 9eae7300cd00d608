from . import chasqui_seal_claim
from . import chasqui_seal_merge
from . import chasqui_seal_producer_link
from . import chasqui_seal_step
from . import chasqui_seal_label
