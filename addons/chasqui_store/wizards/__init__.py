from . import chasqui_store_invite
