/** Words of procedure: what must come before what, who must meet, what must be told. */

/** Carrying out: what an approval must stand before. */
export const carryingOut =
  /施工|组织实施|实施采购|组织采购|签订[^，]{0,8}合同|支付|付款|拨付|发放|开工|办理任职|任命|印发|拆除|处置(?!方案|申请|意见|审批)/
/** An approval that gives leave, not one that settles an account or closes a file. */
export const givingLeave = /立项|审批|批准|审定|核准|决定|研究|同意/
/** Whatever is approved of its own later: payments, acceptance, changes, filing. */
export const laterApproval =
  /付款|支付|结算|决算|验收|变更|归档|结案|退款|保证金|延期|绩效|报账|核销|资料|续|移交|工程款|货款|款项|尾款|审计/
/** 情况紧急可以先办后补 is lawful. */
export const inUrgency = /紧急|应急|抢险|特急|临时|先办后补|突发/
export const subsequently = /补办|补签|补充审批|后补|补交审批|补报/
export const acceptingWork = /验收(?!标准|方案|小组|组成立|申请|资料)/
export const doingWork =
  /施工|供货|交货|送货|组织实施|实施项目|项目实施|建设实施|采购实施|实施采购|组织采购|询价采购|安装/

/** 传阅、会签 of the leadership. */
export const circulating = /传阅|圈阅|会签|传签|轮签|签批单流转|流转签/
export const leadership =
  /党组|党委|党支部|班子|局领导|院领导|校领导|委员|领导成员|各?分管领导|全体领导|领导干部/
export const meeting =
  /会议|党组会|党委会|常委会|支委会|办公会|局务会|院务会|校务会|联席会|全委会|常务会|班子会|集体(?:研究|讨论|审议|决定|决策)|董事会|理事会|开会|上会/
/** 到会 below two thirds. */
export const attendance = /(?:到会|出席|参会|参加会议)/
export const halfOnly = /过半数?|半数以上|二分之一|1\/2|一半|三分之一|1\/3/
export const twoThirds = /三分之二|2\/3|全体|全部/

export const panels: readonly {
  readonly name: RegExp
  readonly least: number
  readonly law: 'tender-37' | 'procurement-38' | 'procurement-40' | 'procurementConsultation-10'
}[] = [
  { name: /谈判小组|竞争性谈判(?!公告|文件)|组织谈判/, least: 3, law: 'procurement-38' },
  { name: /询价小组/, least: 3, law: 'procurement-40' },
  { name: /磋商小组/, least: 3, law: 'procurement-38' },
  { name: /评标委员会|评标|评审委员会/, least: 5, law: 'tender-37' },
]
export const panelPersons = /(\d+|[一二两三四五六七八九十]+)\s*(?:名|人|位)/
export const expertPersons = /专家\s*(\d+|[一二两三四五六七八九十]+)\s*(?:名|人|位)/
export const suppliersSaid =
  /(\d+|[一二两三四五六七八九十]+)\s*(?:家|个)(?:以上)?[^，,；]{0,6}(?:供应商|投标人|单位|公司|企业|商家)|(?:供应商|投标人)[^，,；]{0,6}?(\d+|[一二两三四五六七八九十]+)\s*家/
export const askingSuppliers = /询价|比价|谈判|磋商|邀请|招标|投标|开标/

export const refusing = /不予许可|不准予|不予批准|不批准|不予核准|不许可|不同意|驳回申请/
export const reasonsOrRemedy = /理由|原因|复议|诉讼|救济|权利/
export const forcing =
  /强制(?:执行|拆除|划拨|扣缴|清除|履行)|代履行|划拨存款|依法(?:拍卖|处理)查封|加处罚款或者?滞纳金/
export const notForcing = /是否|催告|催缴|告知|期满|中止|终结|协议|移送|申请书|立案|决定前/
export const demanding = /催告|催缴/
export const atOnce = /立即(?:实施)?代履行|立即清除|紧急/
export const imposing = /(?:实施|采取|执行|当场)[^，,]{0,6}(?:查封|扣押|冻结|强制措施)|^(?:查封|扣押|冻结)/
export const hearingParty = /陈述|申辩|听取[^，]{0,6}意见/
export const legality = /合法性审[查核]|法制审[核查]|合法性论证|法律顾问审|公平竞争审查.*合法性/
export const majorDecision = /重大(?:行政)?决策|规范性文件/
export const decidingTogether = /审议|讨论|集体|常务会|会议|决定|审定/
export const suing = /诉讼|起诉/
/** Only suing, or suing as a choice beside 复议. 告知复议、诉讼权利 alone says nothing of which comes first. */
export const suingAtOnce =
  /或者?[^。；]{0,8}(?:诉讼|起诉)|(?:诉讼|起诉)[^。；]{0,6}或者?|直接[^。；]{0,6}(?:诉讼|起诉)|^(?:(?!复议).)*$/
export const withholding = /不予?公开|不予提供|不同意公开/
export const reconsiderFirst =
  /(?:先|应当先|依法先|前置)[^。；]{0,8}复议|复议前置|(?:对|不服)[^。；]{0,4}复议决定[^。；]{0,12}(?:诉讼|起诉)|复议[^。；]{0,10}(?:后|再)[^。；]{0,8}(?:诉讼|起诉)/
export const publishingPenalty = /公开|公示|公布|上网|公告/
export const interestedParty = /利害关系人|第三人|相邻|公告/
export const touchingOthers =
  /规划|建设工程|环境影响|环评|采矿|采砂|排污|加油站|加气站|殡葬|墓|海域|取水|变更登记|爆破|占用|设立.*市场/

/** A plan and the yearly repetition of it; a measure that names no act, post, date or record. */
export const keepingRules =
  /^(?:进一步|不断|切实|严格|认真|坚决|全面)*(?:严格|加强|强化|完善|健全|规范|落实|执行|遵守|贯彻|做好|提高|加大|按照?|依法依规|依法|依规)[^，,。；;：:、]{0,14}(?:制度|规定|程序|纪律|管理|监督|监管|检查|力度|机制|把关|审核|审查|操作|办事|执行|落实|要求|流程|办理|责任|水平|能力|效率)[。；;]?$/
/** Says who, when, how often, with what trace: then it is concrete. */
export const concreteMeasure =
  /\d|[两二三四五六七八九十]人|双人|每[日周月季年次件]|台账|登记|签字|签名|公示|抽查|备案|留痕|录音|录像|清单|复核人|回避|轮岗|随机|比对|通报/
/** Gaps of work, not of integrity. */
export const gapOfWork =
  /^(?:工作人员|经办人员?|业务|个别人员|人员)?(?:业务|政策|专业|法律|法规|制度|工作)?[^，,。；;]{0,6}(?:不熟悉|不熟练|不精|不扎实|不到位|不强|不高|不够|不足|失误|疏忽|马虎|粗心|不认真|不仔细|不及时)[。；;]?$/

/** What makes a proposal take effect. */
export const effectWord =
  /办理(?:任职|录用|聘用|入职)|^(?:正式)?(?:任职|聘任|录用)(?!前|谈话|考察|资格|条件|公示|决定|建议)|任命|宣布任职|签订[^，]{0,8}合同|发放(?!.{0,6}(?:文件|通知|公告|表格|简章|问卷|材料|须知))|拨付|支付(?!.{0,2}保证金)|颁发|表彰大会|授予/
