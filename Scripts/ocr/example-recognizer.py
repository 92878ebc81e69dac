#!/usr/bin/python3
"""An engine for `govconvert --ocr command:CMD` in twenty lines: asks the tesseract command for each line picture.

Reads requests on standard input and answers on standard output, JSON lines both; the protocol stands in
Sources/GovOCR/CommandRecognizer.swift. Put your own engine into `recognise`.

  govconvert --ocr command:Scripts/ocr/example-recognizer.py page.html
"""

import base64
import json
import subprocess
import sys


def recognise(kind, width, height, pixels):
    language = {"figure": "eng", "words": "chi_sim", "traditionalWords": "chi_tra"}[kind]
    picture = b"P5 %d %d 255\n" % (width, height) + pixels
    command = ["tesseract", "-", "-", "-l", language, "--psm", "7"]
    done = subprocess.run(command, input=picture, capture_output=True, env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"})
    return done.stdout.decode().strip()


for line in sys.stdin:
    request = json.loads(line)
    text = recognise(request["kind"], request["width"], request["height"], base64.b64decode(request["pixels"]))
    candidates = [{"text": text, "confidence": 0.9}] if text else []
    print(json.dumps({"id": request["id"], "candidates": candidates}), flush=True)
