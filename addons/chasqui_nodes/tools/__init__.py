from . import sharing
from . import tokens
