"""Invents annual reports: agencies, titles, sections, sentences, figures. Nothing in here is taken from a real report."""
from dataclasses import dataclass, field

CITIES = "云川市 青岭县 临沅区 望江市 北屏州 河源口县 秀溪区 松原岭市 玉泉湾区 石门坪县 长汀浦市 白鹭洲区".split()
OFFICES = "财政局 统计局 住房保障局 水务局 粮食和物资储备局 人民政府办公室 气象局 审计局 体育局 林业局 民政局 档案馆".split()
TITLES = [
    "{agency}{year}年政府信息公开工作年度报告", "{agency}政府信息公开工作年度报告（{year}年度）",
    "{year}年度{agency}政府信息公开工作年度报告", "{agency}关于{year}年政府信息公开工作情况的报告",
    "{agency}{year}年度信息公开年报",
]
SUBJECTS = "本单位 我局 全系统 各科室 办公室 机关各股室 各直属单位 信息公开专班".split()
VERBS = [
    "认真梳理了", "逐项核对了", "及时更新了", "主动公开了", "重新编排了", "集中整理了", "分批发布了", "对照清单补齐了", "组织人员复核了",
]
OBJECTS = [
    "公开目录和办事指南", "部门预算与决算", "规范性文件目录", "行政许可结果", "重点项目进展", "防汛调度信息", "补贴发放名册的公开版本",
    "机构职能和联系方式", "招考公告与名单", "执法检查情况", "意见征集结果", "便民服务事项",
]
TAILS = [
    "公众查阅更加方便", "没有发生错发漏发", "做到了有始有终", "群众评价较好", "比上一年有所增加", "按季度通报了进度", "形成了固定的工作流程",
    "为下一步工作打下基础", "接受了社会监督",
]
PLACES = ["在门户网站", "通过公告栏", "利用政务新媒体", "在服务大厅", "借助年度培训", "结合日常巡查"]
SUBTITLES = [
    "主动公开情况", "依申请公开情况", "政府信息管理情况", "平台建设情况", "监督保障情况", "解读回应情况", "队伍建设情况", "制度落实情况",
]
POINTS = ["完善工作制度", "加强业务培训", "提高解读质量", "拓宽公开渠道", "健全考核办法", "改进网站栏目", "规范办理流程"]
SECTIONS = [
    "总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况",
    "其他需要报告的事项",
]
NUMERALS = "一二三四五六七八九十"


@dataclass
class Report:
    agency: str
    year: int
    title: str
    date: str
    publisher: str
    index: str
    blocks: list = field(default_factory=list)


def heading(level, text):
    return {"type": "heading", "level": level, "text": text}


def paragraph(text, bold=""):
    """A paragraph; `bold` is the beginning of it that the page prints in bold."""
    return {"type": "paragraph", "text": text, "bold": bold}


def sentence(draw):
    number = draw.randint(2, 980)
    form = draw.choice([0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 7, 8])
    subject, verb, thing, tail, place = (draw.choice(x) for x in (SUBJECTS, VERBS, OBJECTS, TAILS, PLACES))
    if form == 0:
        return f"{subject}{place}{verb}{thing}{number}条，{tail}。"
    if form == 1:
        return f"截至年底，{subject}共{verb}{thing}{number}件（次），其中第四季度{draw.randint(1, number)}件，{tail}。"
    if form == 2:
        return f"对“{draw.choice(OBJECTS)}”等内容，{subject}{verb}有关材料；{tail}。"
    if form == 3:
        return f"根据《{draw.choice(CITIES)}信息发布办法》，{subject}{verb}{thing}，{tail}，占全部事项的{draw.randint(1, 99)}.{draw.randint(0, 9)}%。"
    if form == 4:
        return f"{draw.randint(1, 12)}月{draw.randint(1, 28)}日，{subject}{place}发布了《{thing}》，{tail}。"
    if form == 6:
        return f"公开专栏的网址为http://www.example.gov.cn/{number}/index.html?a=1&b={number}，{tail}。"
    if form == 7:
        return f"平均办理时间由{number}–{number + 9}小时缩短到{draw.randint(1, 9)}小时，{tail}。"
    if form == 8:
        return f"联系地址：{draw.choice(CITIES)}中心路{number}号，联系电话：000-{number}{number}，来源渠道不变，{tail}。"
    return f"{subject}{verb}{thing}、{draw.choice(OBJECTS)}，{tail}。"


def sentences(draw, low, high):
    return "".join(sentence(draw) for _ in range(draw.randint(low, high)))


def bracket(draw, number):
    return draw.choice(["（{}）", "({})"]).format(NUMERALS[number])


def overview(draw, report):
    """The first section: headings of the third level, or numbers that run into their paragraph."""
    blocks = [paragraph(f"{report.year}年，{report.agency}" + sentences(draw, 1, 3))]
    run_in = draw.random() < 0.6
    for number, title in enumerate(draw.sample(SUBTITLES, draw.randint(2, 5))):
        mark = bracket(draw, number)
        if run_in:
            blocks.append(paragraph(f"{mark}{title}。" + sentences(draw, 1, 3), bold=f"{mark}{title}。"))
        else:
            blocks.append(heading(3, f"{mark}{title}"))
            blocks += [paragraph(sentences(draw, 1, 3)) for _ in range(draw.randint(1, 2))]
    return blocks


def bullets(draw):
    """A list as an element of its own; its items carry no printed number."""
    return {"type": "list", "items": [{"text": sentence(draw)} for _ in range(draw.randint(2, 4))]}


def problems(draw):
    blocks = [paragraph(sentences(draw, 1, 2))]
    form = draw.randrange(3)
    for number, point in enumerate(draw.sample(POINTS, draw.randint(2, 4))):
        if form == 0:
            blocks.append(paragraph(f"{number + 1}{draw.choice('、.')}{point}。" + sentences(draw, 1, 2)))
        elif form == 1:
            blocks.append(paragraph(f"{NUMERALS[number]}是{point}。" + sentences(draw, 1, 2)))
        else:
            blocks.append(heading(4, f"{number + 1}{draw.choice('、．')}{point}"))
            blocks.append(paragraph(sentences(draw, 1, 2)))
    return blocks


def invent(draw, tables):
    """A report with its blocks in order; `tables` gives the three statutory tables or pictures of them."""
    agency = draw.choice(CITIES) + draw.choice(OFFICES)
    year = draw.randint(2015, 2023)
    day = (draw.randint(1, 12), draw.randint(1, 28))
    report = Report(
        agency=agency, year=year, title=draw.choice(TITLES).format(agency=agency, year=year),
        date=f"{year + 1}-{day[0]:02}-{day[1]:02}", publisher=draw.choice([agency, "本网", draw.choice(CITIES) + "信息中心"]),
        index=f"{draw.randint(100, 999)}{draw.randint(1000, 9999)}-0{draw.randint(1, 9)}-{year + 1}-{draw.randint(1000, 9999)}",
    )
    blocks = [paragraph(f"根据有关规定，现公布{agency}{year}年度报告。" + sentence(draw))]
    unnumbered = draw.random() < 0.06
    for number, title in enumerate(SECTIONS):
        blocks.append(heading(2, title if unnumbered else f"{NUMERALS[number]}、{title}"))
        if number == 0:
            blocks += overview(draw, report)
            if draw.random() < 0.1:
                blocks.append(bullets(draw))
        elif number in (1, 2, 3):
            if draw.random() < 0.4:
                blocks.append(paragraph(sentences(draw, 1, 2)))
            blocks += tables[number - 1]
        elif number == 4:
            blocks += problems(draw)
        else:
            blocks.append(paragraph(draw.choice(["无。", "无其他需要报告的事项。", sentences(draw, 1, 2)])))
    if draw.random() < 0.4:
        blocks += [paragraph(agency), paragraph(f"{year + 1}年{day[0]}月{day[1]}日")]
        for block in blocks[-2:]:
            block["signature"] = True
    report.blocks = blocks
    return report
