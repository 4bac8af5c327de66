/**
 * Freer wording of tables than in `headings.ts`: composed headings (经办 + 岗位, 廉政 + 风险 + 描述), exits
 * in sentences, and titles, notes and signatures around the table.
 */
import type { TableField } from './headings.ts'

const act =
  '(?:责任|承办|经办|办理|处理|落实|审批|审核|审查|执行|实施|牵头|主责|归口|承担|配合|主办|主管|负责|协办|参与|操作|具体|涉及|所属|工作)'
const office = '(?:主体|部门|单位|机构|科室|处室|股室|科|处|股|室|岗位|岗|职务|人|人员|者|角色)'
const work =
  '(?:权力|职权|业务|工作|办理|办事|办公|审批|服务|管理|运行|操作|执法|控制|风险|防控|风险防控|主要|关键|具体|流程|流转)'
const danger = '(?:廉政|廉洁|腐败|岗位|权力|履职|执法|业务|内控|法律|主要|潜在|可能|存在|重点|的)'
const guard = '(?:防控|防范|控制|管控|制约|监督|监控|预防|应对|化解|防治|整改|规避)'

/**
 * Whole headings, without blanks and brackets. Earlier meanings win; later ones get the remaining
 * columns.
 */
export const headingPatterns: readonly (readonly [RegExp, readonly TableField[]])[] = [
  [/^(?:环节|步骤|流程|节点|程序|工序|活动|工作)?(?:序号|序|编号|编码|号)$/, ['number']],
  [new RegExp(`^${work}*(?:环节|步骤|节点|程序|流程|工序)(?:名称)?$`), ['name']],
  [/^(?:环节|流程|步骤|节点|图形|图框|框图)?(?:类型|类别|形状|图形|图框|符号)$/, ['kind']],
  [/^(?:法定|法律规定|规定)(?:的)?(?:办理|办结)*(?:时限|期限|时间|工作日)?$/, ['statutory']],
  [
    /^(?:承诺|办理|办结|完成|工作|处理|审批|审核|所需|需要|规定|要求|环节|步骤)*(?:时限|期限|时间|时长|天数|工作日|日期|时间节点)(?:要求|安排|规定)?$/,
    ['limit'],
  ],
  [/^承诺$/, ['limit']],
  [
    /^(?:流程|业务|环节)?(?:下|后)(?:一|续)?(?:个|道)?(?:步骤?|环节|节点|程序|流程|工序|岗位)(?:流向|去向|流转)?$/,
    ['next'],
  ],
  [
    /^(?:流程|业务|环节|步骤)?(?:流向|去向|走向|转向|跳转|流转|流转方向|流转去向|流转至|转至|转入|后续|流程走向)$/,
    ['next'],
  ],
  [/风险[^及和]{0,4}(?:等级|级别|级次|程度|评级|定级)$|^(?:定级|评级|风险大小)$/, ['level']],
  [/^(?:廉政|廉洁)?风险(?:点)?(?:编号|编码|序号|代码|号)$/, ['number']],
  [/^(?:风险|廉政风险|廉洁风险)?点?(?:涉及|所在|所涉及|对应)(?:的)?(?:岗位|部门|科室|处室|人员)$/, ['posts']],
  [/风险(?:类别|类型|种类|分类)$/, ['category']],
  [
    new RegExp(`^${danger}*风险(?:点|源|事项|隐患|描述|内容|情形|名称)*(?:及|和)(?:其)?(?:等级|级别|程度)$`),
    ['risk'],
  ],
  [
    new RegExp(`^${danger}*风险(?:点|源)?(?:的)?(?:主要)?(?:表现|表现形式|具体表现)$`),
    ['riskDetail', 'risk'],
  ],
  [
    new RegExp(
      `^${danger}*风险(?:点|源|隐患|事项)?(?:的)?(?:主要)?(?:描述|内容|情形|名称|内容描述|点描述|排查)?$`,
    ),
    ['risk', 'riskDetail'],
  ],
  [
    new RegExp(
      `^(?:${danger}|风险|内部|相应|对应)*${guard}+(?:和|及|与)?${guard}*(?:措施|办法|方法|手段|对策|机制|要点|要求)?(?:清单|及要求)?(?:[及和与、/]${guard}*(?:措施|办法|对策|要求|制度))?$`,
    ),
    ['measures'],
  ],
  [/^(?:对策|应对策略|措施要求)$/, ['measures']],
  [
    /(?:防控|防范|风险|整改).*责任(?:人|主体|部门|单位|科室)$|^监督(?:责任)?(?:人|人员|部门|单位|科室)$/,
    ['responsible'],
  ],
  [/(?:责任|分管|主管|包保|联系)(?:的)?(?:局|院|校|县|处)?领导$/, ['leader']],
  [new RegExp(`^${act}*${office}(?:名称)?(?:(?:及|和|与|或|[/／、])?${act}*${office})*$`), ['posts']],
  [/^(?:承办|审批|审核|办理)(?:领导|负责人)$/, ['posts']],
  [
    /^(?:法律|法规|政策|制度|规章|设定|实施|办理|执行|职权|权力|相关|对应|主要|文件)*(?:依据|制度|法规|文件依据)$/,
    ['basis'],
  ],
  [
    /^(?:申请|申报|提交|提供|所需|报送|办理|需要|应交|受理|输入|必备|要件)*(?:材料|资料|要件)(?:清单|名称)?$/,
    ['materials'],
  ],
  [
    /^(?:输出|产生|形成|制作|使用|相关|涉及|配套|法律|执法|工作|流程|结果|过程|主要)*(?:文书|文档|表单|单据|成果|记录|证照|台账|表格|成果文件|文件)(?:名称)?$/,
    ['documents'],
  ],
  [/^阶段(?:名称)?$/, ['stage', 'name']],
  [
    new RegExp(
      `^(?:${work}|审查|审核|岗位|职责|环节|步骤)*(?:内容|要求|说明|标准|描述|要点|事项|做法|任务|情况|动作|措施说明)(?:及(?:内容|要求|标准|说明))?$`,
    ),
    ['detail', 'name'],
  ],
  [/^(?:是否)?(?:对外|主动|向社会|对社会)?公开(?:与否)?$/, ['public']],
  [/^.{1,10}(?:工作|业务|办理|审批|运行)(?:程序|流程|环节|步骤)$/, ['name']],
  [/^(?:备注|说明|附注|其他|其它)(?:事项)?$/, ['note']],
  // As people say it: 谁来办, 几天办完, 怎么防.
  [/^第几步$/, ['number']],
  [/^(?:做|干|办|要做|要办)(?:的)?(?:什么|啥)(?:事)?$|^具体(?:怎么|如何)(?:做|办)$/, ['name', 'detail']],
  [/^(?:由|归)?谁(?:来)?(?:办|做|干|管|负责|承办|经办|审批?)$|^找谁(?:办)?$/, ['posts']],
  [
    /^(?:需要?|要)?(?:多长时间|多久|几天)(?:内)?(?:办|做|干)?(?:完|结|好|成)?$|^(?:用时|耗时|办理用时)$/,
    ['limit'],
  ],
  [/^(?:容易|可能|会|易)*(?:出|发生|出现)(?:的)?(?:什么|哪些|啥)?(?:问题|情况|毛病)$/, ['risk']],
  [/^(?:怎么|如何|怎样)(?:防|防范|防控|管|控制|预防|避免)$/, ['measures']],
  [/^(?:然后|接着|之后|下面|接下来)(?:到|去|找|做)?(?:哪|哪里|哪儿|谁|什么)?$/, ['next']],
  // Fallback: the last word of an unknown heading.
  [/^.{0,5}(?:流向|流转|去向|走向|跳转|下一步|下一环节).{0,2}$/, ['next']],
  [/^.{1,4}(?:等级|级别)$/, ['level']],
  [/风险.{0,6}(?:措施|对策|办法)$|^(?:控制|防控|防范|管控).{1,4}$/, ['measures']],
  [/^(?!.*(?:数量|个数|数|值|分|系数|概率|频率|程度)$).*风险/, ['risk', 'riskDetail']],
  [/^.{1,6}(?:时限|期限)$/, ['limit']],
  [/^.{1,6}(?:程序|流程|环节|步骤|节点)$/, ['name']],
  [/^.{1,4}(?:者|人|岗|部门|单位|科室|处室|机构|岗位|角色)$/, ['posts']],
]

/** 通过 or 同意 as a column heading below 下一步: the label of that column's exits. */
export const tickWords: readonly string[] = ['√', '✓', '✔', '☑', '●', '▲', '★', '是', 'V', 'v', '1', '○']

/** Prefixes of a target: 进入第3步, 报分管领导. Those that lead back are marked. */
const onward =
  '转入|转至|转到|转|进入|进行|流转至|流转到|跳转至|跳转到|跳至|跳到|提交至|提交|报送|报|送交|送|移交|交由|至|到|执行'
const backward = '退回至|退回到|退回|返回至|返回到|返回|退还|退至|回到|重新|驳回至|驳回到'
export const leadsOn = new RegExp(`^(?:同时|分别|并行|直接|则|并|可|应|由)*(?:${onward})(?=.)`)
export const leadsBack = new RegExp(`^(?:则|并|应|由|直接)*(?:${backward})`)
/** 并联审批：甲、乙, 同时送甲、乙: what stands before a list of several ways. */
export const togetherHead = new RegExp(
  String.raw`^(?:(?:同时|并联|并行|会签|分送)(?:审批|办理|征求意见)?\s*[:：]\s*|(?:同时|分别|一并|并行)(?:${onward})(?=[^、，,和及]+[、，,和及]))`,
)
/** 合格进入第5步: label, prefix, target. */
export const labelWayTarget = new RegExp(`^(.+?)((?:${backward}|${onward}).+)$`)
/** 合格的，… → 合格 */
export const labelTail = /(?:的?(?:时候|情况下|话)|的)?[,，、:：\s]*(?:则|应|应当|可|直接)?[,，:：\s]*$/
/** Between two ways: 3或退回1. */
export const wayJoin = /[或和及与、，,/]者?$/
/** Separators of two targets. */
export const togetherWords = /[和及与或+&]|(?:以及)|(?:并且)/
/** 退回第1步修改: what is to be done at the target. */
export const doneThere =
  /(?:进行)?(?:修改|整改|补正|完善|更正|补充材料|重新(?:提交|办理|申报|审核)|继续办理|办理)$/
/** 补正 leads back to the step that the material comes from. */
export const amendWords =
  /^(?:申请人|当事人|申报人|办事人|申请单位)?(?:补正|补充|补齐|补报|修改|完善|整改|更正|重新申报|重新申请|重报)(?:材料|资料|完善|后重新提交|后重报|后再报)?$/
export const previousWords =
  /^(?:上一?(?:个)?(?:步|步骤|环节|节点|程序)|原(?:步骤|环节|承办人|经办人)|前一(?:步骤?|环节))$/
/** Ends named in a cell without a row of their own. */
export const outcomeWords =
  /^(?:不予|不再|不得|终止|终结|中止|撤销|撤案|驳回|移送|移交司法|退件|退单|作废|淘汰|取消|否决|不办理|流标|废标|告知|书面告知|函告|退还|暂缓|说明理由|解释|另行|存查)/

/** Short answers before a number: 是4否5. */
export const answerWords =
  /^(?:是|否|有|无|同意|不同意|通过|不通过|合格|不合格|符合|不符合|齐全|不齐全|Y|N)$/i

/** 归档环节 is the step 归档. */
export const stepSuffix = /(?:环节|步骤|阶段|程序|节点|工作|流程)$/
/** Too general to find a step by a part of its name. */
export const commonWords =
  /^(?:是|否|有|无|同意|不同意|通过|不通过|合格|不合格|符合|不符合|批准|不批准|成立|不成立|齐全|不齐全|办理|工作|人员|部门|单位|科室|领导)$/

/** 第一步、（三）、②、步骤4: the remainder is the number. */
export const numberFrame =
  /^(?:第|步骤|环节|节点|流程|序号|NO\.?|STEP|[([【])*((?:\d+(?:[.-]\d+)*)|[一二三四五六七八九十]{1,3})(?:步骤|环节|节点|步|号|项|[)\]】.、:]|-$)*$/i

/** Only in columns of exits: →3, 转4, 退回第2步. */
export const wayOn =
  /(?:→|->|=>|转|进入|退回|返回|报)\s*(?:第|步骤|环节)?\s*[A-Za-z]{0,2}[\d①-⑳一二三四五六七八九十]/

/** Numbering of list lines. */
export const lineNumber =
  /^\s*(?:第\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:步骤|步|环节)\s*[、.．:：,，]?|([一二三四五六七八九十]{1,3})\s*[、.．]|[(（]\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]\s*[、.．]?|(\d{1,2})\s*[、.．)）](?!\d)|步骤\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[、.．:：]?|([①-⑳]))\s*/

/** Arrows between the steps of one line: 申请→受理→办结. */
export const arrows = /\s*(?:→|➡|⇒|⟶|——?>|—→|[─━]+[→>]?|-+>|=+>|▶|►|↓|⇩|⬇|⇨|➔|➜|➤|>>)\s*/

/** 受理。窗口工作人员…: the step's name and its description. */
export const headAndRest = /^(.{2,16}?)(?:[。:：]|——)\s*(.+)$/s

/** Lines in a table that are not steps. */
export const noteLine = /^(?:注|备注|附注|说明|附|填表说明|填报说明|备\s*注|※|\*)\s*\d?\s*[:：.、]/
/** Alone in its cell, with the note beside it. */
export const noteWord = /^(?:注|备注|附注|说明|备注说明|填表说明)$/
/** Strips the second 注 of 备注：注：…. */
export const notePrefix = /^(?:注|备注|附注|说明)\s*[:：]\s*/
export const sumLine =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|总时限|累计|总用时|办理总时限|合计时限|总期限)(?:[:：].*)?$/
export const signature =
  /^(?:填表|填报|编制|制表|制图|审核|审批|审定|批准|复核|负责|经办|联系|分管|主要|单位|科室|部门|制定|印发|修订|更新|日期|时间|电话|盖章|签字|签名)(?:人|单位|部门|领导|负责人|日期|时间|电话|科室)*(?:\(.*?\))?(?:签字|签名|盖章)?[:：]/
export const stageLine = /(?:阶段|部分|篇章)(?:[(（].*[)）])?$|^第?[一二三四五六七八九十]+(?:阶段|部分)/

/** Of several lines above the headings, which one is the title. */
export const titleWords =
  /(?:流程|程序|步骤|清单|一览表|登记表|防控表|汇总表|明细|指南|规程|表|图)(?:[(（].*[)）])?$/

/** Lines above the headings and the fields they fill. */
export const topWords = {
  title: /^(?:事项|职权|权力|权力事项|流程|项目|业务|职权事项|行政职权|许可事项|服务事项)名称$/,
  unit: /^(?:(?:填报|填表|编制|报送|所属|实施|制定|行使|发布)?(?:单位|部门|机关)(?:名称)?(?:\((?:盖章|公章|签章)\))?|(?:实施|行使|权力|职权|法定)(?:主体|机构|机关))$/,
  office: /^(?:承办|责任|主办|牵头)(?:处室|科室|股室|部门|机构)$/,
  code: /^(?:职权|事项|权力|流程|基本|实施)(?:编码|编号|代码)$/,
  statutoryLimit: /^法定(?:办结|办理|审批)?(?:时限|期限|时间)$/,
  promisedLimit: /^承诺(?:办结|办理|审批)?(?:时限|期限|时间)$/,
  powerKind: /^(?:职权|权力|事项)(?:类型|类别|种类|分类)$/,
  // Left out: 联系电话 may be private, and this field is printed for the public.
  consultPhone: /^(?:咨询|服务|咨询服务|办公|业务咨询)(?:电话|热线)$/,
  supervisionPhone: /^(?:监督|投诉|监督投诉|投诉监督|投诉举报|举报|监督举报|举报投诉)(?:电话|热线)$/,
  place: /^(?:办理|办公|受理)(?:地点|地址)$/,
  openingHours: /^(?:办公|受理|对外办公)时间$/,
  preparedBy: /^(?:编制|填表|填报|制表|制图)人$/,
} as const satisfies Record<string, RegExp>
/** 某县水利局（盖章）. */
export const sealed = /\s*[(（]\s*(?:盖章|公章|签章|章)\s*[)）]$/
/** Above the title: 附件2, 表1. */
export const attachment = /^(?:附件|附表|附|表|图)\s*[\d一二三四五六七八九十-]*\s*[:：]?$/

/** 3个工作日（法定20个工作日）: the promised limit is the step's. */
export const statutoryPart = /^(?:法定|法律规定|规定|原)(?:办结|办理)?(?:时限|期限)?[为:：]?/
export const promisedPart = /(?:承诺|压缩后?|优化后)(?:办结|办理)?(?:时限|期限)?(?:至|为|[:：])?/

/** 风险：… and 措施：… in one cell. */
export const riskMark = /^\s*[【[]?(?:廉[政洁])?风险(?:点|描述|内容|表现)*[】\]]?\s*[:：]\s*/
export const measureMark =
  /(?<=[；;，,。\s]|^)[【[]?(?:风险)?(?:防控|防范|控制|预防|整改|应对)*(?:措施|对策|办法)[】\]]?\s*[:：]\s*/

/** （高）、【风险等级：中】 after a risk. */
export const levelFrame = /^(?:风险)?(?:等级|级别)?[:：]?(.+?)$/

const surnames =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖石贾韦夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤康易乔赖温'
/** A likely personal name, which is not a post: 对岗不对人. */
export const personName = new RegExp(`^(?:[${surnames}])(?:[\\u4e00-\\u9fa5]{1,2}|××?|某某?)$`)
/** … words that no post ends in. */
export const postEnding =
  /(?:长|员|岗|人|任|科|处|股|室|局|办|部|组|会|所|站|队|院|校|厅|司|委|办公室|中心|窗口|主任|书记|经理|会计|出纳|专员|主管|领导|机构|单位|部门|政府|法院|银行|公司|处室|民警|干部|代表|专家|组长|负责人|总监|副总|董事|监事|户|家长|家|工|方|师|总|企业|机关|国库|药库|仓库|联|团|内勤|助理|小组|班子|前台|服务台|导诊台|药房|导游|司机|驾驶员|村两委|支书)$/

/** A role of one person, prefixed by an office: 财务科 + 出纳. */
export const roleEnding =
  /(?:长|员|岗|人|主任|书记|经理|会计|出纳|内勤|专员|主管|干部|代表|组长|总监|副总|师|助理)$/
/** Groups that include 局长. */
export const bodyEnding = /(?:会|组|委|班子|党组|党委)$/
/** Offices, which are no post of another office. */
export const officeEnding =
  /(?:科|处|股|室|局|办|部|组|会|所|站|队|院|校|厅|司|委|中心|机构|单位|部门|领导|班子|企业|公司)$/
/** 局领导 is redundant beside 分管局长. */
export const vagueOffice = /^.{0,3}领导(?:班子)?$/

/** Placeholders for an empty cell. */
export const emptyCell = /^(?:[/\\—–-]+|无|空|略|暂无)$/

/** Step kinds of other systems that are plain steps here. */
export const plainKinds = /^(?:审批|审核|审查|任务|用户任务|人工|普通|办理|一般|业务)$/

/** 判断节点, 审批框: the word before names the kind of box. */
export const kindSuffix = /(?:节点|环节|步骤|框|图形|图|类|形)$/

/** 流程如下： before a list is ignored. */
export const outlineTitle = /(?:如下|为)?[:：]$/

/** P1, CG-02 in a column 节点: the name stands in another one. */
export const stepCode = /^[A-Za-z]{1,4}[-.]?\d{1,4}$/

/** 办理包括申请、受理、审核三个环节: the names and how many there are. */
export const countedSteps =
  /(?:包括|包含|分为|分|经过|经|含|有|设|依次为|按照?)(?<names>[^，,。；;：:\n]{4,120}?)等?(?:这|共|共计)?(?<count>[二两三四五六七八九十]{1,3}|\d{1,2})个(?:环节|步骤|阶段|程序|流程)/

/** Heads the conditions of the ways on in a column beside them. */
export const conditionHeading = /^(?:流转|流向|转移|判断|分支|跳转|后续)?(?:条件|情形|判断结果|办理结果)$/

/** Columns of measures by stage [W3]. */
export const measureStageHeading =
  /^(?:(?:前期|事前|前端)(?:预防|防范|防控)|(?:中期|事中|过程)(?:监控|监督|控制|防控)|(?:后期|事后)(?:处置|监督|处理|问责|防控))(?:措施)?$/
