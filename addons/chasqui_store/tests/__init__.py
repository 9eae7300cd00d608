from . import test_chasqui_store
