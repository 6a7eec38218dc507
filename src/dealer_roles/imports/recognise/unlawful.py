"""Clauses that may be unlawful: they are shown to somebody, and not imported."""

from __future__ import annotations

import re
from collections.abc import Iterator

_AGE_UNIT = r"(?:周?岁)"
_CLAUSES: tuple[tuple[str, str], ...] = (
    ("sex", r"性别\s*[:：]?\s*(?:要求)?\s*[男女]|(?<!男)(?:只|仅|限|只限|仅限)(?:招|收)?[男女]|[男女](?:性|士|生)?(?:优先|为佳|为宜|佳)|[男女](?:性|生)(?:均可)?$|(?:^|[限为招是求])女士$|^[男女]$|\b(?:fe)?males? (?:only|preferred|candidates?|applicants?)|\b(?:must|should) be (?:fe)?male\b|\b(?:men|women|ladies|gentlemen|girls?|boys?) (?:only|preferred)|\bgender\s*:\s*(?:fe)?male|\b(?:fe)?male,? (?:aged?|under|between|\d)|\byoung (?:man|woman|lady|men|women)"),
    ("age", rf"年龄\s*(?:[:：]|在|要求|限|不超过|不限于|需|应)?\s*(?:\d|[二三四五]十)|\d{{2}}\s*{_AGE_UNIT}?\s*[-~—–－至到]\s*\d{{2}}\s*{_AGE_UNIT}|\d{{2}}\s*{_AGE_UNIT}\s*(?:以下|以内|以上|左右|之间)|(?:不超过|不大于|低于|小于|未满)\s*\d{{2}}\s*{_AGE_UNIT}|[三四五]十(?:五)?{_AGE_UNIT}以[下内]|\d0后|\b(?:aged?|ages) (?:between |under |below |from |of )?\d{{2}}|\b(?:under|below|over|above|not older than|younger than|maximum age:?) (?:the age of )?\d{{2}} ?(?:years?(?: of age| old)|$)|\b\d{{2}} ?(?:-|–|to) ?\d{{2}} years? (?:of age|old)|\b(?:is|be|are|aged?) (?:under|below|over|younger than|between) (?:the age of )?\d{{2}}\b(?! ?(?:%|kg|hours?|minutes?|days?|weeks?|miles|km|people|staff|years? (?:in|of exp)))|\bage limit|\byoung(?:,| and) (?:energetic|dynamic)|\b(?:max(?:imum)?|min(?:imum)?) age|\bage\s*:\s*\d"),
    ("origin", r"(?:本地|当地|本市|本省|外地)(?:人|户口|户籍|居民)|(?:户籍|户口|籍贯|民族|国籍)\s*[:：为]|(?:限|具有?|须有)[^，。；]{0,6}(?:户籍|户口)|汉族|(?:不招|不收|谢绝|拒绝)[^，。；]{2,8}(?:人|籍)|宗教信仰|\bnative (?:english |chinese )?speakers?\b|\b(?:locals?|nationals?|citizens?|chinese|western(?:er)?s?|european|asian) (?:only|preferred|candidates? only)|\bno foreigners?|\b(?:ethnic|nationality|religion)\b[^.;]{0,20}(?:only|preferred|required|:)|\bchristian\b[^.;]{0,12}preferred"),
    ("marriage", r"(?:已|未)婚|婚姻状况|(?:已|未|无)(?:生)?育|已婚已育|单身(?:优先|者)|无(?:家庭|小孩|孩子)(?:拖累|负担)|\d年内(?:不|无)(?:结婚|生育|怀孕|婚育)|\b(?:un)?married\b(?! couples)|\bsingle (?:women|men|candidates?|only|preferred|applicants?)|\bmarital status|\bno children|\bwithout children|\bnot (?:be )?pregnant"),
    ("body", r"身高\s*[:：]?\s*(?:要求)?\s*(?:1[.．米]|\d{3})|五官端正|(?:相貌|长相|容貌|颜值)(?:端正|姣好|佳|高|好)|形象(?:气质)?(?:佳|好|良好|端正)|(?:无|非)(?:乙肝|残疾|传染病|纹身)|乙肝|血型|星座|属相|\bgood[- ]looking|\battractive appearance|\b(?:height|weight)\s*[:：]|\bable[- ]bodied"),
    ("fines", r"罚款?\s*\d+|(?:处以?|给予|予以|处|并)\s*[^，。；]{0,8}罚款|扣(?:除|发|罚|减)?[^，。；]{0,6}(?:工资|奖金|绩效|薪资|薪水)|扣\s*\d+\s*(?:元|分)|(?:交|缴|收取?|缴纳|扣押?)[^，。；]{0,6}(?:押金|保证金)|扣押[^，。；]{0,4}(?:身份证|证件)|\bfined?\b (?:of|up to|\$|£|€|\d|for)|\b(?:will|shall|may) be fined\b|\bdeduct(?:ed|ions?)? (?:[^.;]{0,30})?(?:from|of) (?:[^.;]{0,20})?(?:salary|wages?|pay)\b|\b(?:pay|leave) a deposit\b"),
)  # fmt: skip
_FOUND = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _CLAUSES)
_FREE = re.compile(
    r"(?:男女|性别|年龄|户籍|地区|民族|婚姻|学历|经验)*(?:均可|不限|不限制)|\bregardless of\b|\bequal opportunit|\bwithout regard\b|\bdoes not discriminate\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[^，,；;。、\n]+")


def unlawful_clauses(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the clauses of a text that may be unlawful: start, end and what they restrict.

    A clause that says that something is *not* restricted is fine.
    """
    for clause in _CLAUSE.finditer(text):
        if _FREE.search(clause.group()):
            continue
        kind = next((kind for kind, found in _FOUND if found.search(clause.group().strip())), "")
        if kind:
            yield clause.start(), clause.end(), kind
