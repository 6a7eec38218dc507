"""Traditional characters read as simplified ones: labels and titles are known in these.

Sign by sign, so that places stay what they are; only signs that labels and titles need.
"""

from __future__ import annotations

_PAIRS = (
    "職职務务責责門门稱称編编號号屬属級级報报對对領领導导員员資资歷历經经驗验學学條条專专業业說说書书標标準准權权協协調调關关"
    "係系聯联絡络電电話话訓训練练審审備备註注單单據据處处長长組组課课監监總总師师護护醫医藥药廠厂會会計计內内為为與与從从"
    "並并執执擔担當当應应該该納纳實实際际圍围環环時时間间點点績绩評评數数額额歲岁別别齡龄僱雇徵征顧顾問问櫃柜務务維维"
    "倉仓庫库採采購购銷销結结構构團团隊队負负覽览項项協协辦办決决簽签發发興兴認认識识證证畢毕優优術术軟软體体繪绘圖图"
    "語语種种類类獎奖罰罚動动達达標标進进運运營营設设備备檢检測测車车輛辆維维護护術术廳厅場场樓楼層层區区國国際际貿贸"
    "產产質质量量財财帳账稅税錢钱儲储訂订貨货遞递館馆園园療疗診诊藝艺記记錄录參参觀观臺台灣湾過过還还這这個个們们來来"
)  # fmt: skip
_TABLE = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))


def simplified(text: str) -> str:
    """Return a text with the traditional signs of labels and titles as simplified ones."""
    return text.translate(_TABLE)
