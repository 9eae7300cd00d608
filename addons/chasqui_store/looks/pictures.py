"""Pictures that people upload are drawn again, so that nothing but a picture is ever served."""

import base64
import binascii
import io

from PIL import Image, ImageOps, UnidentifiedImageError, WebPImagePlugin  # noqa: F401 registers WebP

from odoo.exceptions import UserError

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MAX_PIXELS = 50_000_000
MAX_BYTES = 25_000_000
MAX_SIDE = 1920  # of the largest picture that a page shows
NOT_A_PICTURE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    binascii.Error,
    ValueError,
    SyntaxError,
)


def clean(env, vals, names):
    """Return `vals` with the pictures in `names` re-encoded; refuse with a sentence what is none."""
    found = [name for name in names if vals.get(name)]
    return {**vals, **{name: reencode(env, vals[name]) for name in found}} if found else vals


def reencode(env, encoded):
    """Return base64 of the same picture as PNG or JPEG, without metadata or anything hidden."""
    if len(encoded) > MAX_BYTES * 4 / 3:
        raise UserError(env._("This picture is too heavy: keep it under 25 megabytes."))
    try:
        picture = Image.open(io.BytesIO(base64.b64decode(encoded)), formats=FORMATS)
        if picture.width * picture.height > MAX_PIXELS:
            raise UserError(env._("This picture is too large: keep it under 50 megapixels."))
        picture.draft("RGB", (MAX_SIDE, MAX_SIDE))  # a large photo is not unpacked whole
        picture.load()
    except NOT_A_PICTURE as error:
        raise UserError(
            env._("This file is not a picture we can show: use a photo (JPEG), PNG or WebP.")
        ) from error
    return base64.b64encode(_draw_again(picture))


def to_webp(data):
    """Return a picture in the format that takes a third of the others', for browsers that know it."""
    output = io.BytesIO()
    Image.open(io.BytesIO(data), formats=FORMATS).save(output, format="WEBP", quality=82, method=4)
    return output.getvalue()


def _draw_again(picture):
    picture = ImageOps.exif_transpose(picture)
    transparent = picture.mode in ("RGBA", "LA", "P")
    drawn = picture.convert("RGBA" if transparent else "RGB")
    drawn.thumbnail((MAX_SIDE, MAX_SIDE))
    output = io.BytesIO()
    drawn.save(output, format="PNG" if transparent else "JPEG", quality=85, optimize=True)
    return output.getvalue()
