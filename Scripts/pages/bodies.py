"""How the report's blocks are written as HTML: one function per kind of editor or export."""
import re

from tables import table_html

INDENTS = ["　　", "&nbsp;&nbsp;&nbsp;&nbsp;", "&emsp;&emsp;", "", "\u3000\u3000", "&#12288;&#12288;"]


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def inline(draw, block, mark):
    """The text of a paragraph, its beginning in bold where the report says so."""
    text, bold = noisy(draw, escape(block["text"])), block.get("bold", "")
    if bold and text.startswith(bold) and draw.random() < 0.7:
        opening, closing = mark
        return opening + bold + closing + text[len(bold):]
    return text


def noisy(draw, text):
    """The same text with the references, links and empty elements that editors leave."""
    if draw.random() < 0.3:
        text = text.replace("“", "&ldquo;").replace("”", "&rdquo;").replace("–", "&#150;")
    if draw.random() < 0.08 and "《" in text and "》" in text:
        text = text.replace("《", '<a href="/art/1.html" target="_blank">《', 1).replace("》", "》</a>", 1)
    if draw.random() < 0.06 and "，" in text:
        text = text.replace("，", draw.choice(["，<!-- x -->", "<span></span>，", "，<a name=_GoBack></a>", "<u>，</u>", "，\u200b"]), 1)
    return text


def list_html(draw, block):
    items = "".join(f"<li>{escape(item['text'])}" + draw.choice(["</li>", "</li>\n"]) for item in block["items"])
    return draw.choice(["<ul>{}</ul>", "<ul class=disc>{}</ul>"]).format(items)


def image_html(draw, block):
    source = block["src"]
    form = draw.randrange(6)
    if form == 1:
        return f'<img src="/images/blank.gif" data-src="{source}">'
    if form == 2:
        return f'<img data-original="{source}" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" class="lazy" />'
    if form == 3:
        return f'<IMG oldsrc="{source.lstrip("./")}" src="{source}" border=0>'
    if form == 4:
        return f'<img src="{source}" alt="" style="max-width:100%">'
    return f"<img src='{source}'>"


def table_style(draw, wrap):
    return {"wrap": wrap, "overlong": draw.random() < 0.3}


def plain_paragraphs(draw, blocks):
    """One element for each block, headings as paragraphs in bold or not, as most editors leave them."""
    tag = draw.choice(["p", "p", "div"])
    style = draw.choice(["", ' style="text-indent:2em"', ' class="content_p"', ' style="text-indent: 2em; line-height: 1.75em;"'])
    indent = draw.choice(INDENTS)
    bold = draw.choice([("<strong>", "</strong>"), ("<b>", "</b>"), ('<span style="font-weight:bold">', "</span>"), ("", "")])
    run_in = bold if bold[0] else ("<strong>", "</strong>")
    wrap = draw.choice(["", "p", "span", "lines", "break"])
    out = []
    for block in blocks:
        if block["type"] == "list":
            out.append(list_html(draw, block))
        elif block["type"] == "table":
            out.append(table_html(draw, block, table_style(draw, wrap)))
        elif block["type"] == "image":
            out.append(f'<{tag} style="text-align:center">{image_html(draw, block)}</{tag}>')
        elif block["type"] == "heading":
            out.append(f"<{tag}{style}>{indent}{bold[0]}{escape(block['text'])}{bold[1]}</{tag}>")
        else:
            align = ' style="text-align:right"' if block.get("signature") else style
            out.append(f"<{tag}{align}>{indent}{inline(draw, block, run_in)}</{tag}>")
        if draw.random() < 0.1:
            out.append(draw.choice([f"<{tag}>&nbsp;</{tag}>", f"<{tag}><br/></{tag}>", f"<{tag}>　</{tag}>"]))
    return draw.choice(["\n", "", "\r\n"]).join(out)


def editor_spans(draw, blocks):
    """UEditor and KindEditor: every text in one or more spans with fonts."""
    fonts = draw.choice(["font-family:仿宋_GB2312;font-size:21px", "font-size: 16px; font-family: 宋体, SimSun;", "color:#333;line-height:2"])
    out = []
    for block in blocks:
        if block["type"] == "list":
            out.append(list_html(draw, block))
            continue
        if block["type"] == "table":
            out.append(table_html(draw, block, table_style(draw, "span")))
            continue
        if block["type"] == "image":
            out.append(f"<p style=\"text-align:center\">{image_html(draw, block)}</p>")
            continue
        text = inline(draw, block, ("</span><span style=\"font-weight:700\">", f'</span><span style="{fonts}">'))
        if block["type"] == "heading":
            text = f"<strong>{text}</strong>" if draw.random() < 0.8 else text
        elif draw.random() < 0.5 and "<" not in text and "&" not in text and len(text) > 12:
            cut = draw.randint(4, len(text) - 4)
            text = f'{text[:cut]}</span><span style="{fonts}">{text[cut:]}'
        out.append(f'<p style="text-indent:2em;margin:5px 0"><span style="{fonts}">{text}</span></p>')
        if draw.random() < 0.06:
            out.append('<p style="text-indent:2em"><br></p>')
    return "".join(out)


def word_export(draw, blocks):
    """Word's HTML: spans by language, o:p, conditionals, source lines broken anywhere."""
    out = ["<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->"]
    for block in blocks:
        if block["type"] == "list":
            out.append(list_html(draw, block))
            continue
        if block["type"] == "table":
            out.append("<div align=center>" + table_html(draw, block, table_style(draw, "word")) + "</div>")
            continue
        if block["type"] == "image":
            out.append(f"<p class=MsoNormal><span lang=EN-US>{image_html(draw, block)}<o:p></o:p></span></p>")
            continue
        text = re.sub(r"([0-9.%]+)", r"<span lang=EN-US>\1</span>", escape(block["text"]))
        if block["type"] == "heading":
            text = f"<b>{text}</b>" if draw.random() < 0.5 else f"<span style='font-family:黑体'>{text}</span>"
        if draw.random() < 0.4:
            text = "<![if !supportLists]>" + text + "<![endif]>"
        if draw.random() < 0.5:
            text = re.sub(r"(。)(?=[\u4e00-\u9fff])", "\\1\r\n", text, count=2)
        out.append(f"<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体'>{text}</span><span lang=EN-US><o:p></o:p></span></p>")
    return "\r\n\r\n".join(out)


def line_breaks(draw, blocks):
    """Paragraphs separated by br, one or two of them, in a single element."""
    separator = draw.choice(["<br>", "<br/>\n", "<br /><br />", "<BR>\r\n"])
    indent = draw.choice(INDENTS[:3])
    bold = draw.choice([("<b>", "</b>"), ("", "")])
    out = []
    for block in blocks:
        if block["type"] == "list":
            out.append(list_html(draw, block))
        elif block["type"] == "table":
            out.append(table_html(draw, block, table_style(draw, draw.choice(["", "lines"]))))
        elif block["type"] == "image":
            out.append(image_html(draw, block) + separator)
        elif block["type"] == "heading":
            out.append(indent + bold[0] + escape(block["text"]) + bold[1] + separator)
        else:
            out.append(indent + inline(draw, block, ("<b>", "</b>")) + separator)
    return "".join(out)


def old_fonts(draw, blocks):
    """Pages of 2008: font elements, some never closed, upper-case tags."""
    out = []
    for block in blocks:
        if block["type"] == "list":
            out.append(list_html(draw, block))
        elif block["type"] == "table":
            out.append("<CENTER>" + table_html(draw, block, table_style(draw, "")) + "</CENTER>")
        elif block["type"] == "image":
            out.append(f"<P align=center>{image_html(draw, block)}</P>")
        elif block["type"] == "heading":
            out.append(f"<P><FONT face=黑体 size=3><STRONG>　　{escape(block['text'])}</STRONG>{draw.choice(['</FONT>', ''])}</P>")
        else:
            out.append(f"<P><FONT size={draw.randint(2, 4)}>　　{inline(draw, block, ('<B>', '</B>'))}</FONT>" + draw.choice(["</P>", ""]))
    return "\n".join(out)


def sections(draw, blocks):
    """Mobile and newer pages: real headings, sections, figures."""
    out, is_open = [], False
    for block in blocks:
        if block["type"] == "heading":
            if block["level"] == 2:
                out.append("</section>" * is_open + "<section>")
                is_open = True
            out.append(f"<h{block['level']}>{escape(block['text'])}</h{block['level']}>")
        elif block["type"] == "list":
            out.append(list_html(draw, block))
        elif block["type"] == "table":
            out.append('<div class="table-box" style="overflow-x:auto">' + table_html(draw, block, table_style(draw, "p")) + "</div>")
        elif block["type"] == "image":
            out.append(f"<figure>{image_html(draw, block)}</figure>")
        else:
            out.append(f"<p>{inline(draw, block, ('<em>', '</em>'))}</p>")
    return "\n".join(out) + "</section>" * is_open


def joined_headings(draw, blocks):
    """A heading and the paragraph below it in one element, parted by br."""
    out = []
    for block in blocks:
        if block["type"] == "table":
            out.append(table_html(draw, block, table_style(draw, "p")))
        elif block["type"] == "image":
            out.append(f"<p>{image_html(draw, block)}</p>")
        elif block["type"] == "list":
            out.append(list_html(draw, block))
        elif block["type"] == "heading":
            out.append(f"<p>　　<strong>{escape(block['text'])}</strong></p>")
        elif out and out[-1].startswith("<p>　　") and draw.random() < 0.7:
            out[-1] = out[-1][:-4] + "<br/>　　" + inline(draw, block, ("<b>", "</b>")) + "</p>"
        else:
            out.append(f"<p>　　{inline(draw, block, ('<b>', '</b>'))}</p>")
    return "\n".join(out)


def rows(draw, blocks):
    """Every paragraph in a row of its own of one layout table."""
    out = []
    for block in blocks:
        if block["type"] == "table":
            inner = table_html(draw, block, table_style(draw, ""))
        elif block["type"] == "image":
            inner = image_html(draw, block)
        elif block["type"] == "list":
            inner = list_html(draw, block)
        elif block["type"] == "heading":
            inner = f"<b>{escape(block['text'])}</b>"
        else:
            inner = "　　" + inline(draw, block, ("<b>", "</b>"))
        out.append(f"<tr><td>{inner}</td></tr>")
    return '<table width="95%" border="0" cellspacing="5">' + "\n".join(out) + "</table>"


def swallowed(draw, blocks):
    """A mirror whose decoder took the `<` of some closing tags for half a character: `。?/p>`."""
    html = plain_paragraphs(draw, blocks)
    return re.sub(r"(?<=。)</(p|div)>", lambda m: f"?/{m[1]}>" if draw.random() < 0.25 else m[0], html)


BODIES = {
    "paragraphs": plain_paragraphs, "spans": editor_spans, "word": word_export, "breaks": line_breaks, "fonts": old_fonts,
    "sections": sections, "swallowed": swallowed, "rows": rows, "joined": joined_headings,
}
