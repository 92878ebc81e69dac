#!/usr/bin/python3
"""Draws pictures of tables with their exact truth: what the measures of the picture reader are taken on.

From: forms.py (statutory forms), kinds.py (32 other kinds), texts.py (text that is no table), headless Chromium with Debian's CJK fonts, degrade.py.
Needs: chromium python3-pil python3-numpy opencc fonts-noto-cjk fonts-arphic-uming fonts-arphic-ukai fonts-wqy-zenhei
fonts-wqy-microhei fonts-liberation fonts-crosextra-carlito fonts-dejavu-core.

  Scripts/pictures/draw.py OUTPUT --forms 20 --others 32 --texts 20 --seed tune [--tiers clean typical hard]

Each picture NAME.EXT gets a NAME.json: {"tier", "look", "tables": [{"template", "rows", "columns", "caption",
"cells": [[row, column, rowSpan, columnSpan, text, figure]]}]}. A text (texts.py) holds no table. The seed decides everything; pictures drawn with
the seed `measure` are for reporting only: no rule and no threshold may be tuned on them.
"""

import argparse
import io
import json
import pathlib
import random
import subprocess

from PIL import Image

from browser import Browser
from degrade import degrade
from forms import FORMS, fill
from kinds import KINDS
from page import RULINGS, look, page_html, table_html, text_html
from texts import TEXTS

CAPTIONS = {"disclosure": "二、主动公开政府信息情况", "requests": "三、收到和处理政府信息公开申请情况",
            "review": "四、政府信息公开行政复议、行政诉讼情况"}


def main():
    options = arguments()
    folder = pathlib.Path(options.output)
    folder.mkdir(parents=True, exist_ok=True)
    browser = Browser()
    for tier in options.tiers:
        for number in range(options.forms):
            make(browser, folder, f"{tier}-form-{number:03}", tier, list(FORMS)[number % 6], options)
        for number in range(options.others):
            kind = list(KINDS)[number % len(KINDS)]
            make(browser, folder, f"{tier}-other-{number:03}-{kind}", tier, kind, options)
        for number in range(options.texts):
            kind = list(TEXTS)[number % len(TEXTS)]
            make_text(browser, folder, f"{tier}-text-{number:03}-{kind}", tier, kind, options)
    browser.close()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output")
    parser.add_argument("--forms", type=int, default=6)
    parser.add_argument("--others", type=int, default=0)
    parser.add_argument("--texts", type=int, default=0, help="pictures of text that is no table")
    parser.add_argument("--seed", default="tune")
    parser.add_argument("--lines", nargs="+", choices=RULINGS, help="only these styles, instead of the tier's own")
    parser.add_argument("--stacked", action="store_true", help="two tables of one width in every picture")
    parser.add_argument("--tiers", nargs="+", default=["clean", "typical", "hard"])
    return parser.parse_args()


def make(browser, folder, name, tier, kind, options):
    chance = random.Random(f"{options.seed}/{name}")
    traditional = chance.random() < 0.08
    style = look(tier, chance, traditional)
    if options.lines:
        style["ruling"] = random.Random(f"{options.seed}/{name}/lines").choice(options.lines)
    style["fixed"], style["wide"] = kind in FORMS, options.stacked
    style["labels"] = chance.choice(["center", "center", "left"]) if kind in FORMS else "center"
    kinds = [kind]
    if kind in FORMS and chance.random() < 0.1:
        kinds = [kind, kind[:5] + chance.choice(["review", "disclosure"])]
    if options.stacked:
        kinds = [kind, kind]
    tables = [content(kind, chance) for kind in kinds]
    captions = [CAPTIONS[k[5:]] if k in FORMS and chance.random() < 0.25 else "" for k in kinds]
    around = "本表数据统计期限为全年，单位为件。" if chance.random() < 0.08 else ""
    if traditional:
        tables, captions, around = to_traditional((tables, captions, around))
    html = page_html([table_html(table, style, k if k in FORMS else None) for table, k in zip(tables, kinds)],
                     style, captions, around)
    write(browser, folder, name, tier, chance, html, {
        "tier": tier, "look": style, "traditional": traditional, "tables": [
            {"template": k if k in FORMS else None, "rows": rows, "columns": columns, "caption": caption, "cells": cells}
            for k, caption, (rows, columns, cells) in zip(kinds, captions, tables)]})


def make_text(browser, folder, name, tier, kind, options):
    chance = random.Random(f"{options.seed}/{name}")
    style = look(tier, chance)
    write(browser, folder, name, tier, chance, text_html(TEXTS[kind](chance), style),
          {"tier": tier, "look": {**style, "ruling": "text"}, "traditional": False, "tables": []})


def write(browser, folder, name, tier, chance, html, truth):
    png = browser.picture(html, scale=chance.choice([1, 1, 1.25, 1.5]) if tier == "clean" else 1)
    data, ending = degrade(Image.open(io.BytesIO(png)).convert("RGB"), tier, chance)
    folder.joinpath(f"{name}.{ending}").write_bytes(data)
    folder.joinpath(f"{name}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=None), "utf-8")


def content(kind, chance):
    return fill(kind, chance) if kind in FORMS else KINDS[kind](chance)


def to_traditional(value):
    words = json.dumps(value, ensure_ascii=False)
    done = subprocess.run(["opencc", "-c", "s2t"], input=words.encode(), capture_output=True, check=True)
    return json.loads(done.stdout)


if __name__ == "__main__":
    main()
