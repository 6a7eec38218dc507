"""What the made-up documents say: positions of a hotel, a clinic, a warehouse; our own words."""

from __future__ import annotations

from typing import NamedTuple


class Job(NamedTuple):
    """A position as a document should be read."""

    name: str
    department: str
    superior: str
    duties: tuple[str, ...]
    needs: tuple[str, ...] = ()


ZH = (
    Job("前厅经理", "前厅部", "总经理", ("负责前厅日常运营，保证入住与退房顺畅", "编制前厅排班表并核对工时",
        "审核房价优惠申请", "处理客人投诉并记录结果", "协助总经理制定年度预算"),
        ("大专及以上学历", "三年以上酒店前厅管理经验", "熟练使用酒店管理系统")),
    Job("礼宾员", "前厅部", "前厅经理", ("迎送客人并协助搬运行李", "代客叫车和收发快递", "保管行李寄存间钥匙，做好登记"),
        ("形体健康，能上夜班", "会说普通话")),
    Job("客房主管", "客房部", "客房经理", ("安排客房清扫任务", "检查清扫质量，不合格的当场返工", "盘点布草与低值易耗品",
        "培训新入职的清扫人员"), ("高中以上文化", "有两年客房工作经验")),
    Job("仓库管理员", "物流部", "物流主管", ("办理货物入库、出库手续", "每月盘点库存并上报差异", "维护货架标识与先进先出",
        "配合财务部进行年终盘点", "保持库区清洁与消防通道畅通"), ("熟悉仓储软件", "持有叉车证者优先")),
    Job("收费员", "财务科", "财务科长", ("收取门诊费用并开具票据", "每日结账，将现金送存银行", "整理退费凭证交财务科长审批"),
        ("会计或相关专业", "工作细致")),
    Job("护士长", "护理部", "护理部主任", ("统筹本病区护理工作", "检查医嘱执行情况", "组织护理查房和业务学习", "管理病区药品与急救设备",
        "评价护士的工作表现"), ("护理专业本科", "持护士执业证书", "五年以上临床经验")),
    Job("维修技工", "工程部", "工程经理", ("巡检水电、空调与电梯", "接到报修后十五分钟内到场", "填写维修记录并归档"),
        ("持低压电工证",)),
    Job("采购专员", "采购部", "采购经理", ("收集各部门采购需求", "询价、比价并提交采购建议", "跟踪订单到货并办理验收", "建立供应商档案"),
        ("一年以上采购经验",)),
)  # fmt: skip
EN = (
    Job("Front Desk Manager", "Front Office", "General Manager", ("Run the front desk from check-in to check-out",
        "Prepare the weekly rota and check hours worked", "Approve discounts on room rates",
        "Handle guest complaints and record the outcome"),
        ("Two years of experience in a hotel", "Good spoken English")),
    Job("Practice Nurse", "Nursing", "Head Nurse", ("Take blood samples and label them", "Give vaccinations to children and adults",
        "Keep the vaccine fridge log up to date", "Assist doctors with minor surgery", "Order dressings and consumables"),
        ("Registered nurse", "Certificate in immunisation")),
    Job("Receptionist", "Front Office", "Practice Manager", ("Answer the telephone and book appointments",
        "Collect payments and issue receipts", "Scan letters into patient records"), ("Basic computer skills",)),
    Job("Warehouse Supervisor", "Logistics", "Operations Director", ("Plan inbound and outbound shifts",
        "Investigate stock differences", "Train forklift drivers on safe loading", "Report damaged goods to the carrier"),
        ("Forklift licence",)),
    Job("Payroll Accountant", "Finance", "Finance Director", ("Run the monthly payroll", "File payroll taxes on time",
        "Reconcile payroll with the ledger"), ("Degree in accounting",)),
)  # fmt: skip
