"""Which share the words of a duty propose, and which words in a matrix mean which share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dealer_roles.imports.recognise.script import simplified
from dealer_roles.model.entities import RESPONSIBILITIES
from dealer_roles.values.text import Text

_CUSTOMER = r"(?:客户|顾客|用户|车主|消费者|患者|病人|学员|家长)"
_SUPPORT = re.compile(
    rf"^(?:积极|主动|并|参与)?(?:协助|配合|辅助|协同|支持|帮助|参与)(?!{_CUSTOMER})"
)
_SUPPORT_EN = re.compile(
    r"^(?:provides? )?(?:assist(?:s|ing)?|support(?:s|ing)?|help(?:s|ing)?|aid(?:s|ing)?|"
    r"participat(?:e|es|ing) in|contribut(?:e|es|ing) to|work(?:s|ing)? (?:with|alongside)|"
    r"back(?:s|ing)? up)\b(?!\s+(?:the )?(?:customers?|clients?|patients?|guests?|visitors?|shoppers?|residents?))",
    re.IGNORECASE,
)
_INFORMED = re.compile(
    r"^(?:了解|知悉|知晓|获知|接收)[^，。]{0,12}(?:信息|情况|通知|动态)?$|^(?:is|are|be|stays?|kept) informed",
    re.IGNORECASE,
)
_HANDOFF = re.compile(
    r"^(?:及时|定期|按时|准时|向[^，。]{1,10})*(?:报备|上报|反馈|提交|汇报|报送|呈报|移交|转交)|^向.{1,12}(?:汇报|报告|反馈|提交)|^(?:reports? to|submits?|hands? over|escalates?)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"^(?:确保|保证|保障|达成|实现|完成)|^(?:ensures?|guarantees?|achieves?|meets?)\b",
    re.IGNORECASE,
)
_QUALIFICATION = re.compile(
    r"^(?:熟悉|掌握|具备|具有|精通|熟练|懂得|热爱|善于|能(?:够)?(?:吃苦|承受|适应|熟练|独立)|有[^，。]{0,12}(?:经验|能力|证|驾照|意识|精神|优先)|"
    r"持有?[^，。]{0,12}证|[^，。]{0,10}(?:学历|毕业|专业)(?:以上|优先|[，。；、]|$)|(?:大专|本科|中专|高中|初中|硕士|研究生|统招|全日制)|\d+\s*[-~至]?\s*\d*\s*年(?:及)?以上|"
    r"[一二三四五两]年(?:及)?以上|性格|为人|品行|责任心|工作认真|吃苦耐劳|良好的|较强的|优秀的|强烈的|有责任心|身体健康|C1|持C1|"
    r"[^，。；]{0,24}(?:优先(?:考虑)?|者佳|经验者)$|遵纪守法|无不良)"
)
_QUALIFICATION_EN = re.compile(
    r"^(?:(?:a |an )?(?:minimum|at least|bachelor|master|degree|diploma|high school|proven|previous|prior|strong|excellent|good|"
    r"solid|valid|current|fluent|fluency|proficien|experience|knowledge|ability|able|familiar|understanding|"
    r"demonstrated|certif|licen[cs]ed?|must (?:have|be|possess|hold)|you (?:have|are|must)|\d+\+?(?:-\d+)? ?years|"
    r"willing|passion|self[- ]|team player|attention to detail|computer|clean driving|full driving|nvq|gcse))",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"^(?:全面|主要|独立|直接|具体|统筹|积极|主动|及时|定期|认真|严格|按|根据|每[日周月年天]|对|为|向|与|在|通过|依据|依照|以|将)?"
    r"[^，。；]{0,10}(?:负责|协助|配合|组织|制定|制订|编制|执行|落实|完成|管理|监督|指导|检查|审核|审批|处理|接待|跟进|维护|收集|整理|统计|"
    r"分析|建立|拟定|参与|开展|协调|安排|办理|登记|核对|保管|推广|销售|开发|回访|培训|考核|提供|确保|保证|领导|主持|控制|"
    r"汇报|上报|反馈|提交|报送|记录|清点|盘点|采购|验收|发放|填写|解答|介绍|讲解|引导|邀约|促成|签订|起草|撰写|策划|更新|"
    r"收取|开具|结算|支付|报销|招聘|宣传|巡查|巡检|修理|维修|保养|检测|诊断|清洁|清洗|打扫|遵守|服从|做好|承担|实施|推进|推动|传达|贯彻)"
)


def share_of(text: str) -> tuple[str, Text | None]:
    """Return the share that the first words of a duty propose, with a remark for the reviewer."""
    start = simplified(text.lstrip("“\"'（( "))
    if _SUPPORT.match(start) or _SUPPORT_EN.match(start):
        return "supporting", None
    if _INFORMED.match(start):
        return "informed", None
    if _HANDOFF.match(start):
        return "accountable", Text("可能是一项交接", "may be a hand-off")
    if _OUTCOME.match(start):
        return "accountable", Text("可能是结果责任（outcomes）", "may be a result (outcomes)")
    if _QUALIFICATION.match(start) and not _DUTY.match(start):
        return "accountable", Text("可能是任职资格", "may be a qualification")
    return "accountable", None


def reads_as_qualification(text: str) -> bool:
    """Whether a line that no heading explains reads as what is asked of a person."""
    return bool(_QUALIFICATION.match(text) or _QUALIFICATION_EN.match(text))


def reads_as_duty(text: str) -> bool:
    """Whether a line that no heading explains reads as work."""
    return _DUTY.match(text) is not None and not reads_as_qualification(text)


_LONGEST_MARK = 40
# In a table, letter by letter and word by word.
_LETTERS = {
    "a": ("accountable",), "r": ("responsible",), "s": ("supporting",), "c": ("consulted",),
    "i": ("informed",), "p": ("approver",),
}  # fmt: skip
_WORDS = {
    "accountable": "accountable|accountability|owner|owns|lead|leads|负责|主责|主办|牵头|主导|主负责|主管|主要负责|主要|全责|主|★|●|◎|■|☆|第一责任人|责任人|归口",
    "responsible": "responsible|responsibility|does|performs|execute|executes|doer|执行|经办|承办|实施|办理|操作|具体执行|▲|落实|执行人|经办人",
    "supporting": "support|supporting|supports|assist|assists|helps?|backup|contributes?|协助|配合|协办|辅助|支持|支援|辅|△|○|协|参加|参与|相关",
    "consulted": "consulted|consult|consults|advises?|recommends?|gives input|input|reviewer|会签|咨询|参与会签|商议|建议|征询|会商|提供意见|◇|顾问|被咨询",
    "informed": "informed|inform|notified|notify|cc|知会|通知|告知|抄送|知悉|了解|报备|备案|被告知|□|知情",
    "approver": "approver|approves?|approval|signs? off|sign-off|decides?|decider|decision(?: maker)?|审批|批准|审核|核准|审定|决策|决定|审查|签批|复核|终审|最终审批|批|审",
}  # fmt: skip
_WORD = {kind: re.compile(pattern) for kind, pattern in _WORDS.items()}
_MARKED = re.compile(r"^[√✓✔xX×vV✅☑]$")
ORDER: tuple[str, ...] = RESPONSIBILITIES


def shares_in_cell(text: str, own: dict[str, str]) -> tuple[str, ...]:
    """Return the shares that a cell of a matrix gives, the strongest first; empty if it is none.

    Args:
        text: The cell.
        own: What a mapping file says of words, in lower case.
    """
    plain = text.strip().lower()
    if plain in own:
        return (own[plain],) if own[plain] in ORDER else ()
    return _shares(text) if len(text) <= _LONGEST_MARK else ()


@lru_cache(maxsize=10_000)
def _shares(text: str) -> tuple[str, ...]:
    plain = simplified(unicodedata.normalize("NFKC", text)).strip().lower()
    plain = re.sub(r"\*+$|\s*\([^)]*\)$", "", plain)
    if is_tick(plain):
        return ("responsible",)
    found: set[str] = set()
    for part in re.split(
        r"[/,、，;；&+|\s\\]+|(?<=[rascip])(?=[rascip])"
        if len(plain) <= 4
        else r"[/,、，;；&+|\n\\]+",
        plain,
    ):
        word = part.strip()
        kinds = _LETTERS.get(word) or tuple(k for k, p in _WORD.items() if p.fullmatch(word))[:1]
        if not word:
            continue
        if not kinds:
            return ()
        found.update(kinds)
    return tuple(kind for kind in ORDER if kind in found)


def is_letter(text: str) -> bool:
    """Whether a cell holds letters of a matrix and nothing else: R, A/R."""
    return (
        re.fullmatch(r"[RASCIrasci](?:\s*[/,&+、]?\s*[RASCIrasci]){0,3}", text.strip()) is not None
    )


def is_tick(text: str) -> bool:
    """Whether a cell is only ticked."""
    return _MARKED.match(text.strip()) is not None


_COLUMNS = (
    ("accountable", r"(?:第一|主要|直接|主)?(?:责任|负责)(?:人|岗位?|部门|者|单位|主体|/|及|或)*|主责(?:人|岗|部门|岗位|任人)?|归口(?:管理)?(?:人|单位|部门|岗位)?|牵头(?:人|单位|部门|岗位)?|主导(?:人|部门|岗位)?|主办(?:人|部门|岗位)?|负责|a|accountable.*|owner|task owner|process owner|lead|责任岗位|在岗人"),
    ("responsible", r"(?:具体)?(?:执行|经办|承办|实施|办理|操作|落实)(?:人|岗位?|部门|者|单位|责任人|/|及|或)*|r|responsible.*|assignee|assigned to|doer|performed by|who"),
    ("supporting", r"(?:协助|配合|协办|支持|辅助|参与)(?:人|岗位?|部门|者|单位|人员|/|及|或)*|s|support(?:ing|s)?.*|assisted by|backup|co-?owner|helpers?"),
    ("consulted", r"(?:会签|咨询|征询|被咨询|顾问)(?:人|岗位?|部门|者|单位|/|及|或)*|c|consult(?:ed|s)?.*"),
    ("informed", r"(?:知会|通知|告知|抄送|知悉|被告知|报备|知情)(?:人|岗位?|部门|者|单位|对象|/|及|或)*|i|inform(?:ed|s)?.*|cc"),
    ("approver", r"(?:最终)?(?:审批|批准|审核|核准|审定|决策|审查|复核)(?:人|岗位?|部门|者|权限|/|及|或)*|approver?.*|approved by|sign[- ]?off.*|reviewer|reviewed by"),
)  # fmt: skip
_COLUMN = tuple((kind, re.compile(pattern)) for kind, pattern in _COLUMNS)


def share_of_column(heading: str) -> str:
    """Return the share that a column of names stands for (责任人, Consulted, R), or nothing."""
    plain = (
        re.sub(r"\s+", " ", simplified(unicodedata.normalize("NFKC", heading)))
        .strip(" :：")
        .lower()
    )
    bare = re.sub(r"\s*[（(][^)）]*[)）]|^\s*[rascip]\s*[-–—:]\s*", "", plain).strip() or plain
    tight = re.sub(r"(?<=[\u4e00-\u9fff])\s+", "", bare)
    return next((kind for kind, column in _COLUMN if column.fullmatch(tight)), "")
