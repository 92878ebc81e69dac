"""The statutory tables as grids: what is printed where. Facts from 国办公开办函〔2019〕60号 and 〔2021〕30号.

A cell is (row, column, rowSpan, columnSpan, text); text None is a figure.
"""

REQUESTERS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
DENIED = ["1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
          "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项"]
UNAVAILABLE = ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"]
NOT_PROCESSED = ["1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
                 "5.要求行政机关确认或重新出具已获取信息"]
OTHER_2021 = ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
              "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"]
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


def disclosure_2019():
    groups = [
        ("第二十条第（一）项", ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"], ["规章", "规范性文件"]),
        ("第二十条第（五）项", ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"], ["行政许可", "其他对外管理服务事项"]),
        ("第二十条第（六）项", ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"], ["行政处罚", "行政强制"]),
        ("第二十条第（八）项", ["信息内容", "上一年项目数量", "本年增/减"], ["行政事业性收费"]),
        ("第二十条第（九）项", ["信息内容", "采购项目数量", "采购总金额"], ["政府集中采购"])]
    return grouped(groups)


def disclosure_2021():
    groups = [
        ("第二十条第（一）项", ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "行政规范性文件"]),
        ("第二十条第（五）项", ["信息内容", "本年处理决定数量"], ["行政许可"]),
        ("第二十条第（六）项", ["信息内容", "本年处理决定数量"], ["行政处罚", "行政强制"]),
        ("第二十条第（八）项", ["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费"])]
    return grouped(groups)


def grouped(groups):
    cells, row = [], 0
    for title, heads, labels in groups:
        cells.append((row, 0, 1, 4, title))
        for place, text in enumerate([heads] + [[label] + [None] * (len(heads) - 1) for label in labels]):
            for column, word in enumerate(text):
                last = column == len(heads) - 1
                cells.append((row + 1 + place, column, 1, 4 - column if last else 1, word))
        row += 2 + len(labels)
    return row, 4, cells


def requests(form):
    cells = [(0, 0, 3, 3, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"),
             (0, 3, 1, 7, "申请人情况"), (1, 3, 2, 1, "自然人"), (1, 4, 1, 5, "法人或其他组织"), (1, 9, 2, 1, "总计")]
    cells += [(2, 4 + place, 1, 1, text) for place, text in enumerate(REQUESTERS)]
    row = 3

    def figures(*labels):
        nonlocal row
        cells.extend(labels)
        cells.extend((row, column, 1, 1, None) for column in range(3, 10))
        row += 1

    figures((row, 0, 1, 3, "一、本年新收政府信息公开申请数量"))
    figures((row, 0, 1, 3, "二、上年结转政府信息公开申请数量"))
    first = row
    figures((row, 1, 1, 2, "（一）予以公开"))
    figures((row, 1, 1, 2, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"))
    blocks = [("（三）不予公开", DENIED), ("（四）无法提供", UNAVAILABLE), ("（五）不予处理", NOT_PROCESSED)]
    if form == 2021:
        blocks.append(("（六）其他处理", OTHER_2021))
    for title, items in blocks:
        for place, item in enumerate(items):
            head = [(row, 1, len(items), 1, title)] if place == 0 else []
            figures(*head, (row, 2, 1, 1, item))
    if form == 2019:
        figures((row, 1, 1, 2, "（六）其他处理"))
    figures((row, 1, 1, 2, "（七）总计"))
    cells.append((first, 0, row - first, 1, "三、本年度办理结果"))
    figures((row, 0, 1, 3, "四、结转下年度继续办理"))
    return row, 10, sorted(cells, key=lambda cell: cell[:2])


def review():
    cells = [(0, 0, 2, 5, "行政复议"), (0, 5, 1, 10, "行政诉讼"), (1, 5, 1, 5, "未经复议直接起诉"), (1, 10, 1, 5, "复议后起诉")]
    cells += [(2, column, 1, 1, OUTCOMES[column % 5]) for column in range(15)]
    cells += [(3, column, 1, 1, None) for column in range(15)]
    return 4, 15, cells


FORMS = {
    "2019/disclosure": disclosure_2019(), "2019/requests": requests(2019), "2019/review": review(),
    "2021/disclosure": disclosure_2021(), "2021/requests": requests(2021), "2021/review": review(),
}


def fill(name, chance):
    """The cells of a form with invented figures that satisfy its identities."""
    rows, columns, cells = FORMS[name]
    if name.endswith("requests"):
        values = request_values(rows, cells, chance)
    elif name.endswith("review"):
        values = review_values(chance)
    else:
        values = disclosure_values(name, rows, cells, chance)
    return rows, columns, [(r, c, rs, cs, values[r, c] if text is None else text, text is None)
                           for r, c, rs, cs, text in cells]


def count(chance, rich):
    if chance.random() > rich:
        return 0
    return chance.choice([chance.randint(1, 9), chance.randint(1, 30), chance.randint(10, 400), chance.randint(100, 4000)])


def nothing(chance):
    """How this agency prints a count of none: mostly 0, often nothing at all."""
    return chance.choice(["0", "0", "0", "0", "", "", "/", "-", "无", "—"])


def request_values(rows, cells, chance):
    labels = {r: text for r, c, rs, cs, text in cells if c < 3 and text and r >= 3 and c + cs == 3}
    rich = chance.choice([0.15, 0.4, 0.7])
    none = nothing(chance)
    values = {}
    results = [r for r in range(5, rows - 2)]
    for column in range(3, 9):
        busy = rich if column in (3, 4) else rich / 2
        counts = {r: count(chance, busy) for r in results}
        total = sum(counts.values())
        onward = chance.randint(0, 9) if total and chance.random() < 0.5 else 0
        carried = chance.randint(0, min(20, total + onward))
        counts.update({rows - 2: total, rows - 1: onward, 3: total + onward - carried, 4: carried})
        values.update({(r, column): number for r, number in counts.items()})
    for r in range(3, rows):
        values[r, 9] = sum(values[r, column] for column in range(3, 9))
    assert labels
    return {place: str(number) if number else none for place, number in values.items()}


def review_values(chance):
    none = nothing(chance)
    values = {}
    for group in range(3):
        counts = [count(chance, 0.5) for _ in range(4)]
        counts.append(sum(counts))
        values.update({(3, group * 5 + place): str(n) if n else none for place, n in enumerate(counts)})
    return values


def disclosure_values(name, rows, cells, chance):
    none = nothing(chance)
    values = {}
    money = rows - 1
    for r, c, rs, cs, text in cells:
        if text is not None:
            continue
        number = chance.choice([chance.randint(0, 20), chance.randint(0, 999), chance.randint(1000, 999999)])
        printed = str(number) if number else none
        if number > 999 and chance.random() < 0.2:
            printed = f"{number:,}"
        if name == "2019/disclosure" and c == 2 and 6 <= r <= 14 and number:
            printed = chance.choice(["-", "", "", "+"]) + str(number % 1000 or 1)
        if r == money and (c == 2 or name.startswith("2021")):
            amount = f"{chance.randint(0, 99999) / chance.choice([1, 10, 100]):.{chance.choice([0, 1, 2])}f}"
            printed = amount + (chance.choice(["万元", "", "元"]) if name.startswith("2019") else "")
        values[r, c] = printed
    return values
