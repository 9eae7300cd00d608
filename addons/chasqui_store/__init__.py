from . import controllers, looks, models
from .hooks import post_init_hook
