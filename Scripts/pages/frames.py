"""The site around the report: heads, menus, trails, controls, lists, footers, hidden text, and the families of pages.

Whatever these functions print and the report does not contain is noted as boilerplate, for the truth.
"""
SITE_WORDS = ["政务公开", "新闻中心", "办事服务", "互动交流", "专题专栏", "领导之窗", "机构设置", "通知公告", "数据发布", "走进我们", "便民查询", "政策文件"]
NEWS = ["召开年中工作会议", "开展安全检查", "举办业务技能竞赛", "走访慰问退休职工", "组织义务植树活动", "部署防汛值守工作", "发布招考公告", "签订合作备忘录"]


class Frame:
    """Collects what the site prints; `say` notes a text as boilerplate and returns it."""

    def __init__(self, draw, report):
        self.draw, self.report, self.boilerplate = draw, report, []
        self.site = report.agency + draw.choice(["门户网站", "", "网"]) if draw.random() < 0.7 else report.agency[:3] + "人民政府门户网站"
        self.word = "".join(draw.choice("abcdefghkmnprstuvwxyz") for _ in range(5))

    def say(self, text):
        self.boilerplate.append(text)
        return text

    def name(self, *choices):
        """A class or id: a usual one, or one that says nothing."""
        return self.draw.choice(list(choices) + [self.word + str(self.draw.randint(1, 99))])

    def link(self, text):
        return f'<a href="/{self.word}/{self.draw.randint(1, 999)}/index.html"{self.draw.choice(["", " target=_blank", ""])}>{self.say(text)}</a>'

    def menu(self):
        entries = ["首页"] + self.draw.sample(SITE_WORDS, self.draw.randint(4, 8))
        links = [f'<a href="/{n}/">{e}</a>' for n, e in enumerate(entries)]
        self.boilerplate += [e for e in entries if e not in ("首页",)][:3]
        if self.draw.random() < 0.5:
            return "<ul>" + "".join(f"<li>{l}</li>" for l in links) + "</ul>"
        return self.draw.choice([" | ", "&nbsp;&nbsp;", "\n"]).join(links)

    def trail(self):
        arrow = self.draw.choice([" &gt; ", " >> ", "&nbsp;&gt;&nbsp;", " » ", "-&gt;"])
        steps = ["首页", self.draw.choice(SITE_WORDS), self.draw.choice(["政府信息公开年报", "年度报告", "公开年报"])]
        prefix = self.draw.choice(["当前位置：", "您现在的位置：", "", "您当前所在位置: "])
        if prefix:
            self.say(prefix.strip())
        return prefix + arrow.join(f'<a href="../">{s}</a>' for s in steps) + self.draw.choice(["", arrow + "正文"])

    def controls(self):
        parts = self.draw.sample(["【字号：<a>大</a> <a>中</a> <a>小</a>】", "<a href='javascript:window.print()'>打印本页</a>", "<a href='javascript:window.close()'>关闭窗口</a>", "分享到：<a class=wx></a><a class=wb></a>", "<span>收藏本页</span>"], 3)
        self.boilerplate += ["打印本页", "关闭窗口", "收藏本页", "分享到"]
        return " ".join(parts)

    def neighbours(self):
        return f'上一篇：{self.link(self.draw.choice(NEWS) + "（一）的情况")}<br/>下一篇：{self.link(self.draw.choice(NEWS) + "的说明")}'

    def related(self):
        items = "".join(f"<li>{self.link(self.report.agency[:3] + n)}<span>{self.report.year + 1}-0{k + 1}-1{k}</span></li>" for k, n in enumerate(self.draw.sample(NEWS, 5)))
        return f"<h3>{self.say(self.draw.choice(['相关信息', '热点新闻', '推荐阅读']))}</h3><ul>{items}</ul>"

    def archive(self):
        """Reports of other years and offices, in the words of the report itself."""
        names = [f"{self.report.agency[:3]}{office}{self.report.year - n}年政府信息公开工作年度报告" for n, office in enumerate(["审计署办", "人防办", "地震局", "侨务办"])]
        items = "".join(f"<li>{self.link(n)} <i>[{self.report.year - 2}-02-0{k + 1}]</i></li>" for k, n in enumerate(names))
        return f"<div><b>{self.say('政府信息公开年报列表')}</b><ul>{items}</ul></div>"

    def code(self):
        return f"<div><img src='/qr.png'><p>{self.say('扫一扫在手机打开当前页')}</p></div>"

    def footer(self):
        agency = self.report.agency
        lines = [
            f"主办单位：{agency}", f"版权所有：{agency}　技术支持：{agency[:3]}信息技术有限公司",
            f"地址：{agency[:3]}中心路{self.draw.randint(1, 300)}号　邮编：{self.draw.randint(100000, 699999)}",
            f"云ICP备{self.draw.randint(10 ** 7, 10 ** 8 - 1)}号 网站标识码：{self.draw.randint(10 ** 9, 10 ** 10 - 1)}",
            f"公网安备 {self.draw.randint(10 ** 13, 10 ** 14 - 1)}号", "您是第<span id=count></span>位访问者",
        ]
        chosen = self.draw.sample(lines, self.draw.randint(3, 6))
        self.boilerplate += [l for l in chosen if "<" not in l]
        return self.draw.choice(["<br>", "</p><p>", "<br/>\n"]).join(chosen)

    def hidden(self):
        """Hidden text of one kind; the class is defined in the page's own style sheet."""
        text = self.say(f"这段{self.draw.choice(['测试', '推广', '隐藏', '备用'])}文字不应出现{self.draw.randint(100, 999)}，也没有人看得见它。")
        return self.draw.choice([
            f'<div style="display:none">{text}</div>', f'<p style="visibility: hidden">{text}</p>', f"<div hidden>{text}</div>",
            f'<span style="font-size:0">{text}</span>', f'<div style="width:0;height:0;overflow:hidden">{text}</div>',
            f'<div class="{self.word}-off">{text}</div>', f"<template><p>{text}</p></template>", f"<script>document.write('{text}')</script>",
            f"<noscript>{text}</noscript>", f"<!-- {text} -->", f'<textarea style="display:none">{text}</textarea>', f"<div style='DISPLAY: none !important'><p>{text}</p></div>",
            f'<div class="box {self.word}-gone">{text}</div>', f'<div id="{self.word}x">{text}</div>', f'<div style="height:0px;overflow:hidden"><b>{text}</b></div>',
            f'<ul style="display: none;"><li>{text}</li><li>{text}</li></ul>', f'<span style="display:none;">{text}</span>',
        ])

    def statement(self):
        """Date and source under the title, in one of the usual spellings; both are metadata, not text."""
        report, draw = self.report, self.draw
        y, m, d = report.date.split("-")
        date = draw.choice([report.date, f"{y}年{int(m)}月{int(d)}日", f"{y}/{m}/{d}", f"{report.date} {draw.randint(8, 17)}:{draw.randint(10, 59)}", f"{y}.{m}.{d}"])
        label = draw.choice(["发布时间：", "发布日期：", "时间：", "日期:", "发布时间: "])
        parts = [f"{label}{date}", draw.choice(["来源：", "信息来源：", "来源: ", "文章来源："]) + report.publisher]
        if draw.random() < 0.6:
            parts.append(draw.choice(["浏览次数：", "点击数:", "阅读次数："]) + f"<span id=hits>{draw.choice(['', '1024'])}</span>")
        if draw.random() < 0.4:
            parts.append(draw.choice(["作者：", "责任编辑："]) + draw.choice(["办公室", "管理员", ""]))
        draw.shuffle(parts)
        self.boilerplate += ["浏览次数", "点击数", "责任编辑", "来源："]
        return draw.choice(["　", "&nbsp;&nbsp;|&nbsp;&nbsp;", "</span> <span>", "\n"]).join(parts)

    def late_statement(self):
        """A date alone, and the source alone, without labels or far apart, as some templates have them."""
        report, draw = self.report, self.draw
        y, m, d = report.date.split("-")
        date = draw.choice([report.date, f"{y}年{int(m)}月{int(d)}日", f"[ {report.date} ]", f"{report.date} 10:{draw.randint(10, 59)}:{draw.randint(10, 59)}"])
        return f"<i>{date}</i>" + draw.choice(["", " "]) + f"<em>来源：{report.publisher}</em>"

    def popup(self):
        text = self.say("您访问的链接即将离开本门户网站，是否继续？")
        return f'<div class="{self.name("modal", "tip")}"><p>{text}</p><a href="#">{self.say("继续访问")}</a> <a href="#">{self.say("放弃访问")}</a></div>'

    def readings(self):
        """Links to explanations, inside the article's own element."""
        return f"<p><strong>{self.say('相关解读：')}</strong></p><p>{self.link('一图读懂办事流程调整')}</p><p>{self.link('专家谈便民服务')}</p>"

    def legal(self):
        return f"<p>{self.say('本网站所载内容由各单位负责更新，如有意见请与网站管理人员联系，转载请注明出处。')}</p>"

    def index_list(self):
        """The same header as a list of labels."""
        report = self.report
        rows = [("索引号", report.index), ("发布机构", report.agency), ("发布日期", report.date), ("有效性", "有效")]
        self.boilerplate += ["有效性", "发布机构"]
        if self.draw.random() < 0.5:
            return "<ul class=xx>" + "".join(f"<li><b>{k}：</b><span>{v}</span></li>" for k, v in rows) + "</ul>"
        return "<div class=xx>" + "".join(f"<dl><dt>{k}：</dt><dd>{v}</dd></dl>" for k, v in rows) + "</div>"

    def index_table(self):
        """The header table of a public-information page."""
        report, draw = self.report, self.draw
        rows = [("索 引 号", report.index), ("发布机构", report.agency), (draw.choice(["发布日期", "发文日期", "公开日期"]), report.date), ("信息分类", "工作总结"), ("名　　称", report.title), ("文　　号", "")]
        self.boilerplate += ["信息分类", "发布机构"]
        cells = [f"<td><b>{k}：</b></td><td>{v}</td>" for k, v in rows]
        return "<table class=xxgk width=100%>" + "".join(f"<tr>{a}{b}</tr>" for a, b in zip(cells[::2], cells[1::2])) + "</table>"


def nested(draw, depth, content, menu):
    """Layout tables round the content, as pages of 2008 have them; one of them may hold a menu beside it."""
    for level in range(depth):
        side = draw.choice(["<td width=10></td>", "", "<td background=/img/bg.gif>&nbsp;</td>"])
        if level == 1 and draw.random() < 0.5:
            side = f"<td width=180 valign=top><table>{menu}</table></td>"
            content = f"<table width=980><tr>{side}<td>{content}</td></tr></table>"
            continue
        content = f"<table width={draw.choice(['100%', '980', '778'])} border=0 cellpadding=0 align=center><tr>{side}<td valign=top>{content}</td>{side}</tr></table>"
    return content


# For each family: body styles, how deep layout tables are, whether an index table is usual, names for the content.
FAMILIES = {
    "trs": (["paragraphs", "spans", "word", "joined"], 0, False, ["TRS_Editor", "trs_editor_view"]),
    "jcms": (["paragraphs", "breaks"], 1, True, ["zoom", "article"]),
    "ucap": (["paragraphs", "spans"], 0, True, ["UCAP-CONTENT", "pages_content"]),
    "word": (["word"], 0, False, ["Section0", "WordSection1"]),
    "ueditor": (["spans", "joined"], 0, False, ["ueditor", "article-content"]),
    "kindeditor": (["spans", "paragraphs"], 0, False, ["ke-content", "news_content"]),
    "webforms": (["paragraphs", "breaks", "fonts", "rows"], 2, True, ["ctl00_ContentPlaceHolder1_lblContent", "content"]),
    "layout2008": (["fonts", "breaks", "rows"], 4, False, ["neirong", "content"]),
    "mobile": (["sections", "paragraphs"], 0, False, ["article", "main-text"]),
    "mirror": (["swallowed", "paragraphs", "breaks"], 0, False, ["content", "post"]),
}
