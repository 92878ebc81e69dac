#!/usr/bin/python3
"""Draws lines of print in the places of labels, for the tests of the network that compares labels with print.

  Scripts/pictures/labels.py FOLDER [--seed NAME] [--lines 40]

Writes one PNG for each line and lines.json: the label that the form has there, and what the line says. Half of the lines say the
label; of the others some say it but for one letter, some another label, some anything else. Behind them stand long labels but for
one letter, one letter more or one fewer.
Fonts that the network was not trained on: AR PL UMing and UKai (Arphic Public License), WenQuanYi Zen Hei (GPL with font
exception). Needs (Debian): python3-pil python3-numpy fonts-arphic-uming fonts-arphic-ukai fonts-wqy-zenhei.
"""

import argparse
import io
import json
import pathlib
import random

from PIL import Image, ImageDraw, ImageFont

from degrade import blur, jpeg, noise, resample

FONTS = ["arphic/uming.ttc", "arphic/ukai.ttc", "wqy/wqy-zenhei.ttc"]
LABELS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费",
          "信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构",
          "（一）予以公开", "（三）不予公开", "1.属于国家秘密", "2.重复申请", "未经复议直接起诉", "复议后起诉"]
NEARLY = [("5.要求行政机关确认或重新出具已获取信息", "9.要求行政机关确认或重新出具已获取信息"),
          ("1.本机关不掌握相关政府信息", "9.本机关不掌握相关政府信息"), ("2.没有现成信息需要另行制作", "没有现成信息需要另行制作"),
          ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.申请人均无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
          ("6.法律法规规定的其他情形", "6.法律法规定的其他情形")]
OTHERS = "甲乙丙丁春夏秋冬东西南北山水花鸟木石金玉天地高低长短左右红黄蓝白"


def said(label, chance):
    kind = chance.choice(["label", "label", "label", "letter", "another", "other"])
    if kind == "letter":
        place = chance.choice([place for place, letter in enumerate(label) if letter.isalpha()])
        return label[:place] + chance.choice(OTHERS) + label[place + 1:]
    if kind == "another":
        return chance.choice([other for other in LABELS if other != label])
    if kind == "other":
        return "".join(chance.choice(OTHERS) for _ in label)
    return label


def line(text, chance, least=0.55, most=0.8):
    size = chance.randint(16, 20)
    font = ImageFont.truetype("/usr/share/fonts/truetype/" + chance.choice(FONTS), size)
    box = font.getbbox(text)
    page = Image.new("RGB", (box[2] + 24, box[3] + 24), "white")
    ImageDraw.Draw(page).text((12, 12), text, fill="black", font=font)
    page = resample(page, chance.uniform(least, most), chance)
    if chance.random() < 0.5:
        page = blur(page, chance.uniform(0.4, 0.8))
    if chance.random() < 0.5:
        page = noise(page, chance.uniform(3, 12), chance)
    return Image.open(io.BytesIO(jpeg(page, chance.randint(35, 70)))).convert("L")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", default="labels")
    parser.add_argument("--lines", type=int, default=40)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(options.seed)
    cases = []
    for place in range(options.lines + len(NEARLY)):
        if place < options.lines:
            label = chance.choice(LABELS)
            text = said(label, chance)
            picture = line(text, chance)
        else:
            # Legible, so that nothing but the one letter speaks against the label.
            label, text = NEARLY[place - options.lines]
            picture = line(text, chance, 0.85, 1)
        name = f"{place:03}.png"
        picture.save(options.folder / name)
        cases.append({"picture": name, "label": label, "says": text})
    rows = ",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in cases)
    (options.folder / "lines.json").write_text(f"[\n{rows}\n]\n", "utf-8")


if __name__ == "__main__":
    main()
