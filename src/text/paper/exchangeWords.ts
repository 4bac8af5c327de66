/** Words in files for other programs, and what each of them cannot carry. */

export const exchangeWords = {
  start: '开始',
  end: '结束',
  outcome: (step: string) => `${step}：结果`,
  fork: (step: string) => `${step}：同时办理`,
  otherwise: '其他',
  limit: (wording: string) => `时限：${wording}`,
  noPost: '未定',
  posts: (names: readonly string[]) => `岗位：${names.join('、')}`,
  stepTable: '环节一览',
  /** Of a workbook. */
  tabs: ['流程图', '环节表'],
  riskTable: '风险点和防控措施',
  headings: {
    number: '序号',
    step: '环节',
    kind: '类型',
    posts: '责任岗位',
    limit: '时限',
    next: '下一步',
    phase: '阶段',
    parallel: '并行',
    basis: '依据',
    materials: '材料',
    documents: '文书',
    note: '备注',
    risk: '风险点',
    level: '风险等级',
    measures: '防控措施',
  },
  leadsNowhere: '—',
  graded: (risk: string, level: string) => `${risk}（${level}）`,
  described: (name: string, next: readonly string[]) =>
    next.length === 0 ? `${name}。` : `${name}：接${next.join('；')}。`,
  search: '在表里查找',
  /** # is the number. */
  found: '找到 # 行',
  fact: (label: string, value: string) => `${label}：${value}`,
  leadsTo: (label: string, step: string) => (label === '' ? step : `${label}→${step}`),
} as const

/** Data of a figure in draw.io and Visio, by the names that reading knows. */
export const dataKeys = {
  name: '环节',
  phase: '阶段',
  parallel: '并行',
  basis: '依据',
  materials: '材料',
  documents: '文书',
  note: '备注',
  risks: '风险点',
  measures: '防控措施',
} as const

/** The formats, as a choice names them. */
export const exchangeFormatName = {
  docx: 'Word（图可编辑，附环节表）',
  pptx: 'PowerPoint（图可编辑）',
  xlsx: 'Excel（图可编辑，附环节表）',
  drawio: 'draw.io 图',
  vsdx: 'Visio 图（未在 Visio 里试开）',
  bpmn: 'BPMN 2.0（通用）',
  'bpmn-flowable': 'BPMN 2.0（Flowable、Activiti、Camunda 7）',
  'bpmn-camunda8': 'BPMN 2.0（Camunda 8）',
  mermaid: 'Mermaid 文字',
  plantuml: 'PlantUML 文字',
  html: '网页（一个文件，不联网可看，可查找）',
  'web-svg': '网页用 SVG（带文字说明和链接）',
  markdown: 'Markdown（图和表，供知识库用）',
  csv: '环节表（CSV，用 Excel、WPS 打开）',
} as const

/** What a file of this format does not hold, said before it is saved. */
export const notCarried = {
  risks: '风险点和防控措施',
  facts: '材料、文书、依据、阶段、并行和备注',
  figures: '文书、子流程的图形（画成普通框）',
  places: '各框的位置',
  picture: '画好的图（只有表）',
  header: '图的说明（依据、电话、编号等）',
  workdays: '按工作日计的时限没有写成到期时间，引擎不会自动计时',
  choices: '没有写条件、又不在同一处汇合的几路，按“任选一路”写出，不会同时办理',
  conditions: '分支条件（通用格式只写名称，不能直接运行）',
} as const

export type NotCarried = keyof typeof notCarried
