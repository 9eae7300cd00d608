from . import chasqui_collective_substitute
