#!/usr/bin/python3
"""Trains the network that compares labels with print and writes Sources/GovOCR/Reading/LabelWeights.swift.

From: lines of letters drawn with freely licensed fonts, made worse as scans and web pictures are. The letters are those of the
statutory forms (Sources/GovForms) and their traditional forms (OpenCC, Apache 2.0); others stand among them as what is none.
They stand in no order that means something: the network must know print, and no wording.
Fonts and licences: Noto Sans and Serif CJK (OFL), LXGW WenKai (OFL), WenQuanYi Micro Hei (Apache 2.0).
Needs (Debian): python3-torch python3-numpy python3-pil opencc fonts-noto-cjk fonts-noto-cjk-extra fonts-lxgw-wenkai
fonts-wqy-microhei. About an hour and a half of CPU.

  Scripts/glyphs/train_labels.py [--lines 100000] [--epochs 8]

A line is 24 pixels high, its letters about 22. There is a column of answers every 8 pixels: one of the letters, none of them, or
no letter in the middle. `LabelNetwork.swift` computes the same.
"""

import argparse
import multiprocessing
import pathlib
import random
import re
import subprocess

import numpy
import torch
from PIL import Image, ImageDraw

from train import HERE, ROOT, font, han, quantised, worsen

FORMS = HERE.parent.parent / "Sources/GovForms"
TARGET = HERE.parent.parent / "Sources/GovOCR/Reading/LabelWeights.swift"
FONTS = [f"opentype/noto/NotoSansCJK-{weight}.ttc" for weight in ("Light", "DemiLight", "Regular", "Medium", "Bold")]
FONTS += [f"opentype/noto/NotoSerifCJK-{weight}.ttc"
          for weight in ("ExtraLight", "Light", "Regular", "Medium", "SemiBold", "Bold")]
FONTS += ["truetype/wqy/wqy-microhei.ttc"] * 2
FONTS += [f"truetype/lxgw-wenkai/LXGWWenKai-{weight}.ttf" for weight in ("Regular", "Regular", "Light", "Bold")]
SIDE, REACH, STEP = 24, 22, 8
FRAMES = 30
BLANK, OTHER = 0, 1
MARKS = "（）()、，。.：:“”《》/-－ 　"
LATIN = "abcdefghijkmnopqrstuvwxyzABCDEFGHIJKLMNPQRSTUVWXYZ"


def alphabet():
    """The letters of the forms, and for each how it is written in simplified script."""
    source = "".join(re.sub(r"//.*", "", path.read_text("utf-8")) for path in sorted(FORMS.glob("*.swift")))
    literals = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', source))
    letters = sorted({letter for letter in literals if "\u4e00" <= letter <= "\u9fff"}) + list("0123456789")
    pairs = {letter: letter for letter in letters}
    for table in ("s2t", "s2tw", "s2hk"):
        done = subprocess.run(["opencc", "-c", table], input="\n".join(letters), capture_output=True, text=True, check=True)
        for letter, other in zip(letters, done.stdout.split("\n")):
            pairs.setdefault(other, letter)
    return "".join(pairs), "".join(pairs.values())


LETTERS, SIMPLIFIED = alphabet()
CLASS = {letter: place + 2 for place, letter in enumerate(LETTERS)}


def text(chance):
    letters = []
    while len(letters) < 9:
        kind = chance.random()
        if kind < 0.74:
            # Digits and marks are few of the letters, and stand in many labels.
            letters.append(chance.choice(LETTERS))
        elif kind < 0.79:
            letters.append(chance.choice("0123456789一二三四五六七八九十"))
        elif kind < 0.90:
            # One that no form has, the rarer half of the second level left out.
            letters.append(han(chance, without=CLASS, last=0xE7))
        elif kind < 0.93:
            letters.append(chance.choice(LATIN))
        else:
            letters.append(chance.choice(MARKS))
    return letters


def draw_line(chance):
    """The ink of a line, 0 to 1, with a box for each letter and its class."""
    path = chance.choice(FONTS)
    height = chance.choice([8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 14, 15, 16, 18, 20, 24])
    over = chance.choice([1, 1, 2, 3])
    size = max(8, round(height * over * chance.uniform(0.95, 1.05)))
    face = font(ROOT / path, size, chance.choice([2, 2, 3]) if "CJK" in path else 0)
    letters = text(chance)
    page = Image.new("L", (size * 16, size * 3), 0)
    draw = ImageDraw.Draw(page)
    x, boxes = float(size), []
    spacing = chance.choice([0, 0, 0, 0, 0, -0.05, 0.04, 0.1, 0.3]) * size
    for letter in letters:
        if x > 14 * size:
            break
        box = draw.textbbox((round(x), 2 * size), letter, font=face, anchor="ls")
        draw.text((round(x), 2 * size), letter, fill=255, font=face, anchor="ls")
        kind = BLANK if letter in MARKS else CLASS.get(letter, OTHER)
        if kind != BLANK:
            boxes.append((*box, kind))
        x += draw.textlength(letter, font=face) + spacing
    overlay(draw, page.size, size, chance)
    return worsen(page, boxes, size, over, chance)


def overlay(draw, pagesize, size, chance):
    """Strokes of a seal or a watermark, and what is left of lines."""
    if chance.random() < 0.8:
        return
    for _ in range(chance.randint(1, 3)):
        ink, width = chance.randint(40, 150), max(1, round(size * chance.uniform(0.06, 0.35)))
        ends = [chance.uniform(0, pagesize[0]) for _ in range(2)]
        if chance.random() < 0.3:
            y = chance.choice([0.95, 2.25]) * size
            draw.line((0, y, pagesize[0], y), fill=ink, width=max(1, size // 14))
        elif chance.random() < 0.5:
            draw.line((ends[0], 0, ends[1], pagesize[1]), fill=ink, width=width)
        else:
            middle, radius = ends[0], size * chance.uniform(1, 6)
            draw.arc((middle - radius, size - radius, middle + radius, size + radius), 0, 360, fill=ink, width=width)


def strip(ink, boxes, chance):
    """The line at the height that the network takes, and the class of each column of answers; -1 where it does not matter."""
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    height = bottom - top
    # Beside ink there are specks and what is left of lines.
    top -= height * chance.choice([0, 0, chance.uniform(-0.03, 0.1), chance.uniform(0, 0.2)])
    bottom += height * chance.choice([0, 0, chance.uniform(-0.03, 0.1), chance.uniform(0, 0.2)])
    left = boxes[0][0] - height * chance.uniform(0, 0.6)
    scale = REACH / (bottom - top)
    wide = FRAMES * STEP
    above, before = 2 * int(height + 1), int(wide / scale) + 1
    image = Image.fromarray((255 * numpy.pad(ink, ((above, above), (before, before)))).astype("uint8"))
    left, top = left + before, top + above
    region = (left, top - 1 / scale, left + wide / scale, top + (SIDE - 1) / scale)
    image = image.resize((wide, SIDE), Image.BICUBIC, box=region)
    answers = numpy.zeros(FRAMES, "int64")
    middles = numpy.array([((box[0] + box[2]) / 2 + before - left) * scale for box in boxes])
    for frame in range(FRAMES):
        distances = abs(middles - (frame * STEP + (STEP - 1) / 2))
        nearest = int(distances.argmin())
        answers[frame] = boxes[nearest][4] if distances[nearest] <= 4.8 else -1 if distances[nearest] <= 7 else BLANK
    return numpy.asarray(image), answers


def fits(ink, boxes):
    """Whether the line is long enough for the strip; few are not."""
    left, height = boxes[0][0], max(box[3] for box in boxes) - min(box[1] for box in boxes)
    return height > 4 and (ink.shape[1] - left) * REACH > FRAMES * STEP * height * 0.8


def samples(lines, seed):
    chance = random.Random(seed)
    strips, answers = [], []
    while len(strips) < lines:
        ink, boxes, _ = draw_line(chance)
        if not boxes or not fits(ink, boxes):
            continue
        one, kinds = strip(ink, boxes, chance)
        strips.append(one)
        answers.append(kinds)
    return numpy.array(strips), numpy.array(answers)


def network():
    layer = torch.nn
    return layer.Sequential(
        layer.Conv2d(1, 16, 5, 2, 2), layer.ReLU(), layer.Conv2d(16, 32, 3, 2, 1), layer.ReLU(),
        layer.Conv2d(32, 48, 3, 1, 1), layer.ReLU(), layer.Conv2d(48, 64, 3, 2, 1), layer.ReLU(),
        layer.Conv2d(64, 192, 3, 1, (0, 1)), layer.ReLU(), layer.Conv2d(192, len(LETTERS) + 2, 1))


def data(lines, seed, processes=2):
    with multiprocessing.Pool(processes) as pool:
        parts = pool.starmap(samples, [(500, f"{seed} {part}") for part in range(lines // 500)])
    return [torch.from_numpy(numpy.concatenate(part)) for part in zip(*parts)]


def answers(model, strips):
    """The scores of every column of every strip, one row for each."""
    scores = model(strips.unsqueeze(1).float() / 255)
    return scores.squeeze(2).transpose(1, 2).reshape(-1, len(LETTERS) + 2)


def train(model, strips, kinds, epochs):
    steps = epochs * (len(strips) // 48)
    teacher = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=1e-3)
    rate = torch.optim.lr_scheduler.OneCycleLR(teacher, 3e-3, steps + 1, pct_start=0.1)
    for epoch in range(epochs):
        order = torch.randperm(len(strips))
        total = 0.0
        for start in range(0, len(order) - 47, 48):
            batch = order[start:start + 48]
            loss = torch.nn.functional.cross_entropy(answers(model, strips[batch]), kinds[batch].reshape(-1), ignore_index=-1)
            teacher.zero_grad()
            loss.backward()
            teacher.step()
            rate.step()
            total += float(loss)
        print(f"epoch {epoch}: loss {total / (len(order) // 48):.4f}", flush=True)


def accuracy(model, strips, kinds):
    """The share of letters' columns that are answered right."""
    with torch.no_grad():
        best = torch.cat([answers(model, part).argmax(1) for part in strips.split(200)])
    kinds = kinds.reshape(-1)
    letters = kinds > OTHER
    return float((best == kinds)[letters].float().mean())


def write(model, score):
    layers = [layer for layer in model if isinstance(layer, torch.nn.Conv2d)]
    codes, floats = "", []
    for layer in layers:
        # Row, column, channel of what comes in; all of one channel that goes out side by side.
        matrix = layer.weight.detach().numpy().transpose(2, 3, 1, 0).reshape(-1, layer.out_channels)
        whole, steps = quantised(matrix)
        codes += "".join(f"{value & 255:02x}" for value in whole.ravel())
        floats += [*steps, *layer.bias.detach().numpy()]
    numbers = " ".join(f"{value:.6g}" for value in floats)
    TARGET.write_text(f'''// Made by Scripts/glyphs/train_labels.py; do not edit. Trained on letters of Noto CJK, LXGW WenKai (OFL) and WenQuanYi Micro
// Hei (Apache 2.0). Right on {score:.4f} of letters that were not trained on. Layout: see LabelNetwork.swift.

enum LabelWeights {{
  /// The letters that are told apart, and how each is written in simplified script (OpenCC, Apache 2.0).
  static let letters = "{LETTERS}"
  static let simplified = "{SIMPLIFIED}"
  /// For each layer the steps and the biases of its channels, in decimal.
  static let floats: StaticString = "{numbers}"
  /// The weights layer by layer, one signed byte in two hexadecimal digits.
  static let bytes: StaticString = "{codes}"
}}
''', "utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lines", type=int, default=100000)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--keep", help="a file in which the network is kept, from which training goes on")
    options = parser.parse_args()
    torch.manual_seed(7)
    strips, kinds = data(options.lines, "labels")
    print(tuple(strips.shape), len(LETTERS), "letters", flush=True)
    model = network()
    if options.keep and pathlib.Path(options.keep).exists():
        model.load_state_dict(torch.load(options.keep))
    test = data(2000, "other labels")
    train(model, strips, kinds, options.epochs)
    if options.keep:
        torch.save(model.state_dict(), options.keep)
    score = accuracy(model, *test)
    print(f"not trained on: {score:.4f}")
    write(model, score)


if __name__ == "__main__":
    main()
