from . import controllers, looks, models, wizards
from .hooks import post_init_hook
