"""What click says in help and where it refuses a command line, in Chinese; English is its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dealer_roles.words.marks import listed

_COMMA = re.compile(r",\s*")
_LISTS = {"choices"}
_THINGS = {"File": "文件", "Directory": "文件夹", "Path": "路径"}
_KINDS = {"integer": "整数", "float": "数", "integer range": "整数", "float range": "数"}
CHINESE: Mapping[str, str] = {
    r"Invalid value for (?P<what>.+?): (?P<rest>(?s:.+))": "{what}：{rest}",
    r"Invalid value: (?P<rest>(?s:.+))": "{rest}",
    r"Missing argument (?P<what>'[^']+')\.(?P<rest>(?s:.*))": "缺少参数 {what}。{rest}",
    r"Missing option (?P<what>.+?)\.(?P<rest>(?s:.*))": "缺少选项 {what}。{rest}",
    r"\s*Choose from:\s*(?P<choices>(?s:.+))": "可选：{choices}",
    r"Missing command\.": "请写明命令。",
    r"No such option (?P<what>'[^']+')\.(?P<rest>.*)": "没有选项 {what}。{rest}",
    r"No such command (?P<what>'[^']+')\.(?P<rest>.*)": "没有命令 {what}。{rest}",
    r"\s*Did you mean (?P<what>.+)\?": "是不是 {what}？",
    r"\s*\(Did you mean one of: (?P<choices>.+)\?\)": "是不是其中之一：{choices}？",
    r"Got unexpected extra arguments? \((?P<rest>.+)\)": "多出的参数：{rest}",
    r"Option (?P<what>'[^']+') does not take a value\.": "选项 {what} 不带值。",
    r"Option (?P<what>'[^']+') requires an argument\.": "选项 {what} 后面要写值。",
    r"Option (?P<what>'[^']+') requires (?P<n>\d+) arguments\.": "选项 {what} 后面要写 {n} 个值。",
    r"(?P<value>.+) is not one of (?P<choices>.+)\.": "没有 {value}；可选：{choices}",
    r"(?P<value>.+) is not (?P<choice>'[^']+')\.": "没有 {value}；只能写 {choice}",
    r"(?P<value>.+) is not in the range (?P<range>.+)\.": "{value} 超出范围 {range}",
    r"(?P<value>.+) is not a valid (?P<kind>[a-z ]+)\.": "{value} 不是{kind}",
    r"(?P<thing>\w+) (?P<value>'.*') does not exist\.": "{thing} {value} 不存在",
    r"(?P<thing>\w+) (?P<value>'.*') is a file\.": "{value} 是文件，不是文件夹",
    r"(?P<thing>\w+) (?P<value>'.*') is a directory\.": "{value} 是文件夹，不是文件",
    r"(?P<thing>\w+) (?P<value>'.*') is not readable\.": "{thing} {value} 无法读取",
    r"Usage:": "用法：",
    r"Positional arguments": "参数",
    r"Options": "选项",
    r"Commands": "命令",
    r"default: (?P<value>.+)": "默认：{value}",
    r"required": "必填",
    r"Show this message and exit\.": "显示本帮助并退出。",
    r"Show the version and exit\.": "显示版本号并退出。",
}
"""What click says, by pattern; what is left over (``rest``) is looked up in turn."""


def in_chinese(message: str) -> str:
    """Return a message of click's in Chinese; one that it does not say stays as it is."""
    for pattern, words in CHINESE.items():
        if found := re.fullmatch(pattern, message):
            parts = found.groupdict()
            if parts.get("rest"):
                parts["rest"] = in_chinese(parts["rest"])
            parts |= {key: listed(_COMMA.split(parts[key]), "zh") for key in _LISTS & parts.keys()}
            parts["thing"] = _THINGS.get(parts.get("thing", ""), "")
            parts["kind"] = _KINDS.get(parts.get("kind", ""), parts.get("kind"))
            return words.format(**parts)
    return message
