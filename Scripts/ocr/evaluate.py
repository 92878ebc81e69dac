#!/usr/bin/python3
"""Compares what was read of drawn pictures with their truth and prints the measures, one row for each tier.

  Scripts/ocr/evaluate.py FOLDER READ.jsonl [--wrong N] [--calibration] [--lines] [--aligned]

FOLDER is drawn by Scripts/pictures/draw.py; READ.jsonl comes from read-pictures or from a peer (Scripts/bench-ocr).
Figures count as right when the folded text is equal; a figure of a table that was not found is wrong and flagged.
"unflag" counts what is `read` and another text than stands there in the truth, whatever the shape of the table is, and numbers
that are `read` where the truth has no cell, or no table.
For pictures of text "found" is the share in which no table was seen.
A figure is flagged when its status is not `read`; "read %" is the share of the right figures that are not flagged.
With --aligned a figure is not looked for at its row and column, but where the best alignment of the rows, and of the cells
of each row, puts it: a reader that loses the head row loses that, and not every figure below. For comparing products.
TEDS: 1 - tree edit distance / size of the larger tree, on a table's tree of rows and cells, where a cell's cost is its
spans (0 or 1) and the edit distance of its text.
"""

import argparse
import collections
import functools
import json
import pathlib
import subprocess

FOLD = {ord(a): b for a, b in zip("（），：；“”。．—–－／１２３４５６７８９０無萬〔〕、", '(),:;""..---/1234567890无万[],')}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("read")
    parser.add_argument("--wrong", type=int, default=0, help="list so many wrong cells")
    parser.add_argument("--calibration", action="store_true")
    parser.add_argument("--lines", action="store_true", help="a row for each style of lines too")
    parser.add_argument("--aligned", action="store_true", help="look for cells by alignment of the rows, not by their numbers")
    options = parser.parse_args()
    sums = collections.defaultdict(lambda: collections.Counter())
    bins = collections.defaultdict(lambda: [0, 0])
    wrong = []
    for line in open(options.read, encoding="utf-8"):
        seen = json.loads(line)
        truth = json.loads((pathlib.Path(options.folder) / seen["name"]).with_suffix(".json").read_text("utf-8"))
        kind = kind_of(truth)
        measure(seen, truth, sums[truth["tier"], kind], bins, wrong, options.aligned)
        if options.lines:
            style = truth["look"]["ruling"]
            measure(seen, truth, sums[truth["tier"], f"{kind} {style}"], collections.defaultdict(lambda: [0, 0]), [],
                    options.aligned)
    report(sums)
    if options.calibration:
        calibration(bins)
    for entry in wrong[:options.wrong]:
        print(*entry)


def kind_of(truth):
    if not truth["tables"]:
        return "text"
    return "form" if truth["tables"][0]["template"] else "other"


def measure(seen, truth, tally, bins, wrong, aligned=False):
    tally["pictures"] += 1
    tally["seconds"] += seen["seconds"]
    tally["slowest"] = max(tally["slowest"], seen["seconds"])
    tables = list(seen.get("tables", []))
    for table in truth["tables"]:
        found = best(tables, table)
        if found in tables:
            tables.remove(found)
        tally["tables"] += 1
        score(found, table, seen["name"], tally, bins, wrong, aligned)
    for table in tables:
        score_surplus(table["cells"], seen["name"], tally, bins, wrong)
    if not truth["tables"]:
        tally["tables"] += 1
        tally["found"] += not tables
        wrong += [(seen["name"], "TABLE", t["rows"], t["columns"], "where none is") for t in tables]


def best(tables, truth):
    """The table of the picture whose shape is nearest."""
    return min(tables, default={"rows": 0, "columns": 0, "cells": []},
               key=lambda t: abs(t["rows"] - truth["rows"]) + abs(t["columns"] - truth["columns"]))


def score(found, truth, name, tally, bins, wrong, aligned=False):
    same = [(c[0], c[1], c[2], c[3]) for c in found["cells"]] == sorted((c[0], c[1], c[2], c[3]) for c in truth["cells"])
    tally["grid"] += same
    if not same:
        wrong.append((name, "GRID", found["rows"], found["columns"], "for", truth["rows"], truth["columns"]))
    close = abs(found["rows"] - truth["rows"]) <= 1 and abs(found["columns"] - truth["columns"]) <= 1
    tally["found"] += close
    if aligned:
        cells = aligned_cells(found, truth)
    else:
        cells = {(c[0], c[1]): c for c in found["cells"]}
        drawn = {(c[0], c[1]) for c in truth["cells"]}
        score_surplus([c for place, c in cells.items() if place not in drawn], name, tally, bins, wrong)
    whole = same
    for row, column, _, _, text, figure in truth["cells"]:
        cell = cells.get((row, column), [0, 0, 0, 0, None, "missing", 0, []])
        if figure:
            whole &= score_figure(cell, text, (name, row, column), tally, bins, wrong, close or aligned)
        else:
            wanted, got = fold(text), fold((close or aligned) and cell[4] or "")
            tally["letters"] += len(wanted)
            errors = distance(wanted, got)
            tally["lettersWrong"] += min(len(wanted), errors)
            whole &= errors <= len(wanted) // 10
            if errors and cell[4] is not None and (close or aligned):
                wrong.append((name, row, column, "LABEL", text, "->", cell[4], cell[5]))
    tally["whole"] += whole
    tally["teds"] += teds(found, truth)


def score_surplus(cells, name, tally, bins, wrong):
    """Numbers where nothing is drawn."""
    for cell in cells:
        if cell[5] == "read" and any(letter.isdigit() for letter in cell[4] or ""):
            bins[level(cell)][1] += 1
            tally["unflagged"] += 1
            wrong.append((name, cell[0], cell[1], "FIGURE", "nothing", "->", repr(cell[4]), cell[5], round(cell[6], 4)))


def level(cell):
    return next(bound for bound in (9990, 9900, 9500, 9000, 0) if min(9999, int(cell[6] * 10000)) >= bound)


def score_figure(cell, text, place, tally, bins, wrong, counts):
    """Whether a figure is right; one of a table of another shape is not, but counts when it is wrong without a flag."""
    # A dash alone is the character for one to a reader of Chinese.
    same = cell[4] is not None and fold(cell[4]).replace("一", "-") == fold(text).replace("一", "-")
    right = same and counts
    tally["figures"] += 1
    tally["right"] += right
    if not text:
        tally["blanks"] += 1
        tally["blanksRight"] += right
    if cell[5] == "read":
        bins[level(cell)][0 if same else 1] += 1
        tally["unflagged"] += not same
        tally["covered"] += right
    if counts and cell[5] in ("doubtful", "unreadable"):
        tally["flagged"] += 1
    if not same and cell[4] is not None:
        wrong.append((*place, "FIGURE", repr(text), "->", repr(cell[4]), cell[5], round(cell[6], 4),
                      [(c[0], c[1], round(c[2], 3)) for c in cell[7]]))
    return right


def aligned_cells(found, truth):
    """The cell that was found for each one that was drawn, by row and column; pairs have most in common in this order."""
    rows = [sorted(c for c in found["cells"] if c[0] == row) for row in range(found["rows"])]
    drawn = [sorted(c for c in truth["cells"] if c[0] == row) for row in range(truth["rows"])]
    pairs = {}
    for one, other in alignment(drawn, rows, lambda a, b: sum(likeness(a[i], b[j]) for i, j in alignment(a, b, likeness))):
        pairs.update({(drawn[one][i][0], drawn[one][i][1]): rows[other][j]
                      for i, j in alignment(drawn[one], rows[other], likeness)})
    return pairs


def likeness(drawn, found):
    """Equal texts count most; a cell of the same column is preferred where texts say nothing."""
    same = fold(drawn[4]) == fold(found[4] or "")
    return (2 if same and drawn[4] else 1 if same else 0.1) + (0.5 if drawn[1] == found[1] else 0)


def alignment(one, other, gain):
    """The pairs of the alignment in order that gains most (Needleman and Wunsch, 1970)."""
    best = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    gains = [[gain(a, b) for b in other] for a in one]
    for i in range(len(one)):
        for j in range(len(other)):
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + gains[i][j])
    pairs, i, j = [], len(one), len(other)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs


@functools.lru_cache(None)
def fold(text):
    """Width, dashes and script do not count: the product converts the script of what it read."""
    return simplified("".join(text.translate(FOLD).split()))


@functools.lru_cache(None)
def simplified(text):
    if text.isascii() or not TRADITIONAL & set(text):
        return text
    return subprocess.run(["opencc", "-c", "t2s"], input=text.encode(), capture_output=True).stdout.decode()


def traditional_letters():
    """Every character that OpenCC would change, of those that the statutory tables and the drawn ones can hold."""
    letters = "".join(chr(code) for code in range(0x4E00, 0x9FA6))
    done = subprocess.run(["opencc", "-c", "t2s"], input="\n".join(letters).encode(), capture_output=True).stdout.decode()
    return {a for a, b in zip(letters, done.split("\n")) if a != b}


TRADITIONAL = traditional_letters()


def distance(one, other, cost=None):
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        diagonal, row[0] = row[0], i + 1
        for j, wanted in enumerate(other):
            swap = (letter != wanted) if cost is None else cost(letter, wanted)
            diagonal, row[j + 1] = row[j + 1], min(diagonal + swap, row[j] + 1, row[j + 1] + 1)
    return row[-1]


def teds(found, truth):
    """For trees table → row → cell the tree edit distance is an edit distance of rows of an edit distance of cells."""
    one, other = rows_of(found), rows_of(truth)
    sizes = 1 + sum(1 + len(row) for row in one), 1 + sum(1 + len(row) for row in other)
    return 1 - min(1, row_distance(one, other) / max(sizes))


def rows_of(table):
    rows = [[] for _ in range(table["rows"])]
    for cell in table["cells"]:
        rows[cell[0]].append((cell[2], cell[3], fold(cell[4] or "")))
    return rows


def cell_cost(one, other):
    if one == other:
        return 0
    if one[:2] != other[:2]:
        return 1
    return distance(one[2], other[2]) / max(1, len(one[2]), len(other[2]))


def row_distance(one, other):
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        table[i][0] = table[i - 1][0] + 1 + len(one[i - 1])
    for j in range(1, len(other) + 1):
        table[0][j] = table[0][j - 1] + 1 + len(other[j - 1])
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            table[i][j] = min(table[i - 1][j] + 1 + len(one[i - 1]), table[i][j - 1] + 1 + len(other[j - 1]),
                              table[i - 1][j - 1] + cells_distance(one[i - 1], other[j - 1]))
    return table[-1][-1]


def cells_distance(one, other):
    return 0 if one == other else distance(one, other, cell_cost)


def report(sums):
    print(f"{'tier':<24}{'figures':>9}{'right %':>9}{'unflag %':>9}{'flagged %':>10}{'read %':>8}{'blanks %':>9}{'found %':>9}"
          f"{'grid %':>8}{'whole %':>9}{'labels %':>9}{'TEDS':>7}{'CPU s':>7}{'max s':>7}")
    for (tier, kind), t in sorted(sums.items()):
        def part(name, of):
            return 100 * t[name] / max(1, t[of])
        print(f"{tier + ' ' + kind:<24}{t['figures']:>9}{part('right', 'figures'):>9.2f}{part('unflagged', 'figures'):>9.3f}"
              f"{part('flagged', 'figures'):>10.2f}{part('covered', 'right'):>8.2f}{part('blanksRight', 'blanks'):>9.2f}{part('found', 'tables'):>9.1f}"
              f"{part('grid', 'tables'):>8.1f}{part('whole', 'tables'):>9.1f}"
              f"{100 - part('lettersWrong', 'letters'):>9.2f}{t['teds'] / max(1, t['tables']):>7.3f}"
              f"{t['seconds'] / max(1, t['pictures']):>7.2f}{t['slowest']:>7.2f}")


def calibration(bins):
    print(f"\n{'confidence':<12}{'cells':>8}{'wrong':>7}{'wrong of 1000':>15}")
    for level in sorted(bins, reverse=True):
        right, bad = bins[level]
        print(f"≥ {level / 10000:<10.4g}{right + bad:>8}{bad:>7}{1000 * bad / max(1, right + bad):>15.2f}")


if __name__ == "__main__":
    main()
