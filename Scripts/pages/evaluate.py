#!/usr/bin/env python3
"""Measures govconvert on drawn pages against their truth.

How to run:  Scripts/pages/draw.py --seed 1 --count 150 --output /tmp/pages
             Scripts/pages/evaluate.py /tmp/pages [--command .build/debug/govconvert] [--show 20]
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

# The bar of the issue: text characters F1, exact paragraphs, headings, grids, title, date, boilerplate, encoding.
TARGETS = {"text": 0.995, "paragraphs": 0.985, "headings": 0.98, "grids": 1, "title": 1, "date": 1, "publisher": 1, "index": 1, "images": 1, "encoding": 1, "boilerplate": 0.005}


def squeeze(text):
    return re.sub(r"[\s\u3000]+", " ", text).strip()


def bare(text):
    return re.sub(r"\s+", "", text)


def flat(blocks):
    """Every text of a page with its kind, tables and pictures apart. The title is no part of the body."""
    for block in blocks:
        if block["type"] == "list":
            yield from (("paragraph", 0, squeeze(item["text"])) for item in block["items"])
        elif block["type"] in ("paragraph", "heading") and block.get("level") != 1:
            yield block["type"], block.get("level", 0), squeeze(block["text"])


def grid(block):
    cells = block["cells"]
    if cells and isinstance(cells[0], dict):
        cells = [[c["row"], c["column"], c.get("rowSpan", 1), c.get("columnSpan", 1), c["text"]] for c in cells]
    return block["rows"], block["columns"], sorted((r, c, h, w, bare(t)) for r, c, h, w, t in cells)


def share(truth, found):
    """How much two multisets have in common, of the larger one."""
    truth, found = collections.Counter(truth), collections.Counter(found)
    common = sum((truth & found).values())
    return common, max(sum(truth.values()), sum(found.values()))


def measure(truth, found):
    want, have = list(flat(truth["blocks"])), list(flat(found["blocks"]))
    metadata = found.get("metadata", {})
    text = lambda items: "".join(bare(t) for _, _, t in items)
    pairs = lambda s: zip(s, s[1:])
    scores = {"text": share(pairs(text(want)), pairs(text(have)))}
    for kind, name in (("paragraph", "paragraphs"), ("heading", "headings")):
        scores[name] = share([x for x in want if x[0] == kind], [x for x in have if x[0] == kind])
    tables = [[grid(b) for b in blocks if b["type"] == "table"] for blocks in (truth["blocks"], found["blocks"])]
    scores["grids"] = (sum(a == b for a, b in zip(*tables)), max(map(len, tables)))
    pictures = [[b["src"].split("/")[-1] for b in blocks if b["type"] == "image"] for blocks in (truth["blocks"], found["blocks"])]
    scores["images"] = (sum(a == b for a, b in zip(*pictures)), max(map(len, pictures)))
    scores["title"] = (squeeze(metadata.get("title", "")) == truth["title"], 1)
    scores["date"] = (metadata.get("date") == truth["date"], 1)
    scores["publisher"] = (metadata.get("publisher") == truth["publisher"], 1)
    if truth["indexNumber"]:
        scores["index"] = (metadata.get("indexNumber") == truth["indexNumber"], 1)
    encoding = found["source"].get("encoding", {})
    scores["encoding"] = (encoding.get("used") == truth["encoding"] and encoding.get("replacements") == truth["replacements"] and (len(encoding.get("runs", [])) > 1) == (truth["runs"] > 1), 1)
    joined = " ".join(t for _, _, t in have)
    scores["boilerplate"] = (sum(len(b) for b in truth["boilerplate"] if len(b) > 3 and squeeze(b) in joined), max(1, len(joined)))
    return scores


def differences(truth, found):
    want, have = list(flat(truth["blocks"])), list(flat(found["blocks"]))
    lines = [f"  - {k}{l or ''} {t[:70]}" for k, l, t in want if (k, l, t) not in have]
    lines += [f"  + {k}{l or ''} {t[:70]}" for k, l, t in have if (k, l, t) not in want]
    for key in ("title", "date", "publisher", "indexNumber"):
        if truth.get(key) and found.get("metadata", {}).get(key) != truth[key]:
            lines.append(f"  {key}: {found.get('metadata', {}).get(key)!r}, not {truth[key]!r}")
    lines += [f"  boilerplate: {b}" for b in truth["boilerplate"] if len(b) > 3 and any(squeeze(b) in t for _, _, t in have)]
    tables = [[grid(b) for b in blocks if b["type"] == "table"] for blocks in (truth["blocks"], found["blocks"])]
    if tables[0] != tables[1]:
        lines.append(f"  tables {[t[:2] for t in tables[1]]}, not {[t[:2] for t in tables[0]]}")
        for a, b in zip(*tables):
            lines += [f"    cell {y}, not {x}" for x, y in zip(a[2], b[2]) if x != y][:2]
    encoding = found["source"].get("encoding", {})
    lines.append(f"  encoding {encoding.get('used')} {encoding.get('replacements')} {len(encoding.get('runs', []))} for {truth['encoding']} {truth['replacements']} {truth['runs']} {truth['plan']}")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--command", default=".build/release/govconvert")
    parser.add_argument("--show", type=int, default=0, help="how many pages with differences to show")
    arguments = parser.parse_args()
    sums = collections.defaultdict(lambda: [0, 0])
    shown = 0
    for path in sorted(arguments.folder.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        command = [arguments.command, "convert", "--format", "json", "--script", "keep", "--errors-ok", "--ocr", "none", "--quiet", str(path.with_suffix(".html"))]
        run = subprocess.run(command, capture_output=True)
        try:
            found = json.loads(run.stdout)
        except ValueError:
            print(path.name, "no JSON:", run.stderr.decode(errors="replace")[:200])
            found = {"source": {}, "blocks": []}
        if "blocks" not in found:
            found["blocks"] = []
        scores = measure(truth, found)
        for name, (hits, of) in scores.items():
            sums[name][0] += hits
            sums[name][1] += of
        bad = [n for n, (hits, of) in scores.items() if (hits > 0 if n == "boilerplate" else hits < of)]
        if bad and shown < arguments.show:
            shown += 1
            print(path.name, truth["family"], bad)
            print("\n".join(differences(truth, found)[:30]))
    missed = 0
    for name, target in TARGETS.items():
        value = sums[name][0] / max(1, sums[name][1])
        good = value <= target if name == "boilerplate" else value >= target
        missed += not good
        print(f"{name:12} {value:.4f}  target {target}  {'ok' if good else 'MISSED'}  ({sums[name][0]}/{sums[name][1]})")
    sys.exit(1 if missed else 0)


main()
