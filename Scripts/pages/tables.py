"""The statutory tables with invented figures that satisfy the forms' equations, as grids with spans, and their HTML."""

APPLICANTS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
RESULTS = [
    ("（一）予以公开", []), ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", []),
    ("（三）不予公开", ["1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
                  "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项"]),
    ("（四）无法提供", ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"]),
    ("（五）不予处理", ["1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
                  "5.要求行政机关确认或重新出具已获取信息"]),
    ("（六）其他处理", ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                  "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"]),
    ("（七）总计", []),
]


class Grid:
    """Cells as [row, column, row span, column span, text], in row-major order."""

    def __init__(self):
        self.cells = []

    def add(self, row, column, text, rows=1, columns=1):
        self.cells.append([row, column, rows, columns, str(text)])

    def block(self):
        return {
            "type": "table", "rows": max(c[0] + c[2] for c in self.cells), "columns": max(c[1] + c[3] for c in self.cells),
            "cells": sorted(self.cells),
        }


def number(draw, high):
    return draw.choice([0, 0, draw.randint(0, high)])


def disclosure(draw):
    grid, row = Grid(), 0
    parts = [
        ("第二十条第（一）项", ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "行政规范性文件"]),
        ("第二十条第（五）项", ["信息内容", "本年处理决定数量"], ["行政许可"]),
        ("第二十条第（六）项", ["信息内容", "本年处理决定数量"], ["行政处罚", "行政强制"]),
        ("第二十条第（八）项", ["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费"]),
    ]
    for title, header, labels in parts:
        grid.add(row, 0, title, columns=4)
        wide = 1 if len(header) == 4 else 3
        for line, texts in enumerate([header] + [[label] + [None] * (len(header) - 1) for label in labels]):
            for column, text in enumerate(texts):
                if text is None:
                    text = f"{draw.randint(0, 900)}.{draw.randint(10, 99)}" if "收费" in title + texts[0] else number(draw, 900)
                grid.add(row + 1 + line, column, text, columns=1 if column == 0 else wide)
        row += 2 + len(labels)
    return grid.block()


def figures(draw):
    """Six columns and their total, small and mostly nought."""
    values = [number(draw, 9) for _ in range(6)]
    return values


def requests(draw):
    grid = Grid()
    grid.add(0, 0, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", rows=3, columns=3)
    grid.add(0, 3, "申请人情况", columns=7)
    grid.add(1, 3, "自然人", rows=2)
    grid.add(1, 4, "法人或其他组织", columns=5)
    grid.add(1, 9, "总计", rows=2)
    for offset, name in enumerate(APPLICANTS):
        grid.add(2, 4 + offset, name)
    rows = []
    for title, points in RESULTS[:-1]:
        rows += [figures(draw) for _ in points or [title]]
    total = [sum(column) for column in zip(*rows)]
    carried = [number(draw, 3) for _ in range(6)]
    old = [draw.randint(0, t + c) for t, c in zip(total, carried)]
    new = [t + c - o for t, c, o in zip(total, carried, old)]
    blank = draw.random() < 0.3

    def line(row, values):
        for column, value in enumerate(values + [sum(values)]):
            grid.add(row, 3 + column, "" if blank and value == 0 else value)

    grid.add(3, 0, "一、本年新收政府信息公开申请数量", columns=3)
    line(3, new)
    grid.add(4, 0, "二、上年结转政府信息公开申请数量", columns=3)
    line(4, old)
    row, values = 5, iter(rows)
    grid.add(5, 0, "三、本年度办理结果", rows=sum(len(p) or 1 for _, p in RESULTS))
    for title, points in RESULTS:
        grid.add(row, 1, title, rows=len(points) or 1, columns=1 if points else 2)
        for offset, point in enumerate(points or [None]):
            if point:
                grid.add(row + offset, 2, point)
            line(row + offset, total if title.startswith("（七）") else next(values))
        row += len(points) or 1
    grid.add(row, 0, "四、结转下年度继续办理", columns=3)
    line(row, carried)
    return grid.block()


def review(draw):
    grid = Grid()
    grid.add(0, 0, "行政复议", columns=5)
    grid.add(0, 5, "行政诉讼", columns=10)
    kinds = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    for column, kind in enumerate(kinds):
        grid.add(1, column, kind, rows=2)
    grid.add(1, 5, "未经复议直接起诉", columns=5)
    grid.add(1, 10, "复议后起诉", columns=5)
    for column in range(10):
        grid.add(2, 5 + column, kinds[column % 5])
    for group in range(3):
        values = [number(draw, 4) for _ in range(4)]
        for column, value in enumerate(values + [sum(values)]):
            grid.add(3, group * 5 + column, value)
    return grid.block()


def statistics(draw):
    """A table of the years before 2019: label, unit, figure, in three columns and without spans."""
    grid = Grid()
    labels = ["一、主动公开情况", "（一）主动公开政府信息数", "其中：主动公开规范性文件数", "（二）通过不同渠道和方式公开政府信息的情况", "1.政府网站公开政府信息数", "2.其他方式公开政府信息数", "二、回应解读情况", "三、依申请公开情况", "（一）收到申请数", "1.当面申请数", "2.网络申请数", "四、行政复议数量", "五、行政诉讼数量", "六、举报投诉数量"]
    for column, name in enumerate(["统计指标", "单位", "统计数"]):
        grid.add(0, column, name)
    for row, label in enumerate(labels):
        parent = label.endswith("情况")
        for column, text in enumerate([label, "——" if parent else draw.choice("条件"), "——" if parent else number(draw, 5000)]):
            grid.add(1 + row, column, text)
    return grid.block()


def split(table, row):
    """The table as two, cut above `row`, at which no span may cross."""
    first = [c for c in table["cells"] if c[0] < row]
    second = [[c[0] - row] + c[1:] for c in table["cells"] if c[0] >= row]
    return [dict(table, rows=row, cells=first), dict(table, rows=table["rows"] - row, cells=second)]


def statutory(draw):
    """For each of the three sections its blocks: a table, a table in two parts, or a picture."""
    blocks = []
    for make in (disclosure, requests, review):
        table, kind = make(draw), draw.random()
        if kind < 0.15:
            name = f"W0{draw.randint(10 ** 8, 10 ** 9)}_{draw.choice(['副本', 'ORIGIN', '表'])}.{draw.choice(['png', 'jpg', 'gif'])}"
            blocks.append([{"type": "image", "src": draw.choice(["./", "", "/images/"]) + name}])
        elif kind < 0.22 and make is disclosure:
            blocks.append(split(table, 4))
        elif kind < 0.3 and make is disclosure:
            blocks.append([statistics(draw)])
        else:
            blocks.append([table])
    return blocks


def cell_html(draw, text, style):
    if text == "":
        return draw.choice(["", "&nbsp;", "<p>&nbsp;</p>", " "]) if style["wrap"] != "word" else "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    if style["wrap"] == "p":
        return f"<p align=\"center\">{text}</p>"
    if style["wrap"] == "span":
        return f"<p style=\"text-align:center\"><span style=\"font-size:12px;font-family:宋体\">{text}</span></p>"
    if style["wrap"] == "word":
        return f"<p class=MsoNormal align=center style='mso-pagination:widow-orphan'><span lang=EN-US>{text}<o:p></o:p></span></p>"
    if style["wrap"] == "break" and len(text) > 5 and draw.random() < 0.5:
        return text[:3] + "<br/>" + text[3:]
    if style["wrap"] == "lines":
        return f"\n        {text}\n      "
    return text


def table_html(draw, table, style):
    """The table as HTML that a parser must read to the same grid, with the markup that such pages have."""
    attributes = draw.choice(['border="1" cellspacing="0" cellpadding="0"', 'class="MsoTableGrid" border="1"', 'style="border-collapse:collapse;width:100%"', 'class="table" width="98%"'])
    closes = draw.random() > 0.25
    groups = draw.choice(["", "tbody", "thead"])
    if groups == "thead" and any(c[2] > 1 for c in table["cells"] if c[0] == 0):
        groups = "tbody"
    out = [f"<table {attributes}>"]
    if draw.random() < 0.3:
        out.append("<colgroup>" + f'<col width="{draw.randint(40, 90)}">' * table["columns"] + "</colgroup>")
    for row in range(table["rows"]):
        if groups == "tbody" and row == 0 or groups == "thead" and row == 1:
            out.append("<tbody>")
        if groups == "thead" and row == 0:
            out.append("<thead>")
        cell = draw.choice(["td", "td", "td", "th"]) if row == 0 else "td"
        out.append(draw.choice(["<tr>", "<tr style=\"height:20px\">", "<TR>"]))
        for r, _, rows, columns, text in (c for c in table["cells"] if c[0] == row):
            last = r + rows == table["rows"]
            spans = (f' rowspan="{rows + (3 if style["overlong"] and last and rows > 1 else 0)}"' if rows > 1 else "")
            spans += draw.choice([f' colspan="{columns}"', f" colspan={columns}"]) if columns > 1 else ""
            spans += draw.choice(["", ' width="80"', " valign=top", ""])
            out.append(f"<{cell}{spans}>{cell_html(draw, text, style)}" + (f"</{cell}>" if closes else ""))
        out.append("</tr>" if closes else "")
        if closes and draw.random() < 0.02 and not any(c[0] <= row < c[0] + c[2] - 1 for c in table["cells"]):
            out.append(f'<tr style="display:none"><td colspan="{table["columns"]}">隐藏行</td></tr>')
        if groups == "thead" and row == 0:
            out.append("</thead>")
    out.append("</tbody></table>" if groups and closes else "</table>")
    return draw.choice(["", "\n"]).join(out)
