#!/usr/bin/env python3
"""Draws pages with annual reports and the exact truth about each: PAGE.html and PAGE.json.

From what: everything is invented by the modules beside this one; no line comes from a real report. The same seed gives
the same pages. Seeds below 100,000 are for development; seeds from 900,000 on are kept for judging and nobody tunes on
them.

How to run:  Scripts/pages/draw.py --seed 1 --count 150 --output FOLDER     (needs Debian's opencc)
"""
import argparse
import json
import pathlib
import random

from bodies import BODIES
from encodings_of_pages import encode, plan, traditional
from frames import FAMILIES, NEWS, Frame, nested
from report import invent, paragraph, sentences
from tables import statutory


def head(draw, frame, report, plan, truth):
    title = report.title
    generator = draw.choice(["", '<meta name="generator" content="MShtml 11">', f'<meta name="SiteName" content="{frame.site}">'])
    named = draw.random() < 0.4
    source = truth["publisher"]
    metas = f'<meta name="ArticleTitle" content="{report.title}"><meta name="PubDate" content="{report.date} 09:00"><meta name="ContentSource" content="{source}">' if named else ""
    style = f"<style>.{frame.word}-off{{display:none}} .wrap .{frame.word}-gone, .box.{frame.word}-gone{{ visibility:hidden }} #{frame.word}x{{DISPLAY:NONE}} @media print{{div,p{{display:none}}}} body{{margin:0}} .a,.b{{color:red}}</style>"
    separator = draw.choice(["_", "-", " - ", "|", "—"])
    site_title = draw.choice([f"{title}{separator}{frame.site}", title, f"{frame.site}{separator}{title}", f"{title}{separator}公开年报{separator}{frame.site}"])
    return f"<head>{plan['before']}{generator}<title>{site_title}</title>{metas}{style}{plan['behind']}<script>var id={draw.randint(1, 9999)};</script></head>"


def headline(draw, frame, report):
    name = frame.name("title", "article-title", "tit", "bt")
    form = draw.randrange(6)
    text = report.title
    if draw.random() < 0.15 and text.startswith(report.agency):
        text = report.agency + draw.choice(["<br>", "<br/>\n"]) + text[len(report.agency):]
    if form == 5:
        return f"<center><b><font size=4 color=#cc0000>{text}</font></b></center>"
    if form == 0:
        return f"<h1>{text}</h1>"
    if form == 1:
        return f'<div class="{name}">{text}</div>'
    if form == 2:
        return f'<p align="center" style="font-size:24px"><strong>{text}</strong></p>'
    if form == 3:
        return f'<h2 class="{name}">\n  {text}\n</h2>'
    return f'<table width="100%"><tr><td align=center class="{name}"><font size=5><b>{text}</b></font></td></tr></table>'


def inner_title(draw, report):
    """The title as the first paragraph of the text, in one line or two, as documents pasted whole have it."""
    text = report.title
    if text.startswith(report.agency) and draw.random() < 0.4:
        text = report.agency + "<br>" + text[len(report.agency):]
    style = draw.choice(["text-align:center", "text-align: center; font-weight: bold", "text-align:center;font-size:22pt"])
    return f'<p style="{style}"><span>{text}</span></p>' if draw.random() < 0.7 else f"<p align=center><b>{text}</b></p>"


def content(draw, frame, report, family, truth):
    styles, depth, has_index, names = FAMILIES[family]
    body = BODIES[draw.choice(styles)](draw, report.blocks)
    if draw.random() < 0.6:
        pieces = body.split("</p>")
        place = draw.randrange(len(pieces))
        # Hidden text may stand between paragraphs, not inside a table whose markup it would change.
        if body[: sum(len(p) + 4 for p in pieces[: place + 1])].lower().count("<table") == body[: sum(len(p) + 4 for p in pieces[: place + 1])].lower().count("</table"):
            pieces[place] += "</p>" + frame.hidden() if place < len(pieces) - 1 else ""
            body = "".join(p if p.endswith(">") and i == place and i < len(pieces) - 1 else p + ("</p>" if i < len(pieces) - 1 else "") for i, p in enumerate(pieces))
    index = has_index and draw.random() < 0.7
    statement = not index or draw.random() < 0.5
    title_inside = draw.random() < 0.12
    head_table = draw.choice([frame.index_table, frame.index_list])() if index else ""
    parts = [head_table, "" if title_inside else headline(draw, frame, report)]
    if title_inside:
        body = inner_title(draw, report) + body
    if statement:
        tag = draw.choice(["div", "p", "span"])
        text = draw.choice([frame.statement, frame.statement, frame.statement, frame.late_statement])()
        parts.append(f'<{tag} class="{frame.name("info", "source", "pages-date")}"><span>{text}</span></{tag}>')
    if draw.random() < 0.5:
        parts.append(f'<div class="{frame.name("fontsize", "share")}">{frame.controls()}</div>')
    wrapper = draw.choice([f'<div class="{frame.name(*names)}">', f'<div id="{frame.name(*names)}">', "<div>"])
    if draw.random() < 0.06:
        body = f'<div id=print style="display:none">{body}</div>' + body
    if draw.random() < 0.15:
        body += f"<p>{frame.say(f'版权所有：{report.agency}　未经许可不得转载')}</p>"
    if draw.random() < 0.1:
        body += frame.readings()
    if draw.random() < 0.1:
        body += frame.legal()
    parts.append(f"{wrapper}{body}</div>")
    if draw.random() < 0.25:
        href = f"./P0{draw.randint(10 ** 8, 10 ** 9)}.{draw.choice(['doc', 'pdf', 'xls', 'docx'])}"
        parts.append(f'<p>附件：<a href="{href}">{report.title}.doc</a></p>')
        truth["attachments"] = [href]
    truth["publisher"] = report.publisher if statement else report.agency
    truth["indexNumber"] = report.index if index else None
    menu = "".join(f"<tr><td>{frame.link(word)}</td></tr>" for word in draw.sample(NEWS, 4))
    return nested(draw, depth and draw.randint(1, depth), "\n".join(parts), menu)


def page(draw, frame, report, family, plan, truth):
    main = content(draw, frame, report, family, truth)
    mobile = '<meta name="viewport" content="width=device-width">' if family == "mobile" else ""
    state = f'<form method="post" action="./a.aspx" id="form1"><input type="hidden" name="__VIEWSTATE" value="{"".join(draw.choice("ABCDEFabcdef0123456789/+") for _ in range(300))}" />' if family == "webforms" else ""
    top = [f'<div class="{frame.name("header", "top")}"><a href="/"><img src="/logo.png" alt="{frame.site}"></a></div>', f'<div class="{frame.name("nav", "menu")}">{frame.menu()}</div>']
    if draw.random() < 0.8:
        top.append(f'<div class="{frame.name("location", "path", "dqwz")}">{frame.trail()}</div>')
    side = f'<div class="{frame.name("right", "side")}">{draw.choice([frame.related, frame.archive])()}</div>' if draw.random() < 0.6 else ""
    if draw.random() < 0.2:
        main += frame.code()
    if draw.random() < 0.06:
        main = "<font>" * 300 + main
    bottom = []
    if draw.random() < 0.4:
        bottom.append(f"<div>{frame.neighbours()}</div>")
    if draw.random() < 0.4:
        bottom.append(frame.hidden())
    if draw.random() < 0.15:
        bottom.append(frame.popup())
    if draw.random() < 0.3:
        main += '</div></body></html>' if draw.random() < 0.3 else ""
    footer = f'<div class="{frame.name("footer", "foot", "bottom")}"><p>{frame.footer()}</p></div>'
    before_side = draw.random() < 0.5
    middle = (side + main) if before_side else (main + side)
    if draw.random() < 0.05:
        middle = f"<html><head><title>{frame.site}</title></head><body>{middle}"
    doctype = draw.choice(["<!DOCTYPE html>", '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">', ""])
    html = f"{doctype}<html>{head(draw, frame, report, plan, truth).replace('<head>', '<head>' + mobile)}<body>{state}{''.join(top)}<div class=\"{frame.name('main', 'wrap')}\">{middle}</div>{''.join(bottom)}\x01{'</form>' if state else ''}</body></html>"
    return html, footer


def stray(draw, blocks, html):
    """A stray byte at the end of one paragraph; the truth has U+FFFD there."""
    candidates = [b for b in blocks if b["type"] == "paragraph" and html.count(b["text"][-14:] + "<") == 1 and not b.get("signature")]
    if not candidates:
        return html, False
    block = draw.choice(candidates)
    place = html.index(block["text"][-14:] + "<") + 14
    block["text"] += "\ufffd"
    return html[:place] + "\x02" + html[place:], True


def notice(draw, report):
    """A page that is no report: an announcement of some kind."""
    report.title = f"{report.agency}关于{draw.choice(['开展志愿活动', '暂停对外服务', '征集书画作品'])}的通知"
    report.blocks = [paragraph(sentences(draw, 1, 3).replace("公开", "办理")) for _ in range(draw.randint(2, 5))]


def one(seed):
    draw = random.Random(seed)
    report = invent(draw, statutory(draw))
    is_report = draw.random() > 0.04
    if not is_report:
        notice(draw, report)
    family = draw.choice(list(FAMILIES))
    frame = Frame(draw, report)
    truth = {"seed": seed, "family": family, "isReport": is_report, "attachments": []}
    script = "traditional" if draw.random() < 0.12 else "simplified"
    chosen = plan(draw, family, script)
    html, footer = page(draw, frame, report, family, chosen, truth)
    has_stray = False
    if chosen["stray"]:
        html, has_stray = stray(draw, report.blocks, html)
    truth.update(
        title=report.title, date=report.date, encoding=chosen["encoding"], plan=chosen["kind"], runs=2 if chosen["foreign"] else 1,
        replacements=int(has_stray), blocks=[{k: v for k, v in b.items() if k not in ("bold", "signature")} for b in report.blocks],
        boilerplate=sorted(set(frame.boilerplate)))
    if script == "traditional":
        html, footer, text = traditional([html, footer, json.dumps(truth, ensure_ascii=False)])
        truth = json.loads(text)
    return encode(chosen, html, footer), truth


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--output", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    for seed in range(arguments.seed, arguments.seed + arguments.count):
        data, truth = one(seed)
        (arguments.output / f"{seed:06}.html").write_bytes(data)
        text = json.dumps(truth, ensure_ascii=False, indent=None, separators=(",", ":"))
        (arguments.output / f"{seed:06}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
