#!/usr/bin/env python3
"""Writes Sources/GovReport/Labels/LabelCharacters.swift: the traditional forms of the characters that labels use.

From: OpenCC's TSCharacters (Apache-2.0), as Debian's opencc installs it; the labels in Sources/GovForms and the
words in Sources/GovReport. Run from the repository's root: Scripts/report/label-characters.py
"""
import glob
import subprocess
import tempfile

DICTIONARY = "/usr/share/opencc/TSCharacters.ocd2"
TARGET = "Sources/GovReport/Labels/LabelCharacters.swift"
# Vocabulary that mirrors exchange on top of the script, and the digits of prose.
EXTRA = "档案资讯贰叁陆萬亿余"

used = set(EXTRA)
for path in glob.glob("Sources/GovForms/*.swift") + glob.glob("Sources/GovReport/**/*.swift", recursive=True):
    if path != TARGET:
        used |= {c for c in open(path, encoding="utf-8").read() if "\u4e00" <= c <= "\u9fff"}

with tempfile.NamedTemporaryFile("r", encoding="utf-8") as text:
    subprocess.run(["opencc_dict", "-i", DICTIONARY, "-o", text.name, "-f", "ocd2", "-t", "text"], check=True)
    pairs = []
    for line in open(text.name, encoding="utf-8"):
        traditional, simplified = line.rstrip("\n").split("\t")
        target = simplified.split(" ")[0]
        if target in used and traditional != target and "\u4e00" <= traditional <= "\u9fff":
            pairs.append(traditional + target)

pairs.sort()
rows = ["".join(pairs[i:i + 24]) for i in range(0, len(pairs), 24)]
with open(TARGET, "w", encoding="utf-8") as out:
    out.write("/// The traditional forms of the characters that labels use, each before its simplified form.\n///\n")
    out.write("/// Written by Scripts/report/label-characters.py from OpenCC's TSCharacters (Apache-2.0).\n")
    out.write('let labelCharacterPairs = """\n' + "".join(f"  {row}\n" for row in rows) + '  """\n')
