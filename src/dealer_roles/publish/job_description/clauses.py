"""Clauses that every job description carries: they bind, but are no tasks."""

from __future__ import annotations

from dealer_roles.values.text import Text

INTEGRITY = (
    Text(
        "廉洁：不得利用岗位便利索取、收受客户或供应商财物，不得私自收款、截留款项或为本人及亲友谋取不当利益。",
        "Integrity: asks for and takes no gifts or money from customers or suppliers, collects no "
        "payment outside the company's accounts, and seeks no improper gain for anybody.",
    ),
    Text(
        "保密：对客户信息、价格政策及经营和财务数据保密，未经批准不得导出、转交或对外披露；离岗后仍须保密。",
        "Confidentiality: keeps customer data, price policy, business and financial figures "
        "confidential, exports and discloses none without approval, also after leaving the post.",
    ),
    Text(
        "回避：与所办事项有利害关系时，主动向直接上级申报并回避。",
        "Recusal: declares a personal interest in a matter to the superior at once and takes no "
        "part in it.",
    ),
)
OTHER = (
    Text(
        "完成上级交办的其他工作；需长期承担的，修订本说明书后列入岗位职责。",
        "Carry out other work assigned by the superior; work that becomes permanent is entered "
        "as a duty when this description is next revised.",
    ),
    Text(
        "本说明书与劳动合同约定不一致的，以劳动合同为准。",
        "Where this description and the employment contract differ, the contract prevails.",
    ),
)
RECEIPT = Text(
    "本人已阅读并理解本岗位说明书的全部内容（含职责、权限与考核要求），愿意遵照执行，并已领取一份。",
    "I have read and understood this job description, including its duties, authority and "
    "measures, will act accordingly, and have received a copy.",
)
