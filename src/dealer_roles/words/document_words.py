"""The fixed words of documents, in both languages."""

from __future__ import annotations

from dealer_roles.values.text import Text
from dealer_roles.words.marks import continued, introduced

CADENCE = {
    "per-case": Text("逐单", "Per case"),
    "continuous": Text("持续", "Continuous"),
    "per-shift": Text("每班", "Per shift"),
    "daily": Text("每日", "Daily"),
    "weekly": Text("每周", "Weekly"),
    "monthly": Text("每月", "Monthly"),
    "quarterly": Text("每季度", "Quarterly"),
    "half-yearly": Text("每半年", "Half-yearly"),
    "yearly": Text("每年", "Yearly"),
    "on-demand": Text("按需", "On demand"),
}
AUTHORITY = {
    "approve": Text("审批", "Approve"),
    "propose": Text("建议", "Propose"),
    "veto": Text("否决", "Veto"),
    "decide": Text("决定", "Decide"),
}
WORDS = {
    "job-description": Text("岗位说明书", "Job Description"),
    "annex": Text("岗位说明书附件", "Annex to the Job Description"),
    # title block
    "name": Text("岗位名称", "Position"),
    "code": Text("岗位编码", "Code"),
    "department": Text("所属部门", "Department"),
    "grade": Text("职级", "Grade"),
    "headcount": Text("编制人数", "Headcount"),
    "reports-to": Text("直接上级", "Reports to"),
    "direct-reports": Text("直接下级", "Direct reports"),
    "deputy": Text("职务代理人", "Deputy"),
    "version": Text("版本", "Version"),
    "edition": Text("版次", "Edition"),
    "changes": Text("修订记录", "Changes since earlier editions"),
    "reason": Text("修订原因", "Reason"),
    "parts": Text("涉及部分", "Parts changed"),
    "first-edition": Text("首次发布", "First issue"),
    "hash": Text("内容指纹", "Content hash"),
    "not-issued": Text("未发布的修改", "Changes not yet issued"),
    "title-block": Text("基本信息", "Title block"),
    "receipt": Text(
        "本人已阅读并理解本岗位说明书的全部内容（含职责、权限与考核要求），愿意遵照执行，并已领取一份。",
        "I have read and understood this job description, including its duties, authority and "
        "measures, will act accordingly, and have received a copy.",
    ),
    "receipt-of": Text("（文件：{}）", " (Document: {})"),
    "effective": Text("生效日期", "Effective"),
    "desk": Text("合并岗位", "Combined desk"),
    "stands-in-for": Text("代理岗位", "Stands in for"),
    "top": Text("无（最高岗位）", "None (top of the organization)"),
    "none": Text("无", "None"),
    "people": Text("{}人", "{}"),
    "in-all": Text("{}合计", "{} in all"),
    # sections
    "purpose": Text("岗位目的", "Purpose"),
    "overview": Text("岗位职责", "Duties"),
    "duties": Text("职责明细", "Duties in detail"),
    "outcomes": Text("结果责任", "Results"),
    "authority": Text("权限", "Authority"),
    "relations": Text("工作关系与交接", "Working relations and hand-offs"),
    "escalation": Text("异常上报", "Escalation"),
    "measures": Text("考核指标", "Key performance indicators"),
    "qualifications": Text("任职资格", "Qualifications"),
    "conditions": Text("工作条件", "Working conditions"),
    "integrity": Text("廉洁、保密与回避", "Integrity, confidentiality and recusal"),
    "other": Text("其他", "Other"),
    "signatures": Text("签署", "Signatures"),
    # columns
    "fact": Text("项目", "Item"),
    "content": Text("内容", "Content"),
    "number": Text("序号", "No."),
    "duty": Text("职责与标准", "Duty and standard"),
    "responsibility": Text("责任", "Role"),
    "group": Text("职责类别", "Area of work"),
    "work": Text("主要工作", "Main tasks"),
    "counted-weight": Text("职责占比", "Share of duties"),
    "group-running": Text("{}：日常工作", "{}: running work"),
    "group-periodic": Text("{}：定期工作", "{}: periodic work"),
    "group-helping": Text("{}：协助配合", "{}: support"),
    "group-rest": Text("其他协作事项", "Other matters"),
    "no-department": Text("未列入部门", "In no department"),
    "see-annex": Text(
        "各项职责的标准、频次、时限与交接要求见附件，附件与本说明书同一编码、同一内容指纹。",
        "Standards, frequency, time limits and hand-offs: see the annex of the same code and hash.",
    ),
    "called": Text("首先找", "Call first"),
    "matters": Text("事项（时限）", "Subjects (time limit)"),
    "now": Text("同时告知", "Told at once as well"),
    "cadence": Text("频次", "Frequency"),
    "limits": Text("时限与权限", "Time and limit"),
    "forms": Text("产出表单", "Forms"),
    "matter": Text("事项", "Subject"),
    "power": Text("权限", "Power"),
    "limit": Text("金额上限", "Limit"),
    "words": Text("说明", "Details"),
    "to": Text("交给", "To"),
    "from": Text("来自", "From"),
    "deliverable": Text("交付内容", "Deliverable"),
    "task": Text("所属任务", "As part of"),
    "then": Text("本岗后续任务", "Used for"),
    "within": Text("时限", "Within"),
    "path": Text("逐级上报", "Escalation path"),
    "measure": Text("指标", "Indicator"),
    "formula": Text("计算方法", "Formula"),
    "target": Text("目标值", "Target"),
    "weight": Text("权重", "Weight"),
    "data": Text("数据来源", "Data source"),
    # subheadings and lines
    "given": Text("交出", "Hands over"),
    "received": Text("接收", "Receives"),
    "inside": Text("内部协作", "Internal"),
    "outside": Text("外部联系", "External"),
    "any-matter": Text("一般事项", "General matters"),
    "when": Text("条件", "When"),
    "scope": Text("范围", "Scope"),
    "with": Text("对接", "With"),
    # appendices
    "encodes": Text("本手册依据", "Based on"),
    "calendar": Text(
        "工作时间：每日{0}小时，每周{1}天", "Business time: {0} hours a day, {1} days a week"
    ),
    "languages": Text("文本语言", "Languages of the texts"),
    "left-out": Text("未编入", "Left out"),
    "codes": Text("职业编码", "Occupation codes"),
    "usual_codes": Text("目录中的职业编码", "Occupation codes of the catalogue"),
    "values": Text("取值", "Values"),
    "formerly": Text("旧编号", "Former ids"),
    "split-by": Text("拆分依据", "Split by"),
    "usual-department": Text("通常所属部门", "Usually in"),
    "usual-superior": Text("通常的直接上级", "Usually reports to"),
    "usual-head": Text("通常的负责人", "Usually headed by"),
    "decision": Text("决策记录", "Decision record"),
    "process": Text("业务流程", "Process"),
    "nobody": Text("不设负责岗位", "Nobody, on purpose"),
    "supports-whom": Text("协助对象", "Supports"),
    "valid": Text("有效期", "Valid"),
    "from-to": Text("{0}至{1}", "{0} to {1}"),
    "from-day": Text("{0}起", "from {0}"),
    "until-day": Text("至{1}止", "until {1}"),
    "own-work": Text("回避：本人承办的个案不得经手", "never on a case of one's own"),
    "above": Text("超出{}权限的", "beyond the {}"),
    "beyond": Text("超出部分上报", "Beyond that"),
    "up-to": Text("≤{}", "up to {}"),
    "no-amount": Text("无审批额度", "decides no amount"),
    "each-time": Text("每次{}", "{} each"),
    "no-limit": Text("不限", "no limit"),
    "decided-by": Text("审批权限", "Decided by"),
    "other-than": Text("非{}", "other than {}"),
    "needs-approval": Text("须经对方批准", "needs the receiver's approval"),
    "you-approve": Text("须经本岗批准", "needs approval here"),
    "signed-by": Text("签字", "Signed by"),
    "approves-from": Text("审批{0}提交的{1}。", "Approve the {1} submitted by the {0}."),
    "at-once": Text("同时告知{}", "told at once: {}"),
    "acts": Text("{}介入处置", "to act {}"),
    "decides": Text("权限{}", "limit {}"),
    "not-named": Text("此处未指明的上级", "a superior not named here"),
    "alert": Text("同时告知", "told at once"),
    "own-superior": Text("直接上级", "The superior"),
    "own-head": Text("本部门负责人", "The head of the department"),
    "where": Text("{}时", "where {}"),
    "for-cases": Text("适用于{}", "for {}"),
    "skip-subject": Text("被投诉人回避", "skipped if complained about"),
    "entry-says": Text("本岗规定{}", "own rule: {}"),
    "again": Text("（以下同上）", "(then as above)"),
    "colleague": Text("同岗位人员", "A colleague in the same position"),
    "acts-for": Text("现代理的空缺岗位", "Acting for"),
    "vacant": Text("空缺", "Vacant"),
    "vacant-acting": Text("自 {} 起空缺，由{}代理", "since {}; {} acts"),
    "vacant-nobody": Text("自 {} 起空缺，无人代理", "since {}; nobody acts"),
    "also-reports-to": Text("虚线汇报", "Dotted line to"),
    # signatures
    "step": Text("环节", "Step"),
    "role": Text("岗位", "Position"),
    "signature": Text("签字", "Signature"),
    "date": Text("日期", "Date"),
    "drafted": Text("编制", "Drafted by"),
    "reviewed": Text("部门审核", "Department review"),
    "hr-reviewed": Text("人事审核", "HR review"),
    "approved": Text("批准", "Approved by"),
    "holder-signs": Text("任职者签收", "Received by the holder"),
    "blank-date": Text("　　年　月　日", "____ /____ /______"),
    "page": Text("第 {page} 页 共 {pages} 页", "Page {page} of {pages}"),
}


def word(key: str, lang: str) -> str:
    """Return the fixed word for a key in ``lang``."""
    return WORDS[key].get(lang)


def people(count: float | None, lang: str) -> str:
    """Return how many people sit somewhere; empty where that is not stated."""
    return "" if count is None else word("people", lang).format(f"{count:g}")


def labelled(key: str, text: str, lang: str) -> str:
    """Return ``label: text`` with the language's colon."""
    return introduced(word(key, lang), text, lang)


def remarked(key: str, text: str, lang: str) -> str:
    """Return ``label: text`` as one of several remarks, of which only the first gets a capital."""
    return introduced(continued(word(key, lang)), text, lang)


MOST_NESTED = 3
"""The most departments of which one is said to be a part."""


def nested(names: list[str]) -> str:
    """Return the name of a department after those it is part of, the largest first."""
    return " › ".join(names[-MOST_NESTED:])
