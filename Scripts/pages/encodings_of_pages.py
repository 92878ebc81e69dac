"""How a page becomes bytes, and what it declares: rightly, wrongly, late, twice, not at all."""
import subprocess

STRAY = b"\xb5"


def traditional(texts):
    """The texts in traditional script, character by character as mirrors convert, by Debian's opencc."""
    characters = sorted(set("".join(texts)))
    run = subprocess.run(["opencc", "-c", "s2t"], input="\x1e".join(characters), capture_output=True, text=True, check=True)
    table = {a: b for a, b in zip(characters, run.stdout.split("\x1e")) if "\u3400" <= a <= "\u9fff"}
    return [text.translate(str.maketrans(table)) for text in texts]


def meta(draw, label):
    return draw.choice([f'<meta charset="{label}">', f'<meta http-equiv="Content-Type" content="text/html; charset={label}" />', f"<META content='text/html; charset={label}' http-equiv=Content-Type>"])


def plan(draw, family, script):
    """The encoding, the head's declarations before and behind the title, a BOM, and whether the footer is foreign."""
    if script == "traditional":
        encoding = draw.choice(["big5", "gb18030", "utf-8"])
    else:
        encoding = draw.choice(["utf-8"] * 5 + ["gb18030"] * 5 + ["utf-16le"] * (family == "webforms"))
    honest = {"utf-8": "utf-8", "gb18030": draw.choice(["gb2312", "gbk", "GB2312"]), "big5": "big5", "utf-16le": "utf-16"}[encoding]
    wrong = draw.choice([l for l in ("utf-8", "gb2312", "big5", "iso-8859-1") if l != honest])
    kind = draw.choice(["honest"] * 4 + ["wrong", "missing", "late", "double", "bom", "mixed", "stray"])
    before, behind = meta(draw, honest), ""
    if kind == "wrong":
        before = meta(draw, wrong)
    elif kind == "missing":
        before = ""
    elif kind == "late":
        before, behind = "", meta(draw, honest)
    elif kind == "double":
        before, behind = meta(draw, wrong), meta(draw, honest)
    bom = kind == "bom" and encoding == "utf-8" or encoding == "utf-16le"
    foreign = kind == "mixed" and encoding in ("utf-8", "gb18030")
    return {"encoding": encoding, "before": before, "behind": behind, "bom": bom, "foreign": foreign, "stray": kind == "stray" and encoding != "utf-16le", "kind": kind}


def encode(plan, html, footer):
    """The page's bytes; the marks \\x01 for the footer and \\x02 for a stray byte are replaced last."""
    codec = {"big5": "big5hkscs"}.get(plan["encoding"], plan["encoding"])
    other = "gb18030" if plan["encoding"] == "utf-8" else "utf-8"
    head, tail = html.split("\x01")
    parts = [head.encode(codec, "xmlcharrefreplace"), footer.encode(other if plan["foreign"] else codec, "xmlcharrefreplace"), tail.encode(codec, "xmlcharrefreplace")]
    data = b"".join(parts)
    if plan["stray"]:
        data = data.replace(b"\x02", STRAY)
    bom = {"utf-8": b"\xef\xbb\xbf", "utf-16le": b"\xff\xfe"}.get(plan["encoding"], b"")
    return (bom if plan["bom"] else b"") + data
