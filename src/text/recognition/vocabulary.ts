/**
 * Words by which checks recognise a step's subject. A word alone never raises a warning about who
 * does what, which needs duties and posts (domain D, calibration).
 */
import { numeralCharacters } from '../../model/numerals.ts'

/** [P41]: 处理/办理/操作/管理/跟进/落实/完善/安排/相关工作, in a name of at most six characters. */
/** 处理意见、办理结果 are documents, not vague acts. */
export const vagueWord =
  /(?:处理|办理|管理)(?!意见|决定|结果|方案|建议|情况|报告|手续|台账|制度|办法)|操作|跟进|落实|完善|安排|相关工作|有关工作/

/** Pairs of critical acts in one step (D26). Order matters: 审批申请 approves an application and is one act. */
export const mergedPairs: readonly (readonly [string, string])[] = [
  ['采购', '验收'],
  ['审批', '结算'],
  ['申请', '审批'],
  ['招标', '评标'],
  ['施工', '验收'],
  ['验收', '结算'],
  ['验收', '付款'],
  ['入库', '领用'],
  ['执行', '核验'],
]
/** Between the two words: one follows the other (验收后结算) or modifies it (采购项目验收). */
export const notMergedBetween = /[后前按据凭未经对]|合格|结果|是否|项目|合同/
/** After the second word: both belong to one noun, 申请审批表、采购验收小组. */
export const oneThing = /^(?:登记)?(?:表|单|书|报告|小组|组|委员会|材料|意见|资料|手续|情况|权限|人|岗)/

/** Placeholders left from a form: XX个工作日、【A岗位】、XX专责、____. [P41] */
export const placeholder =
  /[XxＸｘ×]{2,}|[XxNnＸｘ×*?？]\s*个?(?:工作日|自然日|日内|天)|[【[][^】\]]{0,12}(?:岗|部门|科室|单位|人员|姓名|填|名称|X|×)[^】\]]{0,8}[】\]]|_{2,}|＿{2,}|[(（]\s*[)）]\s*个?(?:工作)?[日天]|待定|待填|TODO/

/** Sample text that should have been replaced. */
export const exampleWords =
  /^(?:例如|示例|举例|样例|范例)|[(（【](?:示例|样例|举例|例|填写示例|请填写[^)）】]*)[)）】]|请(?:在此)?(?:填写|输入)|^新(?:建)?(?:环节|文书)\d*$|^环节\d+$/

/** 审批、验收、付款 need a post [P41]. 批准后购置 refers to an earlier step. */
export const criticalWord = /审批|批准(?!后)|验收|付款|支付/

/** Only sorts cases; the step before names who decides. */
export const sortingQuestion = /是否|有无|能否|需否|[?？]|金额|档次|分档|限额|类型|类别|方式|情形|\//

export const applicantPost =
  /^(?:申请人|申报人|申请单位|申请者|行政相对人|相对人|办事群众|群众|公民|当事人)(?:$|[(（])/
export const intakeWord = /受理/
export const correctionWord = /补正|补齐|补充(?:申请)?材料|补交|一次(?:性)?告知/
export const refusalWord = /不予?受理|不属|不符合(?:受理|法定)条件/

/** 公示 as a lasting stage, not 公示栏 or what follows it. */
export const publicityWord = /公示(?!栏|牌|期|无|有|结束|后|材料目录|的)/
export const spokenLength = new RegExp(
  String.raw`[\d半${numeralCharacters}]+\s*个?(?:法定)?(?:工作日|自然日|日|天|周|个?月)`,
)
export const objectionWord = /异议|质疑|投诉|举报|反映|申诉|不服/

/** A measure that only appeals to attitude and changes nothing [W4]. */
export const educationOnly =
  /^(?:进一步|不断|切实)?(?:加强|强化|提高|增强|深化|开展|做好|注重|抓好)[^，,。；;]{0,16}(?:教育|学习|培训|意识|素质|修养|责任心|自律)(?:活动|工作|力度)?[。；;]?$/

export const penaltyTitle = /行政处罚|处罚/
/** 简易程序: decided and, within limits, collected on the spot (行政处罚法 arts. 51, 68). */
export const onTheSpot = /简易程序|当场(?:作出|处罚|收缴)|当场行政处罚/
export const penaltyDecision = /处罚决定|决定.{0,4}处罚|给予.{0,4}处罚|作出.{0,6}决定|决定$/
export const notAPenaltyDecision =
  /^送达|决定书?的?送达|不予|立案|撤销|拟处罚|拟给予|听取|复核|告知书|改变原|移送|集体讨论/
export const noticeWord = /告知/
export const defenceWord = /陈述|申辩|听证/
export const legalReviewWord = /法制审核|法核|合法性审[核查]|法制机构|法制部门|法制科/

/** Subjects of collective decisions (三重一大). */
export const majorMatter =
  /三重一大|重大决策|重大事项决|重大项目安排|重要干部任免|重要人事任免|干部(?:选拔)?任[免用]|大额(?:度)?(?:资金|支出|采购)/
export const collectiveWord =
  /集体|班子|党委|党组|常委会|办公会|董事会|理事会|党支部|联席会|会议(?:研究|决定|审定|讨论|审议|表决)|案审委|审议/

/** The time limit of a power starts at acceptance (行政许可法 art. 42; 行政处罚法 art. 60). */
export const clockStarts: readonly RegExp[] = [
  /(?<!不予|不|未|是否|能否)受理(?!条件|人|范围)/,
  /立案(?!标准)/,
]
export const startedByName = /受理|立案|收到|接到|收件/
export const askedName = /^(?:是否|能否|有无)|[?？]$|是否/
/** Time not counted (行政许可法 art. 45): doing it, not deciding whether to, nor announcing it. */
export const uncountedActivity =
  /^(?:依法|必要时|公开|组织|举行|召开|开展|实施|进行|委托|安排|技术|现场|专业机构|第三方|、|，|,|和|或者?|及)*(?:听证|招标|拍卖|检验|检测|检疫|鉴定|专家评审|专家论证评审)(?!公告|文件|权利|通知|申请|告知|结果)/
/**
 * After the decision other time limits run: 送达 (行政许可法 art. 44; 行政处罚法 art. 61), remedies,
 * fulfilment (art. 67).
 */
export const afterTheDecision =
  /送达|颁发|发证|领证|制证|领取|复查|复核|复议|诉讼|申诉|不服|履行|催告|缴纳|缴库/
export const settledEnd = /办结|结案|归档|存档|办理完毕|完结|终结/
export const unsettledEnd =
  /不予|不批准|不同意|不通过|未受理|未通过|不受理|终止|撤销|移送|移交|退回|转入|转送/

/** Minimum duration in days, or in workdays. */
export const minimumLengths: readonly {
  readonly name: RegExp
  readonly amount: number
  readonly unit: 'day' | 'workday'
  readonly source: string
}[] = [
  {
    name: /(?:发[布出售放]|公布|公告).{0,6}招标(?:公告|文件)/,
    amount: 20,
    unit: 'day',
    source: '《招标投标法》第二十四条、《政府采购法》第三十五条',
  },
  {
    name: /公示中标候选人|中标候选人公示/,
    amount: 3,
    unit: 'day',
    source: '《招标投标法实施条例》第五十四条',
  },
  {
    name: /任职?前公示/,
    amount: 5,
    unit: 'workday',
    source: '《党政领导干部选拔任用工作条例》',
  },
]
export const atLeastInName = new RegExp(
  String.raw`不(?:得)?(?:少于|低于|短于)\s*(?:\d+|[${numeralCharacters}]+)\s*个?(?:工作日|自然日|日|天)`,
)

/** 科室/处/中心/办公室/部门: an office, which can contain many posts. */
export const officeName =
  /(?:科|处|室|部|局|厅|股|队|所|站|院|办|中心|部门|机构|机关|单位|公司|企业|学校|街道|乡镇|社区|委员会|小组|班子|组)(?:[(（].*[)）])?$/

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
export const custodyWord = /保管|入库|出纳|收款|付款|支付|收缴现金|库存/
export const bookkeepingWord = /记账|登账|会计核算|账务|入账|登记.{0,4}账|核销.{0,4}账|盘点|稽核/
/** 受理 as the label of an exit, not as a step. */
export const notTakenUp = /不予?受理|未受理/
/** Decisions in a case other than the penalty. */
export const interimDecision = /立案|回避|集体/
export const decidedOnTheSpot = /当场.{0,6}处罚决定/
export const limitFromTheStart = /受理|立案/
export const whetherPrefix = /^(?:是否|能否)/
export const examination = /审查/
/** 2名及以上执法人员: the number of persons is the first group. */
export const saidPersons = new RegExp(String.raw`([\d０-９${numeralCharacters}]+)\s*[名人位]`, 'g')
/** Characters that distinguish similar names on purpose: 准予 and 不予, 5万元 and 10万元. */
export const tellingApart = /不予|不|未|无|非|否|\d+|[一二三四五六七八九十甲乙丙丁A-Z上下正副内外初复再]/g
export const bracketed = /[(（][^)）]*[)）]/g
export const saidInWorkdays = (amount: number) => `${amount}个工作日`
export const saidInDays = (amount: number) => `${amount}日`
