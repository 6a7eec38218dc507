"""Why a task is owned as it is, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dealer_roles.model.entities import Duty, Unowned
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.standing import Standing, declared_in
from dealer_roles.organization.with_ids import joined, words_of, words_of_all, words_of_task
from dealer_roles.values.part_words import region_words
from dealer_roles.values.text import NO_TEXT, Text
from dealer_roles.words.shares import SHARE_NAMES


def why_owned(org: OnDay, parts: Sequence[Standing]) -> Text:
    """Return who owns a task that is owned somewhere, and where nobody does."""
    owned = [part for part in parts if part.holders]
    split = len({part.holders for part in owned}) > 1
    said = [*(_by_scope(org, owned) if split else _by_one(org, owned))]
    if any(org.are_several(part.holders) for part in owned):
        said.append(
            Text(
                "多人同时负责，存在争议",
                "several holders own the same part at once, so it is contested",
            )
        )
    said += _declared(org, parts)
    said += _where(org, "以下范围无人负责：", "nobody owns ", (p for p in parts if p.forgotten))
    return Text("；".join(t.zh for t in said), "; ".join(t.en for t in said))


def _by_scope(org: OnDay, owned: Iterable[Standing]) -> Iterator[Text]:
    shown = [
        (region_words(p.region, org.dimensions), words_of_all(org.model, p.holders), _from(org, p))
        for p in owned
    ]
    yield Text(
        "按范围分别负责：" + "；".join(f"{where.zh}：{who.zh}{up.zh}" for where, who, up in shown),
        "split by scope: " + "; ".join(f"{where.en}: {who.en}{up.en}" for where, who, up in shown),
    )


def _by_one(org: OnDay, owned: Sequence[Standing]) -> Iterator[Text]:
    wholes = list(dict.fromkeys(part.whole for part in owned))
    if all(wholes):
        whom = joined(words_of_task(org.model, whole) for whole in wholes)
        yield Text(
            f"无人直接负责，由上级任务{whom.zh}的负责人承担（inherited）",
            f"inherited from {whom.en}, which it is part of",
        )
    yield _does(org, owned[0].holders, owned[0].cell.duties[0])
    if not all(wholes):
        for whole in filter(None, wholes):
            what = words_of_task(org.model, whole)
            zh, en = f"由上级任务{what.zh}承担（inherited）：", f"inherited from {what.en}: "
            yield from _where(org, zh, en, (part for part in owned if part.whole == whole))


def _does(org: OnDay, holders: Sequence[str], duty: Duty) -> Text:
    who, kind = words_of_all(org.model, holders), duty.responsibility
    each = "is" if len(holders) == 1 else "are each"
    return Text(f"{who.zh}{SHARE_NAMES[kind].zh}该任务", f"{who.en} {each} {kind} for it")


def _from(org: OnDay, part: Standing) -> Text:
    if not part.whole:
        return NO_TEXT
    what = words_of_task(org.model, part.whole)
    return Text(f"（inherited，由上级任务{what.zh}承担）", f" (inherited from {what.en})")


def _where(org: OnDay, zh: str, en: str, parts: Iterable[Standing]) -> Iterator[Text]:
    region = tuple(box for part in parts for box in part.region)
    if region:
        words = region_words(region, org.dimensions)
        yield Text(zh + words.zh, en + words.en)


def why_declared(org: OnDay, parts: Sequence[Standing]) -> Text:
    """Return the reasons for which nobody owns these parts; of several, each with its own."""
    declared = declared_in(parts)
    if len(declared) == 1 and all(part.declared for part in parts):
        reasons = [declared[0].reason]
    else:
        reasons = [_reason(org, one, parts) for one in declared]
    return Text(
        "已声明无人负责：" + "；".join(reason.zh for reason in reasons),
        "declared unowned: " + "; ".join(reason.en for reason in reasons),
    )


def _reason(org: OnDay, declared: Unowned, parts: Iterable[Standing]) -> Text:
    region = tuple(box for part in parts if part.declared == declared for box in part.region)
    where, why = region_words(region, org.dimensions), declared.reason
    return Text(f"{where.zh}（{why.zh}）", f"{where.en} ({why.en})")


def _declared(org: OnDay, parts: Sequence[Standing]) -> Iterator[Text]:
    if declared_in(parts):
        yield why_declared(org, parts)


def why_outside(org: OnDay, parts: Sequence[Standing]) -> Text:
    """Return that a task is not done here, and what is declared of it."""
    why = Text(
        "目录中有此任务，但本组织不承担", "outside this organization: it does not do the task"
    )
    return why_nobody(org, parts, why)


def why_nobody(org: OnDay, parts: Sequence[Standing], why: Text) -> Text:
    """Return why nobody owns a task, and what is declared of some of its parts."""
    said = (why, *_declared(org, parts))
    return Text("；".join(t.zh for t in said), "; ".join(t.en for t in said))


def why_in_parts(org: OnDay, owners: Iterable[tuple[str, tuple[str, ...]]]) -> Text:
    """Return who owns the parts of a whole that nobody owns as such."""
    shown = [
        (words_of_task(org.model, part), words_of_all(org.model, holders))
        for part, holders in owners
    ]
    return Text(
        "整体无人单独负责，各部分均有负责人："
        + "；".join(f"{part.zh}：{who.zh}" for part, who in shown),
        "nobody owns the whole, but each of its parts is owned: "
        + "; ".join(f"{part.en}: {who.en}" for part, who in shown),
    )


def why_forgotten(org: OnDay, others: Sequence[Duty]) -> Text:
    """Return that nobody owns a task, and who takes part in it all the same."""
    if not others:
        return Text("无人负责（遗漏）", "forgotten: nobody has an owning share in it")
    shown = shares_words(org, others)
    return Text(
        f"无人负责，只有：{shown.zh}", f"forgotten: nobody owns it; only {shown.en} take part"
    )


def shares_words(org: OnDay, duties: Iterable[Duty]) -> Text:
    """Return holders with their kinds of share, e.g. ``anna (supporting)``."""
    found = sorted({(d.holder, d.responsibility) for d in duties})
    return joined(_share_words(org, holder, SHARE_NAMES[kind]) for holder, kind in found)


def _share_words(org: OnDay, holder: str, share: Text) -> Text:
    who = words_of(org.model, holder)
    return Text(f"{who.zh}（{share.zh}）", f"{who.en} ({share.en})")
