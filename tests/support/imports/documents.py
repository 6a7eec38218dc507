"""Documents in every shape that is imported, each with what should be read from it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from tests.support.imports import field
from tests.support.imports.jobs import EN, ZH, Job
from tests.support.imports.office import Rows, Word, legacy_workbook, workbook


@dataclass(frozen=True)
class Example:
    """A document and its truth; for matrices and lists the truth holds shares."""

    shape: str
    name: str
    content: bytes | Callable[[], bytes]
    jobs: tuple[Job, ...] = ()
    shares: frozenset[tuple[str, str, str]] = frozenset()
    parties: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()

    @property
    def data(self) -> bytes:
        """The bytes of the document; many are made only where a test asks for them."""
        return self.content if isinstance(self.content, bytes) else self.content()


_MADE: list[Callable[[], Example]] = []
HAN = "一二三四五六七八九十"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"


def made(function: Callable[[], Example]) -> Callable[[], Example]:
    _MADE.append(function)
    return function


@cache
def examples() -> tuple[Example, ...]:
    """Return every document."""
    return (*(function() for function in _MADE), *map(written, field.cases()))


def written(case: field.Case) -> Example:
    """Return a document of ``tests/data/imports``."""
    shares = frozenset((position, task, kind) for position, task, kind in case.get("shares", ()))
    named = (frozenset(case.get(key, ())) for key in ("parties", "departments"))
    data = partial(field.data, case)
    return Example(case["shape"], case["file"], data, field.jobs(case), shares, *named)


def listed(texts: Iterable[str], form: str = "{n}、{t}；", sep: str = "\n") -> str:
    return sep.join(
        form.format(n=n, t=t, h=HAN[n - 1], c=CIRCLED[n - 1]) for n, t in enumerate(texts, 1)
    )


def delimited(rows: Rows, sign: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows(rows)
    return out.getvalue()


# Sheets as tables.


def form_rows(
    job: Job, labels: Sequence[str] = ("岗位名称", "所属部门", "直接上级", "岗位编制")
) -> list[list[str]]:
    name, department, superior, count = labels
    return [
        [name, job.name, department, job.department],
        [superior, job.superior, count, "2"],
        ["岗位职责", listed(job.duties), "", ""],
        ["任职资格", listed(job.needs), "", ""],
    ]


FORM_MERGES = ((2, 1, 2, 3), (3, 1, 3, 3))


@made
def form_plain() -> Example:
    word = Word()
    word.line("岗位说明书", "Title")
    word.table(form_rows(ZH[0]), FORM_MERGES)
    return Example("form (Word)", "form-plain.docx", word.data(), ZH[:1])


@made
def form_spaced_labels() -> Example:
    word = Word()
    word.table(
        form_rows(ZH[1], ("岗 位 名 称", "所 属 部 门", "直 接 上 级", "定 员 人 数")), FORM_MERGES
    )
    return Example("form (Word)", "form-spaced.docx", word.data(), ZH[1:2])


@made
def form_facts_in_one_cell() -> Example:
    job, word = ZH[2], Word()
    facts = f"岗位名称：{job.name}    所属部门：{job.department}    直接上级：{job.superior}"
    rows = [
        [facts, ""],
        ["工作职责", listed(job.duties, "{n}. {t}。")],
        ["任职要求", listed(job.needs, "{n}. {t}")],
    ]
    word.table(rows, ((0, 0, 0, 1),))
    return Example("form (Word)", "form-facts.docx", word.data(), (job,))


@made
def form_continued() -> Example:
    job, word = ZH[3], Word()
    word.line(f"{job.name}岗位说明书", bold=True)
    first = [["岗位名称", job.name, "所在部门", job.department], ["直接上级", job.superior, "", ""],
             ["主要职责", listed(job.duties[:3]), "", ""]]  # fmt: skip
    word.table(first, ((1, 1, 1, 3), (2, 1, 2, 3)))
    word.line("（续表）")
    rest = "\n".join(f"{n}、{t}；" for n, t in enumerate(job.duties[3:], 4))
    word.table([["主要职责", rest], ["任职条件", listed(job.needs)]])
    return Example("form (Word)", "form-continued.docx", word.data(), (job,))


@made
def form_fifteen_sheets() -> Example:
    word, jobs = Word(), []
    for n in range(15):
        base = ZH[n % len(ZH)]
        job = base._replace(
            name=base.name + ("" if n < len(ZH) else "助理"), department=f"{base.department}"
        )
        jobs.append(job)
        word.line(f"{n + 1}. {job.name}岗位说明书", "Heading 1")
        word.table(form_rows(job), FORM_MERGES)
    return Example("form (Word)", "form-fifteen.docx", word.data(), tuple(jobs))


@made
def form_label_spans_rows() -> Example:
    job, word = ZH[5], Word()
    rows = [
        ["职位名称", job.name, "所属部门", job.department],
        ["汇报对象", job.superior, "职级", "P5"],
    ]
    rows += [
        ["岗位职责" if not n else "", f"{n + 1}.{t}", "", ""] for n, t in enumerate(job.duties)
    ]
    rows += [["任职资格" if not n else "", t, "", ""] for n, t in enumerate(job.needs)]
    d, q = len(job.duties), len(job.needs)
    across = [(r, 1, r, 3) for r in range(2, 2 + d + q)]
    word.table(rows, [(2, 0, 1 + d, 0), (2 + d, 0, 1 + d + q, 0), *across])
    return Example("form (Word)", "form-rows.docx", word.data(), (job,))


@made
def form_inner_columns() -> Example:
    job, word = ZH[4], Word()
    rows = [["岗位名称", job.name, "部门", job.department], ["上级岗位", job.superior, "", ""],
            ["序号", "工作职责", "考核标准", "权重"]]  # fmt: skip
    rows += [[str(n), t, "差错率低于千分之一", "20%"] for n, t in enumerate(job.duties, 1)]
    rows += [["任职要求", listed(job.needs), "", ""]]
    word.table(rows, ((len(rows) - 1, 1, len(rows) - 1, 3),))
    return Example("form (Word)", "form-columns.docx", word.data(), (job,))


@made
def form_duty_by_duty() -> Example:
    job, word = ZH[7], Word()
    rows = [["岗位名称", job.name], ["所属部门", job.department], ["直接上级", job.superior]]
    rows += [[f"职责{HAN[n]}", t] for n, t in enumerate(job.duties)]
    word.table([*rows, ["知识技能要求", job.needs[0]]])
    return Example("form (Word)", "form-duty-rows.docx", word.data(), (job,))


@made
def form_automatic_numbers() -> Example:
    job, word = ZH[6], Word()
    table = word.table([["岗位名称", job.name, "部门", job.department], ["直接上级", job.superior, "", ""],
                        ["岗位职责", "", "", ""]], ((2, 1, 2, 3),))  # fmt: skip
    numbers = word.numbers("decimal", "%1、")
    cell = table.cell(2, 1)
    for text in job.duties:
        word.numbered(text, numbers, cell)
    return Example("form (Word)", "form-numbers.docx", word.data(), (job._replace(needs=()),))


@made
def form_labels_above() -> Example:
    job, word = ZH[0], Word()
    word.table([["岗位名称", "所属部门", "直接上级"], [job.name, job.department, job.superior],
                ["岗位职责", "", ""], [listed(job.duties), "", ""], ["任职资格", "", ""], [listed(job.needs), "", ""]],
               tuple((r, 0, r, 2) for r in range(2, 6)))  # fmt: skip
    return Example("form (Word)", "form-above.docx", word.data(), (job,))


@made
def form_english() -> Example:
    job, word = EN[1], Word()
    word.table([["Job Title", job.name], ["Department", job.department], ["Reports to", job.superior],
                ["Key Responsibilities", listed(job.duties, "{n}. {t}.")],
                ["Qualifications", listed(job.needs, "- {t}")]])  # fmt: skip
    return Example("form (Word)", "form-english.docx", word.data(), (job,))


@made
def form_english_wide() -> Example:
    job, word = EN[3], Word()
    word.table([["POSITION DESCRIPTION", "", "", ""], ["Position title:", job.name, "Department:", job.department],
                ["Reports to:", job.superior, "Grade:", "7"], ["Purpose of the role", "Keeps goods moving.", "", ""],
                ["Duties and Responsibilities", listed(job.duties, "• {t}"), "", ""],
                ["Skills and experience", listed(job.needs, "• {t}"), "", ""]],
               tuple((r, 1, r, 3) for r in (3, 4, 5)))  # fmt: skip
    return Example("form (Word)", "form-wide.docx", word.data(), (job,))


@made
def form_workbook() -> Example:
    sheets = {job.name: [["岗位说明书", "", "", ""], *form_rows(job)] for job in ZH[:4]}
    merges = dict.fromkeys(sheets, ("A1:D1", "B4:D4", "B5:D5"))
    return Example("form (Excel)", "form.xlsx", workbook(sheets, merges), ZH[:4])


@made
def form_workbook_rows() -> Example:
    job = ZH[5]
    rows = [["岗位名称", job.name, "部门名称", job.department], ["直接上级", job.superior, "", ""]]
    rows += [["工作内容" if not n else "", t, "", ""] for n, t in enumerate(job.duties)]
    merges = [f"A3:A{2 + len(job.duties)}", *(f"B{r}:D{r}" for r in range(3, 3 + len(job.duties)))]
    data = workbook({"说明书": rows}, {"说明书": merges})
    return Example("form (Excel)", "form-rows.xlsx", data, (job._replace(needs=()),))


@made
def form_legacy() -> Example:
    data = legacy_workbook(form_rows(ZH[2]), ((2, 2, 1, 3), (3, 3, 1, 3)))
    return Example("form (Excel)", "form.xls", data, ZH[2:3])


@made
def form_workbook_english() -> Example:
    job = EN[0]
    rows = [["Job title", job.name], ["Department", job.department], ["Line manager", job.superior],
            ["Main duties", job.duties[0]], *(["", t] for t in job.duties[1:]), ["Requirements", job.needs[0]], ["", job.needs[1]]]  # fmt: skip
    return Example("form (Excel)", "form-english.xlsx", workbook({"JD": rows}), (job,))


# Texts with headings.


def bare(jobs: Iterable[Job]) -> tuple[Job, ...]:
    return tuple(job._replace(department="", superior="") for job in jobs)


@made
def headings_restarting() -> Example:
    word = Word()
    first = word.numbers("decimal", "%1.")
    for n, job in enumerate(ZH[:5]):
        word.line(job.name, "Heading 1")
        word.line("岗位职责", "Heading 2")
        list_ = word.restarted(first) if n else first
        for text in job.duties:
            word.numbered(text + "。", list_)
        word.line("任职要求", "Heading 2")
        needs = word.restarted(first)
        for text in job.needs:
            word.numbered(text, needs)
    return Example("headings (Word)", "headings.docx", word.data(), bare(ZH[:5]))


@made
def headings_running_on() -> Example:
    word = Word()
    list_ = word.numbers("decimal", "%1、")
    for job in ZH[2:6]:
        word.line(f"{job.name}岗位职责", bold=True)
        for text in job.duties:
            word.numbered(text, list_)
    return Example(
        "headings (Word)",
        "running-on.docx",
        word.data(),
        tuple(j._replace(needs=()) for j in bare(ZH[2:6])),
    )


@made
def headings_levels() -> Example:
    word = Word()
    for n, job in enumerate(ZH[:4]):
        word.line(f"{HAN[n]}、{job.name}")
        word.line("（一）岗位职责")
        for k, text in enumerate(job.duties, 1):
            word.line(f"{k}. {text}；")
        word.line("（二）任职资格")
        for k, text in enumerate(job.needs, 1):
            word.line(f"{k}. {text}")
    return Example("headings (Word)", "levels.docx", word.data(), bare(ZH[:4]))


@made
def headings_automatic_levels() -> Example:
    word = Word()
    upper = word.numbers("chineseCounting", "%1、")
    lower = word.numbers("decimalEnclosedCircle", "%1")
    for n, job in enumerate(ZH[3:7]):
        word.numbered(f"{job.name}", upper)
        list_ = word.restarted(lower) if n else lower
        for text in job.duties:
            word.numbered(text, list_)
    return Example(
        "headings (Word)",
        "automatic.docx",
        word.data(),
        tuple(j._replace(needs=()) for j in bare(ZH[3:7])),
    )


@made
def headings_departments() -> Example:
    word = Word()
    word.line("各部门岗位职责汇编", "Title")
    for name in ("前厅部", "客房部"):
        word.line(name, "Heading 1")
        for job in [j for j in ZH if j.department == name]:
            word.line(f"{job.name}岗位职责", "Heading 2")
            for k, text in enumerate(job.duties, 1):
                word.line(f"{k}）{text}")
    jobs = tuple(j._replace(superior="", needs=()) for j in ZH[:3])
    return Example("headings (Word)", "departments.docx", word.data(), jobs)


@made
def headings_facts_then_lists() -> Example:
    word = Word()
    for job in ZH[4:7]:
        word.line(f"岗位名称：{job.name}")
        word.line(f"所属部门：{job.department}    直接上级：{job.superior}")
        word.line("主要职责：")
        for k, text in enumerate(job.duties, 1):
            word.line(f"{k}、{text}")
        word.line("任职条件：")
        for k, text in enumerate(job.needs, 1):
            word.line(f"{k}、{text}")
    return Example("headings (Word)", "facts.docx", word.data(), ZH[4:7])


@made
def headings_english() -> Example:
    word = Word()
    for job in EN:
        word.line(job.name, "Heading 1")
        word.line(f"Reports to: {job.superior}")
        word.line("Responsibilities", "Heading 2")
        for text in job.duties:
            word.line(text, "List Bullet")
        word.line("Requirements", "Heading 2")
        for text in job.needs:
            word.line(text, "List Bullet")
        word.line("Benefits", "Heading 2")
        word.line("Free parking and lunch", "List Bullet")
    return Example(
        "headings (Word)", "english.docx", word.data(), tuple(j._replace(department="") for j in EN)
    )


def text_example(
    shape: str, name: str, text: str, jobs: Iterable[Job], encoding: str = "utf-8"
) -> Example:
    return Example(shape, name, text.encode(encoding), tuple(jobs))


@made
def markdown_chinese() -> Example:
    parts = [
        f"## {j.name}\n\n### 岗位职责\n\n{listed(j.duties, '{n}. {t}')}\n\n### 任职要求\n\n{listed(j.needs, '- {t}')}\n"
        for j in ZH[:4]
    ]
    return text_example(
        "text, Markdown", "zh.md", "# 岗位手册\n\n" + "\n".join(parts), bare(ZH[:4])
    )


@made
def markdown_english() -> Example:
    parts = [
        f"## {j.name}\n\n**Department:** {j.department}\n\n**Responsibilities**\n\n{listed(j.duties, '* {t}')}\n\n**Requirements**\n\n{listed(j.needs, '* {t}')}\n"
        for j in EN[:4]
    ]
    return text_example(
        "text, Markdown", "en.md", "\n".join(parts), (j._replace(superior="") for j in EN[:4])
    )


@made
def text_circled() -> Example:
    parts = [
        f"{HAN[n]}、{j.name}岗位职责\n{listed(j.duties, '{c}{t}；')}\n"
        for n, j in enumerate(ZH[:6])
    ]
    return text_example(
        "text, Markdown",
        "circled.txt",
        "\n".join(parts),
        (j._replace(needs=()) for j in bare(ZH[:6])),
        "gb18030",
    )


@made
def text_broken_lines() -> Example:
    long = ("负责接待来访人员，核对身份信息并发放临时出入证件，同时做好来访登记与后续回访工作的记录",
            "定期检查消防器材是否完好有效，发现过期或损坏的器材要立即更换并在台账中写明更换日期")  # fmt: skip
    wrapped = [f"{n}. {t[:30]}\n{t[30:]}。" for n, t in enumerate(long, 1)]
    text = "保安队长岗位职责\n\n" + "\n".join(wrapped) + "\n3. 安排保安排班。\n"
    return text_example(
        "text, Markdown", "broken.txt", text, (Job("保安队长", "", "", (*long, "安排保安排班")),)
    )


@made
def text_one_paragraph() -> Example:
    parts = [
        f"{HAN[n]}、{j.name} {j.name}是重要岗位之一，其主要职责包括： {listed(j.duties, '{n}.{t}；', ' ')}"
        for n, j in enumerate(ZH[:4])
    ]
    return text_example(
        "text, Markdown",
        "paragraph.txt",
        " ".join(parts) + "\n",
        (j._replace(needs=()) for j in bare(ZH[:4])),
    )


@made
def text_inline_numbers() -> Example:
    parts = [
        f"【{j.name}】\n岗位职责：{listed(j.duties, '{n}、{t}；', '')}\n任职要求：{listed(j.needs, '{n}、{t}；', '')}\n"
        for j in ZH[:5]
    ]
    return text_example("text, Markdown", "inline.txt", "\n".join(parts), bare(ZH[:5]), "utf-16")


@made
def text_english() -> Example:
    parts = [
        f"Position: {j.name}\nReports to: {j.superior}\nDuties:\n{listed(j.duties, '{n}) {t}.')}\n"
        for j in EN
    ]
    return text_example(
        "text, Markdown",
        "english.txt",
        "\n".join(parts),
        (j._replace(department="", needs=()) for j in EN),
    )


# Advertisements.


@made
def advert_chinese() -> Example:
    j = ZH[0]
    text = f"招聘{j.name} 2名\n\n岗位职责：\n{listed(j.duties)}\n\n任职要求：\n{listed(j.needs)}\n\n福利待遇：\n五险一金，带薪年假\n\n联系电话：010-12345678\n"
    return text_example("advertisement, clean", "advert.txt", text, bare([j]))


@made
def advert_english() -> Example:
    j = EN[1]
    text = f"{j.name}\n\nAbout us\nWe are a busy clinic.\n\nWhat you'll do:\n{listed(j.duties, '- {t}')}\n\nWhat you'll need:\n{listed(j.needs, '- {t}')}\n\nWhat we offer:\n- Pension scheme\n- 30 days of holiday\n\nTo apply: send your CV to jobs@example.org\n"
    return text_example("advertisement, clean", "advert-english.txt", text, bare([j]))


@made
def advert_several() -> Example:
    parts = [
        f"{HAN[n]}、{j.name}（{n + 1}人）\n岗位职责：\n{listed(j.duties)}\n任职资格：\n{listed(j.needs)}\n"
        for n, j in enumerate(ZH[2:5])
    ]
    return text_example(
        "advertisement, clean",
        "adverts.txt",
        "某酒店招聘启事\n\n" + "\n".join(parts),
        bare(ZH[2:5]),
    )


@made
def advert_word() -> Example:
    j, word = EN[2], Word()
    word.line(f"Job Title: {j.name}", bold=True)
    word.line("Job Description", bold=True)
    for text in j.duties:
        word.line(text, "List Bullet")
    word.line("Skills & Experience", bold=True)
    for text in j.needs:
        word.line(text, "List Bullet")
    return Example("advertisement, clean", "advert.docx", word.data(), bare([j]))


@made
def advert_ornaments() -> Example:
    j = ZH[3]
    text = f"🔥急聘🔥 {j.name} 3人 5K-8K\n\n📌【工作内容】\n{listed(j.duties, '✅ {t}')}\n\n📌【我们希望你】\n{listed(j.needs, '✅ {t}')}\n\n💰【薪资福利】\n✅ 底薪加提成\n✅ 包食宿\n"
    return text_example("advertisement, messy", "ornaments.txt", text, bare([j]))


@made
def advert_one_line() -> Example:
    j = ZH[7]
    text = f"招聘岗位：{j.name}；工作职责：{listed(j.duties, '{n}.{t};', '')}任职要求：{listed(j.needs, '{n}.{t}', ';')} 薪资待遇：面议\n"
    return text_example("advertisement, messy", "one-line.txt", text, bare([j]))


@made
def advert_without_labels() -> Example:
    j = ZH[2]
    text = f"{j.name} 2名\n{listed(j.duties, '{n}、{t}')}\n{chr(10).join(j.needs)}\n月薪5000-7000元，包吃住\n"
    return text_example("advertisement, messy", "no-labels.txt", text, bare([j]))


@made
def advert_without_numbers() -> Example:
    j = ZH[5]
    text = f"岗位：{j.name}\n职责描述\n{chr(10).join(j.duties)}\n岗位要求\n{chr(10).join(j.needs)}\n上班时间\n早九晚六\n"
    return text_example("advertisement, messy", "no-numbers.txt", text, bare([j]))


@made
def advert_unlawful() -> Example:
    j = ZH[1]
    text = f"诚聘{j.name}\n岗位职责：\n{listed(j.duties)}\n任职要求：\n1、限男性，18-35岁；\n2、{j.needs[1]}；\n3、本地户口优先，已婚已育；\n4、迟到一次罚款50元；\n"
    return text_example(
        "advertisement, messy", "unlawful.txt", text, bare([j._replace(needs=j.needs[1:])])
    )


@made
def advert_english_messy() -> Example:
    j = EN[3]
    text = f"*** NOW HIRING: {j.name.upper().title()} ***\n\nResponsibilities include:\n{listed(j.duties, '· {t}')}\nREQUIREMENTS\n{listed(j.needs, '· {t}')}\nPAY: $25 an hour\nLOCATION: Harbour Road\n"
    return text_example("advertisement, messy", "messy-english.txt", text, bare([j]))


# Charts.

PEOPLE = (
    ("周明", "总经理", "总经办", ""), ("吴丽", "前厅经理", "前厅部", "周明"), ("郑强", "礼宾员", "前厅部", "吴丽"),
    ("王芳", "客房经理", "客房部", "周明"), ("陈刚", "客房主管", "客房部", "王芳"), ("林静", "财务科长", "财务科", "周明"),
    ("何勇", "收费员", "财务科", "林静"),
)  # fmt: skip
_TITLES = {name: title for name, title, *_ in PEOPLE}


def chart_jobs() -> tuple[Job, ...]:
    return tuple(
        Job(title, department, _TITLES.get(boss, ""), ()) for _, title, department, boss in PEOPLE
    )


CHART = [["姓名", "职务", "部门", "直接上级"], *(list(row) for row in PEOPLE)]


@made
def chart_gb() -> Example:
    return Example("org chart", "chart-gb.csv", delimited(CHART).encode("gb18030"), chart_jobs())


@made
def chart_utf16() -> Example:
    return Example(
        "org chart", "chart-16.csv", delimited(CHART, "\t").encode("utf-16"), chart_jobs()
    )


@made
def chart_big5() -> Example:
    rows = [["姓名", "職務", "部門", "直接上級"], ["林志明", "總經理", "總經理室", ""], ["陳美玲", "業務經理", "業務部", "林志明"],
            ["張家豪", "業務專員", "業務部", "陳美玲"]]  # fmt: skip
    jobs = (
        Job("總經理", "總經理室", "", ()),
        Job("業務經理", "業務部", "總經理", ()),
        Job("業務專員", "業務部", "業務經理", ()),
    )
    return Example("org chart", "chart-big5.csv", delimited(rows).encode("big5"), jobs)


@made
def chart_workbook() -> Example:
    rows = [["某酒店组织架构表", "", "", "", ""], ["截至2026年10月", "", "", "", ""],
            ["序号", "部门", "岗位", "姓名", "汇报对象"],
            *([str(n), d, t, p, _TITLES.get(b, "无")] for n, (p, t, d, b) in enumerate(PEOPLE, 1)), ["合计", "", "7", "", ""]]  # fmt: skip
    data = workbook({"架构": rows}, {"架构": ("A1:E1", "A2:E2", "B5:B6")})
    return Example("org chart", "chart.xlsx", data, chart_jobs())


@made
def chart_legacy() -> Example:
    return Example("org chart", "chart.xls", legacy_workbook(CHART), chart_jobs())


@made
def chart_english() -> Example:
    rows = [["Employee Name", "Job Title", "Department", "Manager"], ["Zoë Martin", "Practice Manager", "Management", ""],
            ["José Núñez", "Head Nurse", "Nursing", "Zoë Martin"], ["Amy Fox", "Practice Nurse", "Nursing", "José Núñez"],
            ["Tom Hay", "Receptionist", "Front Office", "Zoë Martin"]]  # fmt: skip
    jobs = (Job("Practice Manager", "Management", "", ()), Job("Head Nurse", "Nursing", "Practice Manager", ()),
            Job("Practice Nurse", "Nursing", "Head Nurse", ()), Job("Receptionist", "Front Office", "Practice Manager", ()))  # fmt: skip
    return Example("org chart", "chart-english.csv", delimited(rows, ";").encode("cp1252"), jobs)


@made
def chart_codes() -> Example:
    rows = [["Post reference", "Post title", "Unit", "Grade", "Reports to (post reference)"], ["100", "Chief Officer", "Office", "1", "XX"],
            ["110", "Deputy Officer", "North", "2", "100"], ["120", "Deputy Officer", "South", "2", "100"], ["121", "Area Clerk", "South", "5", "120"]]  # fmt: skip
    jobs = (Job("Chief Officer", "Office", "", ()), Job("Deputy Officer", "North", "Chief Officer", ()),
            Job("Deputy Officer", "South", "Chief Officer", ()), Job("Area Clerk", "South", "Deputy Officer", ()))  # fmt: skip
    return Example("org chart", "chart-codes.csv", delimited(rows).encode(), jobs)


@made
def chart_with_duties() -> Example:
    rows = [["部门", "岗位名称", "直接上级", "岗位职责", "任职要求"],
            *([j.department, j.name, j.superior, listed(j.duties), listed(j.needs)] for j in ZH)]  # fmt: skip
    data = workbook({"岗位": rows})
    return Example("org chart", "chart-duties.xlsx", data, ZH)


@made
def chart_duty_rows() -> Example:
    rows = [["Role", "Team", "Responsibilities"]]
    for j in EN:
        rows += [
            [j.name if not n else "", j.department if not n else "", t]
            for n, t in enumerate(j.duties)
        ]
    jobs = tuple(j._replace(superior="", needs=()) for j in EN)
    return Example("org chart", "duty-rows.csv", delimited(rows).encode(), jobs)


# Matrices and lists.

WORDS = {"A": "负责", "R": "执行", "S": "协助", "C": "会签", "I": "知会"}
KINDS = {
    "A": "accountable",
    "R": "responsible",
    "S": "supporting",
    "C": "consulted",
    "I": "informed",
}
TASKS_ZH = ("采购办公用品", "签订租赁合同", "组织消防演练", "发布放假通知")
ROLES_ZH = ("行政经理", "采购专员", "法务主管", "前台")
MARKS = (("A", "R", "", "I"), ("A", "S", "C", ""), ("A", "R", "", "R"), ("A", "", "", "R"))
TASKS_EN = ("Order stock", "Count stock", "Sign supplier contract", "Clean the shop")
ROLES_EN = ("Shop Manager", "Buyer", "Sales Assistant", "Bookkeeper")


def truth(
    tasks: Sequence[str], roles: Sequence[str], marks: Sequence[Sequence[str]] = MARKS
) -> frozenset[tuple[str, str, str]]:
    return frozenset(
        (role, task, KINDS[letter])
        for task, row in zip(tasks, marks, strict=True)
        for role, cell in zip(roles, row, strict=True)
        for letter in cell.replace("/", "")
    )


@made
def matrix_letters() -> Example:
    rows = [["Task", *ROLES_EN], *([t, *m] for t, m in zip(TASKS_EN, MARKS, strict=True))]
    return Example(
        "RACI matrix", "raci.csv", delimited(rows).encode(), shares=truth(TASKS_EN, ROLES_EN)
    )


@made
def matrix_words() -> Example:
    rows = [["行政职责矩阵", "", "", "", "", ""], ["序号", "工作事项", *ROLES_ZH],
            *([str(n), t, *(WORDS.get(c, "") for c in m)] for n, (t, m) in enumerate(zip(TASKS_ZH, MARKS, strict=True), 1))]  # fmt: skip
    return Example(
        "RACI matrix",
        "matrix.xlsx",
        workbook({"矩阵": rows}, {"矩阵": ("A1:F1",)}),
        shares=truth(TASKS_ZH, ROLES_ZH),
    )


@made
def matrix_double() -> Example:
    marks = (
        ("R/A", "C", "", "I"),
        ("A", "R", "C", "I"),
        ("C/I", "A/R", "", ""),
        ("", "", "RA", "I"),
    )
    rows = [["Activity", *ROLES_EN], *([t, *m] for t, m in zip(TASKS_EN, marks, strict=True))]
    word = Word()
    word.line("RACI matrix of the shop", "Title")
    word.table(rows)
    return Example("RACI matrix", "raci.docx", word.data(), shares=truth(TASKS_EN, ROLES_EN, marks))


@made
def matrix_turned() -> Example:
    rows = [
        ["岗位", *TASKS_ZH],
        *([r, *(MARKS[t][n] for t in range(4))] for n, r in enumerate(ROLES_ZH)),
    ]
    return Example(
        "RACI matrix",
        "turned.csv",
        delimited(rows).encode("gb18030"),
        shares=truth(TASKS_ZH, ROLES_ZH),
    )


@made
def matrix_grouped() -> Example:
    rows = [["Process", "Task", *ROLES_EN], ["Stock", "", "", "", "", ""], *(["", t, *m] for t, m in zip(TASKS_EN[:2], MARKS, strict=False)),
            ["Other", "", "", "", "", ""], *(["", t, *m] for t, m in zip(TASKS_EN[2:], MARKS[2:], strict=True)),
            ["R = Responsible, A = Accountable, C = Consulted, I = Informed", "", "", "", "", ""]]  # fmt: skip
    return Example(
        "RACI matrix", "grouped.xlsx", workbook({"RACI": rows}), shares=truth(TASKS_EN, ROLES_EN)
    )


def by_letter(tasks: Sequence[str], roles: Sequence[str], sign: str) -> list[list[str]]:
    return [
        [
            task,
            *(
                sign.join(r for r, c in zip(roles, row, strict=True) if c == letter)
                for letter in "ARSCI"
            ),
        ]
        for task, row in zip(tasks, MARKS, strict=True)
    ]


@made
def letters_in_columns() -> Example:
    rows = [
        ["Task", "Accountable", "Responsible", "Support", "Consulted", "Informed"],
        *by_letter(TASKS_EN, ROLES_EN, ", "),
    ]
    return Example(
        "letters in columns, lists",
        "letters.csv",
        delimited(rows).encode(),
        shares=truth(TASKS_EN, ROLES_EN),
    )


@made
def list_of_tasks() -> Example:
    word = Word()
    rows = [["序号", "事项", "责任人", "执行人", "协助人", "会签", "知会"],
            *([str(n), *row] for n, row in enumerate(by_letter(TASKS_ZH, ROLES_ZH, "、"), 1))]  # fmt: skip
    word.table(rows)
    return Example(
        "letters in columns, lists", "list.docx", word.data(), shares=truth(TASKS_ZH, ROLES_ZH)
    )


@made
def list_markdown() -> Example:
    rows = by_letter(TASKS_EN, ROLES_EN, ", ")
    lines = [
        "| Task | Owner | Assigned to |",
        "| --- | --- | --- |",
        *(f"| {t} | {a} | {r} |" for t, a, r, *_ in rows),
    ]
    shares = frozenset(
        s for s in truth(TASKS_EN, ROLES_EN) if s[2] in ("accountable", "responsible")
    )
    return Example(
        "letters in columns, lists",
        "list.md",
        ("# Who does what\n\n" + "\n".join(lines) + "\n").encode(),
        shares=shares,
    )
