"""Traditional characters read as simplified ones: labels and titles are known in these.

Sign by sign, so that places stay what they are; only signs that labels and titles need.
"""

from __future__ import annotations

import unicodedata

_PAIRS = (
    "職职務务責责門门稱称編编號号屬属級级報报對对領领導导員员資资歷历經经驗验學学條条專专業业說说書书標标準准權权協协調调關关"
    "係系聯联絡络電电話话訓训練练審审備备註注單单據据處处長长組组課课監监總总師师護护醫医藥药廠厂會会計计內内為为與与從从"
    "並并執执擔担當当應应該该納纳實实際际圍围環环時时間间點点績绩評评數数額额歲岁別别齡龄僱雇徵征顧顾問问櫃柜務务維维"
    "倉仓庫库採采購购銷销結结構构團团隊队負负覽览項项協协辦办決决簽签發发興兴認认識识證证畢毕優优術术軟软體体繪绘圖图"
    "語语種种類类獎奖罰罚動动達达標标進进運运營营設设備备檢检測测車车輛辆維维護护術术廳厅場场樓楼層层區区國国際际貿贸"
    "匯汇製制複复檔档歸归繳缴費费價价償偿餘余轉转讓让買买賣卖傳传輸输輪轮較较輯辑邊边選选適适遠远連连遷迁遺遗郵邮鄉乡釋释鋪铺鎖锁鏈链閱阅"
    "開开陽阳隨随險险隱隐雙双雜杂離离難难靈灵靜静響响頁页預预頭头頻频題题願愿顯显風风飛飞飯饭飲饮養养馬马駐驻駕驾駛驶驅驱鮮鲜黃黄齊齐"
    "劃划籌筹擬拟營营紀纪約约級级紅红細细終终組组給给統统經经綜综緊紧線线緣缘編编緩缓練练縣县總总績绩繼继續续纖纤罷罢聽听肅肃腦脑舊旧"
    "華华葉叶蓋盖蘇苏處处號号補补裝装製制視视親亲覺觉觸触訊讯討讨託托許许訴诉詢询試试詳详話话誠诚誤误說说請请論论諮咨謝谢講讲證证議议"
    "財财貢贡責责貼贴貿贸賀贺賓宾賣卖賬账購购贊赞車车軍军較较農农遲迟鄭郑醫医銀银銷销錯错鐘钟鐵铁鑒鉴閉闭間间閣阁隊队階阶雲云電电類类"
    "驗验體体魚鱼鹽盐麥麦點点龍龙亞亚倉仓個个倫伦傷伤僅仅價价億亿優优兒儿兩两冊册凍冻則则剛刚劇剧劑剂勝胜勞劳勢势勵励區区協协單单"
    "卻却廳厅參参員员唄呗問问喬乔單单喚唤嘗尝嚴严囑嘱團团園园圓圆圖图場场塊块墊垫壓压壞坏壯壮壽寿夢梦夾夹奪夺奮奋婦妇孫孙寫写寧宁實实"
    "寬宽將将專专尋寻屆届層层島岛師师帶带幣币幫帮幹干庫库廢废廣广張张強强彈弹彙汇從从復复徵征恆恒態态慣惯慮虑憑凭懷怀戰战戲戏戶户"
    "拋抛挾挟掃扫掛挂採采揀拣換换揮挥損损搶抢撥拨撫抚據据擇择擊击擔担擴扩擺摆攜携敗败敵敌數数斷断於于暢畅曆历東东極极樂乐標标樣样橋桥"
    "機机檢检權权歐欧歡欢殘残氣气決决沒没況况洩泄測测湯汤滅灭準准溝沟滿满漁渔漢汉潔洁潛潜濟济濾滤災灾為为無无煉炼熱热燈灯燒烧爭争爾尔"
    "牆墙獨独獲获現现環环產产畫画異异當当療疗發发盡尽監监盤盘眾众睏困礎础禮礼種种稱称穩稳窮穷競竞筆笔節节範范築筑簡简簽签糧粮納纳"
    "產产質质量量財财帳账稅税錢钱儲储訂订貨货遞递館馆園园療疗診诊藝艺記记錄录參参觀观臺台灣湾過过還还這这個个們们來来"
)  # fmt: skip
_TABLE = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))


def simplified(text: str) -> str:
    """Return a text with the traditional signs of labels and titles as simplified ones."""
    return text.translate(_TABLE)


_PICTURES = ("So", "Sk", "Cf", "Mn")


def without_pictures(text: str) -> str:
    """Return a text without the pictures (emoji, stars) before and behind it."""
    start, end = 0, len(text)
    while start < end and (text[start].isspace() or unicodedata.category(text[start]) in _PICTURES):
        start += 1
    while end > start and (
        text[end - 1].isspace() or unicodedata.category(text[end - 1]) in _PICTURES
    ):
        end -= 1
    return text[start:end]
