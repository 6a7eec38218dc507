"""Whether a text is the name of a position or a department."""

from __future__ import annotations

import re
import unicodedata

from dealer_roles.imports.recognise.script import simplified, without_pictures

_ZH_ROLE = re.compile(
    r".*(?:经理|总监|主管|专员|顾问|主任|部长|科长|处长|店长|组长|班长|队长|校长|院长|所长|园长|行长|局长|"
    r"厂长|社长|台长|馆长|总裁|董事长?|监事|总经理|助理|秘书|会计师?|出纳|文员|前台|司机|保安|保洁|客服|技师|"
    r"技工|学徒|工程师|设计师|分析师|评估师|培训师|讲师|教师|老师|医生|医师|护士长?|护师|药师|药剂师|厨师|"
    r"律师|架构师|检验员|质检员|专家|代表|委员|干事|内勤|外勤|门卫|钣金工?|喷漆工?|机修工?|电工|焊工|钳工|"
    r"洗车工?|维修工|美容师?|施工员|采购|库管|仓管|主播|编辑|记者|翻译|调度|督导|稽核|审计|法务|财务|老板|"
    r"负责人|合伙人|创始人|接待|运营|店员|导购|收银|柜员|副总|书记|领班|店助|导医|导诊|骑手|理货|跟单|报关|法官|警官|检察官|主理人|掌柜|护工|保育|[^成人动会全雇裁职官]员|[^处办]长|[\u4e00-\u9fff]师|师傅|"
    r"[\u4e00-\u9fff]岗|[ABC]岗|[A-Z]{2,4}|(?:CEO|CFO|COO|CTO|HRBP|HR))(?:[（(].{1,12}[)）]|[一二三四ABC0-9])?$",
)  # fmt: skip
_ZH_WORKER = re.compile(r"(?:[\u4e00-\u9fff]{1,6})(?:工|人员)$")
_ZH_NOT = re.compile(
    r"[，。；、！？：;!?]|职责|要求|制度|流程|管理办法|说明|负责(?!人)|及时|完成|公司$|^(?:各|全体|所有|相关)|客户$|"
    r"^(?:适用|规范|为了?|关于)|的(?:采购|财务|法务|审计|稽核|调度|督导|编辑|翻译|运营|接待)$|"
    r"员工$|人员$|成员$|会员$|动员$|成长$|增长$|特长$|时长$|擅长$|延长$|专长$|见长$|官员$|老师傅$|全员$|家长$|部门$"
)
_ZH_TAIL = re.compile(
    r"(?:的|之)?(?:安全生产|安全|消防|环保|质量|岗位|工作|职务|职位|任职|主要)*(?:职责|责任)?(?:说明书|职责|责任制|职责书|任职书|描述|说明|责任书|"
    r"职责描述|职责说明书|职责说明|职责范围|JD|jd|工作标准|岗位职责|"
    r"职责(?:[及与和、](?:岗位|任职|工作|考核)*(?:职责|要求|资格|条件|权限|标准|流程))+|任职要求|任职资格|招聘启事|招聘)(?:一览)?(?:表|卡|卡片|清单)?(?:\s*[（(][^）)]*[)）])?$"
)
_EN_ROLE = re.compile(
    r"\b(?:manager|director|officer|engineer|advis[eo]r|consultant|specialist|assistant|clerk|analyst|"
    r"co-?ordinator|supervisor|technician|mechanic|nurse|doctor|physician|receptionist|accountant|"
    r"cashier|driver|administrator|executive|lead|leader|head|chief|president|secretary|"
    r"representative|rep|agent|associate|planner|buyer|trainer|designer|developer|therapist|dentist|"
    r"hygienist|pharmacist|teacher|cleaner|porter|guard|chair(?:man|woman|person)?|treasurer|owner|"
    r"principal|attendant|operator|inspector|estimator|painter|detailer|valeter|greeter|keeper|"
    r"bookkeeper|controller|architect|counsel|lawyer|paralegal|intern|apprentice|scientist|person|helper|tech|runner|sponsor|"
    r"strategist|recruiter|auditor|editor|writer|marketer|salesperson|seller|foreman|dispatcher|"
    r"surgeon|optometrist|midwife|sonographer|radiographer|phlebotomist|paramedic|worker|partner|"
    r"member|maintainer|committer|minister|commissioner|governor|deputy|aide|expert|handler|"
    r"appraiser|broker|underwriter|steward|host|hostess|waiter|chef|cook|baker|barista|stylist|"
    r"installer|fitter|welder|electrician|plumber|carpenter|labou?rer|packer|picker|merchandiser|"
    r"boss|ceo|cfo|coo|cto|cio|cmo|hrbp|pa|gm|vp|svp|evp|pm|po|qa|ba|sme|dba|sre|practitioner|chairs|staff)\b",
    re.IGNORECASE,
)  # fmt: skip
_EN_HEAD = re.compile(
    r"^(?:job description|job title|position description|position title|role profile|role description|"
    r"position|job|role|title|vacancy|now hiring|hiring|we(?:'re| are)(?: currently| now)? (?:hiring|looking for|seeking|recruiting)|wanted|job ad)\s*"
    r"(?:[:：–—-]|for\b(?: an?\b)?|:? an?\b)\s*",
    re.IGNORECASE,
)  # fmt: skip
_PURPOSE = re.compile(
    r"[,.]?\s+(?:to (?:join|lead|support|help|work|run|manage|take|be)|who|based|within|for our|at our|in our|on our)\b.*$"
)
_EN_TAIL = re.compile(
    r"\s*[–—:-]?\s*(?:job description|position description|role description|role profile|job profile|"
    r"responsibilities|duties|duties and responsibilities|jd|needed|wanted|required)\s*[:.]?\s*$",
    re.IGNORECASE,
)  # fmt: skip
_ADVERT_HEAD = re.compile(
    r"^[^\w]*(?:(?:招聘|诚聘|急聘|高薪诚聘|急招|诚招|招募|招|聘)(?:岗位|职位)?[^\w（(]+(?=\w)|"
    r"(?:招聘|诚聘|急聘|高薪诚聘|急招|诚招|招募)(?:岗位|职位)?(?=\w{3}))"
)
_SHEET_HEAD = re.compile(
    r"^(?:岗位|职位|职务|工作)?(?:职责|说明书|描述|任职要求|JD)\s*(?:[—–\-|｜]+|[:：])\s*(?=\S)"
)
_ADVERT_TAIL = re.compile(
    r"\s*(?:[（(【]?\s*(?:招聘|招|共)?\s*(?:若干|数|(?P<count>\d{1,4}))\s*(?:名|人|位|个)(?:以上)?\s*(?:[，,、；;][^)）】]{1,12}(?=[)）】]))?[)）】]?|"
    r"[（(]?\s*[¥￥]?\d+(?:\.\d+)?\s*[kK千万wW]?\s*[-~—–至到]\s*[¥￥]?\d+(?:\.\d+)?\s*[kK千万wW元]?(?:[/／·]?月|元/月|·\d+薪)?\s*[)）]?|"
    r"[（(](?:坐标|base|驻|工作地点?|地点|可|急|限)[^)）]{0,16}[)）]|"
    r"[（(]\s*(?:[mfdxwhgn*]\s*[/|,]\s*)+[mfdxwhgn*]\s*[)）]|[（(](?:all genders|any gender)[)）]|"
    r"[（(]?(?:底薪|月薪|薪资|面议|急招|急聘|可兼职|包食宿|五险一金|双休).*|[-–—|(（,]\s*(?:full|part)[- ]?time.*)$"
)
_HIRES = re.compile(
    r"(?:(?<=..)(?:招聘|诚聘|急聘|急招|诚招|招募|聘请)(?!专员|主管|经理|总监|助理|顾问|负责|岗|组长|官)|"
    r"\b(?:needs?|seeks?|wants?|is (?:now )?(?:hiring|seeking|looking for|recruiting))\s+"
    r"(?:for )?(?:an? |our )?(?:[a-z-]+ ){0,3}?(?=[A-Z]))(\S.{1,60})$"
)
_EDGES = "!！：:.。、,，;；*＊#【】[]「」《》<>〈〉●■◆▶►★☆|-—–_~ \t\u3000“”\"'‘’✅📌🔥👉💼📋🎯✨❖◎○□▪•·🚗🔧🏥🙌💰"
_DEPARTMENT = re.compile(
    r"^[\u4e00-\u9fffA-Za-z0-9（）()/·]{1,14}(?:部|科|处|室|中心|车间|班组|事业部|团队|委员会|办公室|分公司|门店|部门|库房|大厅)$"
)
_COMPANY = re.compile(r"(?:公司|集团|4[sS]店)$|\b(?:Ltd|Inc|LLC|GmbH)\.?$")
_DEGREE = re.compile(r"(?:本|专|文|理|工|医|学)科$|全部$|内部$|外部$")
_EN_DEPARTMENT = re.compile(
    r"^(?:[\w&,/'-]+ ){0,5}(?:department|division|team|unit|office|directorate|section|services|desk|shop)$"
    r"|^(?:department|division) of [\w&, ]{2,40}$",
    re.IGNORECASE,
)


def is_chinese(text: str) -> bool:
    """Whether Chinese characters stand in a text."""
    return re.search(r"[\u4e00-\u9fff]", text) is not None


def is_role(text: str) -> bool:
    """Whether a whole text reads as the name of a position."""
    text = simplified(unicodedata.normalize("NFKC", text)).strip(_EDGES)
    if is_chinese(text):
        squeezed = re.sub(r"\s+", "", text)
        if not 2 <= len(squeezed) <= 18 or (_ZH_NOT.search(squeezed) and "岗位" not in squeezed):
            return False
        return bool(_ZH_ROLE.match(squeezed) or _ZH_WORKER.match(squeezed))
    return (
        len(text.split()) <= 8
        and len(text) <= 70
        and text[:1].isupper()
        and not re.search(r"[.;!?]\s|[.;!?]$|:", text)
        and _EN_ROLE.search(text) is not None
        and sum(w[:1].isupper() or not w[:1].isalpha() for w in text.split()) * 3
        >= 2 * len([w for w in text.split() if w.lower() not in _SMALL])
    )


_LONGEST_HEADING = 120
_PAID = re.compile(
    r"\s*[!|–—-]*\s*[$£€]\s?\d[\d.,kK]*(?:\s?[-–]\s?[$£€]?\d[\d.,kK]*)?\s*(?:/|per\b|an?\b).{0,24}$"
)
_SMALL = {"of", "and", "the", "for", "in", "to", "&", "at", "on", "a"}


def is_department(text: str) -> bool:
    """Whether a whole text reads as the name of a department."""
    text = simplified(text.strip(_EDGES))
    if is_chinese(text):
        return (
            _DEPARTMENT.match(re.sub(r"\s+", "", text)) is not None
            and not _DEGREE.search(text)
            and not _ZH_ROLE.match(text)
        )
    words = [w for w in text.split() if w.lower() not in _SMALL]
    if not all(w[:1].isupper() or not w[:1].isalpha() for w in words):
        return False
    return _EN_DEPARTMENT.match(text) is not None and text[:1].isupper()


def is_company(text: str) -> bool:
    """Whether a text names an employer: 诚聘 stands before one as it does before a position."""
    return _COMPANY.search(text) is not None and not is_role(text)


def heading_name(text: str) -> str:
    """Return the position that a heading names beyond doubt (销售顾问岗位职责), or nothing."""
    text = text.strip(_EDGES)
    if len(text) > _LONGEST_HEADING:
        return ""
    text = _PAID.sub("", text).strip(_EDGES)
    if is_chinese(text):
        plain = simplified(text)
        bare = text[len(text) - len(_ADVERT_HEAD.sub("", _SHEET_HEAD.sub("", plain))) :]
        squeezed = re.sub(r"\s+", "", bare) if len(bare) < 40 else bare
        cut = squeezed[: len(_ZH_TAIL.sub("", simplified(squeezed)))]
        if (cut != squeezed or bare != text) and len(cut) <= 24:
            name = without_numbers(cut)[0]
            hires = bare != text or "招聘" in squeezed[len(cut) :]  # a company may stand there
            return name if (is_role(name) if hires else is_name(name)) else ""
        return ""
    bare = _EN_TAIL.sub("", _PURPOSE.sub("", _EN_HEAD.sub("", text)))
    if bare != text and 2 < len(bare) <= 70 and len(bare.split()) <= 9 and is_role(bare):
        return without_numbers(bare)[0]
    return ""


def hired(text: str) -> str:
    """Return what stands behind the words of an advertisement: 某店招聘洗车工3名 is 洗车工3名."""
    bare = _ADVERT_HEAD.sub("", text)
    found = _HIRES.search(bare)
    if found and is_role(without_numbers(found.group(1))[0]):
        return found.group(1)
    return bare


def is_name(text: str) -> bool:
    """Whether a text may be a position's name though no known word tells."""
    if is_role(text):
        return True
    squeezed = re.sub(r"\s+", "", text)
    if not 2 <= len(squeezed) <= 20 or re.search(r"[，。；、！？：;!?]", squeezed):
        return False
    return not (
        is_department(text)
        or re.search(
            r"各|公司|企业|科室人员|类人员|4[sS]店|[诚急招]聘|招[募人]|履行|下列|责任制|管理制度|汇编|大全|全套|部门|岗位$|^(?:学校|医院|工厂|酒店|宾馆|饭店|餐厅|银行|机关|车间|商场|超市|门店|幼儿园|物业|单位|集团|组织|机构|项目部?)$|^的|以下|以上|设置|[的及与和、]$|^(?:岗位|工作|人员|员工|职位)$",
            squeezed,
        )
    )


def without_numbers(text: str) -> tuple[str, int]:
    """Return a name without how many are sought and what is paid, and how many that is."""
    count = 0
    text = _bare(text)
    while match := _ADVERT_TAIL.search(text):
        if not match.start():
            break
        count = count or int(match.group("count") or 0)
        text = _bare(text[: match.start()])
    return text, count


def _bare(text: str) -> str:
    bare = without_pictures(text.strip(_EDGES)).strip(_EDGES)
    name, sign, office = bare.rpartition(" - ")
    return name if sign and is_department(office) and not is_chinese(office) else bare


_TITLE = re.compile(
    r"^.{1,16}(?:部|科|处|室|中心|车间|集团|医院|学校)(?:各|全部|所有)?(?:岗位|职位|职务)(?:说明书|职责|职责说明)(?:一览)?表?$|"
    r"^.{0,30}(?:各|全套|全体|所有|岗位(?:设置|人员)|人员|公司|4[sS]店|企业|门店)[^，。；：:]{0,14}(?:职责|说明书|责任制|职能)(?:汇编|大全|范本|模板|手册|一览表|全集|\d{4}版?)?$|"
    r"^.{0,30}(?:说明书|职责|职位描述|岗位手册)(?:汇编|大全|范本|模板|手册|一览表|全集|合集)$|"
    r"^(?:.{0,40}\b)?(?:job descriptions|roles and responsibilities|position descriptions|staff handbook|(?:staff|team|job|committee|officer) (?:roles|duties|positions|jobs)|job profiles|organi[sz]ation chart)\b.{0,30}$",
    re.IGNORECASE,
)


def is_collection(text: str) -> bool:
    """Whether a heading names a whole collection of positions, not one of them."""
    text = text.strip(_EDGES)
    return len(text) <= 60 and _TITLE.match(text) is not None
