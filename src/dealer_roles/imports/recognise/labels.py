"""What a heading, a label or a column's name stands for, in Chinese and English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from dealer_roles.imports.recognise.script import simplified, without_pictures

LONGEST_LABEL = 40

# Fields whose value is one name; others are lists of texts.
SINGLE = {
    "position", "title", "person", "code", "person_code", "department", "company", "superior",
    "superior_code", "headcount", "grade", "subordinates", "sequence",
}  # fmt: skip
LISTS = {"duties", "qualifications", "purpose", "outcomes", "measures", "authority", "conditions"}
PROTECTED = {"sex", "age", "origin", "marriage", "body"}
LEFT_OUT = {"relations", "career", "benefits", "contact", "about", "admin", "subordinates"}
BESIDE = {"cadence", "weight"}
"""What is said of the duty before it; the list goes on behind it."""
FIELDS = SINGLE | LISTS | PROTECTED | LEFT_OUT | BESIDE | {
    "task", "accountable", "responsible", "supporting", "consulted", "informed", "approver", "path",
}  # fmt: skip

_ROLE = "(?:岗位|职位|职务|岗|工种|工作岗位|角色)"
_ADJ = (
    "(?:主要|基本|核心|关键|具体|日常|岗位|职位|职务|工作|部门|本岗|本岗位|本职|业务|管理|专业|通用|"
    "首要|重点|重要|常规|其他|直接|相关|的|及|与|和|、)*"
)
_NEED = (
    "(?:任职|所需|应具备|需具备|岗位|职位|招聘|应聘|录用|聘用|上岗|入职|基本|能力|素质|技能|知识|学历|经验|专业|教育|资格|资历|"
    "工作|业务|职业|综合|个人|必备|优先|其他|培训|技术|证书|外语|语言|计算机|软件|从业|管理|核心|身体|"
    "健康|的|及|与|和|/|、)*"
)

# In order: the first that fits is meant. Chinese is matched without blanks, English in lower case.
_ZH: tuple[tuple[str, str], ...] = (
    ("sequence", "序号|序|行号|项次"),
    ("path", "(?:岗位|职位|组织|汇报|层级|架构|所属|部门岗位)*(?:路径|层级关系)|(?:完整|全)路径"),
    ("weight", "(?:工作|所占|占用)?(?:时间)?(?:百分比|占比|比例|比重|权重)|所占时间"),
    ("cadence", "(?:工作|执行|任务|完成|发生)*(?:频次|频率|周期|频度)"),
    ("superior_code", ".*(?:上级|汇报|主管|经理|领导|父级?|上层).*(?:编号|编码|代码|工号|id|邮箱|email)"),
    ("subordinates", "(?:所|直接|直属|间接|管理|管辖)*(?:下级|下属|属下|所属人员|辖).*|(?:管理|管辖|所辖)(?:人数|人员|范围|对象|幅度)"),
    ("superior", "(?:直接|直属|行政|业务|隶属|汇报|所属|主管|岗位)*(?:上级|上司)(?:领导|主管|岗位|职务|职位|姓名|名称|部门|主管岗位)*|(?:直接|工作)?汇报(?:对象|给|上级|关系|人|岗位|线)|(?:直接|直属|直管|分管|主管)(?:领导|主管|经理|负责人)|上级|汇报|隶属关系|督导人|报告对象|直接报告人"),
    ("person_code", "(?:员工|人员|职员)?(?:工号|员工编号|人员编号|员工编码|员工id)|(?:员工|工作|公司|企业)(?:邮箱|email)(?:地址)?"),
    ("code", f"{_ROLE}?(?:编号|编码|代码|代号|id)"),
    ("headcount", f"(?:{_ROLE}|现有|核定|招聘|在岗|需求|计划|本岗)*(?:定编|编制|定员|人数|名额|编制数|定编人数|编制人数)(?:人数|数)?"),
    ("grade", f"(?:{_ROLE}|薪资|薪酬|职务|所属|适用)*(?:职级|级别|岗级|职等|薪级|薪等|等级|层级|职系|序列|职类|职称|档级)(?:职等|/职等)?"),
    ("company", "(?:所属|用人|招聘|所在)?(?:公司|单位|企业|门店|店铺)(?:名称)?"),
    ("department", "(?:所属|所在|隶属|用人|现|归属|归口|管理|主管|内设|需求|工作|[一二三四五]级|上级)*(?:部门|科室|处室|中心|班组|小组|团队|事业部|部室|机构|车间|工段|支行|网点|项目部)[0-9一二三四五]?(?:名称|岗位)?|部室?|隶属|归属"),
    ("person", "(?:员工|人员|任职|现任|在岗|本人|职员)*姓名|(?:任职|在岗|现任)(?:人|者|人员)|员工|在岗人员|人员"),
    ("title", "职衔|头衔|现任职务"),
    ("sex", "性别(?:要求)?"),
    ("age", "年龄(?:要求|范围|段)?|出生(?:日期|年月)"),
    ("origin", "籍贯|户籍|户口(?:所在地|性质)?|民族|出生地|国籍|宗教信仰?"),
    ("marriage", "婚姻(?:状况)?|婚否|婚育(?:状况|情况)?|生育(?:状况|情况)?"),
    ("body", "身高|相貌|形象(?:要求)?|血型|星座|属相"),
    ("admin", "(?:编制|制定|制订|制表|修订|审核|审批|批准|复核|核准|会签|生效|发布|填表|分析|签署|签发|撰写|更新|实施)(?:人|日期|时间|者|部门|人员|单位)?(?:签名|签字|确认)?|编写人?|考核[人者]|被考核[人者]|版本号?|版次|文件(?:编号|号|名称?|版本)|受控(?:状态|号|编号)|页码|页次|签[字名收章].*|(?:员工|任职者|任职人|本人|上级)签[字名].*|日期|(?:岗位|职位|基本|人员|个人|职务|员工)*(?:信息|资料|概况|基本情况)|分值|得分|备注|说明|附注|注|修改记录|修订记录"),
    ("company", "(?:职务|职位|职业|工作|行业)(?:类别|类型)|所属行业"),
    ("position", f"(?:招聘|应聘|申请|意向|求职|投递|需求|拟聘|招募|急聘|诚聘|本|所在|目标|现)*{_ROLE}(?:名称|称谓|标识|title)?|招聘|诚聘|急聘|任职岗位|职业名称|角色名称|岗位（职务）|(?:招聘)?{_ROLE}[一二三四五六七八九十0-9]{{1,2}}"),
    ("measures", "(?:主要|关键|岗位|业绩|绩效|工作|衡量|具体|结果|量化|的|和|及)*(?:考核|kpi|绩效|业绩指标|衡量|评价|评估)(?:指标|标准|要点|内容|项目|方式|办法|维度|依据|目标|重点|要素|项|kpi)*|kpi指标|工作标准|考评.*|关键指标"),
    ("authority", f"{_ADJ}(?:权限|权力|职权|权利|权责|审批权限?|决策权限?)(?:范围|描述|说明|内容)?"),
    ("relations", f"{_ADJ}(?:内外部?|内部|外部|工作|协作|沟通|协调|联系|横向|纵向|对内|对外|合作)*(?:关系|联系|沟通|协调|协作|接口|联络)(?:对象|部门|单位|人员|关系|内容|描述|方式)*|协作部门|合作部门|内部沟通.*|外部沟通.*|所施监督|所受监督"),
    ("career", "(?:可)?(?:职业|晋升|晋级|轮岗|轮换|职务|直接|相关|岗位)*(?:发展|晋升|轮换|轮岗|转换|替代|降级)(?:方向|通道|路径|机会|空间|岗位|规划|路线|关系|的岗位|的职位)*|职位关系"),
    ("benefits", "(?:公司|企业|员工|薪资|薪酬|岗位|工资|职位|薪水|福利|待遇|月薪|年薪|薪金|综合|及|与|和|、|/)*(?:福利|薪资|薪酬|薪水|待遇|工资|月薪|年薪|薪金|收入|提供|亮点|诱惑|社保)(?:待遇|范围|福利|结构|构成|保障|政策|水平|标准|区间|体系|制度|说明|参考)*|我们(?:能|可以|将|会|可|为您?你?)*(?:给|提供|承诺).*|你将(?:获得|得到|收获).*|加入我们.*|为什么选择.*"),
    ("contact", "(?:联系|联络|应聘|投递|报名|面试|咨询|招聘)+(?:人|方式|电话|手机|邮箱|微信|地址|地点|流程|时间|简历|qq|热线)(?:号码?)?|(?:联系|应聘|投递|报名|面试|简历|邮箱|电话|微信|手机|传真|e-?mail)(?:人|方式|电话|手机|邮箱|微信|地址|地点|流程|投递|接收|号)*|公司地址|工作地址|公司网址|网址"),
    ("about", "(?:公司|企业|品牌|集团|门店|团队|关于)(?:简介|介绍|概况|文化|背景|我们|优势)*(?:简介|介绍|概况|文化|背景|优势|我们)|关于我们"),
    ("conditions", "(?:工作|作业|劳动|上班|办公|使用|岗位|职业)*(?:(?<=.)条件|环境|时间|地点|场所|班次|时段|区域|工具|设备|危害|危险性|特征|性质|方式|强度|工时|制度|器材)(?:和|与|及|、)?(?:地点|条件|环境|工具|设备|时间|方式|要求)?|城市|休息时间|均衡性|舒适性"),
    ("qualifications", f"{_NEED}(?:要求|条件|资格|背景|水平|程度|技能|证书|素质|经历|能力|知识|经验|学历|专业|资质|特质|胜任力|素养|标准|技巧|潜质|优先)(?:描述|说明|如下|条件|要求)*|学历|专业|经验|我们希望你|希望你.*|我们需要.*你|你需要.*|加分项|优先条件|我们期待.*|期待你.*|谁适合.*|(?:要|需要|要求)什么(?:样的人)?|人员要求|技能要求|胜任.*"),
    ("purpose", f"(?:{_ROLE}|工作|设置|存在|设立|本岗位?|任务)*(?:目的|使命|概述|宗旨|定位|概要|目标|综述|概况|简述|价值|总述)(?:描述|说明)?|职位简介|岗位简介|岗位介绍"),
    ("duties", f"{_ADJ}(?:职责|职能|职责描述|责任|任务|工作内容|职责范围|工作描述|工作事项|工作职责|岗位描述|职位描述|职责概述|职责表述|职责与任务|活动|内容|分工|要项|履行职责)(?:描述|概述|表述|说明|内容|范围|任务|如下|要求|细则|明细|清单|项目|分解|分工|包括)*|[职负]责[一二三四五六七八九十0-9]+|你将负责.*|你要做.*|(?:做|干)(?:些)?什么|你会做.*|负责|职责和任务|{_ADJ}职责(?:与|和|及|、|/)?{_ADJ}(?:任务|内容|权限|要求|标准)*|工作概述|(?:主要|具体|日常)?工作|(?:分管|主管|负责)(?:工作|范围|领域|业务)|(?:工作)?分工"),
    ("task", "(?:工作|任务|业务|管理|具体|关键|主要|流程|审批|责任|重点|年度|专项|整改|推进|落实)*(?:事项|任务|措施|举措|流程|环节|活动|项目|内容|步骤|节点|模块|名称|工作|业务)(?:名称|内容|描述)?"),
)  # fmt: skip
_EN: tuple[tuple[str, str], ...] = (
    ("path", r"((position|job|post|org|organi[sz]ation|reporting|hierarchy|full) ?)?path|hierarchy"),
    ("weight", r"% ?(of )?time|time ?%|percent(age)?( of time)?|weight(ing)?|% ?(effort|allocation)"),
    ("cadence", r"(task )?(frequency|cadence|periodicity)|how often"),
    ("sequence", r"no|nr|#|s/?n|seq(uence)?( no)?|item( no)?|row|index|sl no|sr no"),
    ("superior_code", r"reports to senior post|reporting senior post|(direct |line )?(manager|supervisor|superior|parent|reports? to|boss)('?s)?( position| post| employee| user| work)?( unique)? ?(id|code|ref(erence)?|number|no|key|e-?mail( address)?)"),
    ("subordinates", r"(direct |number of )?(reports|subordinates)|supervises|manages|direct reports.*|supervisory responsibilit.*|subordinates.*|salary cost of reports.*|team size|span of control"),
    ("superior", r"(who )?(this )?(position |role |post |job )?reports? (in)?to( name| title| position)?|reporting to|reporting (line|officer|manager|relationship)s?|(direct |line |immediate |functional |my |your )?(manager|supervisor|superior|boss)('?s)?( name| title| position| job title| full name)?|responsible to|accountable to|parent (post|position|role)|managed by|supervised by|direct report to|supervisor/manager|manager/supervisor"),
    ("person_code", r"(employee|staff|person|worker|emp|personnel|user|member) ?(id|number|no|code|key)|(work|business|company|employee|corporate|user) e-?mail( address)?"),
    ("code", r"(post unique reference|(position|job|post|role|occupation|o\*?net-soc|soc|isco) ?(id|code|ref(erence)?|number|no|key)|id|code|ref(erence)?( no| number)?|unique (id|reference)|req(uisition)? ?(id|number))"),
    ("headcount", r"head ?count|fte|(number|no) of (posts|positions|staff|openings|vacancies|people|employees|incumbents|jobs)( in fte)?|vacancies|openings|establishment|quantity|qty"),
    ("grade", r"(job |pay |salary |post )?(grade|level|band|rank|seniority|payscale|scale)( \(or equivalent\)| or equivalent| level)?|job family|professional/?occupational group|flsa.*|employment (type|status)|job type|contract type|classification"),
    ("company", r"(company|organi[sz]ation|employer|agency|parent department|institution|firm|entity)( name)?"),
    ("department", r"(home |owning )?(department|dept|unit|division|team|business unit|section|directorate|branch|supervisory organi[sz]ation|org(anisational|anizational)? unit|group|office|area|service area|faculty|department/division|squad|cost cent(re|er))( name)?|(department|division|unit|team) ?[1-5]|function"),
    ("person", r"(full |employee |staff |display |preferred |person |worker |member |holder'?s? )?name( of (employee|holder|staff|person|incumbent))?|employee|person|incumbent|(current )?(post ?|position |job |role )?holder|worker|staff( member)?|member|first name|last name|surname|who"),
    ("title", r"(working|official|business|functional|business card) title"),
    ("sex", r"sex|gender( required)?"),
    ("age", r"age( limit| range| group| requirement)?|date of birth|dob"),
    ("origin", r"nationality|race|ethnicity|religion|place of birth|citizenship|native language"),
    ("marriage", r"marital status|family status"),
    ("body", r"height|weight|appearance"),
    ("admin", r"(prepared|approved|reviewed|written|created|updated|revised|signed|authori[sz]ed|last updated)( by| on| date)?|(date|last) (prepared|approved|reviewed|written|revised|updated|issued|signed)|(effective |revision |review |approval |issue |posting |closing )?date|version|revision|page|remarks?|notes?|comments?|signature.*|document (no|number|id)|employee signature.*|manager signature.*|acknowledge?ment.*|disclaimer|valid\??|(worker |employee |employment )?status|posted"),
    ("measures", r"(kpi|key performance indicator|performance (measure|indicator|standard|metric|target|criteria)|success (measure|criteria|metric)|metric|measure of performance|measure)s?( of success)?|how (success|performance) is measured|what success looks like"),
    ("authority", r"(decision[ -]?making |signing |spending |level of |limits of |financial )*(authority|authorities|authority limits?|decision rights|delegated authority|empowerment)"),
    ("relations", r"(key |working |internal |external |main |and |/|&)*(relationships?|contacts?|interfaces?|stakeholders?|liaison|communications?)( with)?|works? with|liaises with|interacts with"),
    ("career", r"career.*|progression|promotion.*|next (step|role)s?|growth"),
    ("benefits", r"(our |the |employee |staff |your |my |job )?(benefits?|perks|compensation|salary.*|pay( (range|rate|scale|band|details|and .*))?|remuneration|package|wages?|rewards?|bonus(es)?|actual pay.*|pay range|total pay.*)( package)?( (and|&) (benefits|perks|salary|compensation))?|(benefits|perks|compensation|salary|pay|rewards) ?(and|&|/) ?(benefits|perks|salary|compensation|pay)|what we(('|’)ll| can| will)? (offer|provide|give)( you)?|we offer|what('|’)s (?:in it for you|on offer)|on offer|what you(('|’)ll| will| can)? (get|receive|enjoy)|why (work with|join) us|in return.*|why you('|’)ll love.*|actual pay floor.*|actual pay ceiling.*|total pay.*"),
    ("contact", r"contacts?( us| details| e-?mail| phone| person| information| name)?|e-?mail( address)?|(tele)?phone( number)?|mobile|how to apply|to apply|apply( now| here| today)?|application( process| deadline)?s?|address|website|url|recruiter"),
    ("about", r"about (us|the (company|team|organi[sz]ation|practice|clinic|dealership|business)|our .*)|who we are|(our|company) (story|culture|values|overview|profile|mission|background|description)|(equal (opportunit|employment).*|eeo.*|diversity.*|our commitment.*)"),
    ("conditions", r"(working |work |physical )(conditions?|hours|environment|schedule|demands?|requirements|location|pattern|place)( (and|&) .*)?|location|base|place of work|schedule|shifts?|hours( of work)?|travel( required)?|work(ing)? (days|time)|start date|workplace|tools (and|&) equipment|equipment used"),
    ("qualifications", r"(the |your |our |job |position |role |selection |minimum |basic |preferred |required |essential |desired |desirable |key |core |other |technical |additional |specific |special |candidate |professional |and |or |& |/ ?|, ?)*(requirements?|qualifications?|skills?|experience|education(al)?|competenc(y|ies|es)|abilit(y|ies)|knowledge|certifications?|licen[cs]es?|licensures?|credentials|criteria|attributes|profile|training|languages?|background|degree|person specification|person spec|eligibility)( (and|or|&|/) .*| required| needed| desired| preferred| level| sought|/.*)?|you('|’)ll (need|have|bring|be).*|who you are|about you|what you(('|’)ll| will|('|’)ve)? (need|bring|have|got).*|what we(('|’)re| are)? (look(ing)?|seek(ing)?|need).*( for)?|who we(('|’)re| are) looking for|(?:we |you )?needs?|you have|you are|you bring|you (should|must|will) have|must[- ]haves?|nice[- ]to[- ]haves?|preferred|bonus points.*|(the )?(ideal|successful|right|perfect|suitable) candidates?.*|we(('|’)re| are) looking for|to be successful.*|pre-?requisites?|essential|desirable"),
    ("purpose", r"(basic|job|position|role|primary|general) function|why (this|the) (role|job|post|position) (matters|exists)|(job|position|role|main|general|overall|primary|post|executive|brief)? ?(purpose|summary|overview|mission|objectives?|profile|statement)( of (the )?(job|role|position|post))?|purpose of (the )?(job|role|position|post)|about (the|this) (job|role|position|opportunity|post)|the (role|opportunity|position|job)|(job|position|role)/team function|job/team function|job summary|introduction|position overview|in a nutshell|full (job )?description"),
    ("duties", r"(the |your |our |essential |key |main |primary |principal |core |major |general |specific |typical |daily |other |additional |day-to-day |job |position |role |work |detailed |areas of |duties|scope of |and |& |/ ?|, ?)*(responsibilit(y|ies)|dut(y|ies)|accountabilit(y|ies)|functions|tasks?|activities|job description|description|work performed|responsibilities|role description|key result areas|scope of work|obligations|deliverables)( (and|&|/) .*| include| includes?|/.*| of (the )?(role|position|job|post))?|what you(('|’)ll| will|('|’)d)? ?(be )?(do|doing|work on|working on|responsible for).*|what the (job|role) (involves|entails).*|(in this role|in this position).*|as (an?|our|the)( new)? .{3,50},? you('|’)?( wi)?ll.*|you will( be responsible for)?|you('|’)ll|day[ -]to[ -]day|.{0,30}\byou(('|’)ll| will|('|’)d| would)( be)?( doing| do| be doing)?|a (typical )?day in.*|how you(('|’)ll| will) (contribute|make).*|your (role|impact|mission)|responsible for|([a-z/&-]+ ){1,3}(responsibilities|duties|accountabilities)|(the )?role (involves|includes|entails).*"),
    ("position", r"(job|position|post|role|occupation|generic job|vacancy|career|employee|current|official)? ?(title|position|role|post|job|occupation|designation)( name| title)?|(job|position|post|role|occupation) ?name|title of (position|post|job)|vacancy|(we are |we're |now )?hiring( for)?|opening|job opening"),
    ("task", r"(process |key |main |project |work )?(task|activity|process|work ?item|deliverable|step|action|workstream|milestone|work package|phase|decision|function|area|responsibility|topic|subject|activities|tasks|item)( name| description|/.*)?|what"),
)  # fmt: skip
_ZH_RULES = tuple((name, re.compile(pattern)) for name, pattern in _ZH)
_EN_RULES = tuple((name, re.compile(pattern)) for name, pattern in _EN)
_BRACKETS = re.compile(r"[（(\[【][^（(\[【）)\]】]*[）)\]】]")
_JOINS = re.compile(r"以及|[及与和暨、+&,，]|\band\b")
_EDGES = "：:.。、,，;；*＊#【】[]「」《》<>〈〉●■◆▶►★☆|-—–_~ \t\u3000✅📌🔥👉💼📋🎯✨❖◎○□▪•·"


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Return a label as it is compared: one width, no ornaments; no blanks if it is Chinese."""
    text = re.sub(r"(?<=\w) ?#$", " no", text.strip())
    text = without_pictures(simplified(unicodedata.normalize("NFKC", text)).strip(_EDGES)).lower()
    text = re.sub(r"[\s_]+|\.(?= )", " ", text.strip(_EDGES)).replace("  ", " ").strip()
    return re.sub(r"\s+", "", text) if re.search(r"[\u4e00-\u9fff]", text) else text


@lru_cache(maxsize=50_000)
def _known(label: str) -> str:
    rules = _ZH_RULES if re.search(r"[\u4e00-\u9fff]", label) else _EN_RULES
    found = next((name for name, rule in rules if rule.fullmatch(label)), "")
    if not found and (bare := _BRACKETS.sub("", label).strip()) != label and bare:
        found = next((name for name, rule in rules if rule.fullmatch(bare)), "")
    if not found and label.isascii() and label.endswith("s"):
        found = next((name for name, rule in rules if rule.fullmatch(label[:-1])), "")
    return found


def _compound(label: str) -> str:
    """Return what a label made of known ones stands for: the first (工作内容及职责, duties & KPIs)."""
    fields = [_known(part.strip()) for part in _JOINS.split(label)]
    return fields[0] if len(fields) > 1 and all(fields) else ""


_GROUP = re.compile(
    r"模块|类别|类型|阶段|流程|大类|分类|领域|process|phase|category|module|area|workstream|key result|\bkra\b",
    re.IGNORECASE,
)


def is_group_heading(heading: str) -> bool:
    """Whether what stands under a heading only groups duties or tasks: 职责模块, *Phase*."""
    return _GROUP.search(heading) is not None


class Labels:
    """The labels that are known, and those that a mapping file adds."""

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self._own = {plain(label): name for label, name in (own or {}).items()}

    def field(self, text: str) -> str:
        """Return the field that a label stands for, or nothing."""
        if not text or len(text) > LONGEST_LABEL * 2:
            return ""
        label = plain(text)
        if not label or len(label) > LONGEST_LABEL:
            return ""
        own = self._own.get(label)
        if own is not None:
            return own
        if "/" in label and not _known(label):
            fields = {_known(part.strip()) for part in label.split("/")} - {""}
            return fields.pop() if len(fields) == 1 else ""
        return _known(label) or _compound(label) or self._bilingual(text)

    @staticmethod
    def _bilingual(text: str) -> str:
        """Return what a label in both languages stands for: 岗位名称 Job Title."""
        han = "".join(re.findall(r"[\u4e00-\u9fff（）()、/]+", text))
        latin = " ".join(re.findall(r"[A-Za-z][A-Za-z'&/ -]*", text))
        if len(re.findall(r"[\u4e00-\u9fff]", han)) < 2 or len(latin) < 3:
            return ""
        return _known(plain(han)) if _known(plain(latin)) else ""
