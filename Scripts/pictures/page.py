"""A table as HTML, in one of the looks that agencies' pictures have."""

from html import escape

SERIF = ["AR PL UMing CN", "Noto Serif CJK SC", "AR PL UKai CN"]
SANS = ["Noto Sans CJK SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"]
LATIN = ["Liberation Serif", "Liberation Sans", "Carlito", "DejaVu Sans", ""]

RULINGS = {
    "full": "td{border:1px solid INK}", "thick": "td{border:2px solid INK}",
    "framed": "td{border:1px solid INK} table{border:3px solid INK}",
    "double": "td{border:4px double INK}", "pale": "td{border:1px solid #c4c4c4}", "paler": "td{border:1px solid #dcdcdc}",
    "pale2": "td{border:2px solid #d4d4d4}", "blue": "td{border:1px solid #5b9bd5}", "green": "td{border:1px solid #70ad47}",
    "open": "td{border:1px solid INK} tr>td:first-child,td.left{border-left:0} td.right{border-right:0} td.top{border-top:0} td.bottom{border-bottom:0}",
    "horizontal": "td{border-top:1px solid INK;border-bottom:1px solid INK}",
    "three": "td.top{border-top:2px solid INK} td.body{border-top:1px solid INK} td.bottom{border-bottom:2px solid INK}",
    "dashed": "td{border:1px dashed #333}", "dotted": "td{border:1px dotted #333}", "none": "",
}
BY_TIER = {
    "clean": ["full"] * 6 + ["thick", "framed", "double", "pale", "blue", "green", "open"],
    "typical": ["full"] * 4 + ["thick", "framed", "double", "pale", "pale2", "blue", "green", "open", "open", "horizontal", "dashed"],
    "hard": ["full", "full", "double", "pale", "paler", "pale2", "blue", "open", "horizontal", "horizontal", "dashed", "dashed", "dotted", "none", "none"],
}
HEADS = ["", "", "background:#e7e6e6", "background:#d9e2f3", "background:#2f5496;color:#fff", "background:#c00000;color:#fff"]


def look(tier, chance, traditional=False):
    """What one picture looks like."""
    family = chance.choice(SERIF + SANS)
    if traditional:
        family = chance.choice(["Noto Serif CJK TC", "Noto Sans CJK TC", "AR PL UMing TW"])
    return {
        "ruling": chance.choice(BY_TIER[tier]), "font": family, "latin": chance.choice(LATIN), "size": chance.randint(16, 22),
        "head": chance.choice(HEADS if tier != "clean" else HEADS + [""] * 4), "zebra": chance.random() < 0.15,
        "bold": chance.random() < 0.3, "padding": f"{chance.randint(2, 9)}px {chance.randint(3, 12)}px",
        "ink": chance.choice(["#000", "#000", "#333"]), "align": chance.choice(["center", "center", "center", "right", "left"]),
        "vertical": chance.random() < 0.4,
    }


def table_html(table, style, form):
    rows, columns, cells = table
    lines = []
    top = head_rows(cells)
    for row in range(rows):
        zebra = style["zebra"] and row >= top and row % 2
        line = "".join(cell_html(cell, rows, columns, top, form, zebra) for cell in cells if cell[0] == row)
        lines.append(f"<tr>{line}</tr>")
    width = widths(columns, style, form)
    return f"<table>{width}{''.join(lines)}</table>"


def head_rows(cells):
    figures = [cell[0] for cell in cells if cell[5]]
    return min(figures) if figures else 1


def widths(columns, style, form):
    """Word gives the statutory tables fixed widths: the label columns are narrow and wrap."""
    em = style["size"]
    if form and form.endswith("requests"):
        first = 1.6 if style["vertical"] else 4
        sizes = [first, 4.5, 14] + [style.setdefault("figure", 3.6)] * 7
    elif form and form.endswith("review"):
        sizes = [style.setdefault("narrow", 3.2)] * 15
    elif form:
        sizes = [12] * 4
    else:
        return ""
    return "<colgroup>" + "".join(f'<col style="width:{size * em:.0f}px">' for size in sizes) + "</colgroup>"


def cell_html(cell, rows, columns, top, form, zebra):
    row, column, row_span, column_span, text, figure = cell
    classes = ["figure" if figure else "label"]
    if row < top and not (form and form.endswith("disclosure")):
        classes.append("head")
    if zebra:
        classes.append("zebra")
    classes += [name for name, edge in (("left", column == 0), ("right", column + column_span == columns),
                                        ("top", row == 0), ("body", row == top), ("bottom", row + row_span == rows)) if edge]
    return f'<td class="{" ".join(classes)}" rowspan="{row_span}" colspan="{column_span}">{escape(text)}</td>'


def page_html(tables, style, captions, around):
    """All tables of one picture with their captions; `around` is a paragraph above."""
    ruling = RULINGS[style["ruling"]].replace("INK", style["ink"])
    latin = f"'{style['latin']}'," if style["latin"] else ""
    body = "".join((f"<p class=caption>{escape(caption)}</p>" if caption else "") + html
                   for html, caption in zip(tables, captions))
    fixed = "table-layout:fixed;" if style.get("fixed") else ""
    wide = "width:100%;" if style.get("wide") else ""
    return f"""<meta charset=utf-8><style>
*{{margin:0}} body{{background:#fff}}
#picture{{display:inline-block;padding:{style.get('frame', 3)}px;background:#fff;color:{style['ink']};
 font:{style['size']}px {latin}'{style['font']}';line-height:1.3}}
table{{border-collapse:collapse;margin-bottom:18px;{fixed}{wide}}} table:last-child{{margin-bottom:0}}
td{{padding:{style['padding']};text-align:{style['align']};word-break:break-all}} td.label{{text-align:{style.get('labels', 'center')}}}
.caption{{text-align:center;font-weight:bold;padding:6px}} .around{{max-width:40em;padding:8px 0}}
.head{{{style['head']};{'font-weight:bold' if style['bold'] else ''}}} .zebra{{background:#f0f0f4}} {ruling}
</style><div id=picture>{f'<p class=around>{escape(around)}</p>' if around else ''}{body}</div>"""


def text_html(body, style):
    """A picture of text without a table."""
    latin = f"'{style['latin']}'," if style["latin"] else ""
    return f"""<meta charset=utf-8><style>
*{{margin:0}} body{{background:#fff}}
#picture{{display:inline-block;padding:8px;background:#fff;color:{style['ink']};max-width:{52 if style['size'] < 20 else 42}em;
 font:{style['size']}px {latin}'{style['font']}';line-height:{1.3 if style['vertical'] else 1.7}}}
p{{padding:3px 0}} h3{{text-align:center;padding:6px}} .indent{{text-indent:2em}} .signed{{text-align:right}}
.columns{{columns:2;column-gap:2em;text-align:justify}} .justified{{text-align:justify}}
</style><div id=picture>{body}</div>"""
