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
    "nothing at all": "# to do\n",
    "a list at the top": "- kind: position\n",
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
