"""Ruled tables that are no statutory form: 32 kinds, Chinese and Latin. All names and numbers are invented.

A kind is a function of a random source; it gives (rows, columns, cells) with cells (row, column, rowSpan, columnSpan, text, figure).
"""

SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈", "明华丽强芳伟敏静军洋"
TOWNS = ["东河", "西岭", "南湖", "北桥", "青山", "白沙", "石门", "龙泉", "新塘", "古城"]
OFFICES = ["办公室", "人事科", "财务科", "法规科", "信息科", "宣传科", "督查室", "档案室", "服务中心", "执法大队"]
ITEMS = ["办公用品", "会议费", "培训费", "差旅费", "印刷费", "维修费", "邮电费", "水电费", "租赁费", "其他支出"]
GOODS = ["Paper A4", "Toner", "Desk", "Chair", "Monitor", "Keyboard", "Cable", "Lamp", "Shelf", "Router"]
CITIES = ["Lisbon", "Oslo", "Vienna", "Prague", "Dublin", "Athens", "Riga", "Turin", "Ghent", "Porto"]


def person(chance):
    return chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(["", chance.choice(GIVEN)])


def number(chance, top=9999):
    return str(chance.randint(0, top))


def money(chance):
    return f"{chance.randint(0, 9_999_999) / 100:,.2f}"


def percent(chance):
    return f"{chance.randint(0, 1000) / 10:.1f}%"


def date(chance):
    return f"{chance.randint(2015, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def plain(heads, labels, values, chance):
    """A head row, then one row for each label."""
    cells = [(0, c, 1, 1, text, False) for c, text in enumerate(heads)]
    for r, label in enumerate(labels, 1):
        cells.append((r, 0, 1, 1, label, False))
        cells += [(r, c, 1, 1, values[c - 1](chance), True) for c in range(1, len(heads))]
    return len(labels) + 1, len(heads), cells


def grouped_head(first, groups, labels, value, chance):
    """Two head rows; each group spans its parts."""
    cells, column = [(0, 0, 2, 1, first, False)], 1
    for title, parts in groups:
        cells.append((0, column, 1, len(parts), title, False))
        cells += [(1, column + place, 1, 1, part, False) for place, part in enumerate(parts)]
        column += len(parts)
    for r, label in enumerate(labels, 2):
        cells.append((r, 0, 1, 1, label, False))
        cells += [(r, c, 1, 1, value(chance), True) for c in range(1, column)]
    return len(labels) + 2, column, cells


def grouped_rows(heads, groups, value, chance, total=None):
    """The first column spans the rows of its group."""
    cells, row = [(0, c, 1, 1, text, False) for c, text in enumerate(heads)], 1
    for title, parts in groups:
        cells.append((row, 0, len(parts), 1, title, False))
        for part in parts:
            cells.append((row, 1, 1, 1, part, False))
            cells += [(row, c, 1, 1, value(chance), True) for c in range(2, len(heads))]
            row += 1
    if total:
        cells.append((row, 0, 1, 2, total, False))
        cells += [(row, c, 1, 1, value(chance), True) for c in range(2, len(heads))]
        row += 1
    return row, len(heads), cells


def pairs(lines):
    """A form of labels and values side by side; a short line lets its last value span the rest."""
    columns = max(len(line) for line in lines)
    cells = []
    for r, line in enumerate(lines):
        for c, text in enumerate(line):
            last = c == len(line) - 1
            cells.append((r, c, 1, columns - c if last else 1, text, c % 2 == 1))
    return len(lines), columns, cells


def some(words, chance, low=3, high=8):
    return chance.sample(words, chance.randint(low, min(high, len(words))))


KINDS = {
    "budget": lambda c: plain(["项目", "预算数", "决算数", "完成率"], some(ITEMS, c), [money, money, percent], c),
    "roster": lambda c: plain(["姓名", "科室", "电话", "备注"], [person(c) for _ in range(c.randint(3, 8))],
                              [lambda c: c.choice(OFFICES), lambda c: "0" + number(c, 999) + "-" + str(c.randint(1000000, 9999999)),
                               lambda c: c.choice(["", "", "兼职"])], c),
    "towns": lambda c: plain(["乡镇", "户数", "人口", "面积"], some(TOWNS, c), [number, number, lambda c: f"{c.randint(10, 900) / 10}"], c),
    "prices": lambda c: plain(["Item", "Unit price", "Quantity", "Amount"], some(GOODS, c), [money, lambda c: number(c, 99), money], c),
    "weather": lambda c: plain(["City", "Low", "High", "Rain"], some(CITIES, c), [lambda c: str(c.randint(-20, 10)),
                               lambda c: str(c.randint(11, 35)), percent], c),
    "months": lambda c: plain(["指标"] + [f"{m}月" for m in range(1, 13)], some(["用电", "用水", "用气", "来访", "来电"], c, 2, 5),
                              [lambda c: number(c, 999)] * 12, c),
    "quarters": lambda c: grouped_head("单位", [("上半年", ["一季度", "二季度"]), ("下半年", ["三季度", "四季度"])], some(OFFICES, c), number, c),
    "sexes": lambda c: grouped_head("年龄", [("城镇", ["男", "女", "合计"]), ("乡村", ["男", "女", "合计"])],
                                    ["0-14", "15-59", "60-79", "80+"], number, c),
    "sales": lambda c: grouped_head("Region", [("2022", ["Units", "Value"]), ("2023", ["Units", "Value"])], some(CITIES, c),
                                    lambda c: number(c, 99999), c),
    "cases": lambda c: grouped_rows(["类别", "事项", "受理", "办结"], [("许可", ["新办", "变更", "注销"]), ("确认", ["登记", "备案"])],
                                    lambda c: number(c, 500), c, "合计"),
    "stock": lambda c: grouped_rows(["Room", "Thing", "In", "Out", "Left"], [("North", GOODS[:2]), ("South", GOODS[2:5]), ("West", GOODS[5:7])],
                                    lambda c: number(c, 300), c, "Total"),
    "duty": lambda c: plain(["日期", "上午", "下午", "夜间"], [date(c) for _ in range(c.randint(3, 7))], [person] * 3, c),
    "timetable": lambda c: plain(["节次", "星期一", "星期二", "星期三", "星期四", "星期五"], ["第一节", "第二节", "第三节", "第四节"],
                                 [lambda c: c.choice(["语文", "数学", "英语", "体育", "科学", ""])] * 5, c),
    "scores": lambda c: plain(["Name", "Maths", "Physics", "Music", "Mean"], ["Ada", "Ben", "Cleo", "Dan", "Eve"][:c.randint(3, 5)],
                              [lambda c: number(c, 100)] * 3 + [lambda c: f"{c.randint(0, 1000) / 10}"], c),
    "applicant": lambda c: pairs([["姓名", person(c), "电话", str(c.randint(13000000000, 13999999999))], ["单位", c.choice(TOWNS) + "镇政府", "邮编", str(c.randint(100000, 999999))],
                                  ["地址", c.choice(TOWNS) + "路" + number(c, 200) + "号"], ["用途", "查阅规划文件"]]),
    "permit": lambda c: pairs([["许可证号", str(c.randint(10000000, 99999999))], ["发证机关", c.choice(TOWNS) + "市住房局", "日期", date(c)],
                               ["负责人", person(c), "金额", money(c)], ["备注", "无"]]),
    "shipment": lambda c: pairs([["Sender", c.choice(CITIES), "Weight", f"{c.randint(1, 900) / 10} kg"], ["Receiver", c.choice(CITIES), "Pieces", number(c, 20)],
                                 ["Remarks", "Handle with care"]]),
    "index": lambda c: plain(["序号", "文件名称", "文号", "日期"], [str(n) for n in range(1, c.randint(4, 9))],
                             [lambda c: "关于" + c.choice(["加强", "规范", "做好"]) + c.choice(ITEMS) + "管理的通知",
                              lambda c: f"〔{c.randint(2015, 2024)}〕{c.randint(1, 99)}号", date], c),
    "changes": lambda c: plain(["指标", "本期", "上期", "增减"], some(["产值", "税收", "投资", "消费", "进口", "出口"], c, 3, 6),
                               [number, number, lambda c: c.choice(["-", "+"]) + f"{c.randint(1, 300) / 10}%"], c),
    "ranking": lambda c: plain(["名次", "单位", "得分"], [str(n) for n in range(1, c.randint(5, 10))],
                               [lambda c: c.choice(TOWNS) + "县", lambda c: f"{c.randint(600, 1000) / 10}"], c),
    "bus": lambda c: plain(["Stop", "First", "Last"], some(CITIES, c, 4, 9), [lambda c: f"0{c.randint(5, 9)}:{c.randint(10, 59)}",
                           lambda c: f"{c.randint(20, 23)}:{c.randint(10, 59)}"], c),
    "matrix": lambda c: plain(["", "A", "B", "C", "D"], ["A", "B", "C", "D"], [lambda c: number(c, 99)] * 4, c),
    "checks": lambda c: plain(["检查内容", "合格", "不合格"], ["消防设施", "用电安全", "疏散通道", "值班记录", "环境卫生"],
                              [lambda c: c.choice(["是", ""]), lambda c: c.choice(["否", ""])], c),
    "calendar": lambda c: plain(["日", "一", "二", "三", "四", "五", "六"], [str(n) for n in (1, 8, 15, 22)],
                                [lambda c: str(c.randint(1, 31))] * 6, c),
    "grants": lambda c: grouped_rows(["年度", "项目", "金额（万元）"], [(str(y), some(ITEMS, c, 2, 3)) for y in (2021, 2022, 2023)], money, c),
    "visitors": lambda c: grouped_head("Month", [("Web", ["New", "Back"]), ("Phone", ["Calls", "Lost"]), ("Desk", ["In"])],
                                       ["Jan", "Feb", "Mar", "Apr", "May"], number, c),
    "water": lambda c: plain(["断面", "水温", "浊度", "等级"], some(TOWNS, c), [lambda c: f"{c.randint(40, 300) / 10}", lambda c: f"{c.randint(1, 90) / 10}",
                             lambda c: c.choice(["I", "II", "III", "IV"])], c),
    "staff": lambda c: grouped_head("部门", [("编制", ["行政", "事业"]), ("在岗", ["行政", "事业", "聘用"])], some(OFFICES, c), lambda c: number(c, 80), c),
    "loans": lambda c: plain(["Year", "Opening", "Interest", "Paid", "Closing"], [str(y) for y in range(2016, 2016 + c.randint(4, 8))], [money] * 4, c),
    "contacts": lambda c: plain(["Office", "Mail", "Phone"], some(CITIES, c), [lambda c: c.choice(["info", "desk", "help"]) + "@example.org",
                                lambda c: f"+{c.randint(20, 99)} {c.randint(100, 999)} {c.randint(1000, 9999)}"], c),
    "services": lambda c: plain(["服务事项", "办理时限", "收费标准"], ["户口迁移", "身份证换领", "居住证办理", "出生登记"][:c.randint(2, 4)],
                                [lambda c: f"{c.randint(1, 20)}个工作日", lambda c: c.choice(["不收费", f"{c.randint(5, 60)}元"])], c),
    "tall": lambda c: plain(["编号", "数量", "单价", "金额"], [f"{n:03}" for n in range(1, c.randint(20, 30))], [number, money, money], c),
}
