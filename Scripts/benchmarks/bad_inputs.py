"""Writes the bad inputs that Scripts/bench measures: hostile, broken or empty pages, each named after what is wrong.

    bad_inputs.py FOLDER

They are written by a process of their own, for Linux counts the memory of the parent into the peak of its children.
"""

import pathlib
import random
import sys

TEXT = "全年公开信息若干条，办理申请若干件，均在期限内答复，没有收取任何费用。"
ROW = "<tr><td>行政许可</td><td>123</td><td>456</td></tr>"


def page(inside: str) -> bytes:
    return f"<html><meta charset=utf-8><body><p>{TEXT}</p>{inside}<p>{TEXT}</p></body></html>".encode()


def main(folder: pathlib.Path) -> None:
    folder.mkdir(exist_ok=True)
    wide = f"<table><tr><td colspan=9000000000000000 rowspan=65534>{TEXT}</td></tr>{ROW * 50}</table>"
    inputs = {
        "300,000 nested elements": page("<div>" * 300_000 + TEXT),
        "300,000 unclosed inline": page("<font>" * 300_000 + TEXT),
        "20,000 attributes": page("<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">" + TEXT),
        "colspan 9e15": page(wide),
        "40 MB table": page("<table>" + ROW * (40_000_000 // len(ROW.encode())) + "</table>"),
        "10 MB in one text": page("字" * 3_500_000),
        "truncated page": page(wide)[:-300],
        "random bytes": random.Random(1).randbytes(1_000_000),
        "NULs": b"\0" * 1_000_000,
        "empty file": b"",
    }
    for name, content in inputs.items():
        (folder / f"{name}.html").write_bytes(content)


main(pathlib.Path(sys.argv[1]))
