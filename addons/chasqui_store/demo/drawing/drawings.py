"""What each product of the demonstration looks like, and each store's badge."""

import levadura
import monte
import puente
import tejedoras
import yuyeras
from first_stores import ESPIGA, HUERTA, sprout
from shapes import at, logo, wheat

STORES = {
    "huerta": HUERTA | {"logo": logo("#3f6d2c", at(0, 30, sprout, 3.1))},
    "espiga": ESPIGA | {"logo": logo("#a8442a", at(0, 0, wheat(2.7, "#fbe6ae")))},
    "tejedoras": tejedoras.PICTURES | {"logo": logo("#8c2f5f", tejedoras.LOGO_MARK)},
    "monte": monte.PICTURES | {"logo": logo("#9a5b00", monte.LOGO_MARK)},
    "levadura": levadura.PICTURES | {"logo": logo("#1f5f73", levadura.LOGO_MARK)},
    "puente": puente.PICTURES | {"logo": logo("#3b3a8f", puente.LOGO_MARK)},
    "yuyeras": yuyeras.PICTURES | {"logo": logo("#4d6b1f", yuyeras.LOGO_MARK)},
}

PICTURES = {
    f"{slug}/{code}": picture for slug, pictures in STORES.items() for code, picture in pictures.items()
}
