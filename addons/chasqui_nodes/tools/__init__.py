from . import ical
from . import localities
from . import pages
from . import sharing
from . import tokens
from . import turns
