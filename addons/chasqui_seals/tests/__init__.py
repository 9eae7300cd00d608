from . import test_seal_links
