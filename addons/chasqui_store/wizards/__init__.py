from . import chasqui_store_graduate
from . import chasqui_store_invite
from . import trial_balance_report_wizard
