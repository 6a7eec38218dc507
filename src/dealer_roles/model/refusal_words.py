"""The words of refusals: what should stand somewhere, and how to mend what does not."""

from __future__ import annotations

from dealer_roles.values.text import Text

TYPES = {
    "string": Text("文本", "text"),
    "array": Text("列表", "a list"),
    "object": Text("映射（键: 值）", "a mapping (key: value)"),
    "integer": Text("整数", "a whole number"),
    "number": Text("数字", "a number"),
    "boolean": Text("true 或 false", "true or false"),
    "null": Text("空值", "nothing (null)"),
}
ID = Text(
    "编号（任何文字的小写字母、数字和单个连字符，如 sales-consultant、店长）",
    "an id of lower-case letters of any script, digits and single hyphens, e.g. sales-consultant",
)
ID_MEND = Text(
    "只用小写字母、数字和单个连字符，以字母开头",
    "use lower-case letters, digits and single hyphens only; begin with a letter",
)
DATE_MEND = Text("请按 年-月-日 写一个真实的日期", "write a day that there is as year-month-day")
CURRENCY = Text("币种代码，如 CNY", "a currency code such as CNY")
CURRENCY_MEND = Text("请写三个大写字母的代码", "write the code of three capital letters")
PATTERNS = (
    (
        "(minutes?|hours?)",
        Text("工时，如 30 minutes、2 hours", "working time: `30 minutes`, `2 hours`"),
        Text("请写整数和单位：minutes 或 hours", "write a whole number and minutes or hours"),
    ),
    (
        "minutes?|hours?",
        Text("时限，如 2 hours、3 business days", "a limit: `2 hours`, `3 business days`"),
        Text(
            "请写整数和单位：minutes、hours、days、business hours 或 business days",
            "write a whole number and minutes, hours, days, business hours or business days",
        ),
    ),
    ("(-(", ID, ID_MEND),
    (
        "[0-9]{4}-[0-9]{2}-[0-9]{2}",
        Text("日期，如 2026-01-31", "a date such as 2026-01-31"),
        DATE_MEND,
    ),
    ("[A-Z]{3}", CURRENCY, CURRENCY_MEND),
    (
        "，",
        Text("一个出处编号，如 D14.6.2", "one id of a source, e.g. D14.6.2"),
        Text("一项写一个编号，不含空格和顿号", "write one id an entry, without spaces or commas"),
    ),
    (
        "]*[^ ",
        Text("非空文本", "text that is not blank"),
        Text("填写内容，或删除这个键", "write a value, or delete the key"),
    ),
)
OTHER_MEND = Text("请用 dealer-roles schema 对照格式", "compare it with `dealer-roles schema`")
SHOWN = Text("没有控制字符的文本", "text without control characters")


FORMATS = {
    "date": (Text("真实的日期，如 2026-01-31", "a real date such as 2026-01-31"), DATE_MEND),
    "id": (ID, ID_MEND),
    "currency": (CURRENCY, CURRENCY_MEND),
}


_MORE = Text("请补充内容，或删除这个键", "write more, or delete the key")
_LESS = Text("请缩短或拆分", "shorten it, or split it up")
_NUMBER = Text("请改写数值", "write another number")
BOUNDS = {
    "minLength": ("至少 {} 个字符", "must have at least {}", "character", _MORE),
    "maxLength": ("最多 {} 个字符", "must have at most {}", "character", _LESS),
    "minItems": ("列表至少 {} 项", "the list needs at least {}", "item", _MORE),
    "maxItems": ("列表最多 {} 项", "the list may have at most {}", "item", _LESS),
    "minProperties": ("至少 {} 个键", "needs at least {}", "key", _MORE),
    "maxProperties": ("最多 {} 个键", "may have at most {}", "key", _LESS),
    "minimum": ("不得小于 {}", "must be at least {}", "", _NUMBER),
    "maximum": ("不得大于 {}", "must be at most {}", "", _NUMBER),
    "exclusiveMinimum": ("必须大于 {}", "must be more than {}", "", _NUMBER),
}
