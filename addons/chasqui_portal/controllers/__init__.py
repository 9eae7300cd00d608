from . import stores
