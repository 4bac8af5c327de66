/** Words by which lists of steps are told from other lists of a document. */

/** Titles of a flow: 办理流程, 责任事项, 运行程序. */
export const flowTitle = /流程|程序|步骤|环节|责任事项|运行图|办理方式和过程/
/** … that say something else: 流程图, 程序依据. */
export const noFlowTitle = /依据|材料|条件|要求$|说明$|须知|清单$|时限$|收费|风险点?$|措施$/

/** What steps do. */
export const stepAct =
  /申请|申报|提交|提出|受理|收件|登记|接收|初审|审核|审查|复核|核查|核实|勘验|踏勘|评审|评议|审批|审定|批准|决定|核准|签发|签批|办结|办理|制证|发证|颁证|送达|公示|公告|公开|归档|存档|备案|立案|调查|取证|告知|听证|执行|结案|检查|处置|处理|整改|反馈|验收|付款|支付|结算|采购|招标|开标|评标|定标|合同|签订|入库|领用|监管|监督|拟稿|拟办|起草|会签|印发|动议|推荐|考察|讨论|任职|报名|录取|编制|论证|研究|决策|实施|组织|汇总|上报|报送|报批|核算|核销|盘点|回访|评估|移交|移送|委托|发布|通知|确定|抽查|督办|纪要|议题/

/** Sections of a guide or regulation: they are no steps. */
const sections =
  /(?:基本信息|办事信息|监督管理|监督与管理|监督机制|纪律要求|组织保障|其他事项|(?:项目|事项|职权|权力|许可|服务)?(?:名称|编码|编号|类型|类别|性质)|.{0,6}(?:依据|条件|材料|要件|主体|机关|机构|部门|单位|对象|范围|原则|目的|适用范围|时限|期限|标准|收费|费用|电话|地址|地点|时间|方式|渠道|结果|样本|表格|要求|须知|注意事项|温馨提示|小结|总结|说明|附则|附件|总则|职责|职责分工|组织领导|工作要求|监督|投诉|救济|救济途径|责任追究|追责情形|免责情形|法律责任|问责|权利|义务|常见问题|备注|联系人|流程图|办理流程|工作流程|办理程序|工作程序|审批流程|审批程序|服务流程|工作步骤|保障措施|指导思想|工作目标|风险点|防控措施|定义))$/

/** 受理职责 is the step 受理 in a list of duties. */
export const sectionTitle = new RegExp(`^(?!(?:${stepAct.source}){1,2}职责$)${sections.source}`)

export const endsWithAct = new RegExp(`(?:${stepAct.source})$`)

/** （是）审批, 【不合格】整改, 否：补正: an answer, and what follows on it. */
export const branchAnswer =
  /^(?:[(（【[](?<answer>[是否有无]|不?(?:同意|合格|通过|齐全|符合|属实|成立|需要|超过|予受理|受理)(?:的|时)?)[)）】\]]|(?<plain>[是否])[:：])\s*(?<rest>.+)$/s

/** 材料是否齐全？ */
export const branchQuestion = /[?？]|是否|能否|有无/

/** In brackets behind a name; the limit does not count these days: 20日，不计入时限. */
export const uncountedWords = /不计入|不计算|不含|不包含|不包括|除外/

/** 2人以上 behind a post. */
export const headCount = /^(.{2,}?)([\d一二两三四五]+名?人(?:以上)?)$/

/** 不合格的，责令整改: a branch in the description of a step. */
export const branchInText =
  /[^，,。；;：\n]{0,14}(?:不(?:合格|符合|同意|通过|齐全?|全|属于|具备|成立)|未通过|有异议|逾期)[^，,。；;\n→⇒]{0,12}(?:[的时][，,]?|[→⇒]\s*)[^。；;\n]{2,40}/

/** 属于受理范围的，受理: the condition on which a step of a chain follows. */
export const conditionFirst = /^(?<condition>[^，,。；;]{2,20}的)[，,](?<rest>.{2,})$/s
/** 15日内受理 begins with its limit. */
export const limitAhead =
  /^(?<limit>(?:\d+|[一二三四五六七八九十]+)\s*个?(?:工作日|小时|日|天|月)(?:以?之?内))(?<rest>.{2,})$/s

/** Nothing but what a step does: two such lines in a cell are two steps. */
export const wholeAct = new RegExp(`^(?:${stepAct.source}){1,2}$`)

/** Heads the flow of a page, names no power. */
export const plainFlowTitle =
  /^(?:窗口|网上|线上|线下|现场)?(?:办理|办事|工作|审批|服务|业务|具体)(?:流程|程序|步骤)(?:图|表)?$/

/** The last line of every list of duties is no step. */
export const otherDuties =
  /^(?:其[他它].{0,8}(?:法律|法规|规定|规章)|(?:法律|法规|规章).{0,16}其[他它]).{0,20}(?:责任|职责)/

/** Titles of registers, whose rows may be of different powers: 岗位廉政风险排查登记表. */
export const registerTitle =
  /^(?!.*(?:流程|程序|环节|步骤)).*(?:(?:岗位|部门|科室|股室).{0,14}(?:排查|登记|一览|清单|台账)|排查|登记|台账).{0,12}表?$/

/** Marks of lists without numbers. */
export const bulletMarks = '•·●■◆▪◇□○▶►➢✓'

/** Lengths in sentences that are no limit of the step: of the applicant, of a notice, of an appeal. */
export const otherLength =
  /补正|公示|公告|申请人应|当事人应|延长|提前|逾期|异议|听证|陈述|申辩|复议|诉讼|缴纳|有效|不计入|不少于|不得少于|至少|以上|之?前|每/
export const publicName = /公示|公告|公开/

/** 责任事项：… in a note: a column that describes the step, unlike 审批权限：…. */
export const describesStep = /^[^：]{0,8}(?:责任事项|内容|要求|说明|事项|描述|任务)：/

/** Headings of lists that are no flow: people, goods, sums. */
export const otherHeading =
  /^(?:姓名|性别|年龄|民族|学历|职称|职务|部门|单位|科室|电话|手机|联系电话|联系方式|地址|邮箱|身份证号?|金额|单价|数量|规格|型号|品名|名称|日期|时间|合计)$/
