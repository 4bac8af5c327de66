/**
 * Words by which checks recognise a step's subject. A word alone never raises a warning about who
 * does what, which needs duties and posts (domain D, calibration).
 */
import { numeralCharacters } from '../../model/numerals.ts'

/**
 * [P41]: 处理/办理/操作/管理/跟进/落实/完善/安排/相关工作, and nothing else: 管理科审核 and 落实资金来源 say what is
 * done. Whole names only.
 */
export const vagueAsAWhole =
  /^(?:依法|及时|认真|统一|集中|按程序|按规定|负责|做好|进行|开展|组织|后续|具体|日常|综合|相关|有关|其他|各项|业务|内部|分类)*(?:处理|办理|操作|管理|跟进|落实|完善|安排|处置|工作|事项|事宜|事务|业务|手续|情况|问题)(?:处理|办理|跟进|落实|安排|完善|相关|有关|具体|后续|日常|工作|事项|事宜|事务|业务|手续|措施|环节|中|等)*$/

/** Placeholders left from a form: XX个工作日、【A岗位】、XX专责、____. [P41] */
export const placeholder =
  /[XxＸｘ×]{2,}|[XxNnＸｘ×*?？]\s*个?(?:工作日|自然日|日内|天)|[【[][^】\]]{0,12}(?:岗|部门|科室|单位|人员|姓名|填|名称|X|×)[^】\]]{0,8}[】\]]|_{2,}|＿{2,}|[(（]\s*[)）]\s*个?(?:工作)?[日天]|待定|待填|TODO/

/** Sample text that should have been replaced. */
export const exampleWords =
  /^(?:例如|示例|举例|样例|范例)|[(（【](?:示例|样例|举例|例|填写示例|请填写[^)）】]*)[)）】]|请(?:在此)?(?:填写|输入)|^新(?:建)?(?:环节|文书)\d*$|^环节\d+$/

/** 审批、验收、付款 need a post [P41]. 批准后购置 refers to an earlier step. */
export const criticalWord = /审批|(?<!不予|未|不)批准(?!后)|验收|付款|支付/

/** 分送有关部门会签: goes to several at once. */
export const sendingOut =
  /分送|分发|分别|会签|并联|同时|征求[^，]*意见|转送|转办|送[^，]*(?:部门|科室|单位)|各(?:部门|科室|单位)/

/** Only sorts cases; the step before names who decides. */
export const sortingQuestion = /是否|有无|能否|需否|[?？]|金额|档次|分档|限额|类型|类别|方式|情形|\//

export const applicantPost =
  /^(?:申请人|申报人|申请单位|申请者|行政相对人|相对人|办事群众|群众|公民|当事人)(?:$|[(（])/
export const intakeWord = /受理/
export const correctionWord = /补正|补齐|补充(?:申请)?材料|补交|一次(?:性)?告知/
export const refusalWord = /不予?受理|不属|不符合(?:受理|法定)条件/

/** 公示 as a lasting stage, not 公示栏 or what follows it. */
export const publicityWord =
  /公示(?!栏|牌|期|无|有|结束|后|完|材料|的|文稿|文本|稿|方案|内容|模板|公告稿|名单拟)/
/** Writing what will be posted is no 公示. */
export const preparingPublicity =
  /(?:起草|拟[订定写制]|撰写|制作|准备|编制|审核|审定|复核|校对|是否(?:需要)?)[^，,、]{0,8}公示/
/** What was decided is made known; nobody is asked for objections. */
export const resultPublicity =
  /(?:信息|结果|决定|情况|目录|清单|文书|公告)(?:等)?公示|公示[^，,]{0,6}(?:结果|决定|信息|情况|文书)|双公示/
/** What is only proposed is open to objections whatever else the name says. */
export const proposedPublicity = /拟|候选|任前|任职前|异议|初步|预公示|公示期/
export const spokenLength = new RegExp(
  String.raw`[\d半${numeralCharacters}]+\s*个?(?:法定)?(?:工作日|自然日|日|天|周|个?月)`,
)
export const objectionWord =
  /异议|质疑|投诉|举报|反映|反馈意见|听证权|听证申请|申诉|不服|有无(?:不良|影响|问题)|影响(?:录用|聘用|任用|任职|使用)|(?:发现|存在|查实)[^，,]{0,4}问题/

/** A measure that only appeals to attitude and changes nothing [W4]. */
export const educationOnly =
  /^(?:进一步|不断|切实)?(?:加强|强化|提高|增强|深化|开展|做好|注重|抓好)[^，,。；;]{0,16}(?:教育|学习|培训|意识|素质|修养|责任心|自律)(?:活动|工作|力度)?[。；;]?$/

/** 简易程序: decided and, within limits, collected on the spot (行政处罚法 arts. 51, 68). */
export const onTheSpot = /简易程序|当场(?:作出|处罚|收缴)|当场行政处罚/
export const penaltyDecision = /处罚决定|决定.{0,4}处罚|给予.{0,4}处罚|作出.{0,6}决定|决定$/
export const notAPenaltyDecision =
  /^送达|决定书?的?送达|不予|立案|撤销|拟处罚|拟给予|听取|复核|告知书|改变原|移送|集体讨论|登记保存|强制措施|查封|扣押|听证|公开|公示/
/** Decisions in a case other than the penalty, told by what they decide. */
export const otherDecision =
  /立案|回避|集体|登记保存|保全|听证|延期|延长|分期|暂缓|强制|查封|扣押|冻结|解除|不予|不罚|移送|中止|终止|结案|归档|公开|公示|撤销|送达|补办|抽样|管辖|受理/
/** 集体讨论，作出处罚决定 decides, whatever else it names. */
export const penaltyOutright = /(?<!送达|公开|公示|告知|撤销)作出(?!不予|不罚)[^，,；;。]{0,8}处罚/
export const noticeWord = /告知/
export const defenceWord = /陈述|申辩|听证/
export const legalReviewWord = /法制审核|法核|合法性审[核查]|法制机构|法制部门|法制科/

/** Subjects of collective decisions (三重一大). */
export const majorMatter =
  /三重一大|重大决策|重大事项决|重大项目安排|重要干部任免|重要人事任免|干部(?:选拔)?任[免用]|大额(?:度)?(?:资金|支出|采购)/
export const collectiveWord =
  /集体|班子|党委|党组|常委会|办公会|董事会|理事会|党支部|联席会|会议(?:研究|决定|审定|讨论|审议|表决)|案审委|审议/

export const atLeastInName = new RegExp(
  String.raw`不(?:得)?(?:少于|低于|短于)\s*(?:\d+|[${numeralCharacters}]+)\s*个?(?:工作日|自然日|日|天)`,
)

/** 科室/处/中心/办公室/部门: an office, which can contain many posts. */
export const officeName =
  /(?:科|处|室|部|局|厅|股|队|所|站|院|办|中心|部门|机构|机关|单位|公司|企业|学校|街道|乡镇|社区|委员会|小组|班子|组|会|政府|银行|人员|委)(?:[(（].*[)）])?$/

export const investigationWord = /调查|取证|勘验|询问|检查|核查|核实/
export const twoPersonsPenalty = /调查取证|^调查|现场检查|实施检查|勘验|询问|收集证据/
export const twoPersonsOnSite = /(?:现场|实地|入户)(?:核查|核实|勘查|踏勘|调查|检查|查验)|检验|检疫/
export const purchaseWord = /采购|购置|询价|比价|选购|招标|签订合同|供应商/
export const contractReview = /合同/
export const paymentWord = /付款|支付|拨付|报销|结算|资金|费用|工程款|转账|发放/
export const paying = /付款|支付|拨付|划拨|转账|出纳|付现|发放|报账|结算/
export const hearingWord = /听证(?!权利|告知|申请|通知)/
export const notHoldingHearing = /是否|告知|申请听证|要求听证|有无|听取/
export const collectingWord = /收缴|缴纳|缴款|收款|收取|缴库|罚没款/
export const custodyWord = /保管|入库|出纳|收款|付款|支付|退付|退款|收缴现金|库存/
export const bookkeepingWord = /记账|登账|会计核算|账务|入账|登记.{0,4}账|核销.{0,4}账|盘点|稽核/
/** 受理 as the label of an exit, not as a step. */
export const notTakenUp = /不予?受理|未受理/
export const decidedOnTheSpot = /当场.{0,6}处罚决定/
export const examination = /审查/
/** 2名及以上执法人员: the number of persons is the first group. */
export const saidPersons = new RegExp(String.raw`([\d０-９${numeralCharacters}]+)\s*[名人位]`, 'g')
/** Characters that distinguish similar names on purpose: 准予 and 不予, 5万元 and 10万元. */
export const tellingApart = /不予|不|未|无|非|否|\d+|[一二三四五六七八九十甲乙丙丁A-Z上下正副内外初复再]/g
export const bracketed = /[(（][^)）]*[)）]/g
export const saidInWorkdays = (amount: number) => `${amount}个工作日`
export const saidInHours = (amount: number) => `${amount}小时`
export const saidInDays = (amount: number) => `${amount}日`
