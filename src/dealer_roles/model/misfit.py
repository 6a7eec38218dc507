"""One way in which a document does not fit its form, and slips that make one mistake look two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Any

from dealer_roles.source.yaml_causes import full_width
from dealer_roles.values.fields import replace
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Text

_PLAIN = {"：": ": ", "，": ", ", "；": ", ", "、": ", "}
_KEY_AND_VALUE = re.compile(r"\s*([\w-]+)\s*([：:])")
_THREE_DIGITS = re.compile("[0-9]{3}")
_LONGEST = 2_000
_ALIGN = Text(
    "请用半角空格缩进，与该项的其他键左对齐",
    "indent it with plain spaces, as far as the other keys of its entry",
)


@frozen
class Misfit:
    """One way in which a document does not fit.

    Attributes:
        path: The path of the value, or of the mapping that lacks or holds ``key``.
        key: The key that is meant, if the place is a key rather than a value.
        message: What is wrong.
        fix: How to mend it.
        meant: The key that is missing, or that an unknown one seems to mean.
        nothing: Whether no value stands there at all.
    """

    path: tuple[str | int, ...]
    key: str | None
    message: Text
    fix: Text
    meant: str = ""
    nothing: bool = False


@frozen
class Slip:
    """A key that runs together with what stands beside it.

    Attributes:
        key: The key that was meant.
        message: The sign that is wrong.
        fix: How to mend it.
    """

    key: str
    message: Text
    fix: Text


def key_with_value(written: str, known: Iterable[str]) -> Slip | None:
    """Return what an unknown key is that holds a known key, a wrong colon and the value."""
    match = _KEY_AND_VALUE.match(written[:_LONGEST])
    if match is None or match[1] not in known:
        return None
    if match[2] == ":" and not written[match.end() :].strip():
        words = Text("冒号多了一个", "a colon too many")
        return Slip(
            match[1], words, Text(f"请写成「{match[1]}: 值」", f"write `{match[1]}: value`")
        )
    return _slip(match[1], match[2])


def wide_indentation(key: str) -> Slip | None:
    """Return what an unknown key is that begins with spaces that are none to YAML."""
    return None if key == key.lstrip() else Slip(key.strip(), _indentation(key), _ALIGN)


def cut_number(mapping: Mapping[str, Any], key: str) -> Slip | None:
    """Return what an unknown key is that is the end of a number, cut at its comma: ``2,000``."""
    if mapping[key] is not None or not _THREE_DIGITS.fullmatch(key):
        return None
    before = list(takewhile(lambda other: other != key, mapping))[-1:]
    whole = mapping[before[0]] if before else None
    if whole.__class__ is not int:
        return None
    words = Text("数字中有逗号", "a comma stands inside a number")
    number = f"{before[0]}: {whole}{key}"
    return Slip(before[0], words, Text(f"请写成「{number}」", f"write `{number}`"))


def run_together(found: list[Misfit], data: Any) -> list[Misfit]:
    """Return misfits without those that only show that a wrong comma hides a key.

    ``{task: sell，responsibility: accountable}`` has one wrong sign, and two things do not fit:
    the task, and the share that is missing.
    """
    hidden: dict[tuple[str | int, ...], Misfit] = {}
    gone: set[tuple[tuple[str | int, ...], str]] = set()
    for misfit in found:
        if misfit.key is None and misfit.meant:
            mapping = _at(data, misfit.path)
            if _in_a_key(mapping, misfit.meant):
                gone.add((misfit.path, misfit.meant))
            for key, slip in _hiding(mapping, misfit.meant):
                place = (*misfit.path, key)
                hidden.setdefault(place, Misfit(place, None, slip.message, slip.fix))
                gone.add((misfit.path, misfit.meant))
    if not gone:
        return found
    kept = [
        m
        for m in found
        if m.path not in hidden and not (m.key is None and (m.path, m.meant) in gone)
    ]
    return [*kept, *hidden.values()]


def indented_wrongly(found: list[Misfit]) -> list[Misfit]:
    """Return misfits with a key that an entry lacks, and that stands around it, told once."""
    lacking = {misfit.meant: misfit for misfit in found if misfit.key is None and misfit.meant}
    strayed = {
        (one.path, one.key): lacking[one.key.strip()]
        for one in found
        if one.key is not None and one.key.strip() in lacking
        if _is_inside(lacking[one.key.strip()].path, one.path)
    }
    gone = list(strayed.values())
    return [
        replace(one, message=_indentation(one.key or ""), fix=_ALIGN)
        if (one.path, one.key) in strayed
        else one
        for one in found
        if one not in gone
    ]


def _is_inside(path: tuple[str | int, ...], around: tuple[str | int, ...]) -> bool:
    return len(path) > len(around) and path[: len(around)] == around


def _indentation(key: str) -> Text:
    if key == key.lstrip():
        return Text(f"键 {key!r} 缩进不够", f"the key {key!r} is not indented enough")
    return Text(
        f"键 {key.strip()!r} 以全角空格或不换行空格缩进",
        f"the key {key.strip()!r} is indented by full-width or no-break spaces",
    )


def _hiding(mapping: Any, key: str) -> Iterator[tuple[str, Slip]]:
    """Yield what stands in a mapping with a missing key in its text, after a wrong sign."""
    pattern = _joined(key)
    for beside, text in mapping.items() if isinstance(mapping, Mapping) else ():
        match = pattern.search(text[:_LONGEST]) if isinstance(text, str) else None
        if match is not None:
            yield beside, _slip(key, match[1])


def _joined(key: str) -> re.Pattern[str]:
    return re.compile(rf"([，；;、])\s*{re.escape(key)}\s*[：:]")


def _in_a_key(mapping: Any, key: str) -> bool:
    """Whether a key stands in another one, which runs together with it and is told itself."""
    pattern = _joined(key)
    keys = mapping if isinstance(mapping, Mapping) else ()
    return any(pattern.search(str(written)[:_LONGEST]) for written in keys)


def _slip(key: str, sign: str) -> Slip:
    if sign == ":":
        words = Text("冒号后缺少空格", "a space is missing after the colon")
        return Slip(key, words, Text(f"请写成「{key}: 值」", f"write `{key}: value`"))
    zh, en = full_width(sign, _PLAIN.get(sign, ", ").strip())
    plain = f"{key}: …"
    return Slip(key, Text(zh, en), Text(f"请写成「{plain}」", f"write `{plain}`"))


def _at(data: Any, path: Iterable[str | int]) -> Any:
    for step in path:
        data = data[step]
    return data
