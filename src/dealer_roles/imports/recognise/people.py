"""A position and the person who holds it, named together: ``张伟（店长）``, *Ann Lee – Clerk*."""

from __future__ import annotations

import re

from dealer_roles.imports.recognise.roles import is_role, without_numbers

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛狄米贝明臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季"
    "麻强贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房丁邓单洪包左石崔吉龚程裴陆荣翁荀甄曲封芮储靳段巫焦巴牧山谷车侯蓬"
    "全班仰宫宁仇栾甘厉祖武符刘景詹束龙叶司黎薄印白蒲邰鄂赖卓蔺屠蒙池乔阴鬱翟谭贡劳申扶冉桑桂牛边燕冀浦尚农温庄晏柴瞿阎连艾鱼容向"
    "古易慎戈廖终居衡步都耿满弘匡文寇广欧沃利蔚越隆师巩聂晁勾敖融冷简饶曾沙乜养鞠丰关蒯相查后荆红游权盖岳帅涂晋楚佘佟肖"
)  # fmt: skip
# Words that begin with a surname and are none: 高级, 安全, 华东.
_NO_NAME = re.compile(
    r"高[级层端压中校铁管]|安[全保装检防]|华[东南西北中]|金[融属工融]|计[划算]|常[务驻]|文[员案秘化档书]|车[间辆队险身]|项目|水[电暖]|"
    r"方案|江[苏西]|石[油化]|万[元人台能向科达国]|单[证位]|程序|成[本品]|"
    r"关务|强电|应[急收付]|路[桥政]|广[告州东西]|云[南计]|山[东西]|全[职国科日面]|农[业村]|"
    r"平[台面]|连锁|明细|包装|安徽|施工|蓝领|白班|温控|和[平谐]|全体|居家|都市|班[组长]|师[资范傅]|景[区观]|游[戏客泳]|权[限益]|相关|后[勤台厨端期]|"
    r"房[产屋管]|段[长位落部]|越[野南]|利润|融资|冷链|养[老护]|向[导上]|步行|"
    r"连[续长接带]|古[典董]|易[损拉]|终端|满[意勤足]|简[历体单介易]|红[旗色]|盖章|查验|沙[发龙滩]|"
    r"曲[轴线面]|封[面存装闭签]|储[备运]|包[材房裹]|申报|印刷|武[汉装术]|司[机法]|符合|龙头"
)
_HAN_NAME = re.compile(
    rf"[{SURNAMES}][\u4e00-\u9fff]{{1,2}}|(?:欧阳|上官|司马|诸葛|东方|皇甫|令狐|司徒|端木|慕容)[\u4e00-\u9fff]{{1,2}}"
)
_LATIN_NAME = re.compile(r"(?:[A-Z][\w.'’-]*,? ){1,3}[A-Z][\w.'’-]+")
# Words that stand behind a position and are no names: (Night Shift), – New Cars.
_NO_LATIN_NAME = re.compile(
    r"\b(?:night|day|late|early|shift|part|full|time|term|north|south|east|west|northern|southern|eastern|western|central|region|"
    r"regional|area|national|international|global|group|team|office|branch|site|store|shop|centre|center|department|division|unit|"
    r"new|used|pre|owned|cars?|vehicles?|vans?|trucks?|parts|sales|service|services|after|aftersales|body|bodyshop|paint|customer|"
    r"customers|client|business|retail|fleet|corporate|digital|online|marketing|finance|accounts|human|resources|it|hr|health|"
    r"safety|quality|operations|logistics|warehouse|workshop|acting|interim|temporary|permanent|maternity|cover|senior|junior|"
    r"level|grade|band|internal|external|public|product|project|data|all|any|the|and|of|for)\b",
    re.IGNORECASE,
)
_VACANT = re.compile(
    r"[（(]?(?:空缺|暂缺|缺|待[招聘定]|招聘中|虚位|vacant|vacancy|tbd|tbc|open|n/?a)[)）]?",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"^([^()（）]{2,40}?)\s*[（(]([^()（）]{1,40})[)）]$")
_FIRST_NAME = re.compile(r"([A-Z][a-z]{1,12})\s*\(([A-Z][^()]{1,40})\)")
_BETWEEN = re.compile(r"\s*[:：]\s*|\s+[-–—|]\s+|\s*[—–]{1,2}\s*|,\s+|\t+|\s{2,}|\u3000+")
_BLANK = re.compile(
    r"(?<=[\u4e00-\u9fff])\s(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff])"
)
_LONGEST = 80


def is_person(text: str) -> bool:
    """Whether a text reads as the name of a person."""
    text = text.strip()
    if re.search(r"[\u4e00-\u9fff]", text):
        return (
            _HAN_NAME.fullmatch(text) is not None and not is_role(text) and not _NO_NAME.match(text)
        )
    named = _LATIN_NAME.fullmatch(text) is not None and not _NO_LATIN_NAME.search(text)
    return named and not is_role(text)


def role_and_person(text: str) -> tuple[str, str]:
    """Return the position and the person that a text names together; nothing if it does not.

    Args:
        text: ``张伟（店长）``, ``店长：张伟``, *Ann Lee – Operations Manager*.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return "", ""
    bracketed = _FIRST_NAME.fullmatch(text)
    if bracketed and is_role(bracketed.group(2)) and not is_role(bracketed.group(1)):
        return bracketed.group(2), bracketed.group(1)
    for parts in _pairs(text):
        for role, person in (parts, parts[::-1]):
            bare = without_numbers(role)[0]
            if is_role(bare) and (is_person(person) or _VACANT.fullmatch(person.strip())):
                return bare, person.strip()
    return "", ""


def _pairs(text: str) -> list[tuple[str, str]]:
    found = _BRACKETS.match(text)
    pairs = [(found.group(1), found.group(2))] if found else []
    for rule in (_BETWEEN, _BLANK):
        parts = rule.split(text)
        if len(parts) == 2 and all(part.strip() for part in parts):
            pairs.append((parts[0], parts[1]))
    return pairs
