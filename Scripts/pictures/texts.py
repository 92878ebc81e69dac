"""Texts that a finder of aligned tables must leave alone. All words are invented.

A kind is a function of a random source; it gives the HTML of the text.
"""

WORDS = ["依法", "公开", "信息", "工作", "部门", "推进", "群众", "平台", "服务", "事项", "进一步", "加强", "规范", "及时", "完善",
         "制度", "主动", "全年", "办理", "答复", "申请", "渠道", "要求", "落实", "监督", "培训", "更新", "栏目", "解读", "政策"]
LATIN = ["the", "office", "of", "public", "record", "notice", "was", "given", "to", "every", "town", "and", "a", "list", "is", "kept",
         "open", "for", "two", "weeks", "in", "spring", "while", "report", "remains", "available", "at", "desk"]
TITLES = ["总体情况", "主动公开情况", "依申请公开情况", "存在的问题", "改进措施", "其他事项"]


def sentence(chance, low=10, high=30):
    text = "".join(chance.choice(WORDS) for _ in range(chance.randint(low, high) // 2))
    place = len(text) // 2
    return f"{text[:place]}，{text[place:]}{chance.choice(['。', str(chance.randint(2, 400)) + '件。'])}"


def latin(chance, count):
    return " ".join(chance.choice(LATIN) for _ in range(count)).capitalize() + "."


def paragraphs(chance):
    return f"<h3>{chance.choice(TITLES)}</h3>" + "".join(
        f"<p class=indent>{''.join(sentence(chance) for _ in range(chance.randint(2, 5)))}</p>" for _ in range(chance.randint(2, 4)))


def columns(chance):
    text = "".join(f"<p class=indent>{''.join(sentence(chance) for _ in range(4))}</p>" for _ in range(chance.randint(2, 4)))
    return f"<div class=columns>{text}</div>"


def latin_columns(chance):
    return f"<div class=columns>{''.join(f'<p>{latin(chance, 45)}</p>' for _ in range(3))}</div>"


def justified(chance):
    return "".join(f"<p class=justified>{latin(chance, 40)}</p>" for _ in range(3))


def numbered(chance):
    mark = chance.choice(["{}.", "{}、", "（{}）", "({})", "{}.&emsp;"])
    return "".join(f"<p>{mark.format(n)}&ensp;{sentence(chance, 8, 40)}</p>" for n in range(1, chance.randint(4, 9)))


def bullets(chance):
    items = "".join(f"<li>{sentence(chance, 6, 50)}</li>" for _ in range(chance.randint(3, 8)))
    return f"<ul>{items}</ul>" if chance.random() < 0.5 else f"<ol style='padding-left:2.5em'>{items}</ol>"


def contents(chance):
    dots = chance.choice(["…", ".", "·"])
    return "<h3>目录</h3>" + "".join(
        f"<p style='display:flex'><span>{title}</span><span style='flex:1;overflow:hidden;white-space:nowrap'>{dots * 90}</span><span>{n + 1}</span></p>"
        for n, title in enumerate(TITLES))


def letter(chance):
    return (f"<h3>{chance.choice(TITLES)}</h3><p>各镇人民政府：</p><p class=indent>{''.join(sentence(chance) for _ in range(4))}</p>"
            f"<p class=signed>办公室</p><p class=signed>{chance.randint(2015, 2024)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日</p>")


def spaced_title(chance):
    return f"<h3 style='letter-spacing:1.5em'>公告</h3><p class=indent>{''.join(sentence(chance) for _ in range(5))}</p><h3 style='letter-spacing:2em'>附件</h3>"


def contact(chance):
    return (f"<p class=indent>{''.join(sentence(chance) for _ in range(3))}</p>"
            f"<p>地址：{chance.choice(WORDS)}路{chance.randint(1, 99)}号&emsp;&emsp;邮编：{chance.randint(100000, 999999)}</p>"
            f"<p>电话：{chance.randint(1000000, 9999999)}&emsp;&emsp;&emsp;传真：{chance.randint(1000000, 9999999)}</p>")


def one_line(chance):
    return f"<p>{chance.choice(['单位：万元', '附表一', sentence(chance)])}</p>"


def poem(chance):
    line = lambda: "".join(chance.choice(WORDS)[0] for _ in range(7))
    return "<h3>" + chance.choice(TITLES)[:2] + "</h3>" + "".join(f"<p style='text-align:center'>{line()}，{line()}。</p>" for _ in range(4))


TEXTS = {
    "paragraphs": paragraphs, "columns": columns, "latin": latin_columns, "justified": justified, "numbered": numbered,
    "bullets": bullets, "contents": contents, "letter": letter, "title": spaced_title, "contact": contact, "line": one_line,
    "poem": poem,
}
