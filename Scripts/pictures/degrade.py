"""What scanners, word processors and web servers do to a picture of a table."""

import io
import math

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

KAI = "/usr/share/fonts/truetype/arphic/ukai.ttc"


def resample(picture, factor, chance):
    size = max(1, round(picture.width * factor)), max(1, round(picture.height * factor))
    return picture.resize(size, chance.choice([Image.BILINEAR, Image.BICUBIC, Image.LANCZOS, Image.BOX]))


def blur(picture, radius):
    return picture.filter(ImageFilter.GaussianBlur(radius))


def noise(picture, sigma, chance):
    source = numpy.random.default_rng(chance.getrandbits(32))
    grain = source.normal(0, sigma, (picture.height, picture.width, 1))
    return Image.fromarray(numpy.clip(numpy.asarray(picture, float) + grain, 0, 255).astype("uint8"))


def rotate(picture, degrees, paper=(255, 255, 255)):
    return picture.rotate(degrees, Image.BICUBIC, expand=True, fillcolor=paper)


def shade(picture, depth, chance):
    """Uneven light: the paper gets darker towards one side."""
    angle = chance.uniform(0, 2 * math.pi)
    y, x = numpy.mgrid[0:1:picture.height * 1j, 0:1:picture.width * 1j]
    slope = (x * math.cos(angle) + y * math.sin(angle))
    slope = (slope - slope.min()) / max(1e-9, slope.max() - slope.min())
    return Image.fromarray((numpy.asarray(picture, float) * (1 - depth * slope[..., None])).astype("uint8"))


def pale(picture, low):
    """Ink that is only grey: black becomes `low`."""
    return Image.fromarray((low + numpy.asarray(picture, float) * (255 - low) / 255).astype("uint8"))


def seal(picture, chance):
    """A red seal, multiplied onto the page as ink is."""
    size = round(min(picture.size) * chance.uniform(0.25, 0.5))
    size = min(size, 260)
    stamp = Image.new("RGB", (size, size), "white")
    draw = ImageDraw.Draw(stamp)
    red = (chance.randint(200, 235), chance.randint(20, 70), chance.randint(20, 70))
    draw.ellipse((3, 3, size - 4, size - 4), outline=red, width=max(2, size // 28))
    draw.text((size / 2, size / 2), "★", fill=red, anchor="mm", font=ImageFont.truetype(KAI, max(12, size // 3)))
    letters = ImageFont.truetype(KAI, max(10, size // 9))
    for place, letter in enumerate("市人民政府办公室"):
        turn = math.radians(-200 + place * 31)
        draw.text((size / 2 + size * .38 * math.cos(turn), size / 2 + size * .38 * math.sin(turn)), letter, fill=red,
                  anchor="mm", font=letters)
    stamp = stamp.rotate(chance.uniform(-20, 20), Image.BICUBIC, fillcolor="white")
    left, top = chance.randint(0, picture.width - size), chance.randint(0, picture.height - size)
    part = picture.crop((left, top, left + size, top + size))
    mixed = numpy.asarray(part, float) * numpy.asarray(stamp, float) / 255
    picture.paste(Image.fromarray(mixed.astype("uint8")), (left, top))
    return picture


def watermark(picture, chance, depth):
    """Grey or coloured words across the page, `depth` levels darker than the paper."""
    layer = Image.new("L", picture.size, 0)
    draw = ImageDraw.Draw(layer)
    size = max(24, min(picture.size) // 8)
    font = ImageFont.truetype(KAI, size)
    step = size * chance.randint(5, 8)
    for y in range(-step, picture.height + step, step):
        for x in range(-step, picture.width + step, step):
            draw.text((x, y), "政务公开", fill=255, font=font)
    layer = layer.rotate(chance.uniform(20, 40), Image.BILINEAR)
    tint = numpy.array(chance.choice([(1, 1, 1), (1, 1, 1), (0.2, 1, 1), (1, .6, .1)]))
    dark = numpy.asarray(layer, float)[..., None] / 255 * depth * tint
    return Image.fromarray(numpy.clip(numpy.asarray(picture, float) - dark, 0, 255).astype("uint8"))


def margins(picture, chance):
    """A screenshot: the table lies somewhere on a page."""
    left, right, top, bottom = (chance.randint(4, 90) for _ in range(4))
    page = Image.new("RGB", (picture.width + left + right, picture.height + top + bottom), "white")
    page.paste(picture, (left, top))
    return page


def jpeg(picture, quality):
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=quality)
    return data.getvalue()


def encoded(picture, kind):
    data = io.BytesIO()
    if kind == "GIF":
        picture.quantize(64).save(data, "GIF")
    elif kind == "PNG8":
        picture.quantize(64).save(data, "PNG")
    elif kind == "TIFF":
        picture.save(data, "TIFF", compression="tiff_lzw")
    else:
        picture.save(data, kind)
    return data.getvalue()


def degrade(picture, tier, chance):
    """The bytes of a picture as the tier has them, and the ending of its name."""
    if tier == "clean":
        if chance.random() < 0.5:
            picture = margins(picture, chance)
        if chance.random() < 0.5:
            return jpeg(picture, chance.randint(85, 95)), "jpg"
        kind = chance.choice(["PNG", "PNG", "PNG8", "GIF", "BMP", "TIFF", "WEBP"])
        return encoded(picture, kind), kind.lower().replace("png8", "png")
    hard = tier == "hard"
    if chance.random() < (0.45 if hard else 0.15):
        picture = watermark(picture, chance, chance.randint(15, 60 if hard else 35))
    if chance.random() < (0.4 if hard else 0.12):
        picture = seal(picture, chance)
    if chance.random() < 0.5:
        picture = margins(picture, chance)
    if chance.random() < (0.4 if hard else 0.15):
        picture = pale(picture, chance.randint(30, 110 if hard else 70))
    if chance.random() < (0.6 if hard else 0.3):
        reach = 3.0 if hard else 1.0
        picture = rotate(picture, chance.uniform(-reach, reach))
    picture = resample(picture, chance.uniform(0.55, 0.8) if hard else chance.uniform(0.72, 1.15), chance)
    if hard and chance.random() < 0.3:
        picture = shade(picture, chance.uniform(0.1, 0.35), chance)
    if chance.random() < (0.5 if hard else 0.3):
        picture = blur(picture, chance.uniform(0.4, 0.9 if hard else 0.6))
    if chance.random() < (0.5 if hard else 0.2):
        picture = noise(picture, chance.uniform(3, 14 if hard else 6), chance)
    if hard and chance.random() < 0.2:
        picture = resample(picture, chance.uniform(1.2, 2.0), chance)
    if chance.random() < 0.8:
        return jpeg(picture, chance.randint(30, 60) if hard else chance.randint(55, 88)), "jpg"
    return encoded(picture, "PNG"), "png"
