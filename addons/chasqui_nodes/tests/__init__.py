from . import test_buying_way
from . import test_collective_closing
from . import test_collective_order
from . import test_collective_pages
from . import test_node
from . import test_store_batch
