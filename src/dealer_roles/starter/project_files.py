"""What a folder of definitions needs around it: editor, CI, hooks, what git leaves alone."""

from __future__ import annotations

import json
from collections.abc import Mapping

from dealer_roles.starter.wish import Wish
from dealer_roles.values.text import Text
from dealer_roles.words.yaml_text import scalar

_FOLDERS = {
    "organization": ["organization.yaml"],
    "position": ["positions/*.yaml"],
    "process": ["processes/*.yaml"],
    "expectations": ["expectations/*.yaml"],
    "rules": ["rules/*.yaml"],
    "waivers": ["waivers.yaml"],
    **{
        kind: [f"catalogue/{kind}.yaml"]
        for kind in ("departments", "positions", "parties", "scopes", "topics", "forms", "tasks")
    },
}
_STEPS = (
    (Text("检查", "Check"), "dealer-roles check ."),
    (Text("场景测试", "Scenario tests"), "dealer-roles test ."),
    (
        Text("编辑器用的 JSON Schema", "Schemas for editors"),
        "dealer-roles schema --all --org . -o .schemas --check",
    ),
)


def project_files(wish: Wish) -> Mapping[str, str]:
    """Return the files around the definitions, by path."""
    return {
        ".vscode/settings.json": _json({"yaml.schemas": _editor_schemas()}),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        ".github/workflows/roles.yml": _workflow(wish),
        ".pre-commit-config.yaml": _hooks(wish),
        ".gitignore": "# " + wish.said(_BUILT) + "\nbuild/\n.venv/\n",
        "README.md": _readme(wish),
    }


_BUILT = Text("由定义生成、不入库的文件", "what is made from the definitions and not kept")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _editor_schemas() -> dict[str, list[str]]:
    return {f".schemas/{kind}.schema.json": globs for kind, globs in _FOLDERS.items()}


def _workflow(wish: Wish) -> str:
    steps = "".join(
        f"    - name: {scalar(wish.said(name))}\n      run: {command}\n" for name, command in _STEPS
    )
    return (
        f"# {wish.said(_ON_GITHUB)}\n"
        f"name: {scalar(wish.said(Text('职责检查', 'Roles')))}\n"
        "on: [push, pull_request]\n"
        "permissions: {contents: read}\n"
        "jobs:\n"
        "  roles:\n"
        "    runs-on: ubuntu-latest\n"
        "    env:\n"
        f"      DEALER_ROLES: {scalar(wish.package)}\n"
        "    steps:\n"
        "    - uses: actions/checkout@v4\n"
        "    - uses: actions/setup-python@v5\n"
        '      with: {python-version: "3.12"}\n'
        '    - run: python -m pip install --quiet "$DEALER_ROLES"\n'
        f"{steps}"
    )


_ON_GITHUB = Text(
    "推送时检查职责定义；DEALER_ROLES 写明从哪里安装",
    "checks the definitions on every push; DEALER_ROLES says where to install from",
)


def _hooks(wish: Wish) -> str:
    hooks = "".join(
        f"  - id: dealer-roles-{command.split()[1]}\n"
        f"    name: {scalar(command)}\n"
        f"    entry: {command}\n"
        "    language: python\n"
        f"    additional_dependencies: [{scalar(wish.package)}]\n"
        "    always_run: true\n"
        "    pass_filenames: false\n"
        for _, command in _STEPS
    )
    return f"# {wish.said(_BEFORE)}\nrepos:\n- repo: local\n  hooks:\n{hooks}"


_BEFORE = Text("提交之前先检查", "checks before every commit")


def _readme(wish: Wish) -> str:
    said = {"zh": _README_ZH, "en": _README_EN}
    return "\n".join(said[lang].format(name=wish.name.get(lang)) for lang in wish.chosen)


_README_ZH = """# {name}

- `organization.yaml`：部门、升级阶梯、编制岗
- `positions/`：一个岗位一个文件
- `processes/`：流程
- `expectations/`：场景测试

```console
$ dealer-roles check                  # 检查
$ dealer-roles test                   # 场景测试
$ dealer-roles gaps                   # 还缺什么
$ dealer-roles schema --all --org . -o .schemas     # 编号有增减后，更新编辑器补全
```
"""
_README_EN = """# {name}

- `organization.yaml`: departments, ladders, posts
- `positions/`: a file for each position
- `processes/`: the processes
- `expectations/`: the scenario tests

```console
$ dealer-roles check                  # check
$ dealer-roles test                   # scenario tests
$ dealer-roles gaps                   # what is still missing
$ dealer-roles schema --all --org . -o .schemas     # after ids come or go: what editors complete
```
"""
