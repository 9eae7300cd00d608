from . import colors, pictures
