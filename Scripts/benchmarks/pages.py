"""Draws the pages that Scripts/bench measures.

    pages.py FIXTURE FOLDER

The fixture's report is repaired by hand first, as an ordinary page is not damaged, then repeated up to the size wanted:
50 KB and 1 MB in UTF-8 and in GBK, and 4, 16 and 64 MB in UTF-8 for the growth. `damaged-50k.html` is the fixture as it is.
"""

import pathlib
import sys

CURES = [("(guī)", ""), (",、", "、"), (",。", "。"), ("恰當?shù)男问街鲃庸_", "恰當的形式主動公開")]
BEGIN, END = '<div class="TRS_Editor">', '</div>\n<div class="related">'


def repeated(page: str, size: int, encoding: str) -> bytes:
    head, rest = page.split(BEGIN, 1)
    body, tail = rest.split(END, 1)
    count = max(1, size // len(body.encode(encoding)))
    return (head + BEGIN + body * count + END + tail).encode(encoding)


def main(fixture: pathlib.Path, folder: pathlib.Path) -> None:
    damaged = fixture.read_bytes().decode("gb18030")
    (folder / "damaged-50k.html").write_bytes(repeated(damaged, 50_000, "gb18030"))
    page = damaged
    for before, after in CURES:
        assert before in page, before
        page = page.replace(before, after)
    labelled = page.replace("charset=gb2312", "charset=utf-8")
    for name, size in [("50k", 50_000), ("1m", 1_000_000)]:
        (folder / f"gbk-{name}.html").write_bytes(repeated(page, size, "gb18030"))
        (folder / f"utf8-{name}.html").write_bytes(repeated(labelled, size, "utf-8"))
    for megabytes in [4, 16, 64]:
        (folder / f"{megabytes}m.html").write_bytes(repeated(labelled, megabytes << 20, "utf-8"))


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
