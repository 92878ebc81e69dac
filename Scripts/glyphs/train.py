#!/usr/bin/python3
"""Trains the glyph classifier of GovOCR and writes Sources/GovOCR/Reading/GlyphWeights.swift.

From: lines of figures drawn with freely licensed fonts, made worse as scans and web pictures are. Fonts and licences:
DejaVu (Bitstream Vera), Liberation 2 (OFL), Noto Sans and Serif CJK (OFL), Carlito (OFL), Caladea (Apache 2.0), Roboto (Apache
2.0), Open Sans (Apache 2.0), Lato (OFL), Linux Libertine (OFL), WenQuanYi Micro Hei (Apache 2.0).
Needs (Debian): python3-numpy python3-pil and the fonts- packages of these names. About ten minutes of CPU.

  Scripts/glyphs/train.py [--lines 60000] [--epochs 14]

A sample is a glyph's box, 20 × 20 grey with its proportions kept, and three numbers: height and width as parts of the
line's digit height, and the height of its middle above the line's. One class stands for what is no glyph of a figure: a half,
one and a half, two at once, and letters and Han characters, whole and halved, but those that look like a figure's glyph (O, l,
一 and 十). `features` has its exact counterpart in Swift (GlyphClassifier.swift).
"""

import argparse
import io
import pathlib
import random

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

CLASSES = "0123456789.,-/+%无万元()無萬"
REJECT = len(CLASSES)
LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ:;&"
LOOKALIKES = "一十丨丿口〇"
SIDE = 20
HIDDEN = 128
HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "Sources/GovOCR/Reading/GlyphWeights.swift"
FOLDERS = ["truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf", "truetype/dejavu/DejaVuSerif.ttf",
           "truetype/dejavu/DejaVuSansCondensed.ttf", "truetype/dejavu/DejaVuSansMono.ttf",
           "truetype/liberation/LiberationSans-Regular.ttf", "truetype/liberation/LiberationSans-Bold.ttf",
           "truetype/liberation/LiberationSerif-Regular.ttf", "truetype/liberation/LiberationSerif-Bold.ttf",
           "truetype/liberation/LiberationSansNarrow-Regular.ttf", "truetype/liberation/LiberationMono-Regular.ttf",
           "truetype/crosextra/Carlito-Regular.ttf", "truetype/crosextra/Carlito-Bold.ttf",
           "truetype/crosextra/Caladea-Regular.ttf", "truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
           "truetype/open-sans/OpenSans-Regular.ttf", "truetype/lato/Lato-Regular.ttf",
           "opentype/linux-libertine/LinLibertine_R.otf"]
CJK = ["opentype/noto/NotoSansCJK-Regular.ttc", "opentype/noto/NotoSerifCJK-Regular.ttc", "opentype/noto/NotoSansCJK-Bold.ttc",
       "opentype/noto/NotoSerifCJK-Bold.ttc", "truetype/wqy/wqy-microhei.ttc"]
ROOT = pathlib.Path("/usr/share/fonts")


def font_pair(chance):
    """A font for digits and one for Han characters; SimSun-like pages take both from one."""
    han = ROOT / chance.choice(CJK)
    latin = ROOT / chance.choice(FOLDERS)
    if chance.random() < 0.35 or not latin.exists():
        latin = han
    return latin, han


CACHE = {}


def font(path, size, face=2):
    """Of Noto's collections face 2 is that of the mainland, face 3 of Taiwan; other files hold one face."""
    key = path, size, face
    if key not in CACHE:
        CACHE[key] = ImageFont.truetype(str(path), size, index=face if "CJK" in path.name else 0)
    return CACHE[key]


def han(chance, without=CLASSES + LOOKALIKES, last=0xD6):
    """A Han character; by default a common one, of the first level of GB 2312."""
    while True:
        letter = bytes([chance.randint(0xB0, last), chance.randint(0xA1, 0xFE)]).decode("gb2312", "ignore")
        if letter and letter not in without:
            return letter


def words(chance):
    kind = chance.random()
    if kind < 0.12:
        return "".join(chance.choice(LETTERS) for _ in range(chance.randint(1, 6)))
    if kind < 0.26:
        return "".join(han(chance) for _ in range(chance.randint(1, 3)))
    kind = chance.random()
    digits = "".join(chance.choice("0123456789") for _ in range(chance.choice([1, 1, 1, 2, 2, 3, 4, 5, 6])))
    if kind < 0.55:
        return digits
    if kind < 0.65:
        return chance.choice(["-", "/", "无", "無", "—", "0", "+" + digits, "-" + digits])
    if kind < 0.75:
        return digits + "." + chance.choice("0123456789") + chance.choice(["", chance.choice("0123456789")])
    if kind < 0.83:
        return f"{chance.randint(1000, 9_999_999):,}"
    if kind < 0.9:
        return digits + "." + chance.choice("0123456789") + chance.choice(["万元", "元", "%", "萬元"])
    if kind < 0.95:
        return "(" + digits + ")"
    return "".join(chance.choice(CLASSES[:14]) for _ in range(4))


def draw_line(chance):
    """A line as an array of ink (0 to 1), its glyph boxes (left, top, right, bottom, class) and its digit height."""
    latin, wide = font_pair(chance)
    height = chance.choice([7, 8, 9, 9, 10, 10, 11, 12, 13, 14, 16, 18, 22, 28])
    over = chance.choice([1, 1, 2, 3])
    size = max(6, round(height / 0.72 * over * chance.uniform(0.93, 1.07)))
    text = words(chance)
    page = Image.new("L", (size * (len(text) + 3), size * 3), 0)
    draw = ImageDraw.Draw(page)
    x, boxes = float(size), []
    spacing = chance.choice([0, 0, 0, 0, -0.04, 0.06]) * size
    for letter in text:
        face = font(wide if letter == "—" or letter > "\u3000" else latin, size)
        box = draw.textbbox((round(x), 2 * size), letter, font=face, anchor="ls")
        draw.text((round(x), 2 * size), letter, fill=255, font=face, anchor="ls")
        kind = CLASSES.find("-" if letter == "—" else letter)
        boxes.append((*box, kind if kind >= 0 else REJECT))
        x += draw.textlength(letter, font=face) + spacing
    zero = draw.textbbox((0, 2 * size), "0", font=font(latin, size), anchor="ls")
    return worsen(page, boxes, zero[3] - zero[1], over, chance)


def worsen(page, boxes, digit, over, chance):
    factor = chance.uniform(0.92, 1.08) / over
    if over > 1 or chance.random() < 0.3:
        page = page.resize((round(page.width * factor), round(page.height * factor)),
                           chance.choice([Image.BILINEAR, Image.BICUBIC, Image.BOX, Image.LANCZOS]))
    else:
        factor = 1
    ink, paper = chance.uniform(0, 110), chance.uniform(200, 255)
    if chance.random() < 0.5:
        page = page.filter(ImageFilter.GaussianBlur(chance.uniform(0.2, 0.9)))
    if chance.random() < 0.25:
        page = page.rotate(chance.uniform(-1.2, 1.2), Image.BILINEAR, fillcolor=0)
    grey = paper + (ink - paper) * numpy.asarray(page, float) / 255
    if chance.random() < 0.4:
        source = numpy.random.default_rng(chance.getrandbits(32))
        grey = grey + source.normal(0, chance.uniform(1, 14), grey.shape)
    image = Image.fromarray(numpy.clip(grey, 0, 255).astype("uint8"))
    if chance.random() < 0.15:
        # A picture made small, and large again.
        again = chance.uniform(1.2, 2)
        image = image.resize((round(image.width * again), round(image.height * again)), chance.choice([2, 3]))
        factor *= again
    if chance.random() < 0.6:
        data = io.BytesIO()
        image.save(data, "JPEG", quality=chance.randint(30, 92))
        image = Image.open(data)
    grey = numpy.asarray(image, float)
    low = numpy.percentile(grey, 0.5) if grey.min() < paper - 20 else grey.min()
    low = min(low, numpy.sort(grey, axis=None)[min(grey.size - 1, 8)])
    darkness = numpy.clip((numpy.median(grey) - grey) / max(20, numpy.median(grey) - low), 0, 1)
    return darkness, [(a * factor, b * factor, c * factor, d * factor, k) for a, b, c, d, k in boxes], digit * factor


def tight(ink, box):
    """The box shrunk to what is darker than 0.4 within it."""
    left, top, right, bottom = (int(box[0] - 0.5), int(box[1] - 1), int(box[2] + 1.5), int(box[3] + 2))
    left, top = max(0, left), max(0, top)
    part = ink[top:bottom, left:right] > 0.4
    columns, rows = numpy.flatnonzero(part.any(0)), numpy.flatnonzero(part.any(1))
    if not len(columns):
        return None
    return left + columns[0], top + rows[0], left + columns[-1] + 1, top + rows[-1] + 1


def features(ink, box, digit, middle):
    """What the classifier sees of a box; GlyphClassifier.features in Swift must do the same."""
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    step = max(width, height) / SIDE
    positions = (numpy.arange(SIDE) + 0.5 - SIDE / 2) * step
    xs = positions + (left + right) / 2 - 0.5
    ys = positions + (top + bottom) / 2 - 0.5
    inside = ink[top:bottom, left:right]
    grid = bilinear(inside, ys - top, xs - left)
    extra = [height / digit, width / digit, ((top + bottom) / 2 - middle) / digit]
    return numpy.concatenate([grid.ravel(), numpy.clip(extra, -2, 2)])


def bilinear(part, ys, xs):
    """Values of `part` at the crossings of ys and xs; 0 outside."""
    padded = numpy.pad(part, 1)
    ys, xs = numpy.clip(ys + 1, 0, padded.shape[0] - 1.001), numpy.clip(xs + 1, 0, padded.shape[1] - 1.001)
    y, x = ys.astype(int), xs.astype(int)
    fy, fx = (ys - y)[:, None], (xs - x)[None, :]
    rows, below = padded[y], padded[y + 1]
    return (rows[:, x] * (1 - fy) * (1 - fx) + rows[:, x + 1] * (1 - fy) * fx
            + below[:, x] * fy * (1 - fx) + below[:, x + 1] * fy * fx)


def samples(lines, seed):
    chance = random.Random(seed)
    xs, ys = [], []
    while lines:
        lines -= 1
        ink, boxes, digit = draw_line(chance)
        shrunk = [tight(ink, box) for box in boxes]
        if any(box is None for box in shrunk):
            continue
        middle = (min(b[1] for b in shrunk) + max(b[3] for b in shrunk)) / 2
        scale = digit * chance.uniform(0.9, 1.3)
        for box, (_, _, _, _, kind) in zip(shrunk, boxes):
            jittered = jitter(box, ink.shape, chance)
            xs.append(features(ink, jittered, scale, middle))
            ys.append(kind)
        wrong = no_glyph(shrunk, boxes, chance)
        if wrong:
            xs.append(features(ink, wrong, scale, middle))
            ys.append(REJECT)
    return numpy.array(xs, dtype="float32"), numpy.array(ys)


def jitter(box, shape, chance):
    if chance.random() < 0.6:
        return box
    left, top, right, bottom = (edge + chance.choice([-1, 0, 0, 1]) for edge in box)
    left, top = max(0, left), max(0, top)
    return left, top, max(left + 1, min(right, shape[1])), max(top + 1, min(bottom, shape[0]))


def no_glyph(shrunk, boxes, chance):
    """A box that holds half a glyph, one and a half, or two; none where that could be taken for a glyph."""
    place = chance.randrange(len(shrunk))
    left, top, right, bottom = shrunk[place]
    kind = chance.random()
    if kind < 0.6 and place + 1 < len(shrunk):
        other = shrunk[place + 1]
        reach = other[2] if kind < 0.4 else (other[0] + other[2] + 1) // 2
        return left, min(top, other[1]), max(reach, right + 1), max(bottom, other[3])
    # Half a 0 may look like a bracket and half a 4 like a 1: only halves of broad glyphs are no glyph.
    if (boxes[place][4] == REJECT or CLASSES[boxes[place][4]] in "2356890") and right - left >= 6:
        middle = (left + right) // 2
        return (left, top, middle, bottom) if chance.random() < 0.5 else (middle, top, right, bottom)
    return None


def train(xs, ys, epochs, source):
    count = len(CLASSES) + 1
    first = source.normal(0, (2 / xs.shape[1]) ** 0.5, (xs.shape[1], HIDDEN)).astype("float32")
    second = source.normal(0, (2 / HIDDEN) ** 0.5, (HIDDEN, count)).astype("float32")
    weights = [first, numpy.zeros(HIDDEN, "float32"), second, numpy.zeros(count, "float32")]
    means, squares = [numpy.zeros_like(w) for w in weights], [numpy.zeros_like(w) for w in weights]
    step = 0
    for epoch in range(epochs):
        order = source.permutation(len(xs))
        rate = 2e-3 * (1 - epoch / epochs) + 5e-5
        for start in range(0, len(xs), 256):
            batch = order[start:start + 256]
            step += 1
            for place, gradient in enumerate(gradients(weights, xs[batch], ys[batch])):
                means[place] = 0.9 * means[place] + 0.1 * gradient
                squares[place] = 0.999 * squares[place] + 0.001 * gradient ** 2
                weights[place] -= (rate * (means[place] / (1 - 0.9 ** step))
                                   / (numpy.sqrt(squares[place] / (1 - 0.999 ** step)) + 1e-8))
        print(f"epoch {epoch}: {accuracy(weights, xs[:8000], ys[:8000]):.4f}", flush=True)
    return weights


def gradients(weights, x, y):
    hidden = numpy.maximum(0, x @ weights[0] + weights[1])
    chances = softmax(hidden @ weights[2] + weights[3])
    chances[numpy.arange(len(y)), y] -= 1
    chances /= len(y)
    back = (chances @ weights[2].T) * (hidden > 0)
    return x.T @ back, back.sum(0), hidden.T @ chances, chances.sum(0)


def softmax(values):
    values = numpy.exp(values - values.max(1, keepdims=True))
    return values / values.sum(1, keepdims=True)


def accuracy(weights, x, y):
    hidden = numpy.maximum(0, x @ weights[0] + weights[1])
    return float((softmax(hidden @ weights[2] + weights[3]).argmax(1) == y).mean())


def quantised(matrix):
    """Weights as whole numbers of a step per column, -127 to 127, and the steps."""
    steps = numpy.maximum(1e-9, abs(matrix).max(0)) / 127
    return numpy.rint(matrix / steps).astype(int), steps


def write(weights, score):
    whole = [quantised(weights[0]), quantised(weights[2])]
    # Two hexadecimal digits for a byte: a literal of plain ASCII compiles fast and has no escapes.
    codes = "".join(f"{value & 255:02x}" for matrix, _ in whole for value in matrix.T.ravel())
    floats = " ".join(f"{value:.6g}" for values in (whole[0][1], weights[1], whole[1][1], weights[3]) for value in values)
    TARGET.write_text(f'''// Made by Scripts/glyphs/train.py; do not edit. Trained on glyphs of DejaVu (Bitstream Vera), Liberation, Noto CJK,
// Carlito, Lato, Linux Libertine (OFL), Caladea, Roboto, Open Sans and WenQuanYi Micro Hei (Apache 2.0).
// Right on {score:.4f} of glyphs that were not trained on. Layout: see GlyphClassifier.swift.

enum GlyphWeights {{
  static let classes = "{CLASSES}"
  static let side = {SIDE}
  static let hidden = {HIDDEN}
  /// Steps and biases of both layers, in decimal.
  static let floats: StaticString = "{floats}"
  /// The weights of both layers, one signed byte in two hexadecimal digits, all of one neuron together.
  static let bytes: StaticString = "{codes}"
}}
''', "utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lines", type=int, default=60000)
    parser.add_argument("--epochs", type=int, default=14)
    options = parser.parse_args()
    xs, ys = samples(options.lines, "glyphs")
    print(len(xs), "samples", flush=True)
    weights = train(xs, ys, options.epochs, numpy.random.default_rng(7))
    test = samples(2000, "other glyphs")
    score = accuracy(weights, *test)
    print(f"not trained on: {score:.4f}")
    write(weights, score)


if __name__ == "__main__":
    main()
