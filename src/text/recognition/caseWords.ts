/**
 * How systems that run cases call things: headings of their tables and states of cases. Sources: GB/T
 * 39046-2020 (事项受理、事项办理、办结), the exchange of 工程建设项目审批 (one row per state), 权力网上运行 of the
 * Jiangsu kind (上一环节, 计时标志).
 */

/** A name as it is compared: half width, without blanks, signs and a number before it. */
export function recordedName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/^[\s\d()（）.、．第步]+(?=[^\s\d])/u, '')
    .replaceAll(/[\s\p{P}]/gu, '')
    .toLowerCase()
}

/** The act in a question: 立案 in 是否立案, 法制审核 in 法制审核是否通过. */
export function askedIn(question: string): string | undefined {
  const found =
    /^(?:是否|能否)(?:准予|予以|同意)?(.{2,})$/u.exec(question) ?? /^(.{3,})(?:是否|能否)/u.exec(question)
  return found?.[1]
}

/** One of two names has it and the other has not: they are no names of one thing. */
export const turnsMeaning = /[不未否非免退撤拒补复再终预初二]/gu

export type CaseColumn =
  | 'case'
  | 'matter'
  | 'step'
  | 'startDate'
  | 'start'
  | 'endDate'
  | 'end'
  | 'person'
  | 'post'
  | 'unit'
  | 'action'
  | 'status'
  | 'result'
  | 'suspendKind'
  | 'suspendStart'
  | 'suspendEnd'
  | 'closedAt'
  | 'acceptedAt'

export const caseHeadings: { readonly [C in CaseColumn]: readonly string[] } = {
  case: [
    '办件编号',
    '办件号',
    '申办流水号',
    '业务流水号',
    '流水号',
    '受理编号',
    '申请编号',
    '受理号',
    '案件编号',
    '案号',
    '审批事项实例编码',
    '事项实例编码',
    '实例编码',
    '内部办件号',
    'internal_no',
    'case_id',
    'caseid',
    'case:concept:name',
  ],
  matter: [
    '事项名称',
    '办理事项',
    '事项',
    '审批事项名称',
    '审批事项',
    '实施编码',
    '基本编码',
    '权力编码',
    'item_id',
  ],
  step: [
    '环节名称',
    '当前环节名称',
    '办理环节',
    '环节',
    '步骤名称',
    '节点名称',
    '业务环节',
    'tache_name',
    'activity',
    'concept:name',
  ],
  startDate: ['环节开始日期', '开始日期', '办理日期', '接收日期', '操作日期', '日期', 'start_day'],
  start: [
    '环节开始时间',
    '开始时间',
    '接收时间',
    '到达时间',
    '签收时间',
    '进入时间',
    '办理时间',
    '操作时间',
    '时间',
    'begin_date',
    'start_timestamp',
    'start_time',
    'timestamp',
    'time:timestamp',
  ],
  endDate: ['环节结束日期', '结束日期', '完成日期', '处理日期', 'end_day'],
  end: [
    '环节结束时间',
    '结束时间',
    '完成时间',
    '办结时间',
    '处理时间',
    '提交时间',
    'process_date',
    'end_timestamp',
    'end_time',
    'complete_timestamp',
  ],
  person: [
    '环节处理人',
    '处理人',
    '办理人',
    '经办人',
    '操作人',
    '办理人员',
    '处理人员',
    'user_name',
    'org:resource',
    'resource',
    'user',
  ],
  post: ['办理岗位', '岗位', '责任岗位', '处理岗位', 'org:role'],
  unit: [
    '处理单位',
    '处理单位名称',
    '办理处(科)室',
    '办理处室',
    '办理科室',
    '办理部门',
    '承办部门',
    'department',
  ],
  action: ['业务动作', '办理动作', '动作', '处理结果', '环节处理结果'],
  status: ['办理状态', '审批状态', '办件状态', '状态'],
  result: ['办件结果', '办理结果', '办结结果', '办件结果描述', '结果'],
  suspendKind: ['特别程序种类', '特别程序种类代码', '挂起类型', '暂停类型'],
  suspendStart: ['特别程序开始时间', '特别程序开始日期', '挂起时间', '暂停开始时间'],
  suspendEnd: ['特别程序结束时间', '特别程序结束日期', '解挂时间', '恢复时间', '暂停结束时间'],
  closedAt: ['办结日期', '办件办结时间'],
  acceptedAt: ['受理时间', '受理日期'],
}

/** States of the exchange of 工程建设项目审批, by their codes. */
export const approvalStates: Readonly<Record<string, string>> = {
  '1': '接件',
  '2': '撤件',
  '3': '窗口受理',
  '4': '不受理',
  '5': '不予受理',
  '6': '补正开始',
  '7': '补正结束',
  '8': '部门受理',
  '9': '特别程序开始',
  '10': '特别程序结束',
  '11': '办结通过',
  '12': '容缺通过',
  '13': '不通过',
  '14': '撤回',
  '15': '撤销',
}

/** A state that begins a time in which the clock stands, and the one that ends it. */
export const suspending = /^(补正|特别程序|挂起|暂停)(?:开始|告知)?$/
export const resuming = /^(?:补正|特别程序|挂起|暂停)(?:结束|完成|恢复)$|^恢复$|^解挂$/
/** A state after which nothing follows; not 送达: a notice in the middle of a case is delivered, too. */
export const closingState = /办结|撤件|不受理|不予受理|容缺通过|不通过|撤回|撤销|归档|终结|结案|办毕/
/** 特别程序种类代码 1 of GB/T 39046-2020, or in words. */
export const extending = /^1$|延长|延期/

/** A table of who held which post from when to when. */
export const holdingHeadings = {
  person: /^(?:姓名|人员|处理人|办理人|工作人员)$/,
  post: /^(?:岗位|责任岗位|岗位名称|职务|任职岗位)$/,
  from: /^(?:任职起|任职时间|起|开始日期|任职日期|生效日期|自)$/,
  to: /^(?:任职止|离任时间|止|结束日期|离任日期|失效日期|至)$/,
} as const

/** A result, or a step, that refuses what was asked for. */
export const refusal = /不予|不准|不同意|不通过|未通过|不批准|不合格|驳回|否决|退件/
/** A result that grants it. */
export const grant = /准予|核准|批准|同意|通过|合格|许可|已?发证|办结通过/
/** A step that is done where it is granted, and only there. */
export const grantingStep =
  /准予|(?:颁发|核发|发放|制发|制作|送达|领取).*(?:证|批复|批文|执照)|^(?:颁证|发证|制证)/

/** 审核时间, 审核完成日期 in a ledger with a row per case: the step, and whether it begins or ends then. */
export const stepTimeHeading =
  /^(?<step>.{2,12}?)(?:环节|步骤)?(?<side>开始|起始|接收|结束|完成)?(?:时间|日期)$/u
/** Times that are of no step: of the row, of the system, or by which something has to be done. */
export const noStepTime =
  /^(?:环节|步骤|节点|开始|起始|结束|完成|处理|办理|操作|接收|到达|签收|进入|当前|挂起|暂停|恢复|解挂|特别程序.*|创建|更新|修改|导出|打印|录入|统计|出生|有效|到期|截止|承诺.*|应.*|限.*|计划.*|预计.*|法定.*|剩余.*|实际|总|累计|联系|预约)$/u
/** 审核人, 审核科室 beside 审核时间. */
export const stepPersonHeading = /^(?<step>.{2,12}?)(?:环节|步骤)?(?:经办|处理|办理)?(?:人|人员|者)$/u
export const stepPostHeading = /^(?<step>.{2,12}?)(?:环节|步骤)?(?:岗位|部门|科室|处室|单位)$/u
