#!/usr/bin/env python3
"""Reads pictures with img2table, a public pipeline from PyPI, in the form that evaluate.py compares: see Scripts/bench-ocr.

  read-with-img2table.py tesseract|rapidocr PICTURE...
"""

import io
import json
import os
import pathlib
import sys

from PIL import Image
from img2table.document import Image as Document


def engine(name):
    if name == "tesseract":
        from img2table.ocr import TesseractOCR
        # Its own default of page segmentation (11, sparse text): 6 loses whole tables.
        return TesseractOCR(n_threads=1, lang="chi_sim+eng", psm=11)
    from img2table.ocr import RapidOCR
    return RapidOCR()


def cells(table):
    """Cells with spans: img2table repeats a merged cell with the same box in every slot."""
    places = {}
    for row, line in table.content.items():
        for column, cell in enumerate(line):
            box = (cell.bbox.x1, cell.bbox.y1, cell.bbox.x2, cell.bbox.y2)
            places.setdefault(box, []).append((row, column, cell.value or ""))
    for slots in places.values():
        rows, columns = [s[0] for s in slots], [s[1] for s in slots]
        yield [min(rows), min(columns), max(rows) - min(rows) + 1, max(columns) - min(columns) + 1,
               text_of(slots[0][2]), "read", 1.0, []]


def text_of(value):
    """img2table writes None where a line of a cell has no text."""
    return "".join(line.removeprefix("None").strip() for line in value.split("\n"))


def read(path, ocr):
    png = io.BytesIO()
    Image.open(path).convert("RGB").save(png, "PNG")
    tables = Document(png.getvalue()).extract_tables(ocr=ocr, borderless_tables=True, min_confidence=30)
    return [{"rows": len(t.content), "columns": max(map(len, t.content.values()), default=0), "cells": sorted(cells(t))}
            for t in tables]


def processor_seconds():
    """Of this process and of those that it started."""
    return sum(os.times()[:4])


def main():
    # The programs that a peer starts print on standard output too.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    ocr = engine(sys.argv[1])
    for path in map(pathlib.Path, sys.argv[2:]):
        start = processor_seconds()
        try:
            answer = {"tables": read(path, ocr)}
        except Exception as error:  # A peer that fails has read nothing.
            answer = {"tables": [], "error": str(error)}
        print(json.dumps({"name": path.name, "seconds": processor_seconds() - start, **answer}, ensure_ascii=False), file=answers, flush=True)


main()
