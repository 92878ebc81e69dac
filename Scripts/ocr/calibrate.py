#!/usr/bin/python3
"""Fits the weights of evidence for figures and writes Sources/GovOCR/Reading/CertaintyWeights.swift.

From: pictures drawn by Scripts/pictures/draw.py and what read-pictures saw of them, with the traits of every proposal
(FigureEvidence.swift). Only tables whose grid was found exactly count: where rows are missed no reader is at fault.
Needs: python3-numpy.

  Scripts/pictures/draw.py FOLDER --forms 48 --others 64 --seed certainty
  find FOLDER -type f ! -name '*.json' | xargs "$(Scripts/build-tool read-pictures)" >READ.jsonl
  Scripts/ocr/calibrate.py FOLDER READ.jsonl [FOLDER READ.jsonl …] [--dry-run]

A logistic regression with a little shrinkage; every trait is 0 or 1. Prints what each level of probability is worth.
"""

import argparse
import json
import pathlib

import numpy

from evaluate import fold

TARGET = pathlib.Path(__file__).resolve().parent.parent.parent / "Sources/GovOCR/Reading/CertaintyWeights.swift"
SHRINKAGE = 0.5
LEVELS = [0, 0.5, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.998, 1.01]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="+", help="folder and what was read of it, in turns")
    parser.add_argument("--dry-run", action="store_true", help="print the table, write nothing")
    options = parser.parse_args()
    samples = [s for folder, read in zip(options.pairs[::2], options.pairs[1::2]) for s in proposals(folder, read)]
    names = sorted({trait for traits, _ in samples for trait in traits})
    weights, bias = fitted(samples, names)
    report(samples, names, weights, bias)
    if not options.dry_run:
        write(names, weights, bias, samples)


def proposals(folder, read):
    """For every figure that was proposed: its traits, and whether it is what was drawn."""
    for line in open(read, encoding="utf-8"):
        seen = json.loads(line)
        if any("may be another one" in finding for finding in seen.get("findings", [])):
            # The boundaries are in doubt, and with them what stands in a cell: no reader is at fault there either.
            continue
        truth = json.loads((pathlib.Path(folder) / seen["name"]).with_suffix(".json").read_text("utf-8"))
        for found, drawn in zip(seen.get("tables", []), truth["tables"]):
            if sorted(c[:4] for c in found["cells"]) != sorted(c[:4] for c in drawn["cells"]):
                continue
            texts = {tuple(c[:4]): c[4] for c in drawn["cells"]}
            for cell in found["cells"]:
                for text, traits in cell[9]:
                    yield traits, fold(text) == fold(texts[tuple(cell[:4])])


def fitted(samples, names):
    """Newton's method; the shrinkage keeps a trait that was never wrong from being believed without end."""
    place = {name: index for index, name in enumerate(names)}
    x = numpy.zeros((len(samples), len(names) + 1))
    x[:, -1] = 1
    for row, (traits, _) in enumerate(samples):
        x[row, [place[trait] for trait in traits]] = 1
    y = numpy.array([right for _, right in samples], float)
    penalty = numpy.full(len(names) + 1, SHRINKAGE)
    penalty[-1] = 1e-6
    weights = numpy.zeros(len(names) + 1)
    for _ in range(40):
        chance = 1 / (1 + numpy.exp(-x @ weights))
        slope = x.T @ (chance - y) + penalty * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + numpy.diag(penalty)
        step = numpy.linalg.solve(curve, slope)
        weights -= step
        if abs(step).max() < 1e-6:
            break
    return weights[:-1], weights[-1]


def report(samples, names, weights, bias):
    place = dict(zip(names, weights))
    chances = numpy.array([1 / (1 + numpy.exp(-bias - sum(place[t] for t in traits))) for traits, _ in samples])
    right = numpy.array([r for _, r in samples])
    print(f"{'probability':<12}{'proposals':>10}{'wrong':>7}{'wrong of 1000':>15}")
    for low, high in zip(LEVELS, LEVELS[1:]):
        inside = (chances >= low) & (chances < high)
        bad = int((~right[inside]).sum())
        print(f"≥ {low:<10}{inside.sum():>10}{bad:>7}{1000 * bad / max(1, inside.sum()):>15.2f}")


def write(names, weights, bias, samples):
    lines = "\n".join(f'    "{name}": {weight:.3f},' for name, weight in zip(names, weights))
    right = sum(r for _, r in samples)
    TARGET.write_text(f'''// Made by Scripts/ocr/calibrate.py; do not edit. Fitted on {right} right and {len(samples) - right} wrong proposals for figures in
// drawn pictures.

/// What each trait of the evidence for a figure adds to the logarithm of its odds; see `FigureEvidence`.
enum CertaintyWeights {{
  static let bias = {bias:.3f}
  static let weights: [String: Double] = [
{lines}
  ]
}}
''', "utf-8")


if __name__ == "__main__":
    main()
