#!/usr/bin/python3
"""Writes one small picture in every kind of format that the reader takes: Fixtures/pictures/formats.

Each shows the same: 48 × 32 pixels of white with a black box at (4, 4)–(20, 12) and a grey one at (28, 16)–(44, 28).
Needs: python3-pil. The bytes depend on Pillow's version, what they show does not.
"""

import io
import pathlib
import struct
import zlib

from PIL import Image, ImageDraw

FOLDER = pathlib.Path(__file__).resolve().parent.parent.parent / "Fixtures/pictures/formats"
UPRIGHT = {2: Image.FLIP_LEFT_RIGHT, 3: Image.ROTATE_180, 4: Image.FLIP_TOP_BOTTOM, 5: Image.TRANSPOSE,
           6: Image.ROTATE_90, 7: Image.TRANSVERSE, 8: Image.ROTATE_270}


def shown(mode="RGB"):
    page = Image.new("RGB", (48, 32), "white")
    draw = ImageDraw.Draw(page)
    draw.rectangle((4, 4, 19, 11), fill=(0, 0, 0))
    draw.rectangle((28, 16, 43, 27), fill=(128, 128, 128))
    return page.convert(mode)


def transparent():
    """Black under everything: what is seen is in the alpha alone."""
    page = Image.new("RGBA", (48, 32), (0, 0, 0, 0))
    page.putalpha(Image.eval(shown("L"), lambda level: 255 - level))
    return page


def png16(colour):
    """16 bits for a channel, which Pillow does not write in colour."""
    pixels, channels = shown("L"), 3 if colour else 1
    rows = b"".join(b"\0" + b"".join(struct.pack(">H", pixels.getpixel((x, y)) * 257) * channels for x in range(48))
                    for y in range(32))
    head = struct.pack(">IIBBBBB", 48, 32, 16, 2 if colour else 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in chunks)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def other():
    return Image.new("RGB", (48, 32), "black")


def saved(page, kind, **options):
    data = io.BytesIO()
    page.save(data, kind, **options)
    return data.getvalue()


def exif(orientation):
    tags = Image.Exif()
    tags[274] = orientation
    return tags.tobytes()


def turned(orientation):
    """The picture as a camera that was held otherwise stores it."""
    return shown() if orientation == 1 else shown().transpose(UPRIGHT[orientation])


def pictures():
    yield "grey-16.png", png16(False)
    yield "colour-16.png", png16(True)
    yield "one-bit.png", saved(shown("1"), "PNG")
    yield "grey.png", saved(shown("L"), "PNG")
    yield "palette.png", saved(shown().quantize(4), "PNG")
    yield "alpha.png", saved(transparent(), "PNG")
    yield "grey-alpha.png", saved(transparent().convert("LA"), "PNG")
    yield "palette-alpha.png", saved(shown().quantize(4), "PNG", transparency=shown().quantize(4).getpixel((0, 0)))
    yield "animated.png", saved(shown(), "PNG", save_all=True, append_images=[other()], duration=100)
    yield "grey.jpg", saved(shown("L"), "JPEG", quality=90)
    yield "progressive.jpg", saved(shown(), "JPEG", quality=90, progressive=True)
    yield "cmyk.jpg", saved(shown("CMYK"), "JPEG", quality=90)
    for orientation in range(1, 9):
        yield f"exif-{orientation}.jpg", saved(turned(orientation), "JPEG", quality=90, exif=exif(orientation))
    yield "exif-6.webp", saved(turned(6), "WEBP", lossless=True, exif=exif(6))
    yield "exif-6.png", saved(turned(6), "PNG", exif=exif(6))
    yield "exif-6.tiff", saved(turned(6), "TIFF", tiffinfo={274: 6})
    yield "plain.gif", saved(shown().quantize(4), "GIF")
    yield "animated.gif", saved(shown().quantize(4), "GIF", save_all=True, append_images=[other().quantize(4)], duration=100)
    yield "colour.bmp", saved(shown(), "BMP")
    yield "palette.bmp", saved(shown().quantize(4), "BMP")
    yield "one-bit.bmp", saved(shown("1"), "BMP")
    yield "lzw.tiff", saved(shown(), "TIFF", compression="tiff_lzw")
    yield "fax.tiff", saved(shown("1"), "TIFF", compression="group4")
    yield "cmyk.tiff", saved(shown("CMYK"), "TIFF")
    yield "grey-16.tiff", saved(Image.frombytes("I;16", (48, 32), b"".join(
        struct.pack("<H", level * 257) for level in shown("L").tobytes())), "TIFF")
    yield "alpha.tiff", saved(transparent(), "TIFF")
    yield "pages.tiff", saved(shown(), "TIFF", save_all=True, append_images=[other(), other()])
    yield "lossy.webp", saved(shown(), "WEBP", quality=90)
    yield "lossless.webp", saved(shown(), "WEBP", lossless=True)
    yield "alpha.webp", saved(transparent(), "WEBP", lossless=True)
    yield "animated.webp", saved(shown(), "WEBP", save_all=True, append_images=[other()], duration=100, lossless=True)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in pictures():
        FOLDER.joinpath(name).write_bytes(data)
