"""Every kind of broken YAML: findings that a beginner can mend without help."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.loading.read import read
from tests.support.golden import assert_golden

GOOD = "kind: organization\nid: store\nname: {zh: 店, en: Store}\ncatalogue: [.]\n"
POSITION = """kind: position
id: seller
name: {zh: 销售, en: Seller}
department: sales
duties:
- task: sell-cars
  responsibility: accountable
"""
HANDOFF = "handoffs:\n- {id: give, task: sell-cars, to: manager, deliverable: paper}\n"
CATALOGUE = {
    "departments": "kind: departments\ndepartments: [{id: sales, name: {zh: 销售部, en: Sales}}]\n",
    "tasks": "kind: tasks\narea: {id: sales, zh: 销售, en: Sales}\n"
    "tasks: [{id: sell-cars, name: {zh: 卖车, en: Sell cars}}]\n",
}
MISTAKES = {
    "a key twice": POSITION + "department: sales\n",
    "a tab as indentation": POSITION + "  valid:\n\t\tfrom: '2026-01-01'\n",
    "a colon inside a text": POSITION.replace("zh: 销售,", "zh: 销售: 新车,"),
    "a bracket left open": POSITION.replace("en: Seller}", "en: Seller"),
    "a misspelt key": POSITION.replace("responsibility:", "responsability:"),
    "a misspelt choice": POSITION.replace("accountable", "acountable"),
    "a misspelt id": POSITION.replace("task: sell-cars", "task: sell-car"),
    "a misspelt language": POSITION.replace(", en: Seller", ", eng: Seller"),
    "a number where text belongs": POSITION.replace("zh: 销售,", "zh: 4,"),
    "wrong indentation": POSITION.replace("  responsibility:", " responsibility:"),
    "a full-width colon in the first line": POSITION.replace("kind: position", "kind：position"),
    "an alias": POSITION.replace("{zh: 销售, en: Seller}", "*names"),
    "saved as GB 18030": POSITION,
    "no kind": POSITION.replace("kind: position\n", ""),
    "an id with capitals": POSITION.replace("id: seller", "id: Seller"),
    "an unreal date": POSITION + "  valid: {from: 2026-02-30}\n",
    "an unquoted text that begins with a bracket": POSITION.replace("zh: 销售,", "zh: [销售,"),
    "a quote left open": POSITION.replace("zh: 销售,", "zh: '销售,"),
    "a null": POSITION.replace("department: sales", "department:"),
    "a full-width colon": POSITION.replace("id: ", "id："),
    "a full-width comma": POSITION.replace("销售, en", "销售， en"),
    "a full-width comma and colon that YAML takes": POSITION.replace(
        "- task: sell-cars\n  responsibility: accountable",
        "- {task: sell-cars，responsibility：accountable}",
    ),
    "a full-width comma that YAML takes, in a block": POSITION.replace(
        "task: sell-cars\n  responsibility:", "task: sell-cars，responsibility:"
    ),
    "a full-width colon in brackets": POSITION.replace("{zh: 销售", "{zh：销售"),
    "no space after a colon in brackets": POSITION.replace(
        "- task: sell-cars\n  responsibility: accountable",
        "- {task:sell-cars, responsibility: accountable}",
    ),
    "ids parted by full-width commas": POSITION + "  with: [seller，seller]\n",
    "sources parted by 、": POSITION + "  sources: [D1.1、D1.2]\n",
    "full-width quotes": POSITION.replace("id: seller", "id: “seller”"),
    "a full-width bracket": POSITION.replace("{zh", "｛zh"),
    "a full-width dash": POSITION.replace("- task", "－ task"),
    "a full-width space": POSITION.replace("department: ", "department:\u3000"),
    "no space after a colon": POSITION.replace("id: ", "id:"),
    "no space after a dash": POSITION.replace("- task", "-task"),
    "an equals sign": POSITION.replace("id: ", "id = "),
    "a semicolon between keys": POSITION.replace("销售, en", "销售; en"),
    "an id that ends with a hyphen": POSITION.replace("id: seller", "id: seller-"),
    "a name as an id": POSITION.replace("id: seller", "id: Car Seller"),
    "a Chinese responsibility": POSITION.replace("accountable", "负责"),
    "a letter of RACI": POSITION.replace("accountable", "A"),
    "a task by its Chinese name": POSITION.replace("sell-cars", "卖车"),
    "a date with slashes": POSITION + "  valid: {from: 2026/5/1}\n",
    "emphasis": POSITION.replace("department:", "purpose: *sell*\ndepartment:"),
    "text after the end": POSITION + "...\nand more\n",
    "a mapping instead of a list": POSITION.replace("- task", "  task"),
    "a list instead of a mapping": POSITION.replace("{zh: 销售, en: Seller}", "[销售, Seller]"),
    "a tab before a key": POSITION.replace("  responsibility", "\tresponsibility"),
    "a full-width colon after a key without value": POSITION.replace("duties:", "duties："),
    "full-width signs alone": POSITION.replace(
        "- task: sell-cars\n  responsibility: accountable",
        "- {task：sell-cars，responsibility：accountable}",
    ),
    "a dash missing before the first of two": POSITION.replace("- task", "  task")
    + "- {task: sell-cars, responsibility: informed}\n",
    "a dash missing before the second": POSITION + "{task: sell-cars, responsibility: informed}\n",
    "a dash too deep": POSITION + "  - {task: sell-cars, responsibility: informed}\n",
    "a dash missing beside another": POSITION.replace("- task", "  - task").replace(
        "  resp", "    resp"
    )
    + "  task: sell-cars\n",
    "a bullet": POSITION.replace("- task", "• task"),
    "a number before an entry": POSITION.replace("- task", "1. task"),
    "a star as a bullet": POSITION.replace("- task", "* task"),
    "a key indented too deep": POSITION.replace("  responsibility", "    responsibility"),
    "a top key indented": POSITION.replace("department", " department"),
    "a comma after an entry": POSITION.replace("en: Seller}", "en: Seller},"),
    "a bracket too many": POSITION.replace("en: Seller}", "en: Seller}}"),
    "an apostrophe in single quotes": POSITION.replace("en: Seller", "en: 'Seller's'"),
    "text after a quote": POSITION.replace("{zh: 销售, en: Seller}", '"Seller" of cars'),
    "full-width square brackets": POSITION.replace("{zh: 销售, en: Seller}", "【销售】: 新车"),
    "a second document without its line": POSITION + POSITION.replace("seller", "other"),
    "a line of four hyphens": POSITION + "----\n" + POSITION.replace("seller", "other"),
    "a backslash": POSITION.replace("en: Seller", 'en: "C:\\Seller"'),
    "two colons": POSITION.replace("id:", "id::"),
    "two hyphens in an id": POSITION.replace("id: seller", "id: car--seller"),
    "an id that begins with a hyphen": POSITION.replace("id: seller", "id: -seller"),
    "an id that is a number": POSITION.replace("id: seller", "id: 12"),
    "nobody above": POSITION + "reports_to: no\n",
    "nobody above, in capitals": POSITION + "reports_to: None\n",
    "nobody above, as in a form": POSITION + "reports_to: N/A\n",
    "a word for yes": POSITION + HANDOFF.replace("{id", "{approval: yes, id"),
    "yes in quotes": POSITION + HANDOFF.replace("{id", "{approval: '是', id"),
    "a limit in Chinese": POSITION + "  within: 30分钟\n",
    "a limit in Chinese words": POSITION + "  within: 两个工作日内\n",
    "a limit without a space": POSITION + "  within: 2hours\n",
    "a limit with a fraction": POSITION + "  within: 1.5 hours\n",
    "a limit in weeks": POSITION + "  within: 2 weeks\n",
    "a limit without a unit": POSITION + "  within: 30\n",
    "a time of day as a limit": POSITION + "  within: 12:30\n",
    "an amount with its unit": POSITION + "  limit: {amount: 5千, currency: CNY}\n",
    "an amount with underscores": POSITION + "  limit: {amount: 1_000, currency: CNY}\n",
    "an amount with a comma": POSITION + "  limit: {amount: 2,000, currency: CNY}\n",
    "an amount and its currency as text": POSITION + "  limit: CNY 2,000\n",
    "an amount in ten thousands": POSITION + "  limit: 2万元\n",
    "an amount alone": POSITION + "  limit: 2000\n",
    "a percentage as an amount": POSITION + "  limit: {amount: 5%, currency: CNY}\n",
    "full-width digits": POSITION + "  limit: {amount: ２０００, currency: CNY}\n",
    "a currency by its name": POSITION + "  limit: {amount: 2000, currency: 人民币}\n",
    "a date in Chinese": POSITION + "  valid: {from: 2026年5月1日}\n",
    "a date with the year last": POSITION + "  valid: {from: 12/31/2026}\n",
    "a date that could be two days": POSITION + "  valid: {from: 05/06/2026}\n",
    "a date without hyphens": POSITION + "  valid: {from: 20260501}\n",
    "a date and a time": POSITION + "  valid: {from: 2026-05-01 08:30}\n",
    "a date alone": POSITION + "  valid: 2026-05-01\n",
    "a scope as text": POSITION + "  scope: area=parts\n",
    "a task alone in the list": POSITION + "- sell-cars\n",
    "a key in Chinese": POSITION.replace("department:", "部门:"),
    "a key in Chinese that must be there": POSITION.replace("responsibility:", "责任:"),
    "a key in the singular": POSITION.replace("duties:", "duty:"),
    "a key with capitals": POSITION.replace("department:", "Department:"),
    "a kind in Chinese": POSITION.replace("kind: position", "kind: 岗位"),
    "a letter that nobody sees": POSITION.replace("id: seller", "id: seller\u200b"),
    "a name of nothing that anybody sees": POSITION.replace(
        "{zh: 销售, en: Seller}", '"\\u200b\\u2003"'
    ),
    "a name that begins with a number sign": POSITION.replace("{zh: 销售, en: Seller}", "#1 店"),
    "a number sign in brackets": POSITION.replace("en: Seller", "en: Bay #1"),
    "a number sign that begins a list in brackets": POSITION
    + "  with: [#seller]\nreports_to: null\n",
    "a text that begins with a sign of YAML": POSITION.replace("{zh: 销售, en: Seller}", "!销售"),
    "a text that begins with a bar": POSITION.replace("{zh: 销售, en: Seller}", "|销售"),
    "a text that begins with a per cent sign": POSITION.replace("{zh: 销售, en: Seller}", "%销售"),
    "a dash as a value": POSITION + "deputy: -\n",
    "a dash before a value": POSITION.replace("{zh: 销售, en: Seller}", "- 销售"),
    "an instruction to YAML": "%YAML 3.0\n---\n" + POSITION,
    "round brackets": POSITION.replace(
        "- task: sell-cars\n  responsibility: accountable",
        "- (task: sell-cars, responsibility: accountable)",
    ),
    "full-width round brackets": POSITION.replace(
        "- task: sell-cars\n  responsibility: accountable",
        "- （task: sell-cars, responsibility: accountable）",
    ),
    "two letters of RACI": POSITION.replace("accountable", "A/R"),
    "two responsibilities": POSITION.replace("accountable", "[accountable, informed]"),
    "the kind in the plural": POSITION.replace("kind: position", "kind: positions"),
    "the kind of another file": POSITION.replace("kind: position", "kind: organization"),
    "the word kind with a capital": POSITION.replace("kind:", "Kind:"),
    "the word kind in Chinese": POSITION.replace("kind:", "类型:"),
    "nothing in quotes": POSITION + "reports_to: ''\n",
    "the code of a country": POSITION.replace("zh: 销售", "cn: 销售"),
    "the language of another program": POSITION.replace("en: Seller", "en-US: Seller"),
    "text turned around": POSITION.replace("en: Seller", "en: \u202eSeller"),
    "half an emoji": POSITION.replace("en: Seller", 'en: "\\ud83d\\ude97"'),
    "nothing at all": "# to do\n",
    "a list at the top": "- kind: position\n",
    "cells pasted from a sheet": "岗位\t任务\t责任\n销售\t卖车\t负责\n",
    "a table with commas": "岗位,任务,责任\n销售,卖车,负责\n",
    "prose": "Dear all, this is a note, nothing more, so far.\n",
    "full-width spaces as indentation": POSITION.replace("  resp", "\u3000\u3000resp"),
    "no-break spaces as indentation": POSITION.replace("  resp", "\u00a0\u00a0resp"),
    "no indentation": POSITION.replace("  responsibility", "responsibility"),
    "a day as a sheet counts it": POSITION + "  valid: {from: 46143}\n",
    "no end of a period": POSITION + "  valid: {from: 2026-05-01, to: 长期}\n",
    "no beginning of a period": POSITION + "  valid: {from: 即日起}\n",
    "a currency by its letters": POSITION + "  limit: {amount: 2000, currency: RMB}\n",
    "a cadence in Chinese": POSITION + "  cadence: [每周]\n",
    "a cadence alone": POSITION + "  cadence: 每天\n",
    "cadences parted by full-width commas": POSITION + "  cadence: [daily，每月]\n",
    "counterparts parted by 、": POSITION + "  with: seller、sales\n",
    "a source alone": POSITION + "  sources: D14.1\n",
    "full-width brackets of a list": POSITION + "  cadence: 【每月】\n",
    "a full-width number sign": POSITION + "＃ 待定\n",
    "at once as a limit": POSITION + "  within: 立即\n",
}


def found(folder: Path, text: str, encoding: str) -> list[str]:
    folder.mkdir()
    for name, content in CATALOGUE.items():
        (folder / f"{name}.yaml").write_text(content, "utf-8")
    (folder / "organization.yaml").write_text(GOOD, "utf-8")
    (folder / "seller.yaml").write_bytes(text.encode(encoding))
    lines = []
    for finding in read(folder).findings:
        place = f"{Path(finding.span.file).name}:{finding.span.line}:{finding.span.column}"
        lines.append(f"{place} [{finding.code}]")
        for lang in ("en", "zh"):
            fix = finding.fix.get(lang)
            lines.append(f"    {finding.message.get(lang)}" + (f" → {fix}" if fix else ""))
    return lines


def test_each_mistake_is_told_where_it_is_and_how_to_mend_it(tmp_path: Path) -> None:
    parts = []
    for number, (name, text) in enumerate(MISTAKES.items()):
        encoding = "gb18030" if "GB" in name else "utf-8"
        parts.append("\n".join((f"# {name}", *found(tmp_path / str(number), text, encoding))))
    assert_golden("findings.txt", "\n\n".join(parts) + "\n")


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_found_once(tmp_path: Path, name: str) -> None:
    encoding = "gb18030" if "GB" in name else "utf-8"
    lines = found(tmp_path / "store", MISTAKES[name], encoding)
    assert sum(line.startswith("seller.yaml:") for line in lines) == len(lines) / 3 == 1


def test_the_file_without_a_mistake_gives_no_finding(tmp_path: Path) -> None:
    assert found(tmp_path / "store", POSITION, "utf-8") == []
