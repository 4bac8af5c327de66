/** Words by which a drawing tells what its boxes are: 风险点：…, 岗位：…, 是. From real charts (domain A2–A6). */

/** Marks that begin a part of a box: 风险点：… 风险等级：高 防控措施：… 责任人：… */
export const sideMarks = [
  [
    'risk',
    '(?:廉政|廉洁|岗位|主要|潜在|权力|法律|执法|业务)*风险(?:点|源|隐患|内容|情形|事项|描述)?(?:及表现|表现形式)?',
  ],
  ['riskDetail', '(?:主要|具体)?表现(?:形式)?'],
  ['level', '(?:风险)?(?:等级|级别)'],
  [
    'measures',
    '(?:风险|廉政风险|廉洁风险)?(?:防控|防范|控制|预防|监控|制约|管控|应对|整改)(?:措施|办法|方法|对策|要求)?|措施',
  ],
  ['responsible', '(?:防控|风险)?责任人(?:员)?'],
  ['leader', '(?:责任|分管)领导'],
] as const

/** Marks of a line within a step's own box. */
export const ownMarks = [
  [
    'post',
    '(?:责任|承办|经办|办理|负责|主办|执行|实施)(?:岗位|科室|处室|股室|部门|单位|主体|机构|人员?)|岗位|科室|处室|股室|部门',
  ],
  ['limit', '(?:办理|承诺|法定|办结|工作|完成|规定)*(?:时限|期限|时间)'],
  ['basis', '(?:设定|法律|办理|政策|实施|法定)?依据'],
  ['materials', '(?:申请|提交|申报|所需|报送)?材料'],
  ['documents', '(?:输出|产生|法律|执法)?文书'],
  ['note', '备注|说明|注'],
] as const

/** Said of a post that there is not yet. */
export const noPostWords = /^(?:[（(]?(?:暂?未(?:定|确定|明确|指定)|待定|暂?无|空)[）)]?|[-—–/]+)$/

/** Ends like a post and is none: 会签（内部）, 调查（两人）. */
export const endsLikePost =
  /^(?:内|外|全|局|大|多|各)部$|^(?:至少|不少于)?[\d一二两三四五六七八九十]+[名个]?(?:人|员)|^(?:会|工|方|长)$|[须需应可由]|成立|组织|负责|必要|(?:时|或)/

/** A lane or column with this name holds no post. */
export const plainLane =
  /^(?:(?:权力|职权|业务|工作|办理|办事|审批|运行)*(?:流程|流程图|程序|环节|步骤|运行图)|流程图及说明)$/
export const riskLane = /^(?:廉政|廉洁|岗位|主要)*风险(?:点|源|描述|内容|情形|提示)*$/
export const measureLane =
  /^(?:廉政|廉洁|风险|风险点)*(?:防控|防范|控制|预防|制约)(?:措施|办法|对策)?$|^措施$/
export const stageName = /阶段|(?:环节|流程|程序|步骤|过程|部分|期)$|^(?:事前|事中|事后|前期|中期|后期)/

/** Texts that only label a line, however they are framed. */
export const plainLabel =
  /^(?:是|否|有|无|同意|不同意|通过|不通过|未通过|合格|不合格|符合|不符合|齐全|不齐全|批准|不批准|不予批准|成立|不成立|属实|不属实|Y|N|YES|NO|Yes|No|yes|no|√|×)[。.,，]?$/

/** A text box that holds nothing but an arrow. */
export const arrowGlyph = /^[↓⇩⬇▼]$|^[→⇨➡▶]$|^[↑⇧⬆▲]$|^[←⇦⬅◀]$/

/** Texts of figures below a chart: 图例, 注：… */
export const remarkText = /^(?:注|备注|说明|图例|附|※)\s*\d*\s*[:：]|^图例$/

/** Names given where the drawing has none. */
export const unnamedFigure = {
  decision: '判断',
  terminator: '端点',
  start: '开始',
  end: '结束',
  step: '环节',
} as const

/** What a file is called that holds no drawing. */
export const drawnFileNames = {
  pptx: 'PowerPoint 文件',
  drawio: 'draw.io 文件',
  bpmn: 'BPMN 文件',
  vsdx: 'Visio 文件',
  mermaid: 'Mermaid 文字',
} as const

/** Lines of a note. */
export const drawnNotes = {
  system: (what: string) => `由系统办理（${what}）`,
  data: (field: string, value: string) => `${field}：${value}`,
} as const

/** What remains of a limit beside its number and unit; a longer rest is a sentence about something else. */
export const limitRest =
  /[\d０-９零〇一二两三四五六七八九十百半]+|个|法定|承诺|办理|办结|完成|时限|期限|时间|工作日|自然日|[日天周年]|小时|分钟|月|以?内|之?前|不超过|不得超过|不少于|最多|最长|至少|当场|即时|即办|立即|当日|或者?|一次|告知|自|受理|收到|之日|起|申请|[:：（）()，,、；;.。\s]/g

/** Names of data that other programs keep with a figure. */
export const dataFields = [
  ['posts', /^(?:责任|承办|经办|办理)?(?:岗位|科室|部门|单位|人员?)$|^(?:owner|role|post)$/i],
  ['limit', /^(?:办理|承诺|法定)?(?:时限|期限)$|^(?:duration|limit)$/i],
  ['basis', /依据$/],
  ['materials', /材料$/],
  ['documents', /文书$/],
  ['risks', /^(?:廉政|廉洁)?风险(?:点|内容|描述)?$/],
  ['measures', /^(?:风险)?(?:防控|防范)?措施$/],
  ['notes', /^(?:备注|说明)$/],
] as const

/** BPMN elements in words: of tasks that no person does, and of what is not carried. */
export const bpmnWords = {
  tasks: {
    serviceTask: '服务任务',
    scriptTask: '脚本任务',
    businessRuleTask: '规则任务',
    sendTask: '发送任务',
    receiveTask: '接收任务',
  },
  events: {
    timerEventDefinition: '到时间',
    messageEventDefinition: '收到消息',
    errorEventDefinition: '出错',
    escalationEventDefinition: '升级',
    signalEventDefinition: '收到信号',
    conditionalEventDefinition: '满足条件',
    cancelEventDefinition: '取消',
    compensateEventDefinition: '补偿',
  },
  event: '发生',
  waiting: (what: string) => `等待：${what}`,
  unnamedGroup: '一个分组框',
  group: (name: string) => `分组框“${name}”`,
  nonInterrupting: (host: string, name: string) => `“${host}”上的边界事件“${name}”不中断原环节，这一点`,
  loop: (name: string) => `“${name}”重复或多次办理的规则`,
  groups: '候选组',
} as const
