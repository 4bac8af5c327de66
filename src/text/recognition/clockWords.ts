/** Words by which the clock of a chart is read: where it starts and stops, and what does not count. */

/** The time limit of a power starts at acceptance (行政许可法 art. 42; 行政处罚法 art. 60). */
export const clockStarts: readonly RegExp[] = [
  /(?<!不予|不|未|是否|能否|不属于|不属)受理(?!条件|人|范围)/,
  /立案(?!标准|条件)/,
]
export const startedByName = /受理|立案|收到|接到|收件/
export const askedName = /^(?:是否|能否|有无)|[?？]$|是否/
export const whetherPrefix = /^(?:是否|能否)/
export const limitFromTheStart = /受理|立案/

/** Without a statute that the product knows: what 行政许可法 art. 45 leaves out, as most statutes do. */
export const anyUncounted = /听证|招标|拍卖|检验|检测|检疫|鉴定|专家评审|专家论证/
/** Before the word: looking at a report, telling of it, deciding on it. */
export const notDoingIt = /审查|审核|复核|告知|通知|决定|收到|根据|依据|提交|出具|确认|公布|公开征/
export const onlyAboutIt = /^(?:结果|报告|结论|意见|公告|文件|权利|通知|申请|告知|申请书|机构|资质|费|合格)/

/**
 * After the decision other time limits run: 送达 (行政许可法 art. 44; 行政处罚法 art. 61), remedies,
 * fulfilment (art. 67).
 */
export const namedUncounted =
  /送达|颁发|发证|领证|制证|领取|复查|复核|复议|诉讼|申诉|不服|履行|催告|缴纳|缴库|归档|公开|公布/
export const remedyWord =
  /复查|复核(?:意见|决定|申请|请求|机关)|(?:申请|请求)复核|行政复议|复议(?:决定|申请)|(?:申请|提起)[^，]{0,4}复议|诉讼|起诉|申诉/
export const settledEnd = /办结|结案|归档|存档|办理完毕|完结|终结/
export const unsettledEnd =
  /不予|不批准|不同意|不通过|未受理|未通过|不受理|终止|撤销|移送|移交|退回|转入|转送|复议|诉讼/

export const decidedTogether = /集体讨论/

/** A name that says the decision itself is one, whatever stands before it (集体讨论，作出处罚决定). */
export const saysDecision =
  /(?:作出|作)[^，,；;。]{0,10}(?:决定|裁决|答复)(?!书?(?:的?送达|前|之前))|决定(?:是否)?(?:给予|准予|予以)[^，,]{0,6}(?:处罚|许可)/

/** Decisions on the way or after the end, not on the matter itself. */
export const interimDecision =
  /立案|回避|集体讨论|登记保存|听证|延期|延长|补办|紧急|保全|受理|补正|中止|终止|送达|归档|结案|公开(?!决定)|公示|分期|催告|退还|移送|强制措施/

/** What a limit leaves out in its own words. */
export const excludingWords = {
  clause: /不含|不包括|不计|除外|扣除|不算|不纳入/,
  things:
    /听证|招标|拍卖|检验|检测|检疫|鉴定|专家评审|专家论证|公示|公告|补正|整改|现场核查|现场勘[查验踏]|征求意见|送达|评估|审计|体检/g,
} as const

/** A step that extends the limit. */
export const extensionWord = /延长|延期|展期/
