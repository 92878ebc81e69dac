#!/usr/bin/python3
"""Draws the three tables of one invented report on form 2019, under the names that such pages give their pictures.

  Scripts/pictures/report.py Fixtures/pictures/report-2019
"""

import io
import json
import pathlib
import random
import sys

from PIL import Image

from browser import Browser
from forms import fill
from page import look, page_html, table_html

NAMES = {"文档1_01_副本.png": "2019/disclosure", "02.png": "2019/requests", "03.png": "2019/review"}


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    browser = Browser()
    chance = random.Random("report-2019")
    style = look("clean", chance) | {"ruling": "full", "head": "", "zebra": False, "size": 16, "font": "AR PL UMing CN",
                                     "latin": "Liberation Serif", "fixed": True, "padding": "4px 6px"}
    for name, form in NAMES.items():
        rows, columns, cells = fill(form, chance)
        html = page_html([table_html((rows, columns, cells), style, form)], style, [""], "")
        picture = Image.open(io.BytesIO(browser.picture(html))).convert("L").quantize(16)
        picture.save(folder / name, optimize=True)
        truth = {"tier": "clean", "look": style, "traditional": False,
                 "tables": [{"template": form, "rows": rows, "columns": columns, "caption": "", "cells": cells}]}
        (folder / name).with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False), "utf-8")
    browser.close()


if __name__ == "__main__":
    main()
