"""What the code of a finding means that is no rule's: of files, ids, rules, waivers, baselines."""

from __future__ import annotations

from collections.abc import Mapping

from dealer_roles.values.text import Text

CODES: Mapping[str, Text] = {
    # files
    "unreadable": Text(
        "文件或文件夹无法读取，或一次运行中读到的总量超过上限",
        "A file or folder cannot be read, or all of them together are more than the bound",
    ),
    "not-a-file": Text(
        "名称所指不是普通文件，如设备、管道；这样的东西不会打开",
        "The name stands for a device, a pipe or the like, which is not opened",
    ),
    "not-utf8": Text(
        "文件不是 UTF-8 编码，常见于用旧软件另存；另存为 UTF-8 即可",
        "The file is not in UTF-8, as older programs save it; save it as UTF-8",
    ),
    "outside-folder": Text(
        "链接或路径指到组织的文件夹之外；那里的内容一律不读",
        "A link or a path leads out of the organization's folder; nothing there is read",
    ),
    "symlink-loop": Text(
        "文件夹的链接绕回它自己，只读一遍",
        "A link to a folder leads back to where it stands; the folder is read once",
    ),
    "file-name": Text(
        "文件名不能用，或看来是定义文件而扩展名不对，所以没有读",
        "A file is not read for its name: it cannot be used, or its ending is not that of YAML",
    ),
    "file-too-large": Text(
        "文件超过 max-file-bytes，没有读完", "A file is larger than max-file-bytes and is not read"
    ),
    "too-large": Text(
        "全部文件合计超过 max-total-bytes，其余没有读",
        "All files together are larger than max-total-bytes; the rest is not read",
    ),
    "too-many-files": Text(
        "文件数超过 max-files，其余没有读",
        "There are more files than max-files; the rest is not read",
    ),
    "too-many-folders": Text(
        "文件夹数超过 max-folders，其余没有找",
        "There are more folders than max-folders; the rest is not searched",
    ),
    "linked-twice": Text(
        "链接指向的内容在原处已读取，不再读一遍",
        "A link leads to what is read where it lies as well; it is not read twice",
    ),
    "empty-file": Text("文件中没有内容", "A file holds nothing"),
    "several-organizations": Text(
        "一个文件夹中有几个组织；请逐个指明，或用 check --all",
        "A folder holds several organizations; name each, or use check --all",
    ),
    "no-organization": Text(
        "文件夹中没有 kind: organization 的文件", "A folder holds no file of kind organization"
    ),
    "organization-unreadable": Text(
        "所指的组织找不到或打不开，没有检查",
        "An organization that was named is not found or cannot be opened; it was not checked",
    ),
    # YAML
    "yaml-syntax": Text(
        "不是正确的 YAML，此处之后的内容没有读",
        "This is no YAML; what stands behind this place is not read",
    ),
    "yaml-alias": Text(
        "不允许锚点（&）和别名（*）：同样的内容请写全",
        "Anchors (&) and aliases (*) are refused; write the content out",
    ),
    "yaml-tag": Text("不允许 YAML 标签（!）", "Tags of YAML (!) are refused"),
    "yaml-key": Text("键不是文本", "A key is not a text"),
    "yaml-duplicate-key": Text(
        "同一映射中一个键写了两次，其中一个会被忽略",
        "A key stands twice in one mapping, and one of the two would be lost",
    ),
    "yaml-depth": Text("嵌套层数超过 max-depth", "The nesting is deeper than max-depth"),
    "unseen-edge": Text(
        "文本首尾有看不见的字符，多由粘贴带入",
        "A text begins or ends with a character that nobody sees, often pasted in",
    ),
    "cut-by-comment": Text(
        "空格后的 # 在 YAML 中是注释，文本在它之前就结束了",
        "A # after a space begins a comment in YAML, so the text ends before it",
    ),
    "wide-quotes": Text(
        "全角引号不是 YAML 的引号，会成为文本的一部分",
        "Full-width quotes are no quotes of YAML; they become part of the text",
    ),
    # shapes
    "schema": Text(
        "文件不合乎该类文件的格式：键未知、缺少，或值的种类不对；"
        "dealer-roles schema KIND 给出全部键",
        "A file has not the form of its kind: a key is unknown or missing, or a value is of the "
        "wrong sort; dealer-roles schema KIND shows all keys",
    ),
    "not-a-mapping": Text(
        "文件顶层应为映射（键: 值）", "A file should be a mapping (key: value) at its top"
    ),
    "unknown-kind": Text(
        "kind 缺少，或不是任何一类文件", "The kind is missing, or is no kind of file"
    ),
    "unknown-coverage": Text(
        "coverage 写的任务、领域或组织不存在",
        "The coverage names a task, an area or an organization that there is not",
    ),
    "valid-reversed": Text("有效期的起始晚于结束", "A period ends before it begins"),
    "ladder-step": Text(
        "阶梯的一级没有写明一个对象，或写了几个",
        "A step of a ladder names nobody, or several at once",
    ),
    "authority-step": Text(
        "权限表的一级没有写明一个对象，或写了几个",
        "A step of the authority table names nobody, or several at once",
    ),
    "head-and-heads": Text(
        "部门同时写了 head 和 heads，其中一个会被忽略",
        "A department states both head and heads, and one of the two would be lost",
    ),
    # ids
    "unknown-id": Text(
        "引用的编号不存在：任务、岗位、部门、外部方、事项、表单等",
        "An id is used that nothing has: a task's, position's, department's, party's, form's …",
    ),
    "duplicate-id": Text("同一编号定义了两次", "One id is defined twice"),
    "reserved-id": Text(
        "该编号有特定含义（如 manager），不能用作名称",
        "The id has a meaning of its own (such as manager) and cannot be given",
    ),
    "former-id": Text(
        "用的是旧编号；它仍然有效，请改用新编号",
        "A former id is used; it still holds, write the new one",
    ),
    "position-not-in-catalogue": Text(
        "岗位不在目录中，又没有写名称",
        "A position is not in the catalogue and states no name",
    ),
    "position-in-two-posts": Text("一个岗位属于两个编制岗", "A position belongs to two posts"),
    "relates-to-itself": Text(
        "某岗位代理、协助或汇报给自己，或任务检查自己",
        "A position stands in for, supports or reports to itself, or a task checks itself",
    ),
    "turns-to-itself": Text(
        "某岗位交接给自己、上报给自己，或以自己为对接人",
        "A position hands over to, escalates to or deals with itself",
    ),
    "reporting-loop": Text(
        "汇报关系绕成一圈，没有最高岗位", "The reporting line comes back to itself and has no top"
    ),
    "part-of-loop": Text(
        "任务或部门的 part_of 绕成一圈", "Tasks or departments are part of each other"
    ),
    "unowned-nothing": Text(
        "声明无人负责的内容不存在，或没有写明是什么",
        "What is declared unowned does not exist, or nothing is named",
    ),
    "unknown-catalogue": Text("所写的目录找不到", "A catalogue that is named is not found"),
    "unknown-pack": Text("所写的业务包不存在", "A pack that is named does not exist"),
    "left-out": Text(
        "宽松读取时略去了不能成立的部分，答案中没有它们",
        "A lenient load left out what cannot stand; answers are without it",
    ),
    "organization-id-twice": Text(
        "一次运行中有两个组织用同一编号，多半是复制后没有改",
        "Two organizations of one run have one id, mostly a copy whose id was not changed",
    ),
    # corpora
    "empty-corpus": Text("语料库中没有一条陈述", "A corpus holds no statement"),
    "corpus-introduction": Text(
        "章节有引言，却没有编号可供引用", "The introduction of a section has no id to be cited by"
    ),
    # rules
    "rule-kind": Text(
        "规则没有写检查种类，或写的种类不存在",
        "A rule names no kind of check, or one that there is not",
    ),
    "rule-parameter": Text(
        "规则的参数未知、缺少或互相矛盾",
        "A parameter of a rule is unknown, missing, or contradicts another one",
    ),
    "rule-selector": Text(
        "规则的 for 选择了不存在的事物或字段",
        "The selector (for) of a rule names a thing or a field that there is not",
    ),
    "rule-field": Text("规则用了不存在的字段", "A rule uses a field that there is not"),
    "rule-path": Text("规则的路径走不通", "A path of a rule leads nowhere"),
    "rule-condition": Text(
        "规则的条件(when)写法不对", "A condition (when) of a rule is not written as it should be"
    ),
    "rule-example": Text(
        "规则自带的例子与规则不符，规则因此不采用",
        "An example of a rule disagrees with the rule, which is therefore refused",
    ),
    "rule-selects-nothing": Text(
        "规则在此组织中没有选到任何事物", "A rule selects nothing in this organization"
    ),
    "rule-names-nothing": Text(
        "规则写的编号或模式与任何事物都不符", "A pattern in a rule fits nothing that there is"
    ),
    "rule-names-unknown-task": Text("规则写的任务不存在", "A rule names a task that there is not"),
    # what is known already
    "baseline-unused": Text(
        "基线中的一条已不再出现，可用 baseline --prune 清理",
        "An entry of the baseline is found no more; baseline --prune drops it",
    ),
    "baseline-names-unknown": Text(
        "基线中的一条写的规则或组织不存在",
        "An entry of the baseline names a rule or an organization that nobody knows",
    ),
    "waiver-unused": Text("豁免与任何发现都不符", "A waiver fits no finding"),
    "waiver-lapsed": Text("豁免已过期，不再有效", "A waiver has ended and holds no more"),
    "waiver-lapsing": Text("豁免即将到期", "A waiver ends soon"),
    "waiver-names-unknown": Text(
        "豁免写的规则或负责人不存在", "A waiver names a rule or an owner that nobody knows"
    ),
    "guard-without-census": Text(
        "基线没有记下职责数，无从比较",
        "The baseline holds no count of the duties to compare with",
    ),
    "guard-duties-lost": Text(
        "职责一次减少得太多，可能是误删",
        "More duties went at once than may, perhaps by mistake",
    ),
    "guard-position-emptied": Text(
        "某岗位失去了全部职责，可能是误删",
        "A position lost all its duties, perhaps by mistake",
    ),
    # documents
    "edition-unchanged": Text(
        "岗位说明书内容变了，版次却没有变",
        "A job description says something else under an unchanged edition",
    ),
    "edition-unrecorded": Text(
        "岗位写明的版次不在版次台账中",
        "The ledger does not hold the edition that a position states",
    ),
    "edition-unknown": Text(
        "台账中的版次与任何岗位的版次都不对应", "The ledger holds an edition that no position has"
    ),
    "signatures-unreadable": Text("签收登记无法读取", "The register of signatures cannot be read"),
    "signature-outdated": Text(
        "签收的内容此后已变，须重新签收",
        "What was signed has changed since; it is to be signed again",
    ),
    "signature-unknown": Text(
        "签收登记中的岗位或版次，组织和台账中都没有",
        "A signature names a position or an edition that there is not",
    ),
    "nothing-looked-at": Text(
        "这次运行什么也没有检查，或组织没有任何岗位，所以不算通过",
        "The run looked at nothing, or the organization has no position: it does not count as "
        "passed",
    ),
}
"""Each code and what it means; a rule's findings have the rule's id, which tells of itself."""
