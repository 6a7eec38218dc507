"""Labels without which a text says less: 学历 before 大专, *Location* before *Leeds*."""

from __future__ import annotations

import re

from dealer_roles.imports.recognise.labels import plain
from dealer_roles.imports.recognise.roles import is_chinese

_JOINS = re.compile(r"[及与和、/&]|\band\b")
_NARROW = re.compile(
    r"(?:学历|学位|专业|教育|文化|(?:工作|从业|相关|行业|专业|管理)*(?:经验|经历|年限)|(?:职业|执业|上岗|资格)*证书?|职称|"
    r"外语|语言|英语|计算机|驾照|驾龄|驾驶证|培训|(?:工作|上班|作业|办公)(?:地点|时间|时段|班次|性质|制度|方式|强度|场所|区域)|"
    r"休息时间|城市|地点|班次|(?:使用|工作|办公)*(?:工具|设备|器材).*|出差|危险性|职业危害)"
    r"(?:要求|水平|程度|背景|条件|特征|情况)?|"
    r"education|experience|languages?|licen[cs]es?|licensures?|certifications?|degree|location|place of work|workplace|hours(?: of work)?|"
    r"schedule|shifts?|travel(?: required)?|start date|(?:work(?:ing)?|physical) (?:hours|schedule|location|pattern|days|time|demands?|place)"
)


def narrow_label(label: str) -> str:
    """Return a label with its colon, if the text behind it needs it; else nothing."""
    parts = _JOINS.split(plain(label))
    if not all(_NARROW.fullmatch(part.strip()) for part in parts):
        return ""
    words = "".join(label.split()) if is_chinese(label) else " ".join(label.split())
    words = words.strip("：:【】[]*_#- ")
    return f"{words}：" if is_chinese(words) else f"{words}: "
